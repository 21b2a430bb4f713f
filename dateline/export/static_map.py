"""The map of a selection as a still picture: SVG that needs no script and no tile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final, NamedTuple

import pandas as pd

from dateline.borders import Borders
from dateline.export.overview import overview
from dateline.figures.marks import Form, form_named, marks
from dateline.figures.outlines import countries_named, given, lakes, land, lines, pixel
from dateline.figures.view import FITTED_PIXELS, View, fit
from dateline.plural import plural

__all__ = ["STYLE", "StaticMap", "static_map"]

_WIDTH, _HEIGHT = FITTED_PIXELS
_NAMED: Final = {"wide": (12, 14), "narrow": (24, 7)}
"""Size of the names in units of the drawing, and how many places bear theirs at most, on a screen
that shows the drawing whole and on a phone that halves it; all have a tooltip."""
_LETTER, _LINE = 7 / 12, 14 / 12
"""How wide a letter of a name is, generously, and how high a line of it, for its size."""
_RIVERS_FROM: Final = 3.0
"""Zoom under which rivers are left out, as on the page."""

STYLE: Final = """
.map { background: var(--sea); }
.map text { fill: var(--ink); paint-order: stroke; stroke: var(--land); stroke-width: 3px;
  stroke-linejoin: round; pointer-events: none; }
