"""Countries by ISO 3166 alpha-2 code: their names, and the codes others have for them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

__all__ = ["country_names", "country_of_fips"]


@cache
def country_names() -> Mapping[str, str]:
    """English name of each country by its code; the same mapping at every call."""
    table = resources.files("dateline.gazetteer") / "tables" / "country_names.csv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return MappingProxyType({row["country_code"]: row["name"] for row in rows})


@cache
def country_of_fips() -> Mapping[str, str]:
    """ISO 3166 alpha-2 code of each FIPS 10-4 code; the same mapping at every call.

    FIPS 10-4 was withdrawn in 2008, but GDELT codes countries by it: there `GM` is Germany and `GA`
    the Gambia. After https://download.geonames.org/export/dump/countryInfo.txt; the codes for Gaza
    and for Serbia as GDELT still writes them were added.
    """
    table = resources.files("dateline.gazetteer") / "tables" / "fips_codes.csv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return MappingProxyType({row["fips_code"]: row["country_code"] for row in rows})
