"""How far words that should name a speaker are a noun phrase at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

__all__ = ["before_participle", "noun_phrase"]

_FINITE: Final = frozenset(("MD", "VBD", "VBP", "VBZ"))
"""Tags of the verb of a clause, which no phrase goes on over."""
_NO_BEGINNING: Final = frozenset(
    (*_FINITE, "CC", "EX", "IN", "RB", "RP", "TO", "VB", "WDT", "WP", "WRB")
)
_NO_END: Final = frozenset(("ADP", "ADV", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"))
_NAMING: Final = frozenset(("NOUN", "NUM", "PRON", "PROPN"))
_ALONE: Final = frozenset(("another", "both", "many", "most", "others", "several", "some"))


def noun_phrase(tokens: Sequence[Token]) -> Sequence[Token]:
    """What of some words is a noun phrase: "the ministry was still" begins with one.

    Args:
        tokens: Words that stand where a speaker is named.

    Returns:
        The words up to where the phrase ends; none where there is no such phrase: "to describe the
        plan", "is to".
    """
    if not tokens:
        return tokens
    first = tokens[0]
    after = tokens[1].tag_ if len(tokens) > 1 else ""
    counts = first.tag_ in ("IN", "RB") and after == "CD"  # about fifty people
    counts = counts or (first.tag_ == "RB" and after in ("DT", "PDT"))  # almost all the bakers
    if first.tag_ in _NO_BEGINNING and not counts:
        return tokens[:0]
    end = next((at for at, token in enumerate(tokens) if token.tag_ in _FINITE), len(tokens))
    if end == 1 and first.lower_ in _ALONE:
        return tokens[:1]
    while end and _ends_nothing(tokens[end - 1]):
        end -= 1
    named = any(token.pos_ in _NAMING for token in tokens[:end]) or first.lower_ in _ALONE
    return tokens[:end] if named else tokens[:0]


def _ends_nothing(token: Token) -> bool:
    return token.tag_ in ("WDT", "WP") or (token.pos_ in _NO_END and token.tag_ != "POS")


def before_participle(tokens: Sequence[Token], end: int) -> int:
    """Where "a gunner resting in the town" goes over from the noun to what it does.

    Args:
        tokens: Words that begin with a speaker.
        end: Code point where they end, which is given where they tell of nothing done.
    """
    noun = False
    for token in tokens:
        if noun and token.tag_ in ("VBG", "VBN") and token.dep_ != "compound":
            return token.idx - 1
        noun = noun or token.pos_ in ("NOUN", "PROPN")
    return end
