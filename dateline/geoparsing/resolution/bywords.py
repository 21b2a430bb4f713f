"""Words beside a city's name that make it stand for a pact or a university known everywhere."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["names_a_pact", "names_scholars"]

_SPOKEN: Final = 32  # characters before or after a name that are read

_PACT: Final = re.compile(
    r"[ \t]+(?:(?:[Cc]limate|[Pp]eace|[Nn]uclear)[ \t]+)?"
    r"(?:Agreements?|[Aa]ccords?|Conventions?(?![ \t]+(?:[A-Z]|and\b))|Protocols?|Treaty"
    r"|Statute|Pact|Declaration|Memorandum)\b"
    r"|[ \t]+(?:climate|peace|nuclear)[ \t]+(?:agreement|pact|deal|treaty)\b"
)
_OF_A_PACT: Final = re.compile(r"\b(?:Treaty|Convention|Declaration|Statute|Peace)[ \t]+of[ \t]+$")

_SCHOLAR: Final = (
    r"(?:researchers?|scientists?|professors?|scholars?|lecturers?|historians?|economists?"
    r"|epidemiologists?|academics|fellows?|dons?|(?:a|the|new|recent)[ \t]+study)"
)
_AT: Final = re.compile(
    rf"\b(?:{_SCHOLAR}|(?:studied|studying|taught|teaches|lectured)(?:[ \t]+[a-z]+)?"
    r"|(?:degrees?|doctorate|Ph\.?D\.?|master[’']?s|fellowship|scholarship|law|medicine|history"
    r"|physics|economics))[ \t]+(?:at|from)[ \t]+$",
    re.IGNORECASE,
)
_WHOSE: Final = re.compile(rf"[ \t]+(?:University[ \t]+)?(?:[a-z]+[ \t]+)?{_SCHOLAR}\b")
_SCHOOL: Final = re.compile(
    r"[ \t]+(?:High|Middle|Elementary|Junior|Community|School)\b|,[ \t]+[A-Z]"
)
"""A school of some town, or a town whose state is named."""


def names_a_pact(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a pact between states: *the Geneva Conventions*, *Treaty of Nice*.

    Args:
        text: The article.
        start, end: Code points of the name.
    """
    return bool(_PACT.match(text, end) or _OF_A_PACT.search(text[max(0, start - _SPOKEN) : start]))


def names_scholars(text: str, start: int, end: int) -> bool:
    """Whether a name stands for a university: *researchers at Oxford*, *Harvard scientists*.

    Args:
        text: The article.
        start, end: Code points of the name.
    """
    if _SCHOOL.match(text, end):
        return False
    return bool(_AT.search(text[max(0, start - _SPOKEN) : start]) or _WHOSE.match(text, end))
