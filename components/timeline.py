"""The timeline of the page: draws counts by day, and returns the days the reader brushes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from components import plotview
from components.plotview import Control, Image
from dateline.figures import timeline as figures
from dateline.figures.bars import Strip, series_of
from dateline.figures.days import ANY_DAY, BINS, Bin, Days, whole_bins
from dateline.figures.hover import plural
from dateline.figures.palette import palette

__all__ = ["Days", "Image", "Stacked", "TimeGesture", "parse", "show"]

_BYS: Final = {"": "nothing", "place": "place", "source": "source", "role": "role"}
_SHARES: Final = {"count": "counts", "share": "share of all"}
_HOW: Final = "Drag over days to choose them, or move the ends; double-click chooses all."
_LONG: Final = 13
"""Rows from which the table scrolls."""

_EACH_ONCE: Final = {
    "place": "Each article once, under the place it mentions most; legend from the foot up.",
    "source": "Each article once, under its source; legend from the foot up.",
    "role": "Each article once, under the role most mentions have; legend from the foot up.",
}
_SETTINGS: Final[dict[str, tuple[str, ...]]] = {
    "bin": ("auto", *BINS),
    "by": tuple(_BYS),
    "share": tuple(_SHARES),
}


@dataclass(frozen=True)
class Stacked:
    """What the bars are stacks of.

    Attributes:
        by: `place`, `source` or `role`.
        values: What each series stands for, as `dateline.query.stacked.Stack` has them.
        labels: What each is called.
        others: How many further values the next series joins.
        counts: Rows of `day`, `series` and the unit.
    """

    by: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    others: int
    counts: pd.DataFrame


@dataclass(frozen=True, slots=True)
class TimeGesture:
    """What the reader did on the timeline.

    Attributes:
        kind: `range` brushed, or a bar clicked · `ends` moved · `clear` by a double click · `set`.
        strip: Which days: of publication, or spoken of. Of no meaning for `clear`: both.
        days: The first and the last day, both included, in whole bins; a missing end is open.
        name, value: What is set: `bin`, `by` or `share` (`count`, `share`).
    """

    kind: Literal["range", "ends", "clear", "set"]
    strip: Strip = "published"
    days: Days = ANY_DAY
    name: str = ""
    value: str = ""


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
    if kind == "set":
        name, chosen = value.get("name"), value.get("value")
        if isinstance(name, str) and isinstance(chosen, str) and chosen in _SETTINGS.get(name, ()):
            return TimeGesture("set", name=name, value=chosen)
        return None
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
    if kind == "ends" and isinstance(ends, list) and len(ends) == 2:
        moved = Days(_day(ends[0]), _day(ends[1]))
        if [end is None for end in moved] != [end is None for end in ends]:
            return None
        if not (moved.first and moved.last and moved.first > moved.last):
            return TimeGesture("ends", strip, whole_bins(moved, size))
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
    bin: str = "auto",
    sizes: Sequence[Bin] = BINS,
    stacked: Stacked | None = None,
    whole: pd.DataFrame | None = None,
    step: date | None = None,
    image: Image | None = None,
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
        size: The bin that both are counted in.
        on_choice: Called with the gesture, before the page runs again.
        chosen: Days of publication that are chosen.
        chosen_spoken: Days spoken of that are chosen.
        undated: Articles without a date of publication.
        unit: The column of `published` that is drawn, and its name.
        bin: What was asked for: a bin, or `auto`.
        sizes: The bins that can be asked for.
        stacked: What the bars of publication are stacks of.
        whole: As `published`, of everything: bars are shares of it. Counts where missing.
        step: First day of the bin that the playback of the map shows.
        image: The timeline as a file.
        dark: For a dark page.
        key: A constant.
        height: Pixels.
    """
    series = []
    if stacked:
        labels = stacked.labels
        series = series_of(stacked.by, stacked.values, labels, stacked.others, palette(dark))
    figure = figures.figure(
        stacked.counts if stacked else published,
        spoken,
        span=span,
        size=size,
        chosen=chosen,
        chosen_spoken=chosen_spoken,
        undated=undated,
        unit=unit,
        whole=whole,
        series=series,
        by=stacked.by if stacked else "",
        step=step,
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
        legend=[
            {"label": one.label, "colour": one.colour, "pattern": one.pattern}
            for number, one in enumerate(series)
            if stacked is not None and (stacked.counts["series"] == number).any()
        ],
        controls=_controls(bin, size, sizes, stacked.by if stacked else "", whole is not None),
        image=image,
    )
    says = "each_once" if stacked else "how"  # how is nothing for paper
    with st.container(horizontal=True, wrap=False, gap="small", key=f"{key}_{says}"):
        st.caption(_EACH_ONCE[stacked.by] if stacked else _HOW)
        asked = st.button("Table", type="tertiary", key=f"{key}_table")
    if asked:
        table = _joined(published, spoken, unit)
        if stacked:
            table = _with_series(table, stacked, [one.label for one in series], unit)
        _as_table(table, size)


@st.dialog("The timeline as a table", width="medium")
def _as_table(table: pd.DataFrame, size: Bin) -> None:
    st.caption(f"A row a {size} with articles published or speaking of it; the others have none.")
    st.dataframe(
        table,
        hide_index=True,
        height="content" if len(table) < _LONG else 460,
        column_config={"From": st.column_config.DateColumn(format="D MMM YYYY", pinned=True)},
    )


def _controls(bin: str, size: Bin, sizes: Sequence[Bin], by: str, share: bool) -> list[Control]:
    auto = f"auto: {size}" if bin == "auto" else "auto"
    bins = (("auto", auto), *((one, one) for one in sizes))
    return [
        Control("select", "bin", "A bar a", bin, bins),
        Control("select", "by", "stacked by", by, tuple(_BYS.items())),
        Control("select", "share", "of", "share" if share else "count", tuple(_SHARES.items())),
    ]


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
        table = table.fillna({heading: 0, "Articles speaking of it": 0})
        table = table.astype({heading: "int64", "Articles speaking of it": "int64"})
    return table.assign(From=table["From"].dt.date)


def _with_series(
    table: pd.DataFrame, stacked: Stacked, labels: Sequence[str], unit: str
) -> pd.DataFrame:
    """A column more for each series."""
    for number, label in enumerate(labels):
        rows = stacked.counts[stacked.counts["series"] == number]
        if len(rows):
            counted = dict(zip(rows["day"].dt.date, rows[unit].tolist(), strict=True))
            name = label if label not in table.columns else f"{label} ({number + 1})"
            table = table.assign(**{name: [counted.get(day, 0) for day in table["From"]]})
    return table
