"""The timeline of the page: draws counts by day, and returns the days the reader brushes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from components import plotview
from components.plotview import Control, Image
from components.timeline.gestures import BYS, SHARES, TimeGesture, parse
from components.timeline.table import Stacked, show_table
from dateline.figures import timeline as figures
from dateline.figures.bars import series_of
from dateline.figures.days import ANY_DAY, BINS, Bin, Days
from dateline.figures.palette import palette
from dateline.plural import plural

__all__ = ["Days", "Image", "Stacked", "TimeGesture", "parse", "show"]

_HOW: Final = "Drag over days to choose them, or move the ends; double-click chooses all."
_EACH_ONCE: Final = {
    "place": "Each article once, under the place it mentions most; legend from the foot up.",
    "source": "Each article once, under its source; legend from the foot up.",
    "role": "Each article once, under the role most mentions have; legend from the foot up.",
}


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
        named = [one.label for one in series]
        show_table(published, spoken, stacked, named, size=size, unit=unit)


def _controls(bin: str, size: Bin, sizes: Sequence[Bin], by: str, share: bool) -> list[Control]:
    auto = f"auto: {size}" if bin == "auto" else "auto"
    bins = (("auto", auto), *((one, one) for one in sizes))
    return [
        Control("select", "bin", "A bar a", bin, bins),
        Control("select", "by", "stacked by", by, tuple(BYS.items())),
        Control("select", "share", "of", "share" if share else "count", tuple(SHARES.items())),
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
