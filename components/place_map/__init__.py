"""The map of the page: draws counted places, and returns what the reader does with them.

Nothing is filtered here. The page hands over counts and what is chosen; a gesture comes back as one
`MapGesture`, and the page makes a new choice of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from components import plotview
from components.place_map.gestures import MapGesture, parse
from components.plotview import Control, Image, Playback, ring
from dateline.credits import BORDERS
from dateline.figures import place_map as figures
from dateline.figures.marks import Unit, legend, marks
from dateline.figures.view import View
from dateline.plural import plural
from dateline.query import Area

__all__ = ["Image", "MapGesture", "Playback", "View", "hear_view", "parse", "ring", "show"]

DISTANCES_KM: Final = (10, 25, 50, 100)
"""Offered where the places around one can be asked for."""


_EMPTY: Final = "What is chosen mentions no place that could be put on the map."

_LONG: Final = 13
"""Rows from which the table scrolls."""


def show(
    counts: pd.DataFrame,
    *,
    on_choice: Callable[[MapGesture], None],
    chosen: Collection[str] = (),
    areas: Sequence[Area] = (),
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
    empty: str = "",
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
        areas: The chosen polygons.
        view: Where to look at first, from the address. Afterwards the reader moves the map.
        home: What the button "most of the coverage" shows; fitted to the marks where missing.
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
        empty: What a map without marks says, instead of that no place could be put on it.
        dark: For a dark page (`st.context.theme.type == "dark"`).
        key: A constant.
        height: Pixels; on a small screen 45 % of its height at the most.
    """
    table = marks(counts, unit=unit, largest=largest)
    figure = figures.figure(
        table,
        chosen=chosen,
        areas=areas,
        view=view,
        home=home,
        revision=revision,
        unit=unit,
        whole=whole,
        dark=dark,
    )
    empty = empty or _EMPTY
    left_out = figure["layout"]["meta"]["left_out"]

    def gesture(value: Mapping[str, Any]) -> None:
        parsed = parse(value)
        if parsed:
            on_choice(parsed)

    plotview.show(
        figure,
        key=key,
        height=height,
        label=_described(table, unplaced, empty),
        dark=dark,
        on_gesture=gesture,
        tools=True,
        legend=legend(table, unit=unit, whole=whole, dark=dark),
        note=f"{plural(unplaced, 'mention')} not placed" if unplaced else "",
        empty=empty if table.empty else "",
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


def _described(table: pd.DataFrame, unplaced: int, empty: str) -> str:
    """The text alternative of the map."""
    if table.empty:
        return f"Map without marks. {empty}"
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
    if st.button("Table", type="tertiary", key=f"{key}_table"):
        _as_table(table, key, on_choice)


@st.dialog("The places of the map", width="large")
def _as_table(table: pd.DataFrame, key: str, on_choice: Callable[[MapGesture], None]) -> None:
    columns = {
        "name": "Place",
        "articles": "Articles mentioning",
        "texts": "Texts",
        "mentions": "Mentions",
        "admin1": "Province",
        "country": "Country",
        "precision": "Precision",
        "role": "Role",
    }
    present = [column for column in columns if column in table.columns]
    st.caption("Choose a row, and only articles mentioning that place are left.")
    chosen = st.dataframe(
        table[present].rename(columns=columns),
        hide_index=True,
        height="content" if len(table) < _LONG else 460,
        column_config={"Place": st.column_config.TextColumn(pinned=True)},
        key=f"{key}_rows",
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = chosen["selection"]["rows"]
    if rows:
        on_choice(MapGesture("click", places=(str(table["gazetteer_id"].iat[rows[0]]),)))
        st.rerun()
