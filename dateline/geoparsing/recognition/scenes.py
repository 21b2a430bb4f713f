"""Mosques, stadiums, markets and squares that are in no gazetteer: *at Hajji Masjid*."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.recognition.words import Words, run_start
from dateline.geoparsing.toponym_words import LOCATIVE, word_set

__all__ = ["scenes"]

_KINDS: Final = word_set("masjid mosque chowk stadium gardens maidan roundabout")
_BARE: Final = word_set("market bazaar square")
"""Of these "the" makes something else: the Common Market, the Bazaar."""
_PLACED: Final = LOCATIVE | {"from", "to"}
_GOES_ON: Final = frozenset({"'s", "’s", "'", "’", "-", "–", "/", "&"})


def scenes(words: Words) -> set[tuple[int, int]]:
    """Spans of tokens: a name of two words and more that ends so, after a preposition of place.

    And wherever else an article has the very name: *the gates of Hajji Masjid*.

    Args:
        words: The tokens of an article.
    """
    runs: dict[str, list[tuple[int, int]]] = {}
    named = set()
    for at, word in enumerate(words.lower):
        if (word not in _KINDS and word not in _BARE) or not words.capital[at] or words.loud[at]:
            continue
        after = words.text[at + 1] if at + 1 < len(words) else ""
        if after[:1].isupper() or after in _GOES_ON:
            continue
        first = run_start(words, at)
        if first == at:
            continue
        name = words.article[words.start[first] : words.end[at]]
        runs.setdefault(name, []).append((first, at + 1))
        articled = first > 0 and words.lower[first - 1] == "the"
        before = words.lower[first - 1 - articled] if first > articled else ""
        if before in _PLACED and not (articled and word in _BARE):
            named.add(name)
    return {span for name in named for span in runs[name]}
