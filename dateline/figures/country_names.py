"""Names of countries on a small still map, each on its land or close by it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from dateline.figures.outlines import country_name, country_of_pixels, is_foremost
from dateline.figures.view import View

__all__ = ["LETTERS", "CountryName", "country_names_on"]

Squares = npt.NDArray[np.bool_]

LETTERS: Final = 8
"""Size of the names in pixels, where none is asked for."""
_LETTER: Final = 0.75
"""How wide a letter is for its size, in capitals and set apart."""
_MOST: Final = 6
_STEP: Final = 2
"""Pixels along a square of the picture: how finely it is looked at."""
_CLEAR: Final = 8
"""Pixels around a spot that are to be seen, where no others are asked for."""
_LONG: Final = 12
"""Letters of a name from which it takes two lines."""
_ON_ITS_LAND: Final = 0.6
"""Share of a name that must stand on the country's own land; the rest may stand in the sea."""
_BESIDE: Final = 16
"""Pixels beside its land that a name must reach where a spot lies in the country, which may be too
small for it."""
_REACHED: Final = 0.1
"""Share of a name that must stand there; or, where it has room over its neighbours only, on the
country's own land."""
_LARGELY: Final = 0.5
"""Share of the name of a large country without a spot that must stand on its land, if over others'
too."""


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
    view: View,
    size: tuple[int, int],
    spots: tuple[tuple[float, float], ...],
    *,
    letters: int = LETTERS,
    clear: int = _CLEAR,
) -> tuple[CountryName, ...]:
    """Name the countries on a map, first those with a spot in them, then the largest.

    A name that has no room, or would stand over a spot or another name, is left out. Over other
    countries stand only those of countries with a spot and of the foremost, where the others have
    left room.

    Args:
        view: Centre and zoom of the map.
        size: Its width and height in pixels.
        spots: What is to be seen on it, in its pixels.
        letters: Size of the names in pixels.
        clear: Pixels to be seen around each spot.
    """
    ground = _Ground(np.array(country_of_pixels(view, size, _STEP)), spots, clear)
    named: dict[str, list[CountryName]] = {}
    for tried in (_room_clear_of_others, _room_over_others):
        for code in ground.ranked:
            if code in named or len(named) == _MOST:
                continue
            lines = _lines(country_name(code).upper())
            high, wide = letters * len(lines), max(map(len, lines)) * _LETTER * letters
            if not (room := tried(ground, code, (high, wide))):
                continue
            x, y = room
            ground.take((x - wide / 2, y - high / 2 - 3, x + wide / 2, y + high / 2 + 3))
            top = y - high / 2 + letters / 2
            named[code] = [CountryName(x, top + letters * i, line) for i, line in enumerate(lines)]
    return tuple(name for code in ground.ranked for name in named.get(code, ()))


class _Ground:
    """The squares of a picture.

    Attributes:
        countries: The country of each, as `country_of_pixels` has them.
        taken: Those that spots and names stand in.
        asked: Countries with a spot.
        ranked: All countries, those first, then by size.
    """

    def __init__(
        self,
        countries: npt.NDArray[np.str_],
        spots: tuple[tuple[float, float], ...],
        clear: int,
    ) -> None:
        self.countries = countries
        self.taken: Squares = np.zeros(countries.shape, dtype=bool)
        self.asked = set()
        for x, y in spots:
            self.take((x - clear, y - clear, x + clear, y + clear))
            row, column = int(y / _STEP), int(x / _STEP)
            if 0 <= row < countries.shape[0] and 0 <= column < countries.shape[1]:
                self.asked.add(str(countries[row, column]))
        codes, squares = np.unique(countries[countries != ""], return_counts=True)
        sizes = dict(zip(codes.tolist(), squares.tolist(), strict=True))
        self.ranked: list[str] = sorted(
            sizes, key=lambda code: (code not in self.asked, -sizes[code])
        )

    def take(self, box: tuple[float, float, float, float]) -> None:
        """Give away left, top, right and bottom in pixels."""
        left, top, right, bottom = (side / _STEP for side in box)
        self.taken[max(0, int(top)) : math.ceil(bottom), max(0, int(left)) : math.ceil(right)] = (
            True
        )


def _lines(name: str) -> list[str]:
    """A long name in two lines, as even as its words are."""
    breaks = [i for i, letter in enumerate(name) if letter == " "]
    if len(name) < _LONG or not breaks:
        return [name]
    at = min(breaks, key=lambda i: abs(i - len(name) / 2))
    return [name[:at], name[at + 1 :]]


def _room_clear_of_others(
    ground: _Ground, code: str, name: tuple[float, float]
) -> tuple[float, float] | None:
    """On the country's own land or, where a spot asks for it, in the sea beside it."""
    own = ground.countries == code
    closed = ground.taken | ((ground.countries != "") & ~own)
    room = _room(name, own, closed, _ON_ITS_LAND)
    if room is None and code in ground.asked:
        room = _room(name, _grown(own), closed, _REACHED)
    return room


def _room_over_others(
    ground: _Ground, code: str, name: tuple[float, float]
) -> tuple[float, float] | None:
    """Over its neighbours too, where a spot asks for it or readers find their way by it."""
    if code not in ground.asked and not is_foremost(code):
        return None
    least = _REACHED if code in ground.asked else _LARGELY
    return _room(name, ground.countries == code, ground.taken, least)


def _grown(own: Squares) -> Squares:
    by = _BESIDE // _STEP
    padded: Any = np.pad(own, by)
    for axis in (0, 1):
        padded = sliding_window_view(padded, 2 * by + 1, axis=axis).any(axis=-1)
    grown: Squares = padded
    return grown


def _room(
    name: tuple[float, float], own: Squares, closed: Squares, least: float
) -> tuple[float, float] | None:
    """The middle of where a name so high and wide has room, nearest to that of its land, in
    pixels."""
    high, wide = name
    shape = (math.ceil((high + 2) / _STEP), math.ceil((wide + 4) / _STEP))
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
