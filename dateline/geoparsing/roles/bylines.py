"""Where several reporters write from: `By Ann Low in Jos and Sam Obi in Port Harcourt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

__all__ = ["filed_by"]

_WORD: Final = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_PERSON: Final = rf"{_WORD}(?: (?:{_WORD}|al|bin|de|van|von)){{1,4}}"
_UNNAMED: Final = (
    r"(?i:(?:(?:our|a|local) )?(?:(?:own|staff|special) )?"
    r"(?:staff|reporters?|correspondents?|journalists?))"
)
_PEOPLE: Final = rf"{_PERSON}(?:(?:, {_PERSON})* and (?:{_PERSON}|{_UNNAMED}))?"
_PLACE: Final = rf"{_WORD}(?: (?:{_WORD}|al|de|el|es)){{0,3}}"
_BYLINE: Final = re.compile(
    rf"(?:By|BY|Reporting by) {_PEOPLE} (?:in|IN) {_PLACE}"
    rf"(?:(?:,|;|,? and|,? AND) (?:{_PEOPLE}|{_UNNAMED}) (?:in|IN) {_PLACE})*\Z"
    rf"|(?:(?:By|BY|From|FROM) )?{_UNNAMED} (?:in|IN) {_PLACE}\Z"
)
"""All of the line: "By Rail in India" has one word for who it would be."""
_IN: Final = re.compile(rf" (?:in|IN) (?P<place>{_PLACE}?)(?=,|;| and | AND |\Z)")
_LINE: Final = re.compile(r"\S[^\n]*")
_LINES: Final = 4
"""Lines looked at: a title, an abstract and a day may come before."""


def filed_by(text: str) -> Iterator[tuple[int, int]]:
    """Where the byline at the head of an article says that its reporters are.

    Args:
        text: The whole article.

    Yields:
        Spans of code points, half open, each with one place.
    """
    for line in islice(_LINE.finditer(text), _LINES):
        words = line[0].rstrip(" \t\r.")
        if line.end() < len(text) and _BYLINE.match(words):
            for place in _IN.finditer(words):
                yield line.start() + place.start("place"), line.start() + place.end("place")
            return
