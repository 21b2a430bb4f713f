"""How the page says things: filters, values and days, in a reader's words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd

from dateline.gazetteer.countries import country_names
from dateline.query.wording import (
    FACETS,
    Filter,
    day_of,
    facet_label,
    filters_on,
    value_label,
)

__all__ = [
    "FACETS",
    "NOTHING",
    "Filter",
    "candidate_label",
    "day_of",
    "escaped",
    "facet_label",
    "filters_on",
    "place_label",
    "value_label",
]

NOTHING: Final = "No article matches all of this at once."


def escaped(text: str) -> str:
    """Text from outside as Streamlit's Markdown shows it literally: no link, image or colour."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def place_label(place: pd.Series[Any] | Mapping[Hashable, Any]) -> str:
    """`Aleppo, Syria`: a place with the country it lies in."""
    country = country_names().get(place["country_code"] or "", "")
    name = str(place["name"])
    return f"{name}, {country}" if country and country != name else name


def candidate_label(place: pd.Series[Any] | Mapping[Hashable, Any]) -> str:
    """`Tripoli, North Lebanon, Lebanon`: with its province, as namesakes stand together here."""
    country = country_names().get(place["country_code"] or "", "")
    province = place["admin1"] if isinstance(place["admin1"], str) else ""
    return ", ".join(dict.fromkeys(filter(None, (str(place["name"]), province, country))))
