"""The bars of a timeline: one a bin, or a stack of series, and dots where a bin is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

import pandas as pd

from dateline.figures.days import Bin, Days, bin_end, bin_named, whole_bins
from dateline.figures.hover import escape
from dateline.figures.palette import Palette

__all__ = ["PATTERNS", "Series", "Strip", "bars", "series_of"]

Strip = Literal["published", "spoken"]

PATTERNS: Final = ("", "/", ".", "x", "-", "\\", "|", "+")
"""Fills that tell series apart without colour, as plotly.js names them."""

_MILLISECONDS_A_DAY: Final = 86_400_000
_STEPPED_BACK: Final = 0.3
"""Opacity of a stack outside the chosen days."""


@dataclass(frozen=True, slots=True)
class Series:
    """One part of every stack.

    Attributes:
        label: What it stands for; comes from outside.
        colour: `#rrggbb`.
        pattern: One of `PATTERNS`.
    """

    label: str
    colour: str
    pattern: str = ""


def series_of(
    by: str, values: Sequence[str], labels: Sequence[str], others: int, colours: Palette
) -> list[Series]:
    """How the series of a stack look: those of `dateline.query.stacked.Stack`, in its order.

    Args:
        by: `place`, `source` or `role`; a role has the colour it has everywhere.
        values: What the series stand for.
        labels: What they are called.
        others: How many further values the next one joins.
        colours: Of the page.

    Returns:
        One a value, then `all others` and `none`: always `len(values) + 2`.
    """
    own = [
        Series(
            label,
            colours.roles[value] if by == "role" else colours.series[number % len(colours.series)],
            PATTERNS[number % len(PATTERNS)],
        )
        for number, (value, label) in enumerate(zip(values, labels, strict=True))
    ]
    return [
        *own,
        Series("1 other" if others == 1 else f"{others:,} others", colours.quiet, "/"),
        Series(f"no {by}", colours.rule, "."),
    ]


def bars(
    counts: pd.DataFrame,
    starts: Sequence[date],
    strip: Strip,
    axis: str,
    *,
    size: Bin,
    chosen: Days,
    unit: str,
    whole: Mapping[date, int] | None,
    series: Sequence[Series],
    colours: Palette,
) -> list[dict[str, Any]]:
    """The bars of a strip, and its empty bins.

    Args:
        counts: Rows within the axis: `day` (date, the first of a bin), `unit` int and, if there
            are `series`, `series` int.
        starts: First day of each bin of the axis.
        strip: Whose they are.
        axis: `y` or `y2`.
        size: Days of a bar.
        chosen: Chosen days; bars outside step back.
        unit: The column that is drawn, and its name.
        whole: All there is in each bin; the bars are shares of it. Counts where missing.
        series: What stacks are made of, from the bottom; nothing for plain bars.
        colours: Of the page.

    Returns:
        One Plotly bar trace, or one a series that has any; then the dots of empty bins.
    """
    totals: dict[date, int] = Counter()
    for day, count in zip(counts["day"], counts[unit].tolist(), strict=True):
        totals[day] += count
    drawn = _Bars(strip, axis, size, whole_bins(chosen, size), unit, whole, totals, colours)
    gaps = drawn.dots([start for start in starts if start not in totals])
    if not series:
        return [drawn.trace(counts, Series("", colours.accent), {}), gaps]
    traces, below = [], dict.fromkeys(totals, 0)
    for number, one in enumerate(series):
        rows = counts[counts["series"] == number]
        if rows.empty:
            continue
        traces.append(drawn.trace(rows, one, below) | {"uid": f"{strip}-{number}"})
        for day, count in zip(rows["day"], rows[unit].tolist(), strict=True):
            below[day] += count
    return [*traces, gaps]


@dataclass(frozen=True, slots=True)
class _Bars:
    """What the series of a strip have in common.

    Attributes:
        strip, axis, size, unit, whole, colours: As for `bars`.
        within: Days of the chosen bins.
        totals: Count of each bin, whatever it is a stack of.
    """

    strip: Strip
    axis: str
    size: Bin
    within: Days
    unit: str
    whole: Mapping[date, int] | None
    totals: Mapping[date, int]
    colours: Palette

    def trace(
        self, rows: pd.DataFrame, series: Series, below: Mapping[date, int]
    ) -> dict[str, Any]:
        """The bars of one series, each on what is `below` it in its stack."""
        starts: list[date] = rows["day"].tolist()
        counts: list[int] = rows[self.unit].tolist()
        wide = [(bin_end(start, self.size) - start).days for start in starts]
        per = [1 if self.whole is None else self._all(start) for start in starts]
        return {
            "type": "bar",
            "uid": self.strip,
            "name": escape(series.label),
            "meta": self.strip,
            "yaxis": self.axis,
            "x": [start.isoformat() for start in starts],
            "y": [_share(count, each) for count, each in zip(counts, per, strict=True)],
            "base": [_share(below.get(s, 0), each) for s, each in zip(starts, per, strict=True)],
            "offset": 0,
            "width": [round(days * _MILLISECONDS_A_DAY * 0.86) for days in wide],
            "customdata": [start.isoformat() for start in starts],
            "hovertext": [
                self._hover(start, count, series.label)
                for start, count in zip(starts, counts, strict=True)
            ],
            "hoverinfo": "text",
            "textposition": "none",
            "marker": self._marker(series, [_within(start, self.within) for start in starts]),
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
        }

    def dots(self, empty: Sequence[date]) -> dict[str, Any]:
        """A dot on the base line for each bin without an article, so that a gap is seen as one."""
        middles = [
            (pd.Timestamp(day) + pd.Timedelta(days=(bin_end(day, self.size) - day).days / 2))
            for day in empty
        ]
        return {
            "type": "scatter",
            "uid": f"{self.strip}-empty",
            "showlegend": False,
            "yaxis": self.axis,
            "mode": "markers",
            "x": [middle.isoformat() for middle in middles],
            "y": [0] * len(middles),
            "cliponaxis": False,
            "hoverinfo": "skip",
            "marker": {"size": 2, "color": self.colours.rule},
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
        }

    def _marker(self, series: Series, chosen: Sequence[bool]) -> dict[str, Any]:
        """Bars that are not chosen are grey, parts of a stack paler."""
        line = {"width": 0}
        if not series.label:
            faint = self.colours.faint
            return {"line": line, "color": [series.colour if one else faint for one in chosen]}
        return {
            "line": line,
            "color": series.colour,
            "opacity": [1 if one else _STEPPED_BACK for one in chosen],
            "pattern": {
                "shape": series.pattern,
                "fillmode": "overlay",
                "fgcolor": self.colours.paper,
                "fgopacity": 0.75,
                "size": 5,
                "solidity": 0.3,
            },
        }

    def _hover(self, start: date, count: int, label: str) -> str:
        total = self.totals[start]
        noun = self.unit if total != 1 else self.unit[:-1]
        said = f"{count:,} of {total:,}" if label and count != total else f"{count:,}"
        lines = [bin_named(start, self.size), f"<b>{said}</b> {noun}"]
        lines += [escape(label)] if label else []
        if self.whole is not None:
            everything = self._all(start)
            lines.append(f"{count / everything:.0%} of all {everything:,} of this {self.size}")
        return "<br>".join(lines)

    def _all(self, start: date) -> int:
        """All there is in a bin, 1 where nothing is."""
        return (self.whole or {}).get(start, 0) or 1


def _share(count: int, whole: int) -> float:
    return count if whole == 1 else round(count / whole, 4)


def _within(day: date, days: Days) -> bool:
    return (days.first is None or day >= days.first) and (days.last is None or day <= days.last)
