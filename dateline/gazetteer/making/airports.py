"""Airports and air bases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dateline.gazetteer.making.entry import ALTERNATE, OTHER, Entry, rows

__all__ = ["places"]

_MILITARY: Final = re.compile(
    r"\b(air base|airbase|air force base|army|afb|naval air station|military)\b", re.I
)
_KIND: Final = re.compile(
    r"\s*\b(international airport|regional airport|municipal airport|air force base|air base|airbase"
    r"|army air ?field|airfield|airport|air ?port|aerodrome)$",
    re.IGNORECASE,
)


def places(folder: Path, countries: frozenset[str]) -> Iterator[Entry]:
    """Airports with an IATA code, air bases, and every airfield of `countries`.

    Args:
        folder: Where the sources lie.
        countries: ISO codes of the countries of which villages are known too.
    """
    for row in rows(folder / "airports.csv.gz"):
        name = " ".join(row["name"].split())
        military = bool(_MILITARY.search(name))
        if not (row["iata"] or military or row["country"] in countries) or not _KIND.search(name):
            continue
        entry = Entry(
            f"icao:{row['icao']}",
            name,
            round(float(row["lat"]), 5),
            round(float(row["lon"]), 5),
            row["country"],
            "AIRB" if military else "AIRP",
            "feature",
            prominence=50_000 if "International" in name else 5_000 if row["iata"] else 500,
        )
        stems = [_KIND.sub("", name), row["city"]]
        for quality, stem in zip((OTHER, ALTERNATE), stems, strict=True):
            if len(stem) > 2:
                entry.add(_spoken(stem, military), quality)
        yield entry


def _spoken(stem: str, military: bool) -> list[str]:
    kinds = ["airport", "international airport", "airfield"]
    if military:
        kinds += ["air base", "airbase", "military airport", "military airfield", "military base"]
    return [f"{stem} {kind}" for kind in kinds]
