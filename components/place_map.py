"""The map of the page: draws counted places, and returns what the reader does with them.

Nothing is filtered here. The page hands over counts and what is chosen; a gesture comes back as one
`MapGesture`, and the page makes a new choice of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import streamlit as st

from components import plotview
from dateline.credits import BORDERS
from dateline.figures import place_map as figures
from dateline.figures.hover import plural
from dateline.figures.marks import Unit, legend, marks
from dateline.figures.polygon import simplify
from dateline.figures.view import View

__all__ = ["MapGesture", "View", "parse", "show"]


@dataclass(frozen=True, slots=True)
class MapGesture:
    """What the reader did on the map.

    Attributes:
        kind: `click` on one or several marks · `area` drawn by box or lasso · `clear` by a double
            click · `view` moved · `unplaced`, the remark on mentions that have no place.
        places: Gazetteer ids under a click, the uppermost first; several where marks overlap.
        shift: Shift, Ctrl or Cmd was held: add to what is chosen.
        polygon: Corners of the area, longitude and latitude in degrees, at most 40, not closed.
        view: What the map shows now; with every gesture.
    """

    kind: Literal["click", "area", "clear", "view", "unplaced"]
    places: tuple[str, ...] = ()
    shift: bool = False
    polygon: tuple[tuple[float, float], ...] = ()
    view: View | None = None


def parse(value: Mapping[str, Any]) -> MapGesture | None:
    """Read a gesture that comes from the browser, where anything may come from.

    Args:
        value: As `components/plotview/plotview.js` sends it.

    Returns:
        The gesture, or nothing if it says nothing that can be understood.
    """
    kind, shift = value.get("kind"), value.get("shift") is True
    seen = value.get("view")
    view = View(*map(float, seen)) if seen and _are_numbers(seen, 3) else None
    if kind == "click":
        places = value.get("places")
        if isinstance(places, list):
            known = tuple(place for place in places if isinstance(place, str))
            return MapGesture("click", places=known, shift=shift, view=view) if known else None
    if kind == "area":
        corners = value.get("polygon")
        if isinstance(corners, list) and all(_are_numbers(corner, 2) for corner in corners):
            polygon = simplify(corners)
            return MapGesture("area", shift=shift, polygon=polygon, view=view) if polygon else None
    if kind == "clear":
        return MapGesture("clear", view=view)
    return MapGesture("unplaced", view=view) if kind == "note" else None


def _are_numbers(values: Any, many: int) -> bool:
    return (
        isinstance(values, list)
        and len(values) == many
        and all(isinstance(value, int | float) and math.isfinite(value) for value in values)
    )


def show(
    counts: pd.DataFrame,
    *,
    on_choice: Callable[[MapGesture], None],
    chosen: Collection[str] = (),
    ringed: Collection[str] = (),
    area: Sequence[tuple[float, float]] = (),
    view: View | None = None,
    home: View | None = None,
    report_view: bool = False,
    unit: Unit = "articles",
    largest: int = 0,
    unplaced: int = 0,
    dark: bool = False,
    key: str = "place_map",
    height: int = 460,
) -> None:
    """Draw the map, the statement on borders and the table twin.

    Args:
        counts: One row a place, as `dateline.figures.marks.marks` wants it: `gazetteer_id`,
            `name`, `country_code`, `latitude`, `longitude`, `precision`, `articles`, and where
            known `texts`, `mentions`, `confidence`, `role`, `country`, `admin1`.
        on_choice: Called with the gesture, before the page runs again.
        chosen: Gazetteer ids of the chosen places; the others step back.
        ringed: Gazetteer ids of the places of the open article.
        area: Corners of the chosen polygon, longitude and latitude.
        view: Where to look at first, from the address. Afterwards the reader moves the map.
        home: What the button "most of the coverage" shows; fitted to `counts` where missing.
        report_view: Send a `view` gesture whenever the map has moved and rests; it costs a run of
            the page (or of the fragment that the map is in).
        unit: What the area of a mark stands for.
        largest: The count of the largest mark, over the whole corpus, so that marks keep their
            size while filters change; 0 for the largest of `counts`.
        unplaced: Mentions without a place, said in the lower right corner.
        dark: For a dark page (`st.context.theme.type == "dark"`).
        key: A constant.
        height: Pixels; on a small screen 45 % of its height at the most.
    """
    figure = figures.figure(
        counts,
        chosen=chosen,
        ringed=ringed,
        area=area,
        view=view,
        home=home,
        unit=unit,
        largest=largest,
        dark=dark,
    )
    table = marks(counts, unit=unit, largest=largest)
    left_out = figure["layout"]["meta"]["left_out"]

    def gesture(value: Mapping[str, Any]) -> None:
        parsed = parse(value)
        if parsed:
            on_choice(parsed)

    def moved(value: tuple[float, float, float]) -> None:
        on_choice(MapGesture("view", view=View(*value)))

    plotview.show(
        figure,
        key=key,
        height=height,
        label=_described(table, unplaced),
        dark=dark,
        on_gesture=gesture,
        on_view=moved if report_view else None,
        tools=True,
        legend=legend(table, unit=unit, dark=dark),
        note=f"{plural(unplaced, 'mention')} not placed" if unplaced else "",
    )
    with st.container(horizontal=True, wrap=False, gap="small"):
        said = BORDERS
        if left_out:
            said = f"{plural(left_out, 'smaller place')} not drawn; the table has them all. {said}"
        st.caption(said)
        _table_twin(table, key)


def _described(table: pd.DataFrame, unplaced: int) -> str:
    """The text alternative of the map."""
    if table.empty:
        return "Map without marks: no place is mentioned in what is chosen."
    largest = ", ".join(
        f"{row.name} {row.articles:,}"
        for row in table.head(5)[["name", "articles"]].itertuples(index=False, name="Row")
    )
    rest = f" {plural(unplaced, 'mention')} not placed." if unplaced else ""
    return (
        f"Map of {plural(len(table), 'place')} by articles mentioning them. Most: {largest}.{rest}"
        " The table under the map has them all."
    )


def _table_twin(table: pd.DataFrame, key: str) -> None:
    columns = {
        "name": "Place",
        "admin1": "Province",
        "country": "Country",
        "precision": "Precision",
        "role": "Role",
        "articles": "Articles mentioning",
        "texts": "Texts",
        "mentions": "Mentions",
    }
    present = [column for column in columns if column in table.columns]
    twin = st.popover("Table", type="tertiary", width=84, key=f"{key}_table", on_change="rerun")
    if twin.open:  # else every run of the page would send it
        shown = table[present].rename(columns=columns)
        twin.dataframe(shown, hide_index=True, height=320, width=520)
