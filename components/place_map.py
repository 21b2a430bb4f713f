"""The map of the page: draws counted places, and returns what the reader does with them.

Nothing is filtered here. The page hands over counts and what is chosen; a gesture comes back as one
`MapGesture`, and the page makes a new choice of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from components import plotview
from components.plotview import Control, Image, Playback
from dateline.credits import BORDERS
from dateline.figures import place_map as figures
from dateline.figures.hover import plural
from dateline.figures.marks import Unit, legend, marks
from dateline.figures.polygon import simplify
from dateline.figures.view import View

__all__ = ["Image", "MapGesture", "Playback", "View", "hear_view", "parse", "show"]

DISTANCES_KM: Final = (10, 25, 50, 100)
"""Offered where the places around one can be asked for."""


_EMPTY: Final = "What is chosen mentions no place that could be put on the map."


@dataclass(frozen=True, slots=True)
class MapGesture:
    """What the reader did on the map.

    Attributes:
        kind: `click` on a mark · `area` drawn by box or lasso · `clear` by a double click ·
            `unplaced`, the remark on mentions that have no place · `share`, counts or shares ·
            `near`, a distance around the chosen place · `step` of the playback.
        places: Gazetteer id that was clicked.
        shift: Shift, Ctrl or Cmd was held: add to what is chosen.
        polygon: Corners of the area, longitude and latitude in degrees, at most 40, not closed.
        share: Shares are asked for.
        distance_km: Kilometres around the place; None for that place alone.
        day: First day of the step; None for the end of the playback.
        view: What the map shows now; with every gesture.
    """

    kind: Literal["click", "area", "clear", "unplaced", "share", "near", "step"]
    places: tuple[str, ...] = ()
    shift: bool = False
    polygon: tuple[tuple[float, float], ...] = ()
    share: bool = False
    distance_km: float | None = None
    day: date | None = None
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
    if kind == "step":
        return _step(value.get("at"), view)
    if kind == "set":
        return _set(value.get("name"), value.get("value"), view)
    return MapGesture("unplaced", view=view) if kind == "note" else None


def _step(at: object, view: View | None) -> MapGesture | None:
    if at is None:
        return MapGesture("step", view=view)
    try:
        return MapGesture("step", day=date.fromisoformat(str(at)), view=view)
    except ValueError:
        return None


def _set(name: object, value: object, view: View | None) -> MapGesture | None:
    if name == "share" and value in ("count", "share"):
        return MapGesture("share", share=value == "share", view=view)
    if name != "near" or not isinstance(value, str):
        return None
    try:
        distance_km = float(value) if value else None
    except ValueError:
        return None
    if distance_km is None or (math.isfinite(distance_km) and distance_km > 0):
        return MapGesture("near", distance_km=distance_km, view=view)
    return None


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
    revision: str = "",
    link: Mapping[str, str] | None = None,
    unit: Unit = "articles",
    largest: int = 0,
    whole: int = 0,
    centre: str = "",
    distance_km: float | None = None,
    playback: Playback | None = None,
    image: Image | None = None,
    borders: Mapping[str, Any] | None = None,
    statement: str = BORDERS,
    beside: Callable[[], None] | None = None,
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
        revision: As long as it stays, the reader's own view does.
        link: Parameters that stand first in every address; given them, the map writes its view and
            the step of its playback there, and says its view to `hear_view`.
        unit: What the area of a mark stands for.
        largest: The count of the largest mark, over the whole corpus, so that marks keep their
            size while filters change; 0 for the largest of `counts`.
        whole: All that could mention a place, in `unit`: marks are shares of it. 0 for counts.
        centre: Name of the place around which others can be asked for; empty if none is chosen.
        distance_km: The distance around it that is chosen.
        playback: The steps of time; no buttons if missing.
        image: The map as a file.
        borders: As `dateline.borders.Borders.drawn` gives them.
        statement: Whose borders these are.
        beside: Draws what stands beside the table twin.
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
        revision=revision,
        unit=unit,
        largest=largest,
        whole=whole,
        dark=dark,
    )
    table = marks(counts, unit=unit, largest=largest)
    left_out = figure["layout"]["meta"]["left_out"]

    def gesture(value: Mapping[str, Any]) -> None:
        parsed = parse(value)
        if parsed:
            on_choice(parsed)

    plotview.show(
        figure,
        key=key,
        height=height,
        label=_described(table, unplaced),
        dark=dark,
        on_gesture=gesture,
        tools=True,
        legend=legend(table, unit=unit, whole=whole, dark=dark),
        note=f"{plural(unplaced, 'mention')} not placed" if unplaced else "",
        empty=_EMPTY if table.empty else "",
        controls=_controls(whole, centre, distance_km),
        playback=playback,
        image=image,
        link=link,
        borders=borders,
    )
    said = statement
    if left_out:
        said = f"{plural(left_out, 'smaller place')} not drawn; the table has them all. {said}"
    with st.container(gap="xxsmall"):
        st.caption(said)
        with st.container(horizontal=True, wrap=False, gap="small", horizontal_alignment="right"):
            if beside:
                beside()
            _table_twin(table, key, on_choice)


def _controls(whole: int, centre: str, distance_km: float | None) -> list[Control]:
    """Counts or shares; and how far around the chosen place."""
    shares = (("count", "counts"), ("share", "share of all"))
    controls = [Control("select", "share", "Marks", "share" if whole else "count", shares)]
    if centre:
        km = f"{distance_km:g}" if distance_km else ""
        controls.append(
            Control(
                "number",
                "near",
                "within",
                km,
                suggestions=DISTANCES_KM,
                after=f"km of {centre}",
                most=20_040,  # half the way round the Earth
            )
        )
    return controls


def hear_view(key: str, on_view: Callable[[View], None]) -> None:
    """Be told what a map shows when it has been moved and rests; draws nothing.

    In a fragment, the page does not run again for it.

    Args:
        key: A constant.
        on_view: Called before the fragment runs.
    """
    plotview.hear_view(key, lambda view: on_view(View(*view)))


def _described(table: pd.DataFrame, unplaced: int) -> str:
    """The text alternative of the map."""
    if table.empty:
        return f"Map without marks. {_EMPTY}"
    largest = ", ".join(
        f"{row.name} {row.articles:,}"
        for row in table.head(5)[["name", "articles"]].itertuples(index=False, name="Row")
    )
    rest = f" {plural(unplaced, 'mention')} not placed." if unplaced else ""
    return (
        f"Map of {plural(len(table), 'place')} by articles mentioning them. Most: {largest}.{rest}"
        " The table under the map has them all."
    )


def _table_twin(table: pd.DataFrame, key: str, on_choice: Callable[[MapGesture], None]) -> None:
    """All places as rows; a chosen row is a click on the mark, so no mark is out of reach."""
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

        def chosen() -> None:
            rows = st.session_state[f"{key}_rows"]["selection"]["rows"]
            if rows:
                on_choice(MapGesture("click", places=(str(table["gazetteer_id"].iat[rows[0]]),)))

        twin.caption("Choose a row, and only articles mentioning that place are left.")
        twin.dataframe(
            shown,
            hide_index=True,
            height=320,
            width=520,
            key=f"{key}_rows",
            on_select=chosen,
            selection_mode="single-row",
        )
