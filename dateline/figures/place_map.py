"""The map of places: one mark a place, its area by the count, its form by how precise the place is.

A town is a dot, a district or province a ring at its point, a country a pale shade of its shape
with a small hollow mark to click, a feature such as a bridge or an air base a diamond. Where roles
other than `event` are shown, each has a form of its own (`Form`). What is less sure than even is
lighter.

The figure is a Plotly figure with additions under `layout.meta`, which the browser component draws
because Plotly has no attribute for them: `outlines` of circles, `shapes` that are not circles,
`names` of the largest places, `rooms` that names keep off, `shades` of countries.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

import pandas as pd

from dateline.figures.basemap import below, style
from dateline.figures.drawn import Drawn, counted_in, drawn
from dateline.figures.marks import FORMS, Form, Unit
from dateline.figures.palette import Palette, palette, rgba
from dateline.figures.pins import names, rooms, said, shapes
from dateline.figures.view import FITTED_PIXELS, View, fit

__all__ = ["MOST_MARKS", "figure"]

MOST_MARKS: Final = 1200

_OUTLINED: Final = ("shapes", "chosen")
"""Traces besides the forms: targets under the shapes, chosen places."""
_DRAWN: Final = ("area", *(form.name for form in FORMS if form.shape == "circle"), *_OUTLINED)
_CIRCLES: Final = tuple(form for form in FORMS if form.shape == "circle")


def figure(
    table: pd.DataFrame,
    *,
    chosen: Collection[str] = (),
    areas: Sequence[Sequence[tuple[float, float]]] = (),
    view: View | None = None,
    home: View | None = None,
    revision: str = "",
    unit: Unit = "articles",
    whole: int = 0,
    dark: bool = False,
    most: int = MOST_MARKS,
) -> dict[str, Any]:
    """Draw the map.

    Args:
        table: As `marks` returns, with the same `unit`.
        chosen: Gazetteer ids of the chosen places; the others step back.
        areas: The chosen polygons: longitude and latitude of corners in degrees, not closed; what
            lies outside steps back too.
        view: Where to look at first; `home` where missing.
        home: The whole of the coverage; fitted to the marks where missing.
        revision: As long as it stays, the reader's own view does; with another one the map goes to
            `view` or `home`.
        unit: What the area of a mark stands for.
        whole: All that could mention a place, in `unit`; marks say their share of it. 0 for counts.
        dark: For a dark page.
        most: Marks to draw at the most, the largest first.

    Returns:
        A Plotly figure as a plain dict. `customdata` of every mark begins with its gazetteer id,
        its name (escaped, as hover labels need it) and its count; `layout.meta` has `outlines`,
        `shapes`, `names`, `rooms`, `shades` (see the module), `home`, the `view` if one was given,
        `chosen`, the gazetteer ids of the chosen marks but those of countries, which are seen
        beyond their point, and `drawn` and `left_out`, numbers of marks.

    Raises:
        SchemaError: The table has no marks.
    """
    colours = palette(dark)
    marks = drawn(table.head(most), chosen=chosen, unit=unit, areas=areas)
    by_form: dict[str, list[Drawn]] = {form.name: [] for form in FORMS}
    for mark in marks:
        by_form[mark.form].append(mark)
    circles = {form.name for form in _CIRCLES}
    others = [mark for mark in marks if mark.form not in circles]
    counted = counted_in(table, unit)
    home = home or fit(table, unit=unit)
    centre = view or home
    traces = [
        *(
            _circles(form, by_form[form.name], colours)
            | _hover(by_form[form.name], counted, whole=whole)
            for form in _CIRCLES
        ),
        # Nothing to see: what is hovered over and clicked where a shape is drawn.
        _trace("shapes", others, colours.land, opacity=0.0) | _hover(others, counted, whole=whole),
        _around_chosen([mark for mark in marks if mark.chosen], colours),
    ]
    return {
        "data": traces,
        "layout": {
            **_ground(colours),
            "map": {
                "style": style(
                    colours, name="dateline-dark" if dark else "dateline-light", drawn=_DRAWN
                ),
                "center": {"lon": centre.longitude, "lat": centre.latitude},
                "zoom": centre.zoom,
                "layers": _areas(areas, colours),
            },
            "uirevision": f"map {revision}",
            "meta": {
                "outlines": _outlines(colours),
                "shapes": shapes(others, colours),
                "names": names(marks),
                "rooms": [list(room) for room in rooms(marks)],
                "shades": _shades([mark for mark in marks if mark.form.startswith("country")]),
                "home": list(home),
                "fitted": list(FITTED_PIXELS),
                "view": list(view) if view else None,
                "chosen": [
                    mark.place
                    for mark in marks
                    if mark.chosen and not mark.form.startswith("country")
                ],
                "drawn": len(marks),
                "left_out": len(table) - len(marks),
            },
        },
    }


def _ground(colours: Palette) -> dict[str, Any]:
    """What of the layout is the same whatever is drawn."""
    return {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "dragmode": "pan",
        "clickmode": "event",
        "hovermode": "closest",
        "hoverdistance": 6,
        "paper_bgcolor": colours.sea,
        "hoverlabel": {
            "bgcolor": colours.paper,
            "bordercolor": colours.rule,
            "align": "left",
            "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.ink},
        },
        "newselection": {"line": {"color": colours.ink, "width": 1.5, "dash": "solid"}},
    }


def _trace(
    name: str,
    marks: Sequence[Drawn],
    colour: str,
    *,
    more: float = 0.0,
    opacity: Sequence[float] | float,
) -> dict[str, Any]:
    """One Scattermap of circles, `more` pixels wider than their marks.

    Never empty, since plotly.js would then drop its layer.
    """
    none = [] if marks else [None]
    faint = opacity if isinstance(opacity, float) else [*opacity, *(0.0 for _ in none)]
    return {
        "type": "scattermap",
        "uid": name,
        "name": name,
        "mode": "markers",
        "below": below(name),
        "lon": [mark.longitude for mark in marks] + none,
        "lat": [mark.latitude for mark in marks] + none,
        "marker": {
            "size": [mark.diameter + more for mark in marks] + [0.0 for _ in none],
            "color": colour,
            "opacity": faint,
        },
        "unselected": {"marker": {"opacity": 0.35}},
    }


def _hover(marks: Sequence[Drawn], counted: Sequence[str], *, whole: int) -> dict[str, Any]:
    what, none = said(marks, counted, whole=whole), [] if marks else [None]
    return {
        "customdata": what.data + none,
        "hovertext": what.texts + none,
        "hovertemplate": what.template,
    }


def _circles(form: Form, marks: Sequence[Drawn], colours: Palette) -> dict[str, Any]:
    colour = colours.roles[form.role]
    inside = colours.land if form.covers else rgba(colour, form.fill)
    return _trace(form.name, marks, inside, opacity=[mark.opacity for mark in marks])


def _around_chosen(marks: Sequence[Drawn], colours: Palette) -> dict[str, Any]:
    """Rings around marks, a little wider than these; they are not hovered over."""
    trace = _trace("chosen", marks, rgba(colours.ink, 0), more=5.0, opacity=1.0)
    return trace | {"hoverinfo": "skip"}


def _outlines(colours: Palette) -> dict[str, dict[str, Any]]:
    """MapLibre paint of the outlines, by trace."""
    faded = ["coalesce", ["get", "mo"], 1]  # the opacity that plotly.js gives each circle
    outlines: dict[str, dict[str, Any]] = {}
    for form in _CIRCLES:
        # A filled dot has an outline in the colour of the land, so that two that touch stay two.
        outlined = form.covers or form.fill < 0.5
        outlines[form.name] = {
            "circle-stroke-color": colours.roles[form.role] if outlined else colours.land,
            "circle-stroke-width": form.stroke,
            "circle-stroke-opacity": faded,
        }
    outlines["chosen"] = {"circle-stroke-color": colours.ink, "circle-stroke-width": 2.0}
    return outlines


def _shades(countries: Sequence[Drawn]) -> dict[str, float]:
    """Opacity of the shade of each country that is named as such, by its code."""
    return {mark.code: round(0.16 * mark.opacity, 3) for mark in countries if mark.code}


def _areas(
    areas: Sequence[Sequence[tuple[float, float]]], colours: Palette
) -> list[dict[str, Any]]:
    """The chosen polygons; both layers always stand, so that plotly.js never rebuilds them."""
    polygons = [
        [[[round(x, 4), round(y, 4)] for x, y in (*corners, *corners[:1])]] for corners in areas
    ]
    shape = {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": polygons}}
    common = {
        "sourcetype": "geojson",
        "source": shape if areas else {"type": "FeatureCollection", "features": []},
        "below": below("area"),
        "color": colours.ink,
    }
    return [
        {**common, "type": "fill", "opacity": 0.06},
        {**common, "type": "line", "opacity": 0.8, "line": {"width": 1.3, "dash": [3, 2]}},
    ]
