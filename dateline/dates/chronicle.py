"""The years of a chronicle's entries: *May 23, 2017: …*, and *June 9: …* three lines further down.

A chronicle lists days, one a line, and says a year where it begins or changes. Its verbs stand in
the present, so that nothing else tells that these days are past.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Final

from dateline.dates.vocabulary import MONTHS, WEEKDAYS

__all__ = ["Chronicle"]

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_ENTRY: Final = re.compile(
    rf"^[ \t]*(?:[•*–—-][ \t]*)?(?:(?:{'|'.join(WEEKDAYS)}),?[ \t]+)?(?:(?:early|mid|late)[ \t-])?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:[ \t]?[-–][ \t]?\d{{1,2}})?[ \t]+)?(?P<month>{_MONTH})\b\.?"
    r"(?:[ \t]+\d{1,2}(?:st|nd|rd|th)?(?:[ \t]?[-–][ \t]?\d{1,2})?\b)?"
    r"(?:,?[ \t]+(?P<year>1\d{3}|20\d\d))?[ \t]*"
    r"(?:[:–—]|-[ \t]|(?:(?<=\d)|(?<=[a-z]{4})|(?<=\bmay))\.[ \t]|\r?$)"
    r"|^[ \t]*(?P<heading>(?:19|20)\d\d)(?:[ \t]*:)?[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
"""A day or a month at the start of a line, and what sets it off: "• 9 June – ", "Early July:",
"9 June. "; or
a year alone on its line."""
_FEWEST: Final = 3


class Chronicle:
    """The entries of a text that lists days, if it does.

    Args:
        text: The article.
    """

    def __init__(self, text: str) -> None:
        entries = [*_ENTRY.finditer(text)]
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._years: list[int] = []
        if sum(entry["month"] is not None for entry in entries) < _FEWEST:
            return
        back = _goes_back(entries)
        start = 13 if back else 0  # beside a year's first month, or its last
        year, before = None, start
        for entry in entries:
            month = MONTHS[entry["month"].lower()] if entry["month"] else start
            if said := _said(entry):
                year = said
            elif year is not None:
                year += -(month > before) if back else month < before
            before = month
            if year is not None:
                self._starts.append(entry.start())
                self._ends.append(entry.end())
                self._years.append(year)

    def year(self, at: int) -> int | None:
        """The year of the date that opens an entry, said there or above it; else None.

        Args:
            at: Where the date stands, in code points.
        """
        last = bisect_right(self._starts, at) - 1
        return self._years[last] if last >= 0 and at < self._ends[last] else None


def _said(entry: re.Match[str]) -> int:
    return int(entry["year"] or entry["heading"] or 0)


def _goes_back(entries: list[re.Match[str]]) -> bool:
    """Whether the newest entry comes first, by the years that are said or else by the months."""
    years = [year for year in map(_said, entries) if year]
    if years and years[0] != years[-1]:
        return years[0] > years[-1]
    months = [MONTHS[entry["month"].lower()] for entry in entries if entry["month"]]
    steps = [after - before for before, after in pairwise(months)]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)
