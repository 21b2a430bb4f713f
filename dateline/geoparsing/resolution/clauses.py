"""Clauses that a region opens: "In Niger State, troops repelled an attack on Kagara".

What the clause names lies in that region, where a place of the name does, though hamlets of the
name lie near the article's other places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from dateline.geoparsing.name_facts import CITY, REGION

if TYPE_CHECKING:
    from dateline.geoparsing.resolution.candidates import PlaceCandidates

__all__ = ["frames", "framed"]

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
_MAIN_NAME: Final = 1
_LESS: Final = 1.0  # decimal logarithm: a tenth of the people


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


def framed(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of a town and its namesake in the region that opens the clause: (who yields, to whom).

    A town ten times as great is meant for all that: "In Texas, a man from Paris".

    Args:
        candidates: Of one article.
    """
    pairs: list[tuple[int, int]] = []
    for number, group in enumerate(candidates.groups):
        if group.containers or not group.frames:
            continue
        here = candidates.slice_of(number)
        wholes = [_regions(candidates, name) for name in group.frames]
        inside = [
            k
            for k in range(here.start, here.stop)
            if candidates.quality[k] <= _MAIN_NAME
            and candidates.precision[k] <= CITY
            and any((candidates.admin1[k] == rows).any() for rows in wholes)
        ]
        if inside:
            meant = max(inside, key=lambda k: float(candidates.prominence[k]))
            most = candidates.prominence[meant] + _LESS
            pairs += [
                (k, meant)
                for k in range(here.start, here.stop)
                if k not in inside
                and candidates.precision[k] <= CITY
                and candidates.prominence[k] <= most
            ]
    return pairs


def _regions(candidates: PlaceCandidates, name: str) -> np.ndarray:
    """Rows of the regions that go by a name, int32."""
    fact, gazetteer = candidates.book[name], candidates.book.gazetteer
    fits = (fact.qualities <= _MAIN_NAME) & (gazetteer.precision[fact.rows] == REGION)
    return np.asarray(fact.rows[fits])
