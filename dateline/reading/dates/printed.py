"""The day printed in a line of other words: "Friday, 5. July 2019 9:20 AM", "22 mars 2005, p. 3".

Databases print weekday, edition and time around it, in the language of whoever exported.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dateline.reading.dates.month_names import MONTHS, fold

__all__ = ["is_vague", "iso_day"]

_MONTH: Final = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted(MONTHS, key=len, reverse=True)
)
_DAY: Final = r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|st|nd|rd|th|[ºª°o])?"
_YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_WORDED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY},?\s+(?:de\s+|of\s+)?(?P<month>{_MONTH})\b\.?,?\s+(?:de\s+|del\s+)?{_YEAR}",
        rf"\b(?P<month>{_MONTH})\b\.?\s+{_DAY}(?:\s*,|\s)\s*{_YEAR}",
        rf"{_YEAR}\s*,?\s+(?P<month>{_MONTH})\b\.?\s+{_DAY}(?!\d)",
    )
)
_NUMBERED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){_YEAR}\s*(?:[-/.年]|{fold('년')})\s*(?P<month>\d{{1,2}})\s*"
        rf"(?:[-/.月]|{fold('월')})\s*(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
    )
)
_TIME: Final = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?(?:\s*(?P<half>[ap])\.?\s?m\b)?"
)
_VAGUE: Final = re.compile(r"\W*(?:[^\W\d]+\W+){0,2}(?:1[6-9]|20)\d\d\W*")


def iso_day(line: str) -> str:
    """The day printed in a line, with the time of day where there is one.

    Args:
        line: Any words around a day, a month by name (in the languages of `month_names`) or number
            and a year of four digits. A day written by numbers alone is only read where its order
            is beyond doubt: year first, or parted by full stops.

    Returns:
        `2019-07-05` or `2019-07-05 09:20`; empty where no day is printed.
    """
    folded = fold(line)
    for pattern in (*_WORDED, *_NUMBERED):
        for match in pattern.finditer(folded):
            month = match["month"]
            number = int(month) if month.isdecimal() else MONTHS[" ".join(month.split())]
            try:
                day = date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
            return f"{day}{_time_of_day(folded[: match.start()] + ' ' + folded[match.end() :])}"
    return ""


def is_vague(line: str) -> bool:
    """Whether a line is a date without a day: "January 2009", "Summer, 2008"."""
    return _VAGUE.fullmatch(line) is not None


def _time_of_day(rest: str) -> str:
    match = _TIME.search(rest)
    if match is None:
        return ""
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return f" {hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
