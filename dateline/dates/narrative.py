"""The year that a history has come to: 17 January 1944, and *on 15 February* a page further on.

News counts from the day of publication, so that a bare month is the latest one. A history is told
in its own years: it names none near the day of publication, and has no word that counts from there.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import Final

from dateline.dates.surroundings import valid_day

__all__ = ["Narrative"]

_COUNTING: Final = re.compile(
    r"(?i)\b(?:(?<!\ba )(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow|tonight"
    r"|overnight|ago|(?:this|last|next|past|coming)\s+(?:\w+\s+)?(?:week|weekend|month|year|morning|evening|night)s?)\b"
)
"""Words that count from the day of publication; "today" may be said of an age, and "a Thursday" is
of no week."""
_YEAR: Final = re.compile(r"\b(?:1[89]\d\d|20\d\d)\b")
_SEVERAL: Final = 2
_BACK: Final = 2
"""So many years before publication a year is history, where the text has no nearer one."""
_UNDATED: Final = 1999
"""The newest year that is history in a text of unknown date."""
_FAR: Final = 1500
"""Code points after which a bare date is no longer told from the last one with a year."""
_HALF_YEAR: Final = 183


class Narrative:
    """How far an article has come in a history, if it tells one.

    Args:
        text: The article.
        published: The day it was published, or None.
    """

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self._newest = _UNDATED if published is None else published.year - _BACK
        self._come_to: date | None = None
        self._at = 0

    @cached_property
    def _is_history(self) -> bool:
        years = [int(year[0]) for year in _YEAR.finditer(self._text)]
        told = len(years) >= _SEVERAL and max(years) <= self._newest
        return told and not _COUNTING.search(self._text)

    def reach(self, day: date, at: int) -> None:
        """Take a day, or the first of a month, whose year is known; not one near publication.

        Args:
            day: The day.
            at: Where in the text it stands, in code points.
        """
        if day.year <= self._newest:
            self._come_to, self._at = day, at

    def year(self, month: int, day: int, at: int) -> int | None:
        """The year of a date without one, in a history that has come to some date; else None.

        It is that of the last date, or the next where it would lie more than half a year back.
        """
        last = self._come_to
        if last is None or at - self._at > _FAR or not self._is_history:
            return None
        there = valid_day(last.year, month, day)
        return last.year + (there is not None and (last - there).days > _HALF_YEAR)
