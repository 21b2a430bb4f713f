"""Letters as TeX writes them: `\\'{e}`, `{\\"u}`, `\\ss`."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["with_letters"]

_COMBINING: Final = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
}
_LETTERS: Final = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
}
_ACCENT: Final = re.compile(
    r"\\(?:(?P<accent>['`^\"~=.]|[cvuHkr](?=[{\s]))\s*\{?\s*(?P<letter>\\?[A-Za-z])\s*\}?"
    r"|(?P<word>ss|ae|AE|oe|OE|aa|AA|[oOlLi])(?![A-Za-z])\s?)"
)
"""A letter with an accent, or one that has a name, in TeX."""


def with_letters(text: str) -> str:
    """A text with the letters that TeX's commands stand for; other commands stay."""
    return _ACCENT.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    if match["word"]:
        return _LETTERS[match["word"]]
    letter = match["letter"].lstrip("\\")  # \\i and \\j are letters without their dots
    return unicodedata.normalize("NFC", letter + _COMBINING[match["accent"]])
