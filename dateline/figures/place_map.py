"""The map of places: one mark a place, its area by the count, its form by how precise the place is.

A town is a dot, a district or province a ring at its point, a country a pale shade of its shape
with a small hollow mark to click, a feature such as a bridge or an air base a diamond. Where roles
other than `event` are shown, each has a form of its own (`Form`). What is less sure than even is
lighter.

The figure is a Plotly figure with three additions under `layout.meta`, which the browser component
draws because Plotly has no attribute for them: `outlines` of circles, `shapes` that are not
circles, `names` of the largest places.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from dateline.figures.basemap import BELOW_LAKES, COUNTRIES_URL, below, style
from dateline.figures.hover import escape, plural
from dateline.figures.marks import FORMS, Form, Unit, form_named, marks
from dateline.figures.palette import Palette, palette, rgba
from dateline.figures.view import FITTED_PIXELS, View, fit

__all__ = ["MOST_MARKS", "figure"]

MOST_MARKS: Final = 1200
MOST_NAMES: Final = 80

_OUTLINED: Final = ("shapes", "ringed", "chosen")
"""Traces besides the forms: targets under the shapes, places of the open article, chosen places."""
_DRAWN: Final = ("area", *(form.name for form in FORMS if form.shape == "circle"), *_OUTLINED)


def figure(
    counts: pd.DataFrame,
    *,
    chosen: Collection[str] = (),
    ringed: Collection[str] = (),
    area: Sequence[tuple[float, float]] = (),
    view: View | None = None,
    home: View | None = None,
    unit: Unit = "articles",
    largest: int = 0,
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
        unit: What the area of a mark stands for.
        largest: As in `marks`.
        dark: For a dark page.
        most: Marks to draw at the most, the largest first.

    Returns:
        A Plotly figure as a plain dict. `customdata` of every mark is `[gazetteer id]`;
        `layout.meta` has `outlines`, `shapes`, `names` (see the module), `home`, the `view` if one
        was given, and `drawn` and `left_out`, numbers of marks.

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
    table = table.assign(opacity=opacity.round(2), text=_texts(table))
    circles = [form for form in FORMS if form.shape == "circle"]
    others = table[~table["form"].isin([form.name for form in circles])]
    home = home or fit(counts, unit=unit)
    centre = view or home
    traces = [
        _shades(table, colours),
        *(_circles(form, table[table["form"] == form.name], colours) for form in circles),
        # Nothing to see: what is hovered over and clicked where a shape is drawn.
        _trace("shapes", others, others["diameter"], colours.land, 0.0),
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
            "uirevision": "map",
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
                "shapes": _shapes(others, colours),
                "names": _names(table, is_chosen),
                "home": list(home),
                "fitted": list(FITTED_PIXELS),
                "view": list(view) if view else None,
                "drawn": len(table),
                "left_out": left_out,
            },
        },
    }


def _texts(table: pd.DataFrame) -> list[str]:
    """What a mark says when pointed at; names come from outside and are escaped."""
    nothing = [""] * len(table)

    def column(name: str) -> list[Any]:
        return table[name].tolist() if name in table.columns else nothing

    texts = []
    for name, admin1, country, code, articles, copies, mentions, role, unsure in zip(
        *map(
            column,
            ("name", "admin1", "country", "country_code", "articles", "texts", "mentions", "role"),
        ),
        table["unsure"].tolist(),
        strict=True,
    ):
        where = ", ".join(part for part in (admin1, country) if part) or code
        numbers = plural(articles, "article") + " mentioning"
        if copies != "":
            numbers += " · " + plural(copies, "text")
        if mentions != "":
            numbers += " · " + plural(mentions, "mention")
        lines = [f"<b>{escape(name)}</b>", escape(where), numbers]
        lines += [f"role: {role}"] if role else []
        lines += ["not sure this is the place"] if unsure else []
        texts.append("<br>".join(line for line in lines if line))
    return texts


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
        "lon": table["longitude"].round(4).tolist() + none,
        "lat": table["latitude"].round(4).tolist() + none,
        "customdata": [[place] for place in table["gazetteer_id"]] + none,
        "hovertext": table["text"].tolist() + none,
        "hoverinfo": "text",
        "marker": {"size": size.tolist() + [0.0 for _ in none], "color": colour, "opacity": faint},
        "unselected": {"marker": {"opacity": 0.35}},
    }


def _circles(form: Form, table: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    colour = colours.roles[form.role]
    inside = colours.land if form.covers else rgba(colour, form.fill)
    return _trace(form.name, table, table["diameter"], inside, table["opacity"])


def _around(name: str, table: pd.DataFrame, more: float, colours: Palette) -> dict[str, Any]:
    """Rings around marks, `more` pixels wider than these; they are not hovered over."""
    trace = _trace(name, table, table["diameter"] + more, rgba(colours.ink, 0), 1.0)
    return trace | {"hoverinfo": "skip", "hovertext": None, "customdata": None}


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


def _shades(table: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    """Countries that are named as such, as a pale shade of their shape."""
    countries = table[table["form"].str.startswith("country") & (table["country_code"] != "")]
    faint = float(countries["opacity"].max()) if len(countries) else 1.0
    return {
        "type": "choroplethmap",
        "uid": "shades",
        "name": "countries",
        "geojson": COUNTRIES_URL,
        "featureidkey": "properties.iso",
        "locations": countries["country_code"].tolist() or [""],
        "z": countries["opacity"].tolist() or [0],
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, rgba(colours.accent, 0.0)], [1, rgba(colours.accent, 0.16 * faint)]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"width": 0}},
        "below": BELOW_LAKES,
    }


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


def _shapes(table: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    """Marks that are not circles, as the GeoJSON that the component hands to the map.

    `size` is the factor for an image drawn 24 pixels wide; squares and diamonds have the area of
    the circle that the same count would have, nearly.
    """
    features = [
        _point(
            row["longitude"],
            row["latitude"],
            shape=form_named(row["form"]).shape,
            size=round(row["diameter"] / 24, 3),
            colour=colours.roles[form_named(row["form"]).role],
            opacity=row["opacity"],
            order=-rank,
        )
        for rank, row in enumerate(table.to_dict("records"))
    ]
    return {"type": "FeatureCollection", "features": features}


def _names(table: pd.DataFrame, is_chosen: pd.Series[bool]) -> dict[str, Any]:
    """Names to write: chosen places first, then the largest; countries have theirs on the map."""
    finer = table.assign(chosen=is_chosen)[~table["form"].str.startswith("country")]
    finer = finer.sort_values("chosen", ascending=False, kind="stable").head(MOST_NAMES)
    features = []
    for rank, row in enumerate(finer.to_dict("records")):
        size = 11.5 if row["diameter"] < 12 else 13.0 if row["diameter"] < 28 else 14.5
        features.append(
            _point(
                row["longitude"],
                row["latitude"],
                id=str(row["gazetteer_id"]).rpartition(":")[2],
                name=str(row["name"]),
                size=size,
                offset=round((row["diameter"] / 2 + 3) / size, 2),
                order=rank,
            )
        )
    return {"type": "FeatureCollection", "features": features}


def _point(longitude: float, latitude: float, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(longitude, 4), round(latitude, 4)]},
        "properties": properties,
    }
