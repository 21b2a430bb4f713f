"""Our own tables: points and names of countries and divisions, regions, and places at war."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final

from dateline.gazetteer.making.entry import DEMONYM, MAIN, OTHER, Entry, rows
from dateline.gazetteer.making.natural_earth import slug

__all__ = [
    "TABLES",
    "continents",
    "former_divisions",
    "name_countries",
    "name_divisions",
    "name_peoples",
    "name_places",
    "places",
    "points",
]

TABLES: Final = Path(__file__).parents[1] / "tables"
"""Where they lie; each is described in `data/README.md`."""

_PLACES: Final = ("conflict_places", "regions")
_CONTINENT: Final = 1e9
_IN_THE_PAPERS: Final = 30_000


def points(table: str) -> dict[str, tuple[float, float]]:
    """Code to latitude and longitude, from `country_points` or `division_points`."""
    return {
        next(iter(row.values())): (float(row["latitude"]), float(row["longitude"]))
        for row in rows(TABLES / f"{table}.csv")
    }


def name_countries(entries: Mapping[str, Entry]) -> None:
    """Give countries their English name, other names and demonyms.

    Args:
        entries: By ISO code; changed in place.
    """
    for row in rows(TABLES / "country_names.csv"):
        entry = entries.get(row["country_code"])
        if entry is not None:
            entry.name = row["name"]
            entry.add([row["name"]], MAIN)
            entry.add(row["other_names"].split("|"), OTHER)
            entry.rate(row["demonyms"].split("|"), DEMONYM)


def name_divisions(entries: Mapping[str, Entry]) -> None:
    """Give first-order divisions their abbreviations, further spellings and demonyms.

    Args:
        entries: By GeoNames code, such as `US.TX`; changed in place.
    """
    for row in rows(TABLES / "division_names.csv"):
        if row["code"] in entries:
            entry, names = entries[row["code"]], row["names"].split("|")
            if row["kind"] == "demonym":
                entry.rate(names, DEMONYM)
            else:
                entry.add(names, OTHER)


def name_places(entries: Mapping[str, Entry]) -> None:
    """Give towns at war the name by which English papers know them.

    Args:
        entries: By gazetteer id; changed in place.
    """
    for row in rows(TABLES / "place_names.csv"):
        entry = entries.get(row["gazetteer_id"])
        if entry is not None:
            entry.name = row["name"]
            entry.prominence = max(entry.prominence, _IN_THE_PAPERS)
            entry.add([row["name"]], MAIN)
            entry.add(row["other_names"].split("|"), MAIN)


def name_peoples(entries: Mapping[str, Entry]) -> None:
    """Give towns and regions the names of those who live there.

    Args:
        entries: By gazetteer id; changed in place.
    """
    for row in rows(TABLES / "demonyms.csv"):
        entry = entries.get(row["gazetteer_id"])
        if entry is not None:
            entry.rate(row["demonyms"].split("|"), DEMONYM)


def continents() -> Iterator[Entry]:
    """Continents, by GeoNames' ids and points."""
    for row in rows(TABLES / "continents.csv"):
        point = float(row["latitude"]), float(row["longitude"])
        entry = Entry(row["gazetteer_id"], row["name"], *point, "", "CONT", "region")
        entry.prominence = _CONTINENT
        entry.add(row["other_names"].split("|"), OTHER)
        entry.add(row["demonyms"].split("|"), DEMONYM)
        yield entry


def former_divisions() -> Iterator[Entry]:
    """First-order divisions that are no more, by GeoNames' ids and points.

    Articles name them still: Vietnam joined its provinces in 2025, Congo and Kenya divided theirs.
    """
    for row in rows(TABLES / "former_divisions.csv"):
        point = float(row["latitude"]), float(row["longitude"])
        entry = Entry(
            row["gazetteer_id"],
            row["name"],
            *point,
            row["country_code"],
            "ADM1H",
            "region",
            int(row["population"]),
        )
        entry.add(row["other_names"].split("|"), OTHER)
        yield entry


def places() -> Iterator[Entry]:
    """What the open sources lack: regions without borders, camps, crossings, dams, roads."""
    for row in chain(*(rows(TABLES / f"{table}.csv") for table in _PLACES)):
        entry = Entry(
            f"dateline:{slug(row['name'])}",
            row["name"],
            float(row["latitude"]),
            float(row["longitude"]),
            row["country_code"],
            row["feature_code"],
            row["precision"],  # type: ignore[arg-type]
            prominence=float(row["prominence"] or 0),
        )
        entry.add(row["other_names"].split("|"), MAIN)
        entry.add(row["demonyms"].split("|"), DEMONYM)
        yield entry
