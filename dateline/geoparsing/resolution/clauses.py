"""Clauses that a region opens: "In Niger State, troops repelled an attack on Kagara"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["frames"]

_OPENS: Final = re.compile(
    r"(?:\A|[.!?;:]\s+(?:and\s+|but\s+|while\s+)?|\n\s*(?:[-•*–]\s*)?)(?:[Ii]n|[Aa]cross)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?\s+"
    r"|central\s+|neighbou?ring\s+)?\Z"
)
_PARTED: Final = re.compile(
    r"(?:\s+(?:[Ss]tate|[Pp]rovince|[Rr]egion|[Gg]overnorate|[Oo]blast))?,\s"
)
_ENDS: Final = re.compile(r"[.;!?](?:\s|\Z)|\n")
_BEFORE: Final = 40  # characters


def frames(text: str, spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The mention that opens the clause in which each other stands.

    Args:
        text: The article.
        spans: Its mentions as half-open code points, in text order, without overlaps.

    Returns:
        By the number of a mention that of the one that opens its clause; others are left out.
    """
    found = {}
    for number, (start, end) in enumerate(spans):
        if not _PARTED.match(text, end) or not _OPENS.search(text[max(0, start - _BEFORE) : start]):
            continue
        stop = _ENDS.search(text, end)
        last = stop.start() if stop else len(text)
        for other in range(number + 1, len(spans)):
            if spans[other][0] >= last:
                break
            found[other] = number
    return found
