"""All sources into one list of entries: who comes first, what is a duplicate, what lies where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import numpy as np
import shapely

from dateline.gazetteer.making import (
    airports,
    geonames,
    natural_earth,
    ocha,
    own_tables,
    whos_on_first,
)
from dateline.gazetteer.making.entry import ALTERNATE, DEMONYM, OTHER, Entry, plain_name
from dateline.gazetteer.spelling import normalise

__all__ = ["collect"]

_DUPLICATE_KM: Final = 5.0
_NAMESAKE_KM: Final = 500.0
_WIDE: Final = frozenset(("region", "country"))
_KM_PER_DEGREE: Final = 111.2

# How first-order divisions are called, by country; *province* and *region* are said of all.
_KINDS: Final = {
    "governorate": "SY IQ EG PS YE LB JO TN OM KW BH SA",
    "oblast": "UA RU BY KZ UZ KG TJ BG",
    "state": "US IN NG MX BR AU SD SS MY DE MM VE ET",
    "district": "LY PT IL",
    "prefecture": "JP GR",
    "department": "FR CO BO PE HT BJ UY PY SV GT NI HN",
    "county": "GB IE KE LR NO SE HU RO HR EE LT TW",
    "krai": "RU",
    "emirate": "AE",
    "canton": "CH BA",
}
_SECOND: Final = {
    **dict.fromkeys(("US", "GB", "IE", "KE"), ("county",)),
    **dict.fromkeys(("PH", "IT", "ES", "BE"), ("province",)),
}


def collect(folder: Path) -> list[Entry]:
    """Read every source and join what they say of one place.

    Args:
        folder: Where the sources lie, as `shared/sources/README.md` lists them.

    Returns:
        One entry a place, ids unique, divisions and countries complete with their names.
    """
    towns = list(geonames.cities(folder))
    labels = natural_earth.division_label_points(folder)
    points = own_tables.points("division_points")
    divisions = list(geonames.divisions(folder, towns, points, labels))
    country_points = {**_label_points(folder), **own_tables.points("country_points")}
    countries = list(geonames.countries(folder, country_points))
    known = {entry.gazetteer_id: entry for entry in (*countries, *divisions, *towns)}
    first_order = {e.admin1: e for e in divisions if e.precision == "region"}
    villages = _unique(whos_on_first.places(folder, known), known)
    # After all others, some of which list "Palestinian" among the names of a country.
    own_tables.name_countries({entry.country_code: entry for entry in countries})
    own_tables.name_divisions(first_order)
    known.update(villages)
    known.update({town.gazetteer_id: town for town in airports.towns(folder, known.values())})
    own = [*own_tables.continents(), *own_tables.places()]
    authorities = [*countries, *first_order.values(), *own]
    others = [
        *ocha.places(folder),
        *airports.places(folder, frozenset(e.country_code for e in villages.values())),
        *own,
        *_without_namesakes(own_tables.former_divisions(), authorities),
        *_without_namesakes(natural_earth.places(folder), authorities),
    ]
    known.update({entry.gazetteer_id: entry for entry in others})
    own_tables.name_places(known)
    own_tables.name_peoples(known)
    natural_earth.name_cities(folder, known)
    entries = list(known.values())
    _leave_to_peoples(entries, countries)
    for entry in divisions + [v for v in villages.values() if v.precision == "district"]:
        _speak(entry)
    _place_in_divisions(entries, towns)
    for entry in entries:
        entry.name = plain_name(entry.name, entry.country_code)
    return entries


def _leave_to_peoples(entries: Iterable[Entry], countries: Iterable[Entry]) -> None:
    """Take away alternate names that are a country's demonym: nobody calls a desert *Syrian*."""
    peoples = {
        normalise(name)
        for entry in countries
        for name, quality in entry.names.items()
        if quality == DEMONYM
    }
    for entry in entries:
        for name in [n for n, quality in entry.names.items() if quality == ALTERNATE]:
            if normalise(name) in peoples:
                del entry.names[name]


