"""Borders of a reader's own, as GeoJSON (RFC 7946): lines over those of the map, or instead.

Only coordinates are taken from a file, and of its properties whether a line is disputed. Nothing in
it is executed, fetched or shown as anything but lines.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from shapely.geometry import LineString

from dateline.credits import BORDERS, POINTS
from dateline.errors import ReadingError

__all__ = ["FILE_NAME", "LARGEST_BYTES", "Borders", "of_folder", "read"]

FILE_NAME: Final = "borders.geojson"
"""A file of this name in a corpus folder is used for everybody who opens the corpus."""

LARGEST_BYTES: Final = 5_000_000
"""Of a file."""

MOST_POINTS: Final = 6_000
"""Points that are kept: the map gets all lines with every figure."""

_EXPECTED: Final = "GeoJSON with lines or polygons in degrees, WGS 84, of 5 MB at the most"

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Borders:
    """Lines between countries.

    Attributes:
        name: What they are called; comes from outside.
        agreed, disputed: Lines of longitude and latitude in degrees, 3 decimals.
    """

    name: str
    agreed: tuple[Line, ...]
    disputed: tuple[Line, ...]

    def drawn(self, *, instead: bool) -> dict[str, Any]:
        """What the map draws.

        Args:
            instead: Its own borders are taken away.

        Returns:
            `id`, the same for the same lines; `instead`; `lines`, a GeoJSON FeatureCollection whose
            features have a `kind`, `agreed` or `disputed`.
        """
        features = [
            {
                "type": "Feature",
                "properties": {"kind": kind},
                "geometry": {"type": "MultiLineString", "coordinates": lines},
            }
            for kind, lines in (("agreed", self.agreed), ("disputed", self.disputed))
        ]
        digest = hashlib.sha256(repr((self.agreed, self.disputed)).encode()).hexdigest()
        return {
            "id": digest[:12],
            "instead": instead,
            "lines": {"type": "FeatureCollection", "features": features},
        }

    def statement(self, whose: str, *, instead: bool) -> str:
        """Whose borders a map with these shows.

        Args:
            whose: Who gave them, as `the reader`.
            instead: The map's own borders are taken away.
        """
        given = f"Borders: as given by {whose}; they are not a statement by this project."
        return f"{given} {POINTS}" if instead else f"{given} Under them: {BORDERS}"


def read(content: bytes, *, name: str) -> Borders:
    """Read borders from a file.

    Args:
        content: The file.
        name: What to call it.

    Returns:
        Its lines, simplified to `MOST_POINTS` at the most. A feature is disputed if it has a
        property `disputed` that is true, or `kind` that is `disputed`.

    Raises:
        ReadingError: It is too large, no GeoJSON, holds no line, or a coordinate is none.
    """
    if len(content) > LARGEST_BYTES:
        raise ReadingError(f"{name} of {len(content):,} bytes", _EXPECTED, "simplify the lines")
    try:
        whole = json.loads(content.decode("utf-8-sig"), parse_constant=_refused)
        lines: dict[bool, list[Line]] = {False: [], True: []}
        for geometry, disputed in _geometries(whole):
            lines[disputed].extend(map(_line, _paths(geometry)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReadingError(
            f"{name}, which cannot be read ({str(error)[:80]})",
            _EXPECTED,
            "export its lines or polygons as GeoJSON in WGS 84 (EPSG:4326)",
        ) from error
    if not (lines[False] or lines[True]):
        raise ReadingError(f"{name} without a line", _EXPECTED, "choose another file")
    tolerance = 0.0
    while sum(map(len, (*lines[False], *lines[True]))) > MOST_POINTS and tolerance < 10:
        tolerance = 2 * tolerance or 0.005
        lines = {kind: [_simplified(line, tolerance) for line in lines[kind]] for kind in lines}
    if sum(map(len, (*lines[False], *lines[True]))) > MOST_POINTS:
        raise ReadingError(f"{name} of too many lines", _EXPECTED, "keep fewer of them")
    shown = "".join(letter if letter.isprintable() else " " for letter in name)[:60]
    return Borders(shown, tuple(lines[False]), tuple(lines[True]))


def of_folder(folder: Path) -> Borders | None:
    """The borders of a corpus; None where it has none of its own.

    Raises:
        ReadingError: They cannot be read.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        return read(stream.read(LARGEST_BYTES + 1), name=FILE_NAME)


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no coordinate")


def _geometries(whole: Any) -> Iterator[tuple[dict[str, Any], bool]]:
    """Geometries, and whether each is disputed."""
    kind = whole["type"]
    if kind == "FeatureCollection":
        for feature in whole["features"]:
            if feature["type"] != "Feature":
                raise ValueError("a collection of something else than features")
            yield from _geometries(feature)
    elif kind == "Feature":
        properties = whole.get("properties") or {}
        disputed = properties.get("disputed") is True or properties.get("kind") == "disputed"
        if whole.get("geometry") is not None:
            yield whole["geometry"], disputed
    else:
        yield whole, False


def _paths(geometry: dict[str, Any]) -> Iterator[list[Any]]:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}.get(kind)
    if depth is None:
        raise ValueError("a geometry that is neither line nor polygon")
    paths = [coordinates]
    for _ in range(depth):
        paths = [path for several in paths for path in several]
    yield from paths


def _line(path: Any) -> Line:
    if not isinstance(path, list) or len(path) < 2:
        raise ValueError("a line of fewer than two points")
    return tuple(map(_point, path))


def _point(point: Any) -> tuple[float, float]:
    if not isinstance(point, list) or len(point) < 2:
        raise ValueError("a point without two coordinates")
    x, y = point[:2]
    if not all(isinstance(value, int | float) and not isinstance(value, bool) for value in (x, y)):
        raise ValueError("a coordinate that is no number")
    if not (math.isfinite(x) and math.isfinite(y) and abs(x) <= 180 and abs(y) <= 90):
        raise ValueError(f"the point {x:g}, {y:g} outside the world")
    return round(float(x), 3), round(float(y), 3)


def _simplified(line: Line, tolerance: float) -> Line:
    """Fewer points within a distance in degrees (Douglas and Peucker 1973)."""
    simple = LineString(line).simplify(tolerance, preserve_topology=False)
    return tuple((round(x, 3), round(y, 3)) for x, y in simple.coords)
