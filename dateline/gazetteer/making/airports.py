"""Airports and air bases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dateline.gazetteer.making.entry import ALTERNATE, OTHER, Entry, rows
from dateline.gazetteer.spelling import normalise

__all__ = ["places", "towns"]

_MILITARY: Final = re.compile(
    r"\b(air base|airbase|air force base|army|afb|naval air station|military)\b", re.I
)
_FEW_VILLAGES: Final = frozenset(("US", "CA", "AU", "NZ", "GB", "IE", "ZA"))
_KIND: Final = re.compile(
    r"\s*\b(international airport|regional airport|municipal airport|air force base|air ?base"
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
        own = _KIND.sub("", name)
        without_city = own.removeprefix(row["city"]).strip(" -")  # London Heathrow
        for quality, stem in ((OTHER, own), (OTHER, without_city), (ALTERNATE, row["city"])):
            if len(stem) > 2:
                entry.add(_spoken(stem, military), quality)
        yield entry


def towns(folder: Path, known: Iterable[Entry]) -> Iterator[Entry]:
    """Small towns with an airfield, where GeoNames' list leaves out those of under 1,000 people.

    The point is the airfield's, a few kilometres from the town.

    Args:
        folder: Where the sources lie.
        known: Entries so far; a town of the same name in the same country within a degree or so is
            the same.
    """
    near: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in known:
        if entry.country_code in _FEW_VILLAGES:
            for name in entry.names:
                near[entry.country_code, normalise(name)].append(entry)
    for row in rows(folder / "airports.csv.gz"):
        name = row["city"].strip()
        if (
            row["country"] not in _FEW_VILLAGES
            or len(name) < 4
            or not name.replace(" ", "").isalpha()
        ):
            continue
        point = round(float(row["lat"]), 3), round(float(row["lon"]), 3)
        namesakes = near[row["country"], normalise(name)]
        if all(abs(e.latitude - point[0]) + abs(e.longitude - point[1]) > 1 for e in namesakes):
            town = Entry(f"served:{row['icao']}", name, *point, row["country"], "PPL", "city")
            namesakes.append(town)
            yield town


def _spoken(stem: str, military: bool) -> list[str]:
    kinds = ["airport", "international airport", "airfield"]
    if military:
        kinds += ["air base", "airbase", "military airport", "military airfield", "military base"]
    return [f"{stem} {kind}" for kind in kinds]
