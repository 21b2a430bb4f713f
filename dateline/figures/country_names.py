"""Names of countries on a small still map, each on its land or close by it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from dateline.figures.outlines import country_name, country_of_pixels
from dateline.figures.view import View

__all__ = ["LETTERS", "CountryName", "country_names_on"]

Squares = npt.NDArray[np.bool_]

LETTERS: Final = 8
"""Size of the names in pixels."""
_LETTER: Final = 0.75
"""How wide a letter is for its size, in capitals and set apart."""
_MOST: Final = 6
_STEP: Final = 2
"""Pixels along a square of the picture: how finely it is looked at."""
_CLEAR: Final = 8
"""Pixels around a spot that are to be seen."""
_LONG: Final = 12
"""Letters of a name from which it takes two lines."""
_ON_ITS_LAND: Final = 0.6
"""Share of a name that must stand on the country's own land; the rest may stand in the sea."""
_BESIDE: Final = 16
"""Pixels beside its land that a name must reach where a spot lies in the country, which may be too
small for it."""
_REACHED: Final = 0.1
"""Share of a name that must stand there."""


class CountryName(NamedTuple):
    """What is to be written.

    Attributes:
        x, y: The middle of it, in pixels from the left and from the top.
        text: In capitals; one line of the name if it is a long one.
    """

    x: float
    y: float
    text: str


@lru_cache(maxsize=256)
def country_names_on(
    view: View, size: tuple[int, int], spots: tuple[tuple[float, float], ...]
) -> tuple[CountryName, ...]:
    """Name the countries on a map, first those with a spot in them, then the largest.

    A name that has no room, or would stand over a spot, another name or another country, is left
    out.

    Args:
        view: Centre and zoom of the map.
        size: Its width and height in pixels.
        spots: What is to be seen on it, in its pixels.
    """
    countries = np.array(country_of_pixels(view, size, _STEP))
    taken = np.zeros(countries.shape, dtype=bool)
    asked = set()
    for x, y in spots:
        row, column = int(y / _STEP), int(x / _STEP)
        if 0 <= row < countries.shape[0] and 0 <= column < countries.shape[1]:
            asked.add(str(countries[row, column]))
        _take(taken, (x - _CLEAR, y - _CLEAR, x + _CLEAR, y + _CLEAR))
    codes, squares = np.unique(countries[countries != ""], return_counts=True)
    ranked = sorted(
        zip(codes.tolist(), squares.tolist(), strict=True),
        key=lambda one: (one[0] not in asked, -one[1]),
    )
    written: list[CountryName] = []
    named = 0
    for code, _ in ranked:
        if named == _MOST:
            break
        lines = _lines(country_name(code).upper())
        own = countries == code
        closed = taken | ((countries != "") & ~own)
        room = _room(lines, own, closed, _ON_ITS_LAND)
        if room is None and code in asked:
            room = _room(lines, _grown(own), closed, _REACHED)
        if room is None:
            continue
        named += 1
        x, y = room
        half, high = _half(lines), LETTERS * len(lines) / 2
        _take(taken, (x - half, y - high - 3, x + half, y + high + 3))
        top = y - high + LETTERS / 2
        written += [CountryName(x, top + LETTERS * i, line) for i, line in enumerate(lines)]
    return tuple(written)


def _lines(name: str) -> list[str]:
    """A long name in two lines, as even as its words are."""
    breaks = [i for i, letter in enumerate(name) if letter == " "]
    if len(name) < _LONG or not breaks:
        return [name]
    at = min(breaks, key=lambda i: abs(i - len(name) / 2))
    return [name[:at], name[at + 1 :]]


def _half(lines: list[str]) -> float:
    return max(map(len, lines)) * _LETTER * LETTERS / 2


def _take(taken: Squares, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = (side / _STEP for side in box)
    taken[max(0, int(top)) : math.ceil(bottom), max(0, int(left)) : math.ceil(right)] = True


def _grown(own: Squares) -> Squares:
    by = _BESIDE // _STEP
    padded: Any = np.pad(own, by)
    for axis in (0, 1):
        padded = sliding_window_view(padded, 2 * by + 1, axis=axis).any(axis=-1)
    grown: Squares = padded
    return grown


def _room(
    lines: list[str], own: Squares, closed: Squares, least: float
) -> tuple[float, float] | None:
    """The middle of where a name has room, nearest to that of its land, in pixels."""
    high, wide = LETTERS * len(lines) + 2, 2 * _half(lines) + 4
    shape = (math.ceil(high / _STEP), math.ceil(wide / _STEP))
    if shape[0] > own.shape[0] or shape[1] > own.shape[1]:
        return None
    if own.sum() < least * shape[0] * shape[1]:
        return None  # most countries of a wide map are too small: nothing is tried for them
    shares: Any = sliding_window_view(own, shape).mean(axis=(2, 3))
    free = (shares >= least) & ~sliding_window_view(closed, shape).any(axis=(2, 3))
    if not free.any():
        return None
    y, x = (np.arange(count) for count in free.shape)
    rows, columns = np.nonzero(own)
    down = y[:, None] + shape[0] / 2 - rows.mean()
    across = x[None, :] + shape[1] / 2 - columns.mean()
    # What stands on its land comes first: a square less of it counts as much as one farther away.
    cost = np.hypot(down, across) + (1 - shares) * shape[1]
    row, column = np.unravel_index(np.where(free, cost, np.inf).argmin(), free.shape)
    return (
        float((column + shape[1] / 2) * _STEP),
        float((row + shape[0] / 2) * _STEP),
    )
