"""Names that nothing but a place can bear where they stand, whatever the gazetteer has."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.recognition.annexes import annex_places
from dateline.geoparsing.recognition.scenes import scenes
from dateline.geoparsing.recognition.slots import villages
from dateline.geoparsing.recognition.words import Words
from dateline.reading.place_names import JOINED_COUNTRIES

__all__ = ["certain_places"]

_JOINED: Final = tuple(name.casefold().split() for name in JOINED_COUNTRIES)


def certain_places(words: Words) -> frozenset[tuple[int, int]]:
    """Spans of tokens: villages that a sentence names or an annex lists, mosques and markets.

    Countries with two names as well: Trinidad and Tobago are one.

    Args:
        words: The tokens of an article.
    """
    own = villages(words) | scenes(words) | annex_places(words)
    return frozenset(own | _joined_countries(words))


def _joined_countries(words: Words) -> set[tuple[int, int]]:
    found = set()
    for at, word in enumerate(words.lower):
        if word != "and":
            continue
        for name in _JOINED:
            first = at - name.index("and")
            if first >= 0 and words.lower[first : first + len(name)] == name:
                found.add((first, first + len(name)))
    return found
