"""The timeline of the page: draws counts by day, and returns the days the reader brushes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd
import streamlit as st

from components import plotview
from dateline.figures import timeline as figures
from dateline.figures.bars import Strip
from dateline.figures.days import ANY_DAY, Bin, Days, whole_bins
from dateline.figures.hover import plural

__all__ = ["Days", "TimeGesture", "parse", "show"]


@dataclass(frozen=True, slots=True)
class TimeGesture:
    """What the reader did on the timeline.

    Attributes:
        kind: `range` brushed, or a bar clicked · `clear` by a double click.
        strip: Which days: of publication, or spoken of. Of no meaning for `clear`: both.
        days: The first and the last day, both included, in whole bins.
    """

    kind: Literal["range", "clear"]
    strip: Strip = "published"
    days: Days = ANY_DAY


def parse(value: Mapping[str, Any], size: Bin) -> TimeGesture | None:
    """Read a gesture that comes from the browser, where anything may come from.

    Args:
        value: As `components/plotview/plotview.js` sends it.
        size: The bin of the bars.

    Returns:
        The gesture, or nothing if it says nothing that can be understood.
    """
    kind, strip = value.get("kind"), value.get("strip")
    if kind == "clear":
        return TimeGesture("clear")
    if strip not in ("published", "spoken"):
        return None
    if kind == "bar":
        day = _day(value.get("at"))
        return TimeGesture("range", strip, whole_bins(Days(day, day), size)) if day else None
    ends = value.get("range")
    if kind == "range" and isinstance(ends, list) and len(ends) == 2:
        days = [_day(end) for end in ends]
        if days[0] and days[1]:
            first, last = min(days[0], days[1]), max(days[0], days[1])
            return TimeGesture("range", strip, whole_bins(Days(first, last), size))
    return None


def _day(value: object) -> date | None:
    """The day of a plotly.js date such as `2016-12-06 13:40:00.1`."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def show(
    published: pd.DataFrame,
    spoken: pd.DataFrame | None = None,
    *,
    span: tuple[date, date],
    size: Bin,
    on_choice: Callable[[TimeGesture], None],
    chosen: Days = ANY_DAY,
    chosen_spoken: Days = ANY_DAY,
    undated: int = 0,
    unit: str = "articles",
    dark: bool = False,
    key: str = "timeline",
    height: int = 170,
) -> None:
    """Draw the timeline and its table twin.

    Args:
        published: One row a bin with articles: `day` datetime64 (its first day) and `unit` int.
        spoken: The same of the days that the texts speak of, always with `articles`; missing for
            no second strip.
        span: First and last day of the axis: those of the whole corpus, so that it never jumps.
        size: The bin that both are counted in; `dateline.figures.timeline.bin_for(*span)` is one
            that is readable.
        on_choice: Called with the gesture, before the page runs again.
        chosen: Days of publication that are chosen.
        chosen_spoken: Days spoken of that are chosen.
        undated: Articles without a date of publication.
        unit: The column of `published` that is drawn, and its name.
        dark: For a dark page.
        key: A constant.
        height: Pixels.
    """
    figure = figures.figure(
        published,
        spoken,
        span=span,
        size=size,
        chosen=chosen,
        chosen_spoken=chosen_spoken,
        undated=undated,
        unit=unit,
        dark=dark,
    )

    def gesture(value: Mapping[str, Any]) -> None:
        parsed = parse(value, size)
        if parsed:
            on_choice(parsed)

    plotview.show(
        figure,
        key=key,
        height=height,
        label=_described(published, span, size, undated, unit),
        dark=dark,
        on_gesture=gesture,
    )
    with st.container(horizontal=True, wrap=False, gap="small"):
        st.caption("Drag over days to choose them, double-click to choose all.")
        twin = st.popover("Table", type="tertiary", width=84, key=f"{key}_table", on_change="rerun")
    if twin.open:  # else every run of the page would send it
        shown = _joined(published, spoken, unit)
        twin.dataframe(shown, hide_index=True, height=320, width=420)


def _described(
    published: pd.DataFrame, span: tuple[date, date], size: Bin, undated: int, unit: str
) -> str:
    """The text alternative of the timeline."""
    rest = f" {plural(undated, 'article')} undated." if undated else ""
    if published.empty:
        return f"Timeline without bars: nothing that is chosen has a date.{rest}"
    most = int(published[unit].max())
    day = published.loc[published[unit] == most, "day"].iloc[0]
    return (
        f"Timeline of {unit} a {size} of publication from {span[0]:%d %B %Y} to {span[1]:%d %B %Y}."
        f" Most: {most:,} in the {size} of {day:%d %B %Y}.{rest}"
        " The table under it has every number."
    )


def _joined(published: pd.DataFrame, spoken: pd.DataFrame | None, unit: str) -> pd.DataFrame:
    heading = f"{unit.capitalize()} published"
    table = published[["day", unit]].rename(columns={"day": "From", unit: heading})
    if spoken is not None:
        other = spoken[["day", "articles"]].rename(
            columns={"day": "From", "articles": "Articles speaking of it"}
        )
        table = table.merge(other, on="From", how="outer").sort_values("From")
    return table.assign(From=table["From"].dt.date)
