"""Natural Earth: seas, rivers, lakes, deserts, ranges, islands, peaks, disputed areas."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from shapely import LineString, MultiLineString, Point
from shapely.geometry import shape

from dateline.gazetteer.making.entry import ALTERNATE, MAIN, OTHER, Entry, open_text
from dateline.gazetteer.place import Precision
from dateline.gazetteer.spelling import normalise

__all__ = ["country_label_points", "division_label_points", "name_cities", "places", "slug"]

_Kind = tuple[str, Precision, float]
"""Feature code, precision, prominence of a first-rank one as a population."""

_LAYERS: Final[dict[str, dict[str, _Kind]]] = {
    "ne_10m_geography_marine_polys.geojson.gz": {
        "ocean": ("OCN", "feature", 3e7),
        "sea": ("SEA", "feature", 5e6),
        "bay": ("BAY", "feature", 5e5),
        "gulf": ("GULF", "feature", 2e6),
        "strait": ("STRT", "feature", 1e6),
        "channel": ("CHN", "feature", 5e5),
        "sound": ("SD", "feature", 1e5),
        "fjord": ("FJD", "feature", 1e5),
        "lagoon": ("LGN", "feature", 1e5),
    },
    "ne_10m_geography_regions_polys.geojson.gz": {
        "Island": ("ISL", "region", 5e5),
        "Island group": ("ISLS", "region", 5e5),
        "Coast": ("CST", "region", 2e5),
        "Range/mtn": ("MTS", "region", 1e6),
        "Pen/cape": ("PEN", "region", 5e5),
        "Peninsula": ("PEN", "region", 5e5),
        "Desert": ("DSRT", "region", 1e6),
        "Plateau": ("PLAT", "region", 3e5),
        "Geoarea": ("RGN", "region", 1e6),
        "Plain": ("PLN", "region", 3e5),
        "Lowland": ("PLN", "region", 3e5),
        "Valley": ("VAL", "region", 5e5),
        "Wetlands": ("WTLD", "region", 2e5),
        "Delta": ("DLTA", "region", 5e5),
        "Basin": ("BSNU", "region", 3e5),
        "Gorge": ("GRGE", "region", 1e5),
        "Tundra": ("TUND", "region", 1e5),
        "Isthmus": ("ISTH", "region", 2e5),
        "Foothills": ("HLLS", "region", 1e5),
        "Lake": ("LK", "feature", 2e5),
    },
    "ne_10m_geography_regions_points.geojson": {
        "island": ("ISL", "region", 2e5),
        "island group": ("ISLS", "region", 2e5),
        "cape": ("CAPE", "feature", 5e4),
        "waterfall": ("FLLS", "feature", 1e5),
    },
    "ne_10m_geography_regions_elevation_points.geojson": {
        "mountain": ("MT", "feature", 1e5),
        "pass": ("PASS", "feature", 1e5),
        "plateau": ("PLAT", "region", 1e5),
    },
    "ne_10m_lakes.geojson.gz": {
        "Lake": ("LK", "feature", 5e5),
        "Alkaline Lake": ("LK", "feature", 5e5),
        "Reservoir": ("RSV", "feature", 2e5),
    },
    "ne_10m_rivers_lake_centerlines.geojson.gz": {"River": ("STM", "feature", 2e6)},
    "ne_10m_admin_0_disputed_areas.geojson": {
        "Admin-0 breakaway and disputed": ("RGN", "region", 1e6),
        "Admin-0 claim area": ("RGN", "region", 5e5),
        "Admin-0 overlay": ("RGN", "region", 2e5),
        "Admin-0 lease": ("RGN", "region", 2e5),
        "Admin-0 indeterminant": ("RGN", "region", 2e5),
    },
}
_NAMES: Final = ("name_alt", "namealt", "name_en", "name_fr", "name_abb")
_GENERIC: Final = frozenset(
    {"inner seas", "inner sea", "coastal plain", "central lowland", "bird island"}
)
_SHORTENED: Final = {
    "Is.": "Islands",
    "I.": "Island",
    "W. ": "Western ",
    "N. ": "Northern ",
    "S. ": "South ",
}


def places(folder: Path) -> Iterator[Entry]:
    """One entry a named feature; several pieces of one river, range or sea are one."""
    for file, kinds in _LAYERS.items():
        layer = file.removeprefix("ne_10m_").partition(".")[0]
        pieces: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for feature in _features(folder / file):
            name = _name(feature["properties"], layer)
            if name and feature["properties"]["featurecla"] in kinds and feature["geometry"]:
                pieces[name].append(feature)
        for name, features in pieces.items():
            yield from _entries(layer, name, features, kinds)


def _entries(
    layer: str, name: str, features: list[dict[str, Any]], kinds: dict[str, _Kind]
) -> Iterator[Entry]:
    shapes = [shape(feature["geometry"]) for feature in features]
    largest = max(range(len(shapes)), key=lambda i: (shapes[i].area, shapes[i].length))
    properties = features[largest]["properties"]
    code, precision, prominence = kinds[properties["featurecla"]]
    latitude, longitude = _inside(shapes[largest])
    rank = min(float(f["properties"].get("scalerank") or 0) for f in features)
    entry = Entry(
        f"naturalearth:{layer}/{slug(name)}",
        name,
        latitude,
        longitude,
        "",
        code,
        precision,
        prominence=prominence / 2**rank,
    )
    for feature in features:
        for column in _NAMES:
            for other in re.split(r"[;,|/]", feature["properties"].get(column) or ""):
                entry.add([_cased(other.strip())] if len(other.strip()) > 2 else [], ALTERNATE)
    entry.add(*_spoken(name, code))
    yield entry


def _spoken(name: str, code: str) -> tuple[list[str], int]:
    """The other ways a feature is spoken of: *Euphrates River*, *Lake Chad*, *Mediterranean*."""
    plain = normalise(name).split()
    if code == "STM" and "river" not in plain:
        return [f"{name} River", f"River {name}"], MAIN
    if code in ("LK", "RSV") and "lake" not in plain and "reservoir" not in plain:
        return [f"Lake {name}", f"{name} Lake", f"{name} Reservoir"], MAIN
    if code == "LK" and plain[0] == "lake" and len(plain) > 1:
        return [f"{name[5:]} Lake"], OTHER
    if code == "OCN":
        return [name.removesuffix(" Ocean")], MAIN
    if name in ("Mediterranean Sea", "Aegean Sea", "Adriatic Sea", "Caspian Sea", "Baltic Sea"):
        return [name.removesuffix(" Sea")], MAIN
    if code == "DSRT" and name.endswith(" Desert"):
        return [name.removesuffix(" Desert")], ALTERNATE
    if code == "MTS" and "mountains" not in plain:
        return [f"{name} Mountains"], OTHER
    return [], OTHER


def _name(properties: dict[str, Any], layer: str) -> str:
    name = properties.get("brk_name") if layer.endswith("disputed_areas") else None
    name = name or properties.get("name_en") or properties.get("name") or ""
    if layer.startswith("rivers"):
        name = re.sub(r" (River|Delta)$", "", name) if name.endswith(" River") else name
    for short, long in _SHORTENED.items():
        name = re.sub(
            rf"(?<!\w){re.escape(short)}(?!\w)" if short.endswith(".") else rf"^{re.escape(short)}",
            long,
            name,
        )
    name = _cased(" ".join(name.split()))
    return "" if normalise(name) in _GENERIC else name


def _cased(name: str) -> str:
    """`SEA OF JAPAN` as *Sea of Japan*; other names as they are."""
    if not name.isupper():
        return name
    words = name.title().split(" ")
    return " ".join(
        w.lower() if w.lower() in ("of", "de", "and", "al", "la") and i else w
        for i, w in enumerate(words)
    )


def _inside(figure: Any) -> tuple[float, float]:
    if isinstance(figure, Point):
        return round(figure.y, 4), round(figure.x, 4)
    if isinstance(figure, LineString | MultiLineString):
        line = max(getattr(figure, "geoms", [figure]), key=lambda part: part.length)
        middle = line.interpolate(0.5, normalized=True)
        return round(middle.y, 4), round(middle.x, 4)
    centre = figure.centroid
    point = centre if figure.contains(centre) else figure.representative_point()
    return round(point.y, 4), round(point.x, 4)


def name_cities(folder: Path, entries: Mapping[str, Entry]) -> None:
    """Give cities the names of Natural Earth's atlas, which are those of English maps.

    Args:
        folder: Where the sources lie.
        entries: By gazetteer id; changed in place.
    """
    for feature in _features(folder / "ne_10m_populated_places_simple.geojson.gz"):
        row = feature["properties"]
        entry = entries.get(f"geonames:{int(row.get('geonameid') or 0)}")
        if entry is not None and entry.precision == "city":
            entry.add(filter(None, (row.get("name"), row.get("nameascii"))), OTHER)


def division_label_points(folder: Path) -> dict[str, tuple[float, float]]:
    """First-order divisions: `ISO code/normal form` to latitude and longitude."""
    best: dict[str, tuple[tuple[int, float, float], tuple[float, float]]] = {}
    for feature in _features(folder / "ne_10m_admin_1_label_points.geojson.gz"):
        row = feature["properties"]
        if (
            not row.get("iso_a2")
            or not row.get("name")
            or row["featurecla"] == "Admin-1 minor island"
        ):
            continue  # an empty code must never become a key
        key = f"{row['iso_a2']}/{normalise(row['name'])}"
        # adm0_sr is 1 or little more for the main part of a division, and large for its islands.
        rank = (int(row["featurecla"] == "Admin-1 aggregation"), row["adm0_sr"], row["scalerank"])
        longitude, latitude = feature["geometry"]["coordinates"][:2]
        if key not in best or rank < best[key][0]:
            best[key] = rank, (latitude, longitude)
    return {key: point for key, (_, point) in best.items()}


def country_label_points(folder: Path) -> dict[str, tuple[float, float]]:
    """Countries by ISO 3166 alpha-3 code: their most prominent label point."""
    best: dict[str, tuple[float, tuple[float, float]]] = {}
    for feature in _features(folder / "ne_10m_admin_0_label_points.geojson.gz"):
        row = feature["properties"]
        code = row.get("sr_adm0_a3")
        if not code or row["featurecla"] != "Admin-0 scale ranks":
            continue
        longitude, latitude = feature["geometry"]["coordinates"][:2]
        if code not in best or row["scalerank"] < best[code][0]:
            best[code] = row["scalerank"], (latitude, longitude)
    return {key: point for key, (_, point) in best.items()}


def slug(name: str) -> str:
    """A name as it stands in a gazetteer id: `gulf-of-aden`."""
    return normalise(name).replace(" ", "-")


def _features(path: Path) -> list[dict[str, Any]]:
    with open_text(path) as file:
        features: list[dict[str, Any]] = json.load(file)["features"]
    return features