def _without_namesakes(new: Iterable[Entry], known: Iterable[Entry]) -> Iterator[Entry]:
    """Entries that are in none of `known`, whose names grow by those of the others.

    A region is the same as a region or country of its name near it, anything else as a thing of its
    kind: the river Jordan is not the country.
    """
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in known:
        for name in {normalise(n) for n, quality in entry.names.items() if quality <= OTHER}:
            by_name[name].append(entry)
    for entry in new:
        namesakes = by_name[normalise(entry.name)]
        alike = [
            k
            for k in namesakes
            if k.feature_code == entry.feature_code or {k.precision, entry.precision} <= _WIDE
        ]
        same = next((k for k in alike if _roughly_km(k, entry) < _NAMESAKE_KM), None)
        if same is None:
            if entry.feature_code == "STM" and namesakes:
                entry.name = f"{entry.name} River"  # shown beside a country called Niger
            namesakes.append(entry)
            yield entry
        else:
            same.add(entry.names, ALTERNATE)


def _label_points(folder: Path) -> dict[str, tuple[float, float]]:
    by_iso3 = natural_earth.country_label_points(folder)
    codes = geonames.iso3(folder)
    return {codes[iso3]: point for iso3, point in by_iso3.items() if iso3 in codes}


def _unique(new: Iterable[Entry], known: dict[str, Entry]) -> dict[str, Entry]:
    """Villages by id; one without GeoNames' number is left out where its namesake is near."""
    kept: dict[str, Entry] = {}
    doubtful: list[Entry] = []
    for entry in new:
        if entry.gazetteer_id.startswith("wof:"):
            doubtful.append(entry)
        elif (same := kept.get(entry.gazetteer_id)) is not None:
            same.add(entry.names, ALTERNATE)
        else:
            kept[entry.gazetteer_id] = entry
    near: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in (*known.values(), *kept.values()):
        near[entry.country_code, normalise(entry.name)].append(entry)
    for entry in doubtful:
        namesakes = near[entry.country_code, normalise(entry.name)]
        if not any(
            o.precision == entry.precision and _roughly_km(o, entry) < _DUPLICATE_KM
            for o in namesakes
        ):
            kept[entry.gazetteer_id] = entry
            namesakes.append(entry)
    return kept


def _roughly_km(one: Entry, other: Entry) -> float:
    # Flat: a few kilometres are to be told from many.
    east = (one.longitude - other.longitude) * np.cos(np.radians(one.latitude))
    return float(np.hypot(one.latitude - other.latitude, east) * _KM_PER_DEGREE)


def _speak(entry: Entry) -> None:
    """Add the ways a division is spoken of: *Donetsk*, *Donetsk oblast*, *Donetsk region*."""
    country = entry.country_code
    first = entry.precision == "region"
    for name, quality in list(entry.names.items()):
        bare = geonames.bare(name)
        if quality > ALTERNATE or not bare or not name.isascii() or "." in name or len(name) < 4:
            continue
        entry.add([bare], OTHER if first else ALTERNATE)
        if first:
            kinds = [kind for kind, codes in _KINDS.items() if country in codes.split()]
            spoken = [f"{bare} {kind}" for kind in (*kinds, "province", "region")]
            entry.add(
                [*spoken, f"Province of {bare}", f"State of {bare}"][: len(spoken) + 1], OTHER
            )
        else:
            kinds = list(_SECOND.get(country, ("district",)))
            entry.add([f"{bare} {kind}" for kind in kinds], OTHER)
            if country == "IE":
                entry.add([f"County {bare}"], OTHER)


def _place_in_divisions(entries: Iterable[Entry], towns: list[Entry]) -> None:
    """Give what has no division code that of the nearest town of its country."""
    missing: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        fine = entry.precision in ("feature", "neighbourhood", "city", "district")
        if fine and not entry.admin1 and entry.country_code:
            missing[entry.country_code].append(entry)
    for country, lost in missing.items():
        anchors = [town for town in towns if town.country_code == country and town.admin1]
        for entry, anchor in zip(lost, _nearest(lost, anchors), strict=False):
            entry.admin1, entry.admin2 = anchor.admin1, entry.admin2 or anchor.admin2


def _nearest(lost: list[Entry], anchors: list[Entry]) -> Iterator[Entry]:
    if not anchors:
        return
    tree = shapely.STRtree(shapely.points([(a.longitude, a.latitude) for a in anchors]))
    for number in tree.nearest(shapely.points([(e.longitude, e.latitude) for e in lost])):
        yield anchors[int(number)]
