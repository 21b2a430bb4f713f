"""The map of places: one mark a place, its area by the count, its form by how precise the place is.

A town is a dot, a district or province a ring at its point, a country a pale shade of its shape
with a small hollow mark to click, a feature such as a bridge or an air base a diamond. Where roles
other than `event` are shown, each has a form of its own (`Form`). What is less sure than even is
lighter.

The figure is a Plotly figure with additions under `layout.meta`, which the browser component draws
because Plotly has no attribute for them: `outlines` of circles, `shapes` that are not circles,
`names` of the largest places, `shades` of countries.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
import pandas as pd

from dateline.figures.basemap import below, style
from dateline.figures.marks import FORMS, Form, Unit, marks
from dateline.figures.palette import Palette, palette, rgba
from dateline.figures.pins import COUNTED, Said, names, said, shapes
from dateline.figures.view import FITTED_PIXELS, View, fit

__all__ = ["MOST_MARKS", "figure"]

MOST_MARKS: Final = 1200

_OUTLINED: Final = ("shapes", "ringed", "chosen")
"""Traces besides the forms: targets under the shapes, places of the open article, chosen places."""
_DRAWN: Final = ("area", *(form.name for form in FORMS if form.shape == "circle"), *_OUTLINED)

_STRINGS: Final = ("gazetteer_id", "name", "admin1", "country", "country_code", "form", "role")
_NUMBERS: Final = ("longitude", "latitude", "diameter", "opacity", "unsure", *COUNTED)


def figure(
    counts: pd.DataFrame,
    *,
    chosen: Collection[str] = (),
    ringed: Collection[str] = (),
    area: Sequence[tuple[float, float]] = (),
    view: View | None = None,
    home: View | None = None,
    revision: str = "",
    unit: Unit = "articles",
    largest: int = 0,
    whole: int = 0,
    dark: bool = False,
    most: int = MOST_MARKS,
) -> dict[str, Any]:
    """Draw the map.

    Args:
        counts: As in `marks`.
        chosen: Gazetteer ids of the chosen places; the others step back.
        ringed: Gazetteer ids to put a thin ring around: the places of the open article.
        area: Corners of the chosen polygon, longitude and latitude in degrees, not closed.
        view: Where to look at first; `home` where missing.
        home: The whole of the coverage; fitted to `counts` where missing.
        revision: As long as it stays, the reader's own view does; with another one the map goes to
            `view` or `home`.
        unit: What the area of a mark stands for.
        largest: As in `marks`.
        whole: All that could mention a place, in `unit`; marks say their share of it. 0 for counts.
        dark: For a dark page.
        most: Marks to draw at the most, the largest first.

    Returns:
        A Plotly figure as a plain dict. `customdata` of every mark begins with its gazetteer id,
        its name (escaped, as hover labels need it) and its count; `layout.meta` has `outlines`,
        `shapes`, `names`, `shades` (see the module), `home`, the `view` if one was given, and
        `drawn` and `left_out`, numbers of marks.

    Raises:
        SchemaError: A column that is needed is missing.
    """
    colours = palette(dark)
    table = marks(counts, unit=unit, largest=largest)
    left_out = max(0, len(table) - most)
    table = table.head(most)
    is_chosen = table["gazetteer_id"].isin(list(chosen))
    opacity = np.where(table["unsure"], 0.5, 1.0)
    if is_chosen.any():
        opacity = np.where(is_chosen, 1.0, opacity * 0.35)
    table = table.assign(
        opacity=opacity.round(2),
        longitude=table["longitude"].round(4),
        latitude=table["latitude"].round(4),
    )
    # As plain objects: of Arrow's strings, the many selections below would cost most of the figure.
    table = table[[name for name in (*_STRINGS, *_NUMBERS) if name in table.columns]]
    table = table.astype({name: object for name in _STRINGS if name in table.columns})
    circles = [form for form in FORMS if form.shape == "circle"]
    others = table[~table["form"].isin([form.name for form in circles])]
    home = home or fit(counts, unit=unit)
    centre = view or home
    say = partial(said, unit=unit, whole=whole)
    traces = [
        *(_circles(form, table[table["form"] == form.name], say, colours) for form in circles),
        # Nothing to see: what is hovered over and clicked where a shape is drawn.
        _trace("shapes", others, others["diameter"], colours.land, 0.0) | _hover(say(others)),
        _around("ringed", table[table["gazetteer_id"].isin(list(ringed))], 7.0, colours),
        _around("chosen", table[is_chosen], 5.0, colours),
    ]
    return {
        "data": traces,
        "layout": {
            "map": {
                "style": style(
                    colours, name="dateline-dark" if dark else "dateline-light", drawn=_DRAWN
                ),
                "center": {"lon": centre.longitude, "lat": centre.latitude},
                "zoom": centre.zoom,
                "layers": _area(area, colours),
            },
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "showlegend": False,
            "dragmode": "pan",
            "clickmode": "event",
            "hovermode": "closest",
            "hoverdistance": 6,
            "uirevision": f"map {revision}",
            "paper_bgcolor": colours.sea,
            "hoverlabel": {
                "bgcolor": colours.paper,
                "bordercolor": colours.rule,
                "align": "left",
                "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.ink},
            },
            "newselection": {"line": {"color": colours.ink, "width": 1.5, "dash": "solid"}},
            "meta": {
                "outlines": _outlines(circles, colours),
                "shapes": shapes(others, colours),
                "names": names(table, is_chosen),
                "shades": _shades(table),
                "home": list(home),
                "fitted": list(FITTED_PIXELS),
                "view": list(view) if view else None,
                "drawn": len(table),
                "left_out": left_out,
            },
        },
    }


def _trace(
    name: str,
    table: pd.DataFrame,
    size: pd.Series[float],
    colour: str,
    opacity: pd.Series[float] | float,
) -> dict[str, Any]:
    """One Scattermap of circles; never empty, since plotly.js would then drop its layer."""
    none = [None] if table.empty else []
    faint = opacity if isinstance(opacity, float) else opacity.tolist() + [0.0 for _ in none]
    return {
        "type": "scattermap",
        "uid": name,
        "name": name,
        "mode": "markers",
        "below": below(name),
        "lon": table["longitude"].tolist() + none,
        "lat": table["latitude"].tolist() + none,
        "marker": {"size": size.tolist() + [0.0 for _ in none], "color": colour, "opacity": faint},
        "unselected": {"marker": {"opacity": 0.35}},
    }


def _hover(said: Said) -> dict[str, Any]:
    none = [] if said.data else [None]
    return {
        "customdata": said.data + none,
        "hovertext": said.texts + none,
        "hovertemplate": said.template,
    }


def _circles(
    form: Form, table: pd.DataFrame, say: Callable[[pd.DataFrame], Said], colours: Palette
) -> dict[str, Any]:
    colour = colours.roles[form.role]
    inside = colours.land if form.covers else rgba(colour, form.fill)
    trace = _trace(form.name, table, table["diameter"], inside, table["opacity"])
    return trace | _hover(say(table))


def _around(name: str, table: pd.DataFrame, more: float, colours: Palette) -> dict[str, Any]:
    """Rings around marks, `more` pixels wider than these; they are not hovered over."""
    trace = _trace(name, table, table["diameter"] + more, rgba(colours.ink, 0), 1.0)
    return trace | {"hoverinfo": "skip"}


def _outlines(circles: Sequence[Form], colours: Palette) -> dict[str, dict[str, Any]]:
    """MapLibre paint of the outlines, by trace."""
    faded = ["coalesce", ["get", "mo"], 1]  # the opacity that plotly.js gives each circle
    outlines: dict[str, dict[str, Any]] = {}
    for form in circles:
        # A filled dot has an outline in the colour of the land, so that two that touch stay two.
        outlined = form.covers or form.fill < 0.5
        outlines[form.name] = {
            "circle-stroke-color": colours.roles[form.role] if outlined else colours.land,
            "circle-stroke-width": form.stroke,
            "circle-stroke-opacity": faded,
        }
    outlines["ringed"] = {"circle-stroke-color": colours.quiet, "circle-stroke-width": 1.0}
    outlines["chosen"] = {"circle-stroke-color": colours.ink, "circle-stroke-width": 2.0}
    return outlines


def _shades(table: pd.DataFrame) -> dict[str, float]:
    """Opacity of the shade of each country that is named as such, by its code."""
    countries = table[table["form"].str.startswith("country") & (table["country_code"] != "")]
    codes, opacity = countries["country_code"].tolist(), countries["opacity"].tolist()
    return {code: round(0.16 * each, 3) for code, each in zip(codes, opacity, strict=True)}


def _area(area: Sequence[tuple[float, float]], colours: Palette) -> list[dict[str, Any]]:
    """The chosen polygon; both layers always stand, so that plotly.js never rebuilds them."""
    ring = [[round(x, 4), round(y, 4)] for x, y in (*area, *area[:1])]
    shape = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}
    common = {
        "sourcetype": "geojson",
        "source": shape if area else {"type": "FeatureCollection", "features": []},
        "below": below("area"),
        "color": colours.ink,
    }
    return [
        {**common, "type": "fill", "opacity": 0.06},
        {**common, "type": "line", "opacity": 0.8, "line": {"width": 1.3, "dash": [3, 2]}},
    ]
