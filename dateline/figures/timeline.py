"""The timeline: articles by day, week or month of publication, and on the same axis the days that
the texts speak of.

Every bar stands over its whole bin. A bin without an article has a dot on the base line, so that a
gap in the coverage is seen as a gap and not as paper.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final, Literal, NamedTuple

import pandas as pd

from dateline.errors import SchemaError
from dateline.figures.hover import plural
from dateline.figures.palette import Palette, palette, rgba

__all__ = [
    "ANY_DAY",
    "BINS",
    "Bin",
    "Days",
    "Strip",
    "bin_end",
    "bin_for",
    "bin_start",
    "figure",
    "whole_bins",
]

Bin = Literal["day", "week", "month"]
BINS: Final[tuple[Bin, ...]] = ("day", "week", "month")
Strip = Literal["published", "spoken"]

MOST_DAYS: Final = 124
"""Days above which a bar stands for a week."""
MOST_WEEKS: Final = 160
"""Weeks above which it stands for a month."""
_MILLISECONDS_A_DAY: Final = 86_400_000


class Days(NamedTuple):
    """A range of days, both included; a missing end is open."""

    first: date | None
    last: date | None


ANY_DAY: Final = Days(None, None)


def bin_for(first: date, last: date) -> Bin:
    """The bin that gives a readable number of bars between two days."""
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        return "day"
    return "week" if days <= 7 * MOST_WEEKS else "month"


def bin_start(day: date, size: Bin) -> date:
    """The first day of the bin that a day falls into; weeks begin on Monday (ISO 8601)."""
    if size == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if size == "month" else day


def bin_end(day: date, size: Bin) -> date:
    """The day after the last of the bin that a day falls into."""
    start = bin_start(day, size)
    if size == "month":
        return (start + timedelta(days=32)).replace(day=1)
    return start + timedelta(days=7 if size == "week" else 1)


def whole_bins(days: Days, size: Bin) -> Days:
    """The days widened to whole bins, as a brush that touches a bar means all of it."""
    return Days(
        bin_start(days.first, size) if days.first else None,
        bin_end(days.last, size) - timedelta(days=1) if days.last else None,
    )


def figure(
    published: pd.DataFrame,
    spoken: pd.DataFrame | None = None,
    *,
    span: tuple[date, date],
    size: Bin,
    chosen: Days = ANY_DAY,
    chosen_spoken: Days = ANY_DAY,
    undated: int = 0,
    unit: str = "articles",
    dark: bool = False,
) -> dict[str, Any]:
    """Draw the timeline.

    Args:
        published: One row a bin that has articles, columns `day` datetime64 (the bin's first day)
            and `unit` int.
        spoken: The same of the days the texts speak of, always with `articles`; missing for no
            second strip.
        span: First and last day of the axis. Bins of `spoken` outside are counted at the ends.
        size: The bin that both tables are counted in.
        chosen: Days of publication that are chosen; the other bars are paler.
        chosen_spoken: Days spoken of that are chosen.
        undated: Articles without a date of publication, said in the corner.
        unit: The column of `published` that is drawn, and its name.
        dark: For a dark page.

    Returns:
        A Plotly figure as a plain dict. `customdata` of a bar is the first day of its bin, ISO
        8601; `layout.meta["strips"]` names the strip of each vertical axis.

    Raises:
        SchemaError: A column is missing.
    """
    for table, column in ((published, unit), (spoken, "articles")):
        if table is not None and not {"day", column} <= set(table.columns):
            raise SchemaError(
                f"counts by day with the columns {', '.join(map(str, table.columns))}",
                f"`day` and `{column}`",
                "count with dateline.query.counts",
            )
    colours = palette(dark)
    first, after = bin_start(span[0], size), bin_end(span[1], size)
    two = spoken is not None
    traces = _strip(published, "published", "y", chosen, first, after, size, unit, colours)
    notes = [_note(f"Published · {unit} a {size}", 1.0, "left", colours.quiet)]
    if undated:
        notes.append(_note(f"{plural(undated, 'article')} undated", 1.0, "right", colours.quiet))
    shapes = _brush(chosen, "y domain", first, after, size, colours)
    layout: dict[str, Any] = {
        "margin": {"l": 0, "r": 0, "t": 16, "b": 20},
        "showlegend": False,
        "barmode": "overlay",
        "dragmode": "select",
        "selectdirection": "h",
        "clickmode": "event",
        "hovermode": "closest",
        "uirevision": "timeline",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 12, "color": colours.quiet},
        "hoverlabel": {
            "bgcolor": colours.paper,
            "bordercolor": colours.rule,
            "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.ink},
        },
        "xaxis": {
            "type": "date",
            "range": [first.isoformat(), after.isoformat()],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "ticklen": 4,
            "tickcolor": colours.rule,
            "tickfont": {"size": 12, "color": colours.quiet},
            "nticks": 8,
            "anchor": "y2" if two else "y",
            "showline": False,
        },
        "yaxis": _count_axis([0.44, 1.0] if two else [0.0, 1.0], colours),
        "newselection": {"line": {"color": colours.ink, "width": 1, "dash": "solid"}},
        "meta": {"strips": {"y": "published", "y2": "spoken"}},
    }
    if spoken is not None:
        traces += _strip(
            spoken, "spoken", "y2", chosen_spoken, first, after, size, "articles", colours
        )
        layout["yaxis2"] = _count_axis([0.0, 0.28], colours)
        shapes += _brush(chosen_spoken, "y2 domain", first, after, size, colours)
        days = spoken["day"].dt.date
        earlier = int(spoken.loc[days < first, "articles"].sum())
        later = int(spoken.loc[days >= after, "articles"].sum())
        title = "Days the texts speak of"
        notes.append(
            _note(
                title + (f" · ◂ {earlier:,} earlier" if earlier else ""),
                0.28,
                "left",
                colours.quiet,
            )
        )
        if later:
            notes.append(_note(f"{later:,} later ▸", 0.28, "right", colours.quiet))
    layout["annotations"] = notes
    layout["shapes"] = shapes
    return {"data": traces, "layout": layout}


def _strip(
    table: pd.DataFrame,
    strip: Strip,
    axis: str,
    chosen: Days,
    first: date,
    after: date,
    size: Bin,
    unit: str,
    colours: Palette,
) -> list[dict[str, Any]]:
    """The bars of a strip, and the dots of its empty bins."""
    days = table["day"].dt.date
    seen = table[(days >= first) & (days < after) & (table[unit] > 0)]
    starts = [bin_start(day, size) for day in seen["day"].dt.date]
    counts = seen[unit].astype(int).tolist()
    whole = whole_bins(chosen, size)
    any_chosen = chosen.first is not None or chosen.last is not None
    colour = [
        colours.accent if not any_chosen or _within(start, whole) else colours.faint
        for start in starts
    ]
    widths = [(bin_end(start, size) - start).days for start in starts]
    empty, day, taken = [], first, set(starts)
    while day < after:
        if day not in taken:
            middle = pd.Timestamp(day) + pd.Timedelta(days=(bin_end(day, size) - day).days / 2)
            empty.append(middle.isoformat())
        day = bin_end(day, size)
    return [
        {
            "type": "bar",
            "uid": strip,
            "yaxis": axis,
            "x": [start.isoformat() for start in starts],
            "y": counts,
            "offset": 0,
            "width": [round(width * _MILLISECONDS_A_DAY * 0.86) for width in widths],
            "customdata": [start.isoformat() for start in starts],
            "hovertext": [
                f"{_named(start, size)}<br><b>{count:,}</b> {unit if count != 1 else unit[:-1]}"
                for start, count in zip(starts, counts, strict=True)
            ],
            "hoverinfo": "text",
            "textposition": "none",
            "marker": {"color": colour, "line": {"width": 0}},
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
        },
        {
            "type": "scatter",
            "uid": f"{strip}-empty",
            "yaxis": axis,
            "mode": "markers",
            "x": empty,
            "y": [0] * len(empty),
            "cliponaxis": False,
            "hoverinfo": "skip",
            "marker": {"size": 2, "color": colours.rule},
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
        },
    ]


def _within(day: date, days: Days) -> bool:
    return (days.first is None or day >= days.first) and (days.last is None or day <= days.last)


def _named(start: date, size: Bin) -> str:
    if size == "month":
        return f"{start:%B %Y}"
    named = f"{start.day} {start:%B %Y}"
    return named if size == "day" else f"week of {named}"


def _brush(
    chosen: Days, axis: str, first: date, after: date, size: Bin, colours: Palette
) -> list[dict[str, Any]]:
    """The chosen range as a pale band with an edge at each chosen end."""
    if chosen.first is None and chosen.last is None:
        return []
    start = max(bin_start(chosen.first, size), first) if chosen.first else first
    end = min(bin_end(chosen.last, size), after) if chosen.last else after
    edge = {"color": colours.ink, "width": 1}
    band = {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": axis,
        "x0": start.isoformat(),
        "x1": end.isoformat(),
        "y0": 0,
        "y1": 1,
        "fillcolor": rgba(colours.accent, 0.1),
        "line": {"width": 0},
    }
    edges = [
        {
            "type": "line",
            "xref": "x",
            "yref": axis,
            "x0": at,
            "x1": at,
            "y0": 0,
            "y1": 1,
            "line": edge,
        }
        for at, day in ((start.isoformat(), chosen.first), (end.isoformat(), chosen.last))
        if day is not None
    ]
    return [band, *edges]


def _count_axis(domain: list[float], colours: Palette) -> dict[str, Any]:
    return {
        "domain": domain,
        "fixedrange": True,
        "rangemode": "tozero",
        "nticks": 3,
        "tickformat": ",d",
        "ticklabelposition": "inside top",
        "tickfont": {"size": 11, "color": colours.quiet},
        "gridcolor": rgba(colours.rule, 0.5),
        "zeroline": True,
        "zerolinecolor": colours.rule,
        "zerolinewidth": 1,
    }


def _note(text: str, top: float, side: str, colour: str) -> dict[str, Any]:
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0 if side == "left" else 1,
        "y": top,
        "xanchor": side,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": colour},
    }
