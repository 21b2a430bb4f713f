"""The timeline of a selection as a still picture, and the same as a table.

Lengths along the axis are percentages and those across it pixels, so that the letters keep their
size however narrow the screen is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.figures.days import Bin, axis_range, bin_end, bin_for, bin_named, bins_between
from dateline.plural import plural
from dateline.query import Selection, by_day, spoken_by_day
from dateline.query.wording import day_of

__all__ = ["STYLE", "static_timeline"]

_PUBLISHED, _SPOKEN = 96, 48
"""Pixels that the highest bar of a strip has."""
_TITLE, _AXIS = 34, 24
"""Pixels over a strip for its title, and under the last one for the days."""
_MOST_TICKS, _LINES = 8, 3
_MOST_GAPS: Final = 200
"""Bins above which an empty one has no dot: it would be no wider than the dot."""

_HEADINGS: Final = {"day": "Day", "week": "Week of", "month": "Month"}

STYLE: Final = """
.time { display: block; overflow: visible; }
.time .bars { fill: var(--accent); }
.time .gaps { fill: var(--quiet); }
.time .base { fill: var(--rule); }
.time .grid { fill: var(--rule); opacity: 0.5; }
.time text { font-size: 12px; fill: var(--quiet); }
.time .over { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 0.2rem 1.5rem 0.2rem 0; border-bottom: 1px solid var(--rule);
  text-align: right; font-weight: 400; }
