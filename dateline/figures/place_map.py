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

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

import numpy as np
import pandas as pd

from dateline.errors import SchemaError
from dateline.figures.basemap import BELOW_LAKES, COUNTRIES_URL, below, style
from dateline.figures.hover import escape, plural
from dateline.figures.palette import Palette, palette, rgba

__all__ = [
    "FORMS",
    "LARGEST_PIXELS",
    "MOST_MARKS",
    "NEEDED",
    "Form",
    "Unit",
    "View",
    "figure",
    "fit",
    "legend",
    "marks",
]

Unit = Literal["articles", "texts", "mentions"]

NEEDED: Final = (
    "gazetteer_id",
    "name",
    "country_code",
    "latitude",
    "longitude",
    "precision",
    "articles",
)
"""Columns that `counts` must have."""

MOST_MARKS: Final = 1200
LARGEST_PIXELS: Final = 44.0
"""Diameter of the largest mark."""
SMALLEST_PIXELS: Final = 6.0
MOST_NAMES: Final = 80
FITTED_PIXELS: Final = (680, 440)
"""Width and height of the map that `fit` reckons with."""
UNSURE: Final = 0.5
"""Mean confidence under which a mark is lighter."""
UNKNOWN_PLACE: Final = ("demonym", "name")
"""Roles that never have a mark: they say whose, not where."""


class View(NamedTuple):
    """What part of the world the map shows.

    Attributes:
        longitude: Degrees east of the centre.
        latitude: Degrees north of the centre.
        zoom: MapLibre zoom: at 0 the world is 512 pixels wide, each step doubles it.
    """

    longitude: float
    latitude: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of mark looks.

    Attributes:
        name: Its name; of its trace too.
        role: The role whose colour it has.
        label: What the legend says; empty where another form stands for it there.
        shape: `circle`, or the name of an image the browser component draws.
        fill: Opacity of the inside, 0..1, in the colour of the role; of the land where `covers`.
        stroke: Width of the outline in pixels.
        covers: The inside hides what lies under it.
        scaled: Its area follows the count; else it has `SMALLEST_PIXELS`.
    """

    name: str
    role: str
    label: str
    shape: str = "circle"
    fill: float = 1.0
    stroke: float = 0.0
    covers: bool = False
    scaled: bool = True


FORMS: Final = (
    Form(
        "country", "event", "country, a shade of its shape", stroke=1.6, covers=True, scaled=False
    ),
    Form("country-setting", "setting", "", stroke=1.6, covers=True, scaled=False),
    Form("ring", "event", "province or district", fill=0.1, stroke=1.7),
    Form("ring-setting", "setting", "", fill=0.08, stroke=1.7),
    Form("speck", "background", "background", fill=0.8, scaled=False),
    Form("town", "event", "town or neighbourhood", fill=0.78, stroke=1.0),
    Form("town-setting", "setting", "setting", stroke=2.0, covers=True),
    Form("feature", "event", "bridge, base, river …", shape="diamond"),
    Form("dateline", "dateline", "dateline", shape="square"),
    Form("comparison", "comparison", "comparison", shape="hollow-diamond"),
    Form("actor", "actor", "actor", shape="hollow-triangle"),
)
"""From the bottom of the map to the top."""

_BY_NAME: Final = {form.name: form for form in FORMS}
_OUTLINED: Final = ("shapes", "ringed", "chosen")
"""Traces besides the forms: targets under the shapes, places of the open article, chosen places."""
_DRAWN: Final = ("area", *(form.name for form in FORMS if form.shape == "circle"), *_OUTLINED)


def marks(counts: pd.DataFrame, *, unit: Unit = "articles", largest: int = 0) -> pd.DataFrame:
    """Give every counted place its mark.

    Args:
        counts: One row a place. Columns `gazetteer_id` str, `name` str, `country_code` str (ISO
            3166 alpha-2), `latitude` and `longitude` float64 in degrees, `precision` (of
            `dateline.gazetteer.place.PRECISIONS`), `articles` int. May have `texts` and `mentions`
            int, `confidence` float in 0..1 (the mean), `country` and `admin1` str, and
            `role` (the most telling one of its mentions, as `dateline.query.counts.by_place` says
            it; missing where the corpus has no roles).
        unit: The column that decides the size.
        largest: The count that has a mark of `LARGEST_PIXELS`; 0 for the largest of `counts`. Give
            that of the whole corpus, and marks keep their size while filters change.

    Returns:
        Rows with a place and at least one of `unit`, from the largest to the smallest, with columns
        `form` str, `diameter` float in pixels and `unsure` bool added, and `role` str, empty where
        unknown. Rows in the roles `demonym` and `name` are left out.

    Raises:
        SchemaError: A column that is needed is missing.
    """
    missing = [column for column in (*NEEDED, unit) if column not in counts.columns]
    if missing:
        raise SchemaError(
            f"counts of places without {', '.join(map(repr, missing))}",
            f"the columns {', '.join(NEEDED)}",
            "join the counts with the places of the corpus",
        )
    placed = counts["latitude"].notna() & counts["longitude"].notna() & (counts[unit] > 0)
    table = counts[placed].sort_values(
        [unit, "gazetteer_id"], ascending=[False, True], kind="stable", ignore_index=True
    )
    table["role"] = table["role"].astype(object).fillna("") if "role" in table.columns else ""
    table = table[~table["role"].isin(UNKNOWN_PLACE)].reset_index(drop=True)
    forms = [
        _form(role, precision)
        for role, precision in zip(table["role"], table["precision"], strict=True)
    ]
    table["form"] = pd.Series(forms, index=table.index, dtype="str")
    scaled = np.array([_BY_NAME[form].scaled for form in table["form"]], dtype=bool)
    table["diameter"] = np.where(
        scaled, _diameters(table[unit].to_numpy(dtype=float), largest), SMALLEST_PIXELS + 2
    )
    if "confidence" in table.columns:
        table["unsure"] = table["confidence"].lt(UNSURE)
    else:
        table["unsure"] = False
    return table


def _form(role: str, precision: str) -> str:
    if role in ("", "event", "setting"):
        suffix = "-setting" if role == "setting" else ""
        if precision == "country":
            return "country" + suffix
        if precision in ("region", "district"):
            return "ring" + suffix
        return "feature" if precision == "feature" and not suffix else "town" + suffix
    return "speck" if role == "background" else role


def _diameters(count: np.ndarray[Any, np.dtype[np.float64]], largest: int) -> Any:
    """Diameters in pixels whose squares go with the counts, but for a floor that can be seen."""
    most = max(float(largest), float(count.max(initial=1.0)))
    # A corpus of three articles should not fill the map with one: the top grows up to its limit.
    top = min(LARGEST_PIXELS, 12.0 * math.sqrt(most))
    return np.maximum(SMALLEST_PIXELS, top * np.sqrt(count / most)).round(1)


def fit(
    counts: pd.DataFrame,
    *,
    unit: Unit = "articles",
    pixels: tuple[int, int] = FITTED_PIXELS,
) -> View:
    """The view that holds most of the coverage.

    It is centred on the weighted median, and three quarters of the counts fill it in either
    direction: a few far mentions neither zoom a map of Aleppo out to the world nor draw it away.
    Countries count only where nothing finer is placed.

    Args:
        counts: As in `marks`.
        unit: The weight of a place.
        pixels: Width and height of the map; the component adapts the zoom to what they are.

    Returns:
        Centre and zoom, the zoom between 1 and 7; the whole world where nothing is placed.
    """
    placed = counts[counts["latitude"].notna() & counts["longitude"].notna() & (counts[unit] > 0)]
    finer = placed[placed["precision"] != "country"]
    placed = placed if finer.empty else finer
    if placed.empty:
        return View(20.0, 25.0, 1.0)
    weight = placed[unit].to_numpy(dtype=float)
    longitude, across = _middle(placed["longitude"].to_numpy(dtype=float), weight)
    latitude, along = _middle(_mercator(placed["latitude"].to_numpy(dtype=float)), weight)
    # The world is 360 "degrees" wide and high on this projection, and 512 pixels at zoom 0.
    span = 2 * max(across / pixels[0], along / pixels[1], 1e-9) / 0.8
    # A single town is shown with what lies around it, hence not nearer than 7.
    zoom = min(7.0, max(1.0, math.log2(360.0 / 512.0 / span)))
    unrolled = math.degrees(2 * math.atan(math.exp(math.radians(latitude)))) - 90
    return View(round(longitude, 3), round(unrolled, 3), round(zoom, 2))


def _mercator(latitude: Any) -> Any:
    clipped = np.radians(np.clip(latitude, -84.0, 84.0))
    return np.degrees(np.log(np.tan(np.pi / 4 + clipped / 2)))


def _middle(position: Any, weight: Any) -> tuple[float, float]:
    """The weighted median, and how far around it three quarters of the weight lie."""

    def quantile(values: Any, share: float) -> float:
        order = np.argsort(values, kind="stable")
        reached = np.cumsum(weight[order]) / weight.sum()
        return float(values[order[np.searchsorted(reached, share - 1e-9)]])

    median = quantile(position, 0.5)
    return median, quantile(np.abs(position - median), 0.75)


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
            shape=_BY_NAME[row["form"]].shape,
            size=round(row["diameter"] / 24, 3),
            colour=colours.roles[_BY_NAME[row["form"]].role],
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


def legend(
    table: pd.DataFrame, *, unit: Unit = "articles", dark: bool = False
) -> list[dict[str, Any]]:
    """What the forms on the map mean; only of those that are on it.

    Args:
        table: As `marks` returns.
        unit: What the area of a mark stands for.
        dark: For a dark page.

    Returns:
        One entry a form, the top of the map first, and last the meaning of their area: `shape`
        (circle, ring, speck, diamond, square, triangle, sizes), `colour`, `hollow` bool, `shade`
        bool (a country), `label`.
    """
    colours = palette(dark)
    present = set(table["form"])
    if any(name.endswith("-setting") for name in present):
        # Colour and hollowness say "setting" whatever the precision; one entry is enough.
        present |= {"town-setting"}
        present |= {name.removesuffix("-setting") for name in present}
    entries = []
    for form in reversed(FORMS):
        if form.name in present and form.label:
            hollow = form.shape.startswith("hollow-") or (
                form.shape == "circle" and (form.covers or form.fill < 0.5)
            )
            shape = form.shape.removeprefix("hollow-")
            if form.name.startswith("ring"):
                shape = "ring"
            elif not form.scaled:
                shape = "speck"
            entries.append(
                {
                    "shape": shape,
                    "colour": colours.roles[form.role],
                    "hollow": hollow,
                    "shade": form.name.startswith("country"),
                    "label": form.label,
                }
            )
    if entries:
        area = unit if unit == "mentions" else f"{unit} mentioning"
        entries.append(
            {
                "shape": "sizes",
                "colour": colours.quiet,
                "hollow": True,
                "shade": False,
                "label": f"area: {area}",
            }
        )
    return entries
