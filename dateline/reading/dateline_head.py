"""What stands before the dash of a dateline: agency and day are peeled off, places are left."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.reading.agencies import credited, is_agency
from dateline.reading.dates.month_names import SPELLINGS, WEEKDAYS
from dateline.reading.place_names import is_country

__all__ = ["DASH", "Head", "peel"]

DASH: Final = "(?:[—–―−‒\x96\x97]|-{1,3})"  # the last two: dashes of Windows-1252 gone wrong
"""Pattern of a dash as keyboards and broken encodings write it."""

_BRACKETS_LAST: Final = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\Z")
_BRACKETS_FIRST: Final = re.compile(rf"\(([^()]{{2,40}})\)\s*(?:{DASH}\s+)?")
_IN_BRACKETS: Final = re.compile(r"\(([^()]+)\)\Z")
_DIVISION: Final = re.compile(
    r"\b(?:state|province|region|county|district|governorate|oblast)\Z", re.IGNORECASE
)
_AGENCY_LAST: Final = re.compile(r"(?<=[^\W_])\s+([A-Z]{2,12})\Z")
_MONTH: Final = "|".join(sorted(map(re.escape, SPELLINGS), key=len, reverse=True))
_WEEKDAY: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_DAY_IN_WORDS: Final = (
    rf"(?:(?:{_WEEKDAY})\.?,?\s+)?(?:"
    rf"(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?:{_MONTH})\.?"
    rf")(?:,?\s+(?:de\s+)?\d{{4}})?|(?:{_MONTH})\.?,?\s+\d{{4}}|(?:{_WEEKDAY})\.?"
)
_DAY_IN_NUMBERS: Final = (
    r"(?!24/7\b|9/11\b)(?:0?[1-9]|[12]\d|3[01])(?P<sign>[./])(?:0?[1-9]|[12]\d|3[01])"
    r"(?:(?P=sign)(?:\d{4}|\d\d)?)?"
)
"""A day and its month in either order: `3/6`, `21.9.`, `03.06.2014`."""
_DAY_LAST: Final = re.compile(rf"(?:[,،\s]|\A)({_DAY_IN_WORDS}|{_DAY_IN_NUMBERS})\Z", re.IGNORECASE)
_DATED_STOP: Final = re.compile(r"(?:\d|day)\.\Z")
_DAY_FIRST: Final = re.compile(rf"({_DAY_IN_WORDS})\s*\(([^()]+)\)\Z", re.IGNORECASE)


class Head(NamedTuple):
    """What is left of a stretch of text when agency and day are peeled off."""

    start: int
    end: int
    agency: str
    day: str


def peel(text: str, start: int, end: int, agency: str) -> Head | None:
    """Take agency and day off both ends, and the brackets off what stands in them as a whole.

    Args:
        text: Any text.
        start, end: The stretch before the dash or colon.
        agency: One that is already known, or empty.

    Returns:
        What is left; None where brackets hold neither.
    """
    day = ""
    whole = _IN_BRACKETS.match(text, start, end)
    dated = _DAY_FIRST.match(text, start, end)
    first = _BRACKETS_FIRST.match(text, start, end)
    if whole:  # "(Tyre, May 3) – ": rights groups
        start, end = whole.span(1)
    elif dated and credited(dated[2], known_only=True) is None:  # "May 3 (TYRE) – "
        day, (start, end) = dated[1], dated.span(2)
    elif first and first.end() < end:
        name = credited(first[1], known_only=False)
        if name is not None:
            agency, start = name, first.end()
    while True:
        end = start + len(text[start:end].rstrip(" \t\u00a0,،"))
        head = text[start:end]
        opening, _, rest = head.partition(",")
        brackets = _BRACKETS_LAST.search(head)
        comma = max(head.rfind(","), head.rfind("/ "))  # "Baghdad / INA"
        last = _AGENCY_LAST.search(head)  # "Tyre, Lebanon CNN — "
        if brackets and brackets.start() and not _is_whole(brackets[1]):
            name = credited(brackets[1], known_only=False)
            if name is None and not _DAY_LAST.search(brackets[1]):
                return None
            agency, day = (agency, brackets[1]) if name is None else (agency or name, day)
            end = start + brackets.start()
        elif not day and (match := _DAY_LAST.search(head)):
            day, end = match[1], start + match.start()
        elif rest and is_agency(opening):  # "Ukrinform, Tyre"
            agency, start = credited(opening, known_only=True) or "", end - len(rest.lstrip())
        elif comma > 0 and is_agency(named := head[comma + 1 :].strip("/ .")):
            agency, end = credited(named, known_only=True) or "", start + comma
        elif last and is_agency(last[1]):
            agency, end = credited(last[1], known_only=True) or "", start + last.start()
        elif head.endswith((").", "].")) or (not day and _DATED_STOP.search(head)):
            end -= 1
        else:
            return Head(start, end, agency, day)


def _is_whole(name: str) -> bool:
    """Whether brackets hold what the town lies in rather than who reports."""
    return is_country(name) or _DIVISION.search(name) is not None
