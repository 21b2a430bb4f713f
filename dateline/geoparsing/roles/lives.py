"""Where an article tells the life of a person: a part of a paragraph, or all of an obituary.

A feature stops to say where somebody was born, studied and served; an obituary does nothing else.
What happened to them in those years is no news of those places.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.geoparsing.toponym_words import word_set

__all__ = ["told_lives"]

_AT: Final = word_set("in at near to on into outside")
_UPBRINGING: Final = word_set("studied graduated educated schooled")
_AGED: Final = 14
"""Tokens after "has died" within which the age stands: who died on Monday in Nairobi, aged 69."""


def told_lives(lower: Sequence[str], paragraph: Sequence[int], headline_end: int) -> list[str]:
    """What each token is told of.

    Args:
        lower: The article's tokens in lower case.
        paragraph: Number of the paragraph of each.
        headline_end: Index of the first token after the headline; 0 without one.

    Returns:
        `person` from where a paragraph tells of a birth or an upbringing to its end; `obituary` in
        all of an obituary after its first paragraph; else empty.
    """
    told = [""] * len(lower)
    for token in range(len(lower)):
        goes_on = token > 0 and told[token - 1] and paragraph[token] == paragraph[token - 1]
        if goes_on or _of_a_life(lower, token):
            told[token] = "person"
    if "person" in told and _is_obituary(lower, paragraph, headline_end):
        lead = paragraph[min(headline_end, len(lower) - 1)]
        return ["obituary" if number > lead else "" for number in paragraph]
    return told


def _of_a_life(lower: Sequence[str], token: int) -> bool:
    """Whether somebody is born, grows up or goes to school here."""
    word, after = lower[token], lower[token + 1] if token + 1 < len(lower) else ""
    if word == "born" or word in _UPBRINGING:
        return after in _AT
    return (word == "grew" and after == "up") or (
        word == "school" and token > 1 and lower[token - 2] == "went"
    )


def _is_obituary(lower: Sequence[str], paragraph: Sequence[int], headline_end: int) -> bool:
    """Whether headline or lead says that somebody has died, and how old."""
    headline = lower[:headline_end]
    if "obituary" in headline or _dies_aged(headline):
        return True
    lead = paragraph[headline_end : headline_end + 1]
    words = [lower[t] for t in range(headline_end, len(lower)) if [paragraph[t]] == lead]
    return any(
        words[at - 1 : at + 1] in (["who", "died"], ["has", "died"])
        and not {"aged", "age"}.isdisjoint(words[at : at + _AGED])
        for at in range(1, len(words))
    )


def _dies_aged(headline: Sequence[str]) -> bool:
    """Whether a headline says who is *dead at 54*, or *dies at 54*."""
    return any(
        before in ("dead", "dies") and at == "at" and age.isdigit()
        for before, at, age in zip(headline, headline[1:], headline[2:], strict=False)
    )
