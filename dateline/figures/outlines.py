"""Where places lie on a still picture, and what the base map has around them, as SVG paths."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import translate

from dateline.figures.mercator import latitude_at, northing
from dateline.figures.view import View
from dateline.resources import static_folder

__all__ = [
    "countries_named",
    "country_name",
    "country_of_pixels",
    "given",
    "is_foremost",
    "lakes",
    "land",
    "lines",
    "pixel",
]

Lines = Literal["agreed", "disputed", "river"]

_WORLD: Final = 512
"""Pixels of the world at zoom 0, as MapLibre has it."""


def pixel(
    longitude: float, latitude: float, view: View, size: tuple[int, int]
) -> tuple[float, float]:
    """Where a point lies in the picture, on Web Mercator, on the nearer side of the antimeridian.

    Args:
        longitude, latitude: Degrees, WGS 84.
        view: Centre and zoom of the picture.
        size: Its width and height in pixels.

    Returns:
        Pixels from the left and from the top, to a tenth.
    """
    east = (longitude - view.longitude + 180) % 360 - 180
    [corner] = _pixels(np.array([[view.longitude + east, latitude]]), view, size)
    return corner


def land(
    view: View,
    size: tuple[int, int],
    only: Collection[str] | None = None,
    *,
    detail: float = 0.5,
) -> str:
    """Outlines of the countries in view, as the `d` of one path with the rule evenodd.

    Args:
        view: Centre and zoom of the picture.
        size: Its width and height in pixels.
        only: ISO 3166 alpha-2 codes of those wanted; all if missing.
        detail: Pixels by which an outline may be off; what is smaller is left out.
    """
    shapes = [one for code, one in _countries() if only is None or code in only]
    return "".join(_areas(shapes, view, size, detail))


def lakes(view: View, size: tuple[int, int]) -> str:
    """Outlines of the large lakes in view, as `land` gives those of countries."""
    return "".join(_areas([one for kind, one in _water() if kind == "lake"], view, size, 0.5))


def lines(view: View, size: tuple[int, int], kind: Lines) -> str:
    """Borders that are agreed, borders that are disputed, or large rivers, as the `d` of a path.

    Args:
        view: Centre and zoom of the picture.
        size: Its width and height in pixels.
        kind: Which.
    """
    source = _water() if kind == "river" else _borders()
    return _lines([one for name, one in source if name == kind], view, size)


def given(paths: Iterable[Sequence[tuple[float, float]]], view: View, size: tuple[int, int]) -> str:
    """Lines of longitude and latitude in degrees, as the `d` of a path."""
    return _lines([shapely.LineString(path) for path in paths], view, size)


def _lines(shapes: list[Any], view: View, size: tuple[int, int]) -> str:
    return "".join(
        _drawn(piece, view, size)
        for shown in _in_view(shapes, view, size)
        for piece in getattr(shown, "geoms", [shown])
        if piece.geom_type == "LineString" and not piece.is_empty
    )


def countries_named(view: View, size: tuple[int, int]) -> list[tuple[float, float, str]]:
    """Names of countries within the picture, with the pixels they are centred on.

    Only those that the base map names at this zoom, the foremost first.
    """
    named = []
    for zoom, name, longitude, latitude in _country_names():
        x, y = pixel(longitude, latitude, view, size)
        if zoom <= view.zoom and 0 <= x <= size[0] and 0 <= y <= size[1]:
            named.append((x, y, name))
    return named


def country_of_pixels(view: View, size: tuple[int, int], step: int) -> list[list[str]]:
    """Which country lies at the middle of each square of a picture.

    Args:
        view: Centre and zoom of the picture.
        size: Its width and height in pixels.
        step: Pixels along a square.

    Returns:
        Rows of squares from the top, of ISO 3166 alpha-2 codes; empty in the sea.
    """
    degrees = 360 / (_WORLD * 2**view.zoom)
    across = np.arange(step / 2, size[0], step) - size[0] / 2
    along = np.arange(step / 2, size[1], step) - size[1] / 2
    east = (view.longitude + across * degrees + 180) % 360 - 180
    middle = float(northing(view.latitude))
    north = np.array([latitude_at(middle - down * degrees) for down in along])
    longitudes, latitudes = np.meshgrid(east, north)
    found = np.full(longitudes.shape, "", dtype="<U2")
    for code, shape in _countries():
        west, low, right, high = shape.bounds
        near = (longitudes >= west) & (longitudes <= right) & (latitudes >= low)
        near &= (latitudes <= high) & (found == "")
        if near.any():
            shapely.prepare(shape)
            inside = shapely.contains_xy(shape, longitudes[near], latitudes[near])
            found[near] = np.where(inside, code, "")
    rows: list[list[str]] = found.tolist()
    return rows


@cache
def country_name(code: str) -> str:
    """What the base map calls a country by its ISO 3166 alpha-2 code; the code if nothing."""
    shapes = [shape for known, shape in _countries() if known == code]
    for _, name, longitude, latitude in _country_names():
        if any(shape.contains(shapely.Point(longitude, latitude)) for shape in shapes):
            return name
    return code


def is_foremost(code: str) -> bool:
    """Whether the base map names a country, by its ISO 3166 alpha-2 code, at every zoom."""
    name = country_name(code)
    return any(zoom <= 0 and name == foremost for zoom, foremost, *_ in _country_names())


def _areas(shapes: list[Any], view: View, size: tuple[int, int], detail: float) -> Iterator[str]:
    least = (detail * 360 / (_WORLD * 2**view.zoom)) ** 2
    for shown in _in_view(shapes, view, size, detail):
        for piece in getattr(shown, "geoms", [shown]):
            if piece.geom_type == "Polygon" and piece.area > least:
                for ring in (piece.exterior, *piece.interiors):
                    yield _drawn(ring, view, size) + "z"


def _in_view(
    shapes: list[Any], view: View, size: tuple[int, int], detail: float = 0.5
) -> Iterator[Any]:
    """What of the shapes lies in the picture or a little beyond it, no finer than its pixels."""
    per_pixel = 360 / (_WORLD * 2**view.zoom)
    across, along = per_pixel * size[0] * 0.6, per_pixel * size[1] * 0.6
    south, north = max(view.latitude - along, -84.0), min(view.latitude + along, 84.0)
    window = (view.longitude - across, south, view.longitude + across, north)
    for turn in (-360, 0, 360):
        for shape in shapes:
            west, low, east, high = shape.bounds
            if west + turn > window[2] or east + turn < window[0] or low > north or high < south:
                continue
            turned = translate(shape, turn) if turn else shape
            yield shapely.clip_by_rect(turned, *window).simplify(per_pixel * detail)


def _pixels(
    points: npt.NDArray[np.float64], view: View, size: tuple[int, int]
) -> list[tuple[float, float]]:
    scale = _WORLD * 2**view.zoom / 360
    across = size[0] / 2 + (points[:, 0] - view.longitude) * scale
    down = size[1] / 2 - (northing(points[:, 1]) - northing(view.latitude)) * scale
    return [*zip(across.round(1).tolist(), down.round(1).tolist(), strict=True)]


@cache
def _countries() -> tuple[tuple[str, Any], ...]:
    return _shapes("countries", "iso")


@cache
def _borders() -> tuple[tuple[str, Any], ...]:
    return _shapes("borders", "kind")


@cache
def _water() -> tuple[tuple[str, Any], ...]:
    return _shapes("water", "kind")


def _shapes(name: str, told_by: str) -> tuple[tuple[str, Any], ...]:
    """Each shape of a file of the base map with the property it is told by."""
    return tuple(
        (one["properties"][told_by], shapely.geometry.shape(one["geometry"]))
        for one in _features(name)
    )


@cache
def _country_names() -> tuple[tuple[float, str, float, float], ...]:
    return tuple(
        sorted(
            (properties["zoom"], properties["name"], *one["geometry"]["coordinates"])
            for one in _features("toponyms")
            if (properties := one["properties"])["kind"] == "country"
        )
    )


def _features(name: str) -> list[Any]:
    found: list[Any] = json.loads((static_folder() / f"{name}.geojson").read_text("utf-8"))[
        "features"
    ]
    return found


def _drawn(line: Any, view: View, size: tuple[int, int]) -> str:
    corners = _pixels(shapely.get_coordinates(line), view, size)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners)
