"""The values that may stand in an address, each understood or refused with a `ValueError`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeVar
from unicodedata import category

from dateline.figures.polygon import MOST_CORNERS, simplify
from dateline.findings import SPEAKER_KINDS

__all__ = [
    "SHAPES",
    "area",
    "code_point",
    "day",
    "is_plain",
    "map_view",
    "matching",
    "near",
    "one_of",
    "words",
]

_LONGEST: Final = 300
"""Characters of one value: longer than any name, shorter than an attempt to choke the page."""

SHAPES: Final = {
    "countries": re.compile(r"([A-Z]{2})?"),
    "languages": re.compile(r"([a-z]{2,3})?"),
    "places": re.compile(r"[a-z][a-z0-9-]*:[\w./-]+"),
    "speaker_kinds": re.compile("|".join(map(re.escape, SPEAKER_KINDS))),
}
_NUMBER: Final = re.compile(r"-?\d{1,5}(\.\d{1,6})?")
_CODE_POINT: Final = re.compile(r"\d{1,9}", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

Read = TypeVar("Read")


def is_plain(value: str) -> bool:
    """Letters of any script; no control characters, no halves of one."""
    return len(value) <= _LONGEST and not any(category(c) in ("Cc", "Cs") for c in value)


def words(value: str) -> str:
    """A search, with single spaces."""
    given = " ".join(value.split())
    if not is_plain(given):
        raise ValueError(value)
    return given


def day(value: str) -> date:
    """A day as `2016-12-06`."""
    if not _DAY.fullmatch(value):
        raise ValueError(value)
    return date.fromisoformat(value)


def code_point(value: str) -> int:
    """Where a mention begins in its article."""
    if not _CODE_POINT.fullmatch(value):
        raise ValueError(value)
    return int(value)


def _number(value: str) -> float:
    if not _NUMBER.fullmatch(value):
        raise ValueError(value)
    return float(value)


def area(value: str) -> tuple[tuple[float, float], ...]:
    """Corners as `lon,lat;lon,lat;…` in degrees, at most 40 of them kept."""
    corners = value.split(";")
    if len(corners) > 4 * MOST_CORNERS:
        raise ValueError(value)
    polygon = simplify([tuple(map(_number, corner.split(","))) for corner in corners])
    if not polygon:
        raise ValueError(value)
    return polygon


def near(value: str) -> tuple[str, float]:
    """A place and kilometres around it, as `geonames:170063,25`."""
    place, _, distance = value.rpartition(",")
    km = _number(distance)
    if not SHAPES["places"].fullmatch(place) or len(place) > _LONGEST or not 0 < km <= 20_040:
        raise ValueError(value)
    return place, km


def map_view(value: str) -> tuple[float, float, float]:
    """Longitude, latitude in degrees and zoom, as `37.16,36.2,8`."""
    lon, lat, zoom = map(_number, value.split(","))
    if not (abs(lon) <= 180 and abs(lat) <= 90 and 0 <= zoom <= 22):
        raise ValueError(value)
    return lon, lat, zoom


def matching(shape: re.Pattern[str]) -> Callable[[str], str]:
    """A parser of what has a shape as a whole."""

    def parse(value: str) -> str:
        if not shape.fullmatch(value):
            raise ValueError(value)
        return value

    return parse


def one_of(allowed: Sequence[Read]) -> Callable[[str], Read]:
    """A parser of one of a few words."""

    def parse(value: str) -> Read:
        for one in allowed:
            if one == value:
                return one
        raise ValueError(value)

    return parse
