"""Classes of words of like meaning, so that what was learned of a word is known of its kin.

Few texts have marked roles, and most words stand in them too seldom to learn from. Words are put
together by where else they occur: clusters of word vectors, as Turian, Ratinov and Bengio (2010,
"Word representations: a simple and general method for semi-supervised learning") use them.
`benchmarks/word_classes.py` makes the table from the vectors of en_core_web_md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from dateline.resources import data_folder

__all__ = ["WORD_CLASSES", "WordClass", "widened", "word_classes"]

WORD_CLASSES: Final = data_folder() / "models" / "word_classes.txt"

_COARSE: Final = frozenset(("gov2lemma", "wraplemma", "prev", "next", "prev2", "next2"))
"""Indicators of a word that are told of its coarse class only."""
_BOTH: Final = frozenset(("govlemma", "verblemma", "near lemma", "rel+govlemma", "rel+verblemma"))
"""Indicators that are told of both classes."""


class WordClass(NamedTuple):
    """The classes of one word: of 96 coarse ones and of 400 fine ones, as their numbers."""

    coarse: str
    fine: str


@cache
def word_classes() -> Mapping[str, WordClass]:
    """The class of each word of the table, by its lower-case lemma."""
    lines = WORD_CLASSES.read_text("utf-8").splitlines()
    return {word: WordClass(coarse, fine) for word, coarse, fine in map(str.split, lines)}


def widened(indicators: Iterable[str]) -> list[str]:
    """What indicators of words say of the words' classes.

    Args:
        indicators: As `govlemma=shell` and `rel+govlemma=in:on+fall`.

    Returns:
        As `govlemma~12` and `rel+govlemma~~in:on+210`: coarse behind one tilde, fine behind two.
    """
    return [told for indicator in indicators for told in _told(indicator)]


@lru_cache(maxsize=2**16)  # the same few thousand make up nearly all
def _told(indicator: str) -> tuple[str, ...]:
    kind, _, word = indicator.partition("=")
    if kind not in _COARSE and kind not in _BOTH:
        return ()
    relation, plus, word = word.rpartition("+")
    own = word_classes().get(word)
    if own is None:
        return ()
    coarse = f"{kind}~{relation}{plus}{own.coarse}"
    return (coarse, f"{kind}~~{relation}{plus}{own.fine}") if kind in _BOTH else (coarse,)
