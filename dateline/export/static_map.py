"""The map of a selection as a still picture: SVG that needs no script and no tile."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Final

import pandas as pd

from dateline.figures.hover import plural
from dateline.figures.marks import marks
from dateline.figures.outlines import land, pixel
from dateline.figures.palette import LIGHT
from dateline.figures.view import FITTED_PIXELS, View, fit

__all__ = ["static_map"]

_WIDTH, _HEIGHT = FITTED_PIXELS
_NAMED: Final = {"wide": (12, 12), "narrow": (24, 8)}
"""Size of the names in units of the drawing, and how many places bear theirs at most, on a screen
that shows the drawing whole and on a phone that halves it; all have a tooltip."""
_LETTER, _LINE = 7 / 12, 14 / 12
"""How wide a letter of a name is, generously, and how high a line of it, for its size."""


def static_map(counts: pd.DataFrame, anchors: Mapping[str, str]) -> str:
    """Draw the places with their counts.

    Args:
        counts: As `dateline.figures.marks.marks` takes them, with `name`.
        anchors: By gazetteer id, the id of the element of the page that its mark leads to.

    Returns:
        An `<svg>`; circles for towns, rings for regions, dashed rings for countries, diamonds for
        features. All text in it is escaped. Names stand in it twice, in groups of the classes
        `wide` and `narrow`; a style must hide one of them, and give the colours of a
        `dateline.figures.palette.Palette` as custom properties: `--sea`, `--land`, `--event` …
    """
    view, table = fit(counts), marks(counts)
    rows = table.to_dict("records")
    # No stop for Tab: the list of places has the same.
    drawn = [
        f'<a href="#{anchors[row["gazetteer_id"]]}" tabindex="-1">{_mark(row, view)}</a>'
        for row in rows
    ]
    elsewhere = sum(not _is_inside(*_point(row, view)) for row in rows)
    said = f"and {plural(elsewhere, 'place')} beyond this map" if elsewhere else ""
    named = [
        f'<g class="{screen}" font-size="{size}">{"".join(_names(rows, view, size, most))}'
        f'<text x="8" y="{_HEIGHT - 10}">{said}</text></g>'
        for screen, (size, most) in _NAMED.items()
    ]
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="Map of places mentioned">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="var(--sea)"/>'
        f'<path d="{land(view, FITTED_PIXELS)}" fill="var(--land)" stroke="var(--rule)" '
        f'stroke-width="0.7" fill-rule="evenodd"/>{"".join(drawn)}{"".join(named)}</svg>'
    )


def _point(row: dict[Any, Any], view: View) -> tuple[float, float]:
    return pixel(row["longitude"], row["latitude"], view, FITTED_PIXELS)


def _mark(row: dict[Any, Any], view: View) -> str:
    x, y = _point(row, view)
    radius = max(row["diameter"] / 2, 2.5)
    colour = f"var(--{row['role'] if row['role'] in LIGHT.roles else 'accent'})"
    tip = f"<title>{escape(row['name'])}: {plural(int(row['articles']), 'article')}</title>"
    if row["precision"] == "feature":
        path = f"M{x} {y - radius}l{radius} {radius}l{-radius} {radius}l{-radius} {-radius}z"
        return f'<path d="{path}" fill="{colour}" fill-opacity="0.7">{tip}</path>'
    dash = ' stroke-dasharray="3 2"' if row["precision"] == "country" else ""
    hollow = row["precision"] in ("region", "district", "country")
    fill = "0.08" if hollow else "0.7"
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}" fill-opacity="{fill}" '
        f'stroke="{colour}"{dash}>{tip}</circle>'
    )


def _is_inside(x: float, y: float) -> bool:
    return 0 <= x <= _WIDTH and 0 <= y <= _HEIGHT


def _names(rows: list[dict[Any, Any]], view: View, size: int, most: int) -> list[str]:
    """Names beside the marks with most articles, none over another or over the edge."""
    line = _LINE * size
    taken: list[tuple[float, float, float]] = []
    names: list[str] = []
    for row in rows:
        x, y = _point(row, view)
        left = x + row["diameter"] / 2 + 3
        right = left + len(row["name"]) * _LETTER * size
        free = all(
            right < start or left > end or abs(y - other) > line for start, end, other in taken
        )
        if len(names) < most and free and _is_inside(x, y - line) and right < _WIDTH:
            taken.append((left, right, y))
            text = escape(row["name"])
            names.append(f'<text x="{left:.1f}" y="{y + size / 3:.1f}">{text}</text>')
    return names
