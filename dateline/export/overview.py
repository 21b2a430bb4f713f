"""A small map of everywhere, in the corner of a map that does not hold all its places."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape
from typing import Final, NamedTuple

import pandas as pd

from dateline.figures.outlines import country_labels, land, pixel
from dateline.figures.view import FITTED_PIXELS, View, holding

__all__ = ["Overview", "overview"]

_SIZE: Final = (176, 112)
_WORLD: Final = View(10.0, 25.0, round(math.log2(_SIZE[0] / 512), 2))
"""All of it, as wide as the small map is."""
_NEAREST: Final = 4.0

_LETTERS: Final = 9
"""Size of the names in pixels of the large map."""
_LETTER: Final = 0.75
"""How wide a letter of a name is for its size, in capitals and set apart."""
_MOST_NAMES: Final = 8
_AROUND: Final = (0, -4, 4)
"""How far below the middle of a country its name may stand, the best first; no farther, or it would
lie in another."""


class Overview(NamedTuple):
    """The small map.

    Attributes:
        box: What it takes of the large one: left, top, right, bottom in pixels.
        svg: A `<g>` with all places as specks, names of countries, and a frame
            around what the large one shows.
    """

    box: tuple[float, float, float, float]
    svg: str


def overview(table: pd.DataFrame, shown: View, points: list[tuple[float, float]]) -> Overview:
    """Draw it where the fewest marks lie.

    Args:
        table: Places with `longitude` and `latitude` in degrees.
        shown: What the large map shows.
        points: Where they lie on the large map, in its pixels.
    """
    left, top = _corner(points)
    view = _around(table)
    spots = sorted(
        {
            pixel(longitude, latitude, view, _SIZE)
            for longitude, latitude in zip(table["longitude"], table["latitude"], strict=True)
        }
    )
    specks = "".join(f"M{x:g} {y:g}h0" for x, y in spots)
    codes = list(dict.fromkeys(table["country_code"].dropna().astype(str)))
    x, y = pixel(shown.longitude, shown.latitude, view, _SIZE)
    shrunk = 2.0 ** (view.zoom - shown.zoom)
    wide, high = (
        max(least, side * shrunk) for least, side in zip((11, 8), FITTED_PIXELS, strict=True)
    )
    width, height = _SIZE
    return Overview(
        (left, top, left + width, top + height),
        f'<clipPath id="overview"><rect width="{width}" height="{height}"/></clipPath>'
        f'<g transform="translate({left} {top})"><g clip-path="url(#overview)">'
        f'<rect class="inset" width="{width}" height="{height}"/>'
        f'<path class="ground" d="{land(view, _SIZE, detail=1.0)}"/>'
        f'<path class="specks" d="{specks}"/>'
        f'<rect class="here" x="{x - wide / 2:.1f}" y="{y - high / 2:.1f}" width="{wide:.1f}" '
        f'height="{high:.1f}"/>'
        f'<g class="wide" font-size="{_LETTERS}" text-anchor="middle">'
        f"{''.join(_names(codes, view, spots))}</g></g>"
        f'<rect class="frame" width="{width}" height="{height}"/></g>',
    )


def _names(codes: list[str], view: View, spots: list[tuple[float, float]]) -> Iterator[str]:
    """Names of countries, of these first, none over a speck, another name or the edge."""
    width, height = _SIZE
    taken = [(x - 2, y - 2, x + 2, y + 2) for x, y in spots]
    left = _MOST_NAMES
    for name, longitude, latitude in country_labels(codes):
        x, y = pixel(longitude, latitude, view, _SIZE)
        half = len(name) * _LETTER * _LETTERS / 2
        for middle in (y + down for down in _AROUND):
            box = (x - half, middle - _LETTERS / 2, x + half, middle + _LETTERS / 2)
            inside = box[0] > 2 and box[1] > 2 and box[2] < width - 2 and box[3] < height - 2
            if left and inside and not any(_touch(box, other) for other in taken):
                taken.append(box)
                left -= 1
                yield (
                    f'<text class="country-name" x="{x:g}" y="{middle + _LETTERS / 3:.1f}">'
                    f"{escape(name.upper())}</text>"
                )
                break


def _touch(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _corner(points: list[tuple[float, float]]) -> tuple[int, int]:
    """Left and top of the corner with the fewest marks; of equals the lower right."""
    (width, height), (across, along) = FITTED_PIXELS, _SIZE
    corners = [(left, top) for top in (height - along - 8, 8) for left in (width - across - 8, 8)]
    return min(
        corners,
        key=lambda corner: sum(
            corner[0] - 8 <= x <= corner[0] + across + 8
            and corner[1] - 8 <= y <= corner[1] + along + 8
            for x, y in points
        ),
    )


def _around(table: pd.DataFrame) -> View:
    """A view that holds every place; the whole world where they lie all over it."""
    points = [*zip(table["longitude"], table["latitude"], strict=True)]
    view = holding(points, _SIZE, nearest=_NEAREST, furthest=_WORLD.zoom)
    return view if view.zoom > _WORLD.zoom else _WORLD
