"""Days in figures: 2016-12-13, 13/12/2016, 12.10., 20.08 before an hour."""

from __future__ import annotations

import re
from typing import Final

from dateline.dates import intervals
from dateline.dates.intervals import Interval, unresolved
from dateline.dates.surroundings import Match, Rule, Surroundings, nearest, valid_day

__all__ = ["RULES", "day_first"]

_IN_FIGURES: Final = re.compile(
    r"(?<![\d/.,$-])(\d\d?)([/.])(\d\d?)\2(?:\d{4}|\d\d)(?![\d/%]|[.,]\d)"
)


def day_first(text: str) -> bool | None:
    """Whether days in figures begin with the day, where one can only be read one way.

    Args:
        text: The article.

    Returns:
        None where no day tells, or where they differ.
    """
    told = set()
    for found in _IN_FIGURES.finditer(text):
        first, second = int(found[1]), int(found[3])
        if (first > 12) != (second > 12) and max(first, second) <= 31:
            told.add(first > 12)
    return told.pop() if len(told) == 1 else None


def iso(match: Match, around: Surroundings) -> Interval | None:
    """2016-12-13, where there is such a day."""
    found = valid_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return intervals.day(found) if found else None


def numeric(match: Match, around: Surroundings) -> Interval | None:
    """13/12/2016 can only be read one way; 3/4/17 is kept, and resolved if another day tells how.

    With points the day comes first wherever days are written so (Unicode CLDR).
    """
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    begins = valid_day(year, second, first)
    ends = valid_day(year, first, second)
    if begins is None or ends is None or begins == ends:
        only = begins or ends
        return intervals.day(only) if only else None
    order = around.day_first
    if order is None and match["sign"] == ".":
        order = True
    return unresolved("day") if order is None else intervals.day(begins if order else ends)


def pointed(match: Match, around: Surroundings) -> Interval | None:
    """ "On 12.10.": without a year the tense of the sentence tells which."""
    if around.published is None:
        return unresolved("day")
    years = (around.published.year + step for step in (-1, 0, 1))
    options = [valid_day(year, int(match["month"]), int(match["day"])) for year in years]
    days = [day for day in options if day]
    return intervals.day(nearest(days, around.published, around.tense(match.start("day"))))


def stamp(match: Match, around: Surroundings) -> Interval | None:
    """ "20.08, 07:12", as posts in a channel are headed: the last such day."""
    if around.published is None:
        return unresolved("day")
    here = around.published.year
    options = [valid_day(year, int(match["month"]), int(match["day"])) for year in (here, here - 1)]
    return next((intervals.day(day) for day in options if day and day <= around.published), None)


RULES: Final[dict[str, Rule]] = {
    "iso": iso,
    "numeric": numeric,
    "pointed": pointed,
    "stamp": stamp,
}
