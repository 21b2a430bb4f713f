"""Places as GDELT codes them to places as the gazetteer knows them."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from geopy.distance import great_circle

from dateline.findings import Mention
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.countries import country_of_fips
from dateline.gazetteer.place import Place, Precision

__all__ = ["Coded", "coded", "mention_of"]

_KINDS: Final[dict[str, tuple[str, Precision, str, float]]] = {
    "1": ("country", "country", "PCLI", 5_000.0),
    "2": ("US state", "region", "ADM1", 600.0),
    "3": ("US city or landmark", "city", "PPL", 30.0),
    "4": ("city or landmark", "city", "PPL", 30.0),
    "5": ("province", "region", "ADM1", 600.0),
}
"""Type → what it is, precision, feature code, and kilometres within which a place of the gazetteer
with its name and country is the same one."""


class Coded(NamedTuple):
    """A place as GDELT writes it: type 1 to 5, full name, FIPS codes, degrees, its own number."""

    kind: str
    name: str
    country: str
    division: str
    latitude: str
    longitude: str
    number: str


def coded(place: Coded) -> Place | None:
    """The place of the gazetteer that is meant, else one made of what is coded; None for none.

    The country is that of the division's code, whose first two letters it is: in some files of
    2015 the country's own field holds another one.
    """
    if place.kind not in _KINDS or not place.name:
        return None
    try:
        latitude, longitude = float(place.latitude), float(place.longitude)
    except ValueError:
        return None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    fips = (place.division or place.country)[:2]
    country = country_of_fips().get(fips, "")
    return _found(place.kind, place.name, country, latitude, longitude, place.number)


def mention_of(place: Coded, of: str) -> Mention | None:
    """A mention without a span and a role; its rule says what GDELT coded.

    Args:
        place: As coded.
        of: What it is the place of, such as "the action"; empty where that is not coded.
    """
    found = coded(place)
    if found is None:
        return None
    rule = f"coded by GDELT as a {_KINDS[place.kind][0]}" + (f", place of {of}" if of else "")
    return Mention(0, 0, place.name, None, None, found, rule=rule)


@cache
def _found(
    kind: str, name: str, country: str, latitude: float, longitude: float, number: str
) -> Place | None:
    _, precision, feature, within = _KINDS[kind]
    parts = [part.strip() for part in name.split(",")]
    unknown = latitude == longitude == 0  # which is how "not known" is written
    gazetteer = _gazetteer()
    for candidate in gazetteer.candidates(parts[0]):
        place = gazetteer.place(candidate.row)
        if place.country_code != country or _rank(place.precision) != _rank(precision):
            continue
        there = great_circle((latitude, longitude), (place.latitude, place.longitude)).km
        if unknown or there <= within:
            return place
    if unknown:
        return None
    named = number or f"{latitude:.4f},{longitude:.4f}"
    division = parts[-2] if len(parts) > 2 else (parts[0] if precision == "region" else "")
    where = (latitude, longitude, country, division, "", feature)
    return Place(f"gdelt:{named}", parts[0], *where, precision, 0)


def _rank(precision: Precision) -> str:
    """Country, region, or what lies in one."""
    return precision if precision in ("country", "region") else "within"


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()
