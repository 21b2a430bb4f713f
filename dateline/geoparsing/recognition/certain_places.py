"""Names that nothing but a place can bear where they stand, whatever the gazetteer has."""

from __future__ import annotations

from dateline.geoparsing.recognition.annexes import annex_places
from dateline.geoparsing.recognition.scenes import scenes
from dateline.geoparsing.recognition.slots import villages
from dateline.geoparsing.recognition.words import Words

__all__ = ["certain_places"]


def certain_places(words: Words) -> frozenset[tuple[int, int]]:
    """Spans of tokens: villages that a sentence names or an annex lists, mosques and markets.

    Args:
        words: The tokens of an article.
    """
    return frozenset(villages(words) | scenes(words) | annex_places(words))