.map .country-name { fill: var(--quiet); letter-spacing: 0.14em; stroke-width: 2px; }
.map .narrow { display: none; }
.map .narrow text { stroke-width: 6px; }
.map .ground { fill: var(--land); fill-rule: evenodd; }
.map .shade { fill: var(--accent); fill-opacity: 0.14; fill-rule: evenodd; }
.map .water { fill: var(--sea); fill-rule: evenodd; }
.map .line { fill: none; stroke: var(--rule); stroke-linejoin: round; }
.map .river { stroke: var(--sea); }
.map .given { stroke: var(--quiet); }
.map .disputed { stroke-dasharray: 3 2.5; }
.map a > * { fill: currentColor; stroke: currentColor; stroke-width: 0; }
.map a .edged { fill-opacity: 0.78; stroke: var(--land); stroke-width: 1; }
.map a .ring { fill-opacity: 0.1; stroke-width: 1.7; }
.map a .hollow { fill: var(--land); stroke-width: 1.8; }
.map a .unsure { opacity: 0.55; }
.map a:hover > * { stroke: var(--ink); stroke-width: 1.5; }
.map .frame { fill: none; stroke: var(--rule); }
.map .inset { fill: var(--sea); }
.map .here { fill: none; stroke: var(--ink); stroke-width: 1.2; }
.map .specks { fill: none; stroke: var(--accent); stroke-width: 3; stroke-linecap: round; }
"""
"""How it looks; colours come from custom properties, `--sea`, `--land`, `--event` …, and the
classes of the roles, which must set `color`."""


class _Box(NamedTuple):
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.top < y < self.bottom


class _Room(NamedTuple):
    """Where a name can stand: its anchor, the middle of its line, and what it takes."""

    x: float
    y: float
    anchor: str
    box: _Box


_PICTURE: Final = _Box(0, 0, _WIDTH, _HEIGHT)


class StaticMap(NamedTuple):
    """A map.

    Attributes:
        svg: An `<svg>` for a page with `STYLE`.
        beyond: How many of the places with a mark lie beyond it, and only on the small map.
    """

    svg: str
    beyond: int


def static_map(
    counts: pd.DataFrame,
    anchors: Mapping[str, str],
    label: str,
    *,
    borders: Borders | None = None,
    instead: bool = False,
) -> StaticMap:
    """Draw the places with their counts.

    Args:
        counts: As `dateline.figures.marks.marks` takes them, with `name`.
        anchors: By gazetteer id, the id of the element of the page that its mark leads to.
        label: What the map shows, in a sentence, for those who do not see it.
        borders: To draw beside its own.
        instead: Its own are taken away for them.

    Returns:
        The map; marks have the forms that they have in Explore. If some lie beyond it, a small map
        in the emptiest corner shows where. All text is escaped. Names stand in it twice, in groups
        of the classes `wide` and `narrow`, one of which is hidden.
    """
    view, table = fit(counts), marks(counts)
    rows = table.to_dict("records")
    points = [pixel(row["longitude"], row["latitude"], view, FITTED_PIXELS) for row in rows]
    elsewhere = sum(not _PICTURE.holds(x, y) for x, y in points)
    small = overview(table, view, points) if elsewhere else None
    drawn = [
        # No stop for Tab: the list of places has the same.
        f'<a href="#{anchors[row["gazetteer_id"]]}" tabindex="-1" class="{_role(row)}">'
        f"{_mark(row, x, y)}</a>"
        for row, (x, y) in zip(rows, points, strict=True)
    ]
    taken = [_Box(*small.box)] if small else []
    named = [
        f'<g class="{screen}" font-size="{size}">'
        f"{''.join(_names(rows, points, view, size, most, taken))}</g>"
        for screen, (size, most) in _NAMED.items()
    ]
    svg = (
        f'<svg class="map" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{_base(view, rows, borders, instead)}{"".join(drawn)}'
        f"{''.join(named)}"
        f"{small.svg if small else ''}</svg>"
    )
    return StaticMap(svg, elsewhere)


def _base(view: View, rows: list[dict[Any, Any]], borders: Borders | None, instead: bool) -> str:
    """Land, shades of the countries that are marked as such, lakes, rivers and borders."""
    shaded = {row["country_code"] for row in rows if row["form"].startswith("country")}
    paths = [
        ("ground", land(view, FITTED_PIXELS)),
        ("shade", land(view, FITTED_PIXELS, shaded) if shaded else ""),
        ("water", lakes(view, FITTED_PIXELS)),
        ("line river", lines(view, FITTED_PIXELS, "river") if view.zoom >= _RIVERS_FROM else ""),
    ]
    if borders is None or not instead:
        paths += [
            ("line", lines(view, FITTED_PIXELS, "agreed")),
            ("line disputed", lines(view, FITTED_PIXELS, "disputed")),
        ]
    if borders is not None:
        paths += [
            ("line given", given(borders.agreed, view, FITTED_PIXELS)),
            ("line given disputed", given(borders.disputed, view, FITTED_PIXELS)),
        ]
    return "".join(f'<path class="{name}" d="{path}"/>' for name, path in paths if path)


def _role(row: dict[Any, Any]) -> str:
    return str(row["role"] or "event")


def _mark(row: dict[Any, Any], x: float, y: float) -> str:
    form = form_named(row["form"])
    radius = round(row["diameter"] / 2, 1)
    tip = f"<title>{escape(row['name'])}: {plural(int(row['articles']), 'article')}</title>"
    look = f"{_look(form)} unsure" if row["unsure"] else _look(form)
    if form.shape == "circle":
        return f'<circle class="{look}" cx="{x:g}" cy="{y:g}" r="{radius:g}">{tip}</circle>'
    return f'<path class="{look}" d="{_outline(form, x, y, radius)}">{tip}</path>'


def _look(form: Form) -> str:
    if form.covers or form.shape.startswith("hollow-"):
        return "hollow"
    return "ring" if form.name.startswith("ring") else "edged"


def _outline(form: Form, x: float, y: float, radius: float) -> str:
    """The `d` of a diamond, a square or a triangle around a point."""
    if form.shape == "square":
        return f"M{x - radius:g} {y - radius:g}h{2 * radius:g}v{2 * radius:g}h{-2 * radius:g}z"
    if form.shape == "hollow-triangle":
        return f"M{x:g} {y - radius:g}l{radius:g} {1.8 * radius:g}h{-2 * radius:g}z"
    step = f"{radius:g}"
    return f"M{x:g} {y - radius:g}l{step} {step}l-{step} {step}l-{step} -{step}z"


def _names(
    rows: list[dict[Any, Any]],
    points: list[tuple[float, float]],
    view: View,
    size: int,
    most: int,
    taken: list[_Box],
) -> Iterator[str]:
    """Names at the marks with most articles, then of countries, none over another or the edge."""
    taken, left = list(taken), most
    for row, (x, y) in zip(rows, points, strict=True):
        if not left:
            break
        if not _PICTURE.holds(x, y):
            continue
        free = [
            (sum(room.box.holds(*point) for point in points), room)
            for room in _rooms_beside(row, x, y, size)
            if _fits(room.box, taken)
        ]
        hidden, room = min(free, key=lambda one: one[0], default=(0, None))
        if room is None or hidden > 1:  # in a crowd it says less than the marks it would hide
            continue
        taken.append(room.box)
        left -= 1
        side = "" if room.anchor == "start" else f' text-anchor="{room.anchor}"'
        name = escape(row["name"])
        yield f'<text x="{room.x:.1f}" y="{room.y + size / 3:.1f}"{side}>{name}</text>'
    for x, y, name in countries_named(view, FITTED_PIXELS):
        half = len(name) * _LETTER * size * 0.65
        box = _Box(x - half, y - size, x + half, y + size / 2)
        if _fits(box, taken) and not any(box.holds(*point) for point in points):
            taken.append(box)
            yield (
                f'<text class="country-name" x="{x:g}" y="{y:g}" text-anchor="middle" '
                f'font-size="{size * 0.9:g}">{escape(name.upper())}</text>'
            )


def _rooms_beside(row: Mapping[Any, Any], x: float, y: float, size: int) -> Iterator[_Room]:
    """Right of a mark, left of it, above, below."""
    beside = row["diameter"] / 2 + 3
    width, high = len(row["name"]) * _LETTER * size, _LINE * size
    for at, middle, anchor, before in (
        (x + beside, y, "start", 0.0),
        (x - beside, y, "end", 1.0),
        (x, y - beside - high / 2, "middle", 0.5),
        (x, y + beside + high / 2, "middle", 0.5),
    ):
        begin = at - width * before
        box = _Box(begin, middle - high / 2, begin + width, middle + high / 2)
        yield _Room(at, middle, anchor, box)


def _fits(box: _Box, taken: list[_Box]) -> bool:
    inside = box.left > 0 and box.right < _WIDTH and box.top > 0 and box.bottom < _HEIGHT
    return inside and not any(box.touches(other) for other in taken)
