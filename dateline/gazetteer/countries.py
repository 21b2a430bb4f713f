"""Names of countries by ISO 3166 alpha-2 code, from the gazetteer's own table."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

__all__ = ["country_names"]


@cache
def country_names() -> Mapping[str, str]:
    """English name of each country by its code; the same mapping at every call."""
    table = resources.files("dateline.gazetteer") / "tables" / "country_names.csv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return MappingProxyType({row["country_code"]: row["name"] for row in rows})
