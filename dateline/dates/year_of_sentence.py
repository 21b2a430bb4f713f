"""The year that a sentence begins with: *In 1944* the bridge fell, first on *5 June*, then in July.

News counts from the day of publication, but a sentence that begins with a year speaks of that year
to its end, unless someone tells it: *In 1944 prices doubled, the bureau said on Monday.*
"""

from __future__ import annotations

import re
from typing import Final

from dateline.findings import DateMention

__all__ = ["YearOfSentence"]

_REACH: Final = 160
"""Code points after a year in which its sentence is looked at."""
_OPENS: Final = re.compile(
    r"(?:\A|\n|[.!?…]['\"”’)]*\s)\s*(?:(?:And|But|Back)\s+)?[Ii]n\s+(?:(?:early|mid|late)[\s-])?\Z"
)
_BESIDE: Final = re.compile(
    r",?\s+(?:in|on)(?:\s+the\s+(?:night|morning|evening)\s+of)?\s+"
    r"(?:\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?)?\Z"
)
"""What stands between a year and its own month: four years ago, in March."""
_ENDS: Final = re.compile(
    r"[.!?…]['\"”’)]*\s+(?=[^\sa-z])|\n|\b(?:sa(?:id|ys?)|told|tells?|announce[ds]?|report(?:ed|s)?|wrote|writes?|according"
    r"|show(?:ed|s|n)?|released?|published|since|until)\b"
)
"""Where the year no longer holds: the sentence ends, or someone speaks of it later."""
_INITIAL: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.\s")


class YearOfSentence:
    """The year that the sentence at some place began with, if it did.

    Args:
        text: The article.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._year: int | None = None
        self._end = 0
        self._opens = False

    def reach(self, mention: DateMention) -> None:
        """Take a date; only years count, and a date of another kind changes nothing."""
        if mention.precision != "year" or mention.earliest is None:
            return
        self._year, self._end = mention.earliest.year, mention.end
        before = self._text[max(0, mention.start - 20) : mention.start]
        self._opens = _OPENS.search(before) is not None

    def year(self, at: int) -> int | None:
        """The year of a date without one, or None where the sentence says none.

        Args:
            at: Where the date's month stands, in code points.
        """
        if self._year is None or at - self._end > _REACH:
            return None
        between = self._text[self._end : at]
        if _BESIDE.match(between):
            return self._year
        between = _INITIAL.sub("", between)
        return self._year if self._opens and not _ENDS.search(between) else None
