"""Names in a list after a preposition of place: *near Skegness, Wrangle and Friskney*.

Where the first of them is sure to be a place, so are the others, listed or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spacy.tokens import Token

from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import LOCATIVE

__all__ = ["listed_places"]

_PLACED: Final = (LOCATIVE | {"from"}) - {"at"}  # at Liverpool and Arsenal
_JOINING: Final = frozenset({",", "and", "or", "the"})
_GOES_ON: Final = frozenset({"'s", "’s", "'", "’", "-", "–", "/"})
_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_LIKELY: Final = 0.8
_SHORTEST: Final = 4  # letters; and no abbreviations: in Boston and MIT


def listed_places(
    words: Words, likely: Mapping[tuple[int, int], float]
) -> frozenset[tuple[int, int]]:
    """Spans of tokens that stand in a list with a sure place, after a preposition of place.

    Args:
        words: The tokens of an article.
        likely: Probability of each candidate, by its first token and that after its last.
    """
    sure = {at for (first, last), p in likely.items() if p >= _LIKELY for at in range(first, last)}
    return frozenset(
        (first, last)
        for first, last in likely
        if _is_a_name(words, first, last) and _joins(words, first, words.doc[first:last].root, sure)
    )


def _is_a_name(words: Words, first: int, last: int) -> bool:
    """Whether a span is all of a capitalised run, and no abbreviation."""
    if last - first > 1 and words.doc[first].ent_type_ == "PERSON":
        return False
    name = words.article[words.start[first] : words.end[last - 1]]
    if len(name) < _SHORTEST or name.isupper() or not words.capital[first]:
        return False
    before = words.text[first - 1] if first else ""
    after = words.text[last] if last < len(words) else ""
    return before in _JOINING and not after[:1].isupper() and after not in _GOES_ON


def _acts(words: Words, root: Token) -> bool:
    """Whether the word after a name is a verb that nothing before the list is the subject of."""
    after = words.doc[root.i + 1] if root.i + 1 < len(words) else root
    return after.tag_ in _FINITE and not any(
        child.dep_ in ("nsubj", "nsubjpass") and child.i < root.i for child in after.children
    )


def _joins(words: Words, first: int, root: Token, sure: set[int]) -> bool:
    """Whether the parse joins a name to a sure place that a preposition of place governs."""
    head = root
    while head.dep_ == "conj":
        head = head.head
    return (
        head.i < first
        and not _acts(words, root)
        and head.dep_ == "pobj"
        and head.i in sure
        and head.head.lower_ in _PLACED
        and all(words.capital[at] or words.text[at] in _JOINING for at in range(head.i + 1, first))
    )
