"""The timeline: articles by day, week or month of publication, and on the same axis the days that
the texts speak of.

Every bar stands over its whole bin. A bin without an article has a dot on the base line, so that a
gap in the coverage is seen as a gap and not as paper. Bars may be stacks of series, and shares of
all there is in their bin.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from dateline.errors import SchemaError
from dateline.figures.bars import Series, bars
from dateline.figures.brush import brush, chosen_bins, framed
from dateline.figures.days import ANY_DAY, Bin, Days, axis_range, bin_end, bins_between
from dateline.figures.palette import Palette, palette
from dateline.figures.timeline_axes import count_axis, day_axis, ground, in_years, note
from dateline.plural import plural

__all__ = ["figure"]

_UPPER: Final = (0.44, 1.0)
_LOWER: Final = (0.0, 0.28)
"""Lower and upper end of the strips, as shares of the height."""


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
    whole: pd.DataFrame | None = None,
    series: Sequence[Series] = (),
    by: str = "",
    step: date | None = None,
    dark: bool = False,
) -> dict[str, Any]:
    """Draw the timeline.

    Args:
        published: One row a bin that has articles, columns `day` datetime64 (the bin's first day)
            and `unit` int; one row a bin and series, with a column `series` int, for stacks.
        spoken: The same of the days the texts speak of, always with `articles` and never stacked;
            missing for no second strip.
        span: First and last day of the axis. Bins of `spoken` outside are counted at the ends.
        size: The bin that both tables are counted in.
        chosen: Days of publication that are chosen; the other bars are paler.
        chosen_spoken: Days spoken of that are chosen.
        undated: Articles without a date of publication, said in the corner.
        unit: The column of `published` that is drawn, and its name.
        whole: As `published` without series: all that was published. Where it is given, bars show
            the share of it.
        series: What the stacks are made of, from the bottom.
        by: What the series are: `place`, `source` or `role`.
        step: First day of the bin that the playback of the map shows.
        dark: For a dark page.

    Returns:
        A Plotly figure as a plain dict. `customdata` of a bar is the first day of its bin, ISO
        8601, and its `meta` the strip. `layout.meta` has `strips` (the strip of each vertical
        axis), `edges` (first day of each bin, and the day after the last) and `chosen` (by strip,
        the first and the last chosen bin as numbers of `edges`; null where all are chosen).

    Raises:
        SchemaError: A column is missing.
    """
    _require(published, {"day", unit, *(["series"] if series else [])})
    if spoken is not None:
        _require(spoken, {"day", "articles"})
    if whole is not None:
        _require(whole, {"day", unit})
    colours = palette(dark)
    starts = bins_between(span[0], span[1], size)
    first, after = starts[0], bin_end(starts[-1], size)
    within = axis_range(starts, size)
    two = spoken is not None
    seen = _within_axis(published, unit, first, after)
    traces = bars(
        seen,
        starts,
        "published",
        "y",
        size=size,
        chosen=chosen,
        unit=unit,
        whole=None if whole is None else dict(zip(whole["day"].dt.date, whole[unit], strict=True)),
        series=series,
        colours=colours,
    )
    counted = unit if whole is None else f"share of all {unit}"
    title = f"Published{in_years(within)} · {counted} a {size}" + (f", by {by}" if series else "")
    notes = _published_notes(title, undated, colours)
    shapes = brush(chosen, "y domain", first, after, size, colours)
    if step is not None:
        shapes += framed(step, size, colours)
    layout: dict[str, Any] = {
        **ground(colours),
        "xaxis": day_axis(within, "y2" if two else "y", colours),
        "yaxis": count_axis(
            _UPPER if two else (0.0, 1.0), colours, _most(seen, unit) if whole is None else 0
        ),
        "meta": {
            "strips": {"y": "published", "y2": "spoken"},
            "edges": [*(start.isoformat() for start in starts), after.isoformat()],
            "chosen": {
                "published": chosen_bins(chosen, starts, size),
                "spoken": chosen_bins(chosen_spoken, starts, size),
            },
        },
    }
    if spoken is not None:
        said = _within_axis(spoken, "articles", first, after)
        traces += _spoken_bars(said, starts, size, chosen_spoken, colours)
        layout["yaxis2"] = count_axis(_LOWER, colours, _most(said, "articles"))
        shapes += brush(chosen_spoken, "y2 domain", first, after, size, colours)
        notes += _spoken_notes(spoken, first, after, colours)
    return {"data": traces, "layout": {**layout, "annotations": notes, "shapes": shapes}}


def _require(table: pd.DataFrame, columns: set[str]) -> None:
    if not columns <= set(table.columns):
        raise SchemaError(
            f"counts by day with the columns {', '.join(map(str, table.columns))}",
            " and ".join(f"`{column}`" for column in sorted(columns)),
            "count with dateline.query",
        )


def _published_notes(title: str, undated: int, colours: Palette) -> list[dict[str, Any]]:
    """The title of the upper strip, and how many articles are on none."""
    notes = [note(title, 1.0, "left", colours.quiet)]
    if undated:
        notes.append(note(f"{plural(undated, 'article')} undated", 1.0, "right", colours.quiet))
    return notes


def _spoken_bars(
    said: pd.DataFrame, starts: list[date], size: Bin, chosen: Days, colours: Palette
) -> list[dict[str, Any]]:
    return bars(
        said,
        starts,
        "spoken",
        "y2",
        size=size,
        chosen=chosen,
        unit="articles",
        whole=None,
        series=(),
        colours=colours,
    )


def _spoken_notes(
    spoken: pd.DataFrame, first: date, after: date, colours: Palette
) -> list[dict[str, Any]]:
    """The title of the lower strip, and how many articles speak of days beyond its ends."""
    days = spoken["day"].dt.date
    earlier = int(spoken.loc[days < first, "articles"].sum())
    later = int(spoken.loc[days >= after, "articles"].sum())
    title = "Days the texts speak of" + (f" · ◂ {earlier:,} earlier" if earlier else "")
    notes = [note(title, _LOWER[1], "left", colours.quiet)]
    if later:
        notes.append(note(f"{later:,} later ▸", _LOWER[1], "right", colours.quiet))
    return notes


def _within_axis(table: pd.DataFrame, unit: str, first: date, after: date) -> pd.DataFrame:
    """The rows to draw, with plain dates."""
    days = table["day"].dt.date
    inside = (days >= first) & (days < after) & (table[unit] > 0)
    drawn: pd.DataFrame = table.assign(day=days).loc[inside]
    return drawn


def _most(seen: pd.DataFrame, unit: str) -> int:
    """The count of the highest bar, whatever it is a stack of; 1 where there is none."""
    return int(seen.groupby("day")[unit].sum().max()) if len(seen) else 1
