"""Marks of footnotes, which reports and encyclopaedias set close behind a word or its full stop.

To the parser *Niger.[8]* is one word, and its sentence goes on in the next.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["without_footnote_marks"]

_NUMBERS: Final = r"\d{1,3}(?:[ ]?[,;–-][ ]?\d{1,3})*"
_IN_BRACKETS: Final = rf"(?<=[^\s\[(<=])(?:\[(?:{_NUMBERS}|notes? {_NUMBERS}|citation needed)\])+"
_RAISED: Final = r"(?:(?<=[.,;:!?”\"’')\]])|(?<=[^\W\d_]{4}))[⁰¹²³⁴-⁹]+(?![\w/])"
"""Behind a sign or a word, and not a unit: km², m³."""
_MARK: Final = re.compile(rf"{_IN_BRACKETS}|{_RAISED}")


def without_footnote_marks(text: str) -> str:
    """A text as long, with spaces for the numbers of footnotes behind a word or a sign.

    The number before the note itself stays, since nothing stands before it in its line.

    Args:
        text: An article.
    """
    return _MARK.sub(lambda found: " " * len(found[0]), text)
