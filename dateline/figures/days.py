"""Ranges of days, and the bins that a timeline gathers days into: weeks begin on Monday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from dateline.codes.bins import BINS, Bin

__all__ = [
    "ANY_DAY",
    "BINS",
    "Bin",
    "Days",
    "axis_range",
    "bin_end",
    "bin_for",
    "bin_named",
    "bin_start",
    "bins_between",
    "readable_bins",
    "whole_bins",
]

MOST_DAYS: Final = 124
"""Days above which a bar stands for a week, if nobody asks for another bin."""
MOST_WEEKS: Final = 160
"""Weeks above which it stands for a month."""
MOST_BARS: Final = 800
"""Bars that a timeline can show at all: thinner ones cannot be told apart."""


FEWEST_DAYS: Final = 7
"""Days that an axis has room for at the least: one is a bar then, and its hours are no ticks."""


class Days(NamedTuple):
    """A range of days, both included; a missing end is open."""

    first: date | None
    last: date | None


ANY_DAY: Final = Days(None, None)


def axis_range(starts: Sequence[date], size: Bin) -> list[str]:
    """First and last day of an axis over some bins, ISO 8601, with room around a few days.

    Args:
        starts: First day of each bin, one at the least.
        size: Of each.
    """
    lacking = max(0, FEWEST_DAYS - len(starts)) if size == "day" else 0
    room = timedelta(days=lacking // 2)
    return [(starts[0] - room).isoformat(), (bin_end(starts[-1], size) + room).isoformat()]


def bin_for(first: date, last: date) -> Bin:
    """The bin that gives a readable number of bars between two days."""
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        return "day"
    return "week" if days <= 7 * MOST_WEEKS else "month"


def readable_bins(first: date, last: date) -> tuple[Bin, ...]:
    """The bins that give no more than `MOST_BARS` bars; months always do."""
    days = (last - first).days + 1
    bars: dict[Bin, float] = {"day": days, "week": days / 7, "month": 0}
    return tuple(size for size, many in bars.items() if many <= MOST_BARS)


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


def bins_between(first: date, last: date, size: Bin) -> list[date]:
    """First days of all bins from the one of `first` to the one of `last`."""
    starts, day = [], bin_start(first, size)
    while day <= last:
        starts.append(day)
        day = bin_end(day, size)
    return starts


def whole_bins(days: Days, size: Bin) -> Days:
    """The days widened to whole bins, as a brush that touches a bar means all of it."""
    return Days(
        bin_start(days.first, size) if days.first else None,
        bin_end(days.last, size) - timedelta(days=1) if days.last else None,
    )


def bin_named(start: date, size: Bin) -> str:
    """`7 November 2016`, `week of 7 November 2016` or `November 2016`."""
    if size == "month":
        return f"{start:%B %Y}"
    named = f"{start.day} {start:%B %Y}"
    return named if size == "day" else f"week of {named}"