th:first-child { text-align: left; }
thead th { color: var(--quiet); }
tbody th { white-space: nowrap; }
"""


class _Axis(NamedTuple):
    """The days that both strips stand over.

    Attributes:
        first: The first day.
        after: The day after the last.
        size: What a bar stands for.
    """

    first: date
    after: date
    size: Bin

    def at(self, day: date) -> float:
        """Per cent of the width."""
        return 100 * (day - self.first).days / (self.after - self.first).days


def static_timeline(corpus: Corpus, selection: Selection) -> str:
    """Draw when the articles were published, and below it the days they speak of.

    Args:
        corpus: The corpus.
        selection: What is left of it.

    Returns:
        An `<svg>` and a folded `<table>` for a page with `STYLE`; a sentence if no article has a
        date.
    """
    published = corpus.articles["published"][selection.articles].dropna()
    if published.empty:
        return "<p>No article here has a date.</p>"
    span = published.min().date(), published.max().date()
    size = bin_for(*span)
    first, after = map(date.fromisoformat, axis_range(bins_between(*span, size), size))
    axis = _Axis(first, after, size)
    counts, spoken = by_day(corpus, selection, size), spoken_by_day(corpus, selection, size)
    undated = int(np.count_nonzero(selection.articles)) - len(published)
    day = spoken["day"].dt.date
    within = spoken.loc[(day >= axis.first) & (day < axis.after)]
    parts = [*_strip(counts, axis, 0, _PUBLISHED, f"Published · articles a {size}")]
    parts += _right(f"{undated:,} undated" if undated else "", 14)
    height = _TITLE + _PUBLISHED
    if not spoken.empty:
        top = height + 10
        earlier, later = (
            int(spoken.loc[beyond, "articles"].sum())
            for beyond in (day < axis.first, day >= axis.after)
        )
        title = "Days the texts speak of" + (f" · ◂ {earlier:,} earlier" if earlier else "")
        parts += _strip(within, axis, top, _SPOKEN, title)
        parts += _right(f"{later:,} later ▸" if later else "", top + 14)
        height = top + _TITLE + _SPOKEN
    parts += _days(axis, height)
    highest = int(counts["articles"].to_numpy().argmax())
    said = (
        f"Articles a {size}, {' – '.join(dict.fromkeys(map(day_of, span)))}: most, "
        f"{int(counts['articles'].iloc[highest]):,}, "
        f"{_when(counts['day'].iloc[highest].date(), size)}"
        + (f"; {undated:,} undated" if undated else "")
    )
    return (
        f'<svg class="time" width="100%" height="{height + _AXIS}" role="img" '
        f'aria-label="{said}">{"".join(parts)}</svg><p class="quiet">{said}.</p>'
        f"{_table(counts, within, size)}"
    )


def _when(start: date, size: Bin) -> str:
    named = bin_named(start, size)
    return f"in the {named}" if size == "week" else f"{'on' if size == 'day' else 'in'} {named}"


def _strip(counts: pd.DataFrame, axis: _Axis, top: int, high: int, title: str) -> Iterator[str]:
    """Title, lines with their counts, and bars; a dot where there is none."""
    base, most = top + _TITLE + high, int(counts["articles"].max()) if len(counts) else 1
    yield f'<text x="0" y="{top + 14}">{title}</text>'
    step = _step(most)
    levels = range(step, most + 1, step)
    for level in levels:
        y = base - high * level / most
        yield f'<rect class="grid" y="{y:.1f}" width="100%" height="1"/>'
    starts = [moment.date() for moment in counts["day"]]
    yield '<g class="bars">'
    for start, count in zip(starts, counts["articles"].tolist(), strict=True):
        x, after = axis.at(start), axis.at(bin_end(start, axis.size))
        tall = max(high * count / most, 1)
        tip = f"{bin_named(start, axis.size)}: {plural(int(count), 'article')}"
        yield (
            f'<rect x="{x:.2f}%" y="{base - tall:.1f}" width="{(after - x) * 0.86:.2f}%" '
            f'height="{tall:.1f}"><title>{tip}</title></rect>'
        )
    yield "</g>"
    empty = set(bins_between(axis.first, axis.after - timedelta(days=1), axis.size)) - set(starts)
    if len(empty) + len(starts) <= _MOST_GAPS:
        dots = (
            f'<rect x="{(axis.at(day) + axis.at(bin_end(day, axis.size))) / 2:.2f}%" '
            f'y="{base - 2}" width="2" height="2"/>'
            for day in sorted(empty)
        )
        yield f'<g class="gaps">{"".join(dots)}</g>'
    yield f'<rect class="base" y="{base}" width="100%" height="1"/>'
    for level in levels:
        y = base - high * level / most
        yield f'<text class="over" x="0" y="{y - 3:.1f}">{level:,}</text>'


def _right(text: str, y: int) -> list[str]:
    return [f'<text x="100%" y="{y}" text-anchor="end">{text}</text>'] if text else []


def _step(most: int) -> int:
    """The round number of which few enough go into the highest count."""
    step, factors = 1, cycle((2, 2.5, 2))
    while most / step > _LINES:
        step = int(step * next(factors))
    return step


def _days(axis: _Axis, base: int) -> Iterator[str]:
    """Days under the axis; on a phone every other one, where there are many."""
    ticks = _ticks(axis)
    for number, (day, label) in enumerate(ticks):
        x = axis.at(day)
        side = "start" if x < 4 else "end" if x > 94 else "middle"
        rare = ' class="wide"' if len(ticks) > 4 and number % 2 else ""
        yield f'<rect class="base" x="{x:.2f}%" y="{base}" width="1" height="5"/>'
        yield f'<text{rare} x="{x:.2f}%" y="{base + 19}" text-anchor="{side}">{label}</text>'


def _ticks(axis: _Axis) -> list[tuple[date, str]]:
    """Few enough days with their labels: days, Mondays, or firsts of months or years."""
    length = (axis.after - axis.first).days
    if length <= 7 * _MOST_TICKS:
        apart = 1 if length <= _MOST_TICKS else 7
        start = axis.first if apart == 1 else axis.first + timedelta(-axis.first.weekday() % 7)
        days = [start + timedelta(days) for days in range(0, (axis.after - start).days, apart)]
        return [
            (day, f"{day.day} {day:%b}" + (f" {day.year}" if day == days[0] else ""))
            for day in days
        ]
    firsts = [
        date(year, month, 1)
        for year in range(axis.first.year, axis.after.year + 1)
        for month in range(1, 13)
        if axis.first <= date(year, month, 1) < axis.after
    ]
    for apart in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200):
        days = [day for day in firsts if (12 * day.year + day.month - 1) % apart == 0]
        if len(days) <= _MOST_TICKS:
            break
    if apart >= 12:
        return [(day, f"{day.year}") for day in days]
    return [
        (day, f"{day:%b}" + (f" {day.year}" if day == days[0] or day.month <= apart else ""))
        for day in days
    ]


def _table(published: pd.DataFrame, spoken: pd.DataFrame, size: Bin) -> str:
    counts = {
        name: dict(zip(table["day"].dt.date, table[column].tolist(), strict=True))
        for name, table, column in (
            ("Articles", published, "articles"),
            ("Texts, copies once", published, "texts"),
            ("Articles that speak of it", spoken, "articles"),
        )
        if len(table)
    }
    head = "".join(f'<th scope="col">{name}</th>' for name in (_HEADINGS[size], *counts))
    rows = "".join(
        f'<tr><th scope="row">{f"{day:%B %Y}" if size == "month" else day_of(day)}</th>'
        + "".join(f"<td>{column.get(day, 0):,}</td>" for column in counts.values())
        + "</tr>"
        for day in sorted({day for column in counts.values() for day in column})
    )
    return (
        '<details class="twin"><summary>The timeline as a table</summary><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )
