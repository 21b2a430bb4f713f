"""A rule for what happened years ago, where an article stops to tell it: X was taken in 1993."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import VERBS, Frame, MentionFacts, Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["history"]

_PLACED: Final = word_set("in at near on outside inside around off to through into across")
_UNDERGONE: Final = ("dobj", "nsubjpass")
_PAST: Final = ("VBD", "VBN")
_HAVING: Final = word_set("has have had 've ’ve")
"""What was done long ago and *has* lasted is still so."""
_AGO: Final = word_set("ago earlier before")
_LONG: Final = word_set("years decades centuries")
_MONTHS: Final = word_set(
    """january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec"""
)
_OF_A_DATE: Final = _MONTHS | word_set("early late mid , -")
_YEARS_BACK: Final = 4
"""So far behind the newest year of an article a year is history; three back is often its story."""
_CENTURY: Final = 2000
"""Whatever else an article says, what it dates before then is seldom its news."""
_CLIMBED: Final = 5


def history(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """Rebels took X in 1993, a gunman entered a church in X ten years ago; not *since* 1993."""
    if mention.demonym or syntax.quoted[one.root] or one.verb < 0:
        return None
    placed = one.relation == "in" and one.preposition in _PLACED
    if not placed and one.relation not in _UNDERGONE:
        return None
    begin, end = syntax.sentence_of(one.verb)
    helped = any(
        syntax.head[token] == one.verb and syntax.lower[token] in _HAVING
        for token in range(begin, end)
    )
    if syntax.tag[one.verb] not in _PAST or helped:
        return None
    for token in range(begin + 1, end):
        if _long_ago(syntax, token) and _verb_above(syntax, token) == one.verb:
            told = f"{syntax.lower[token - 1]} {syntax.lower[token]}"
            return Ruling("background", f"told of '{told}'", True)
        if _dates(syntax, begin, token) and _verb_above(syntax, token) == one.verb:
            return Ruling("background", f"told of {syntax.lower[token]}", True)
    return None


def _long_ago(syntax: Syntax, token: int) -> bool:
    return syntax.lower[token] in _AGO and syntax.lower[token - 1] in _LONG


def _dates(syntax: Syntax, begin: int, token: int) -> bool:
    """Whether a token is a year long past in which something is said to be: *in* March 1993."""
    if not _is_year(syntax.lower[token]):
        return False
    before = token - 1
    while before > begin and (syntax.lower[before] in _OF_A_DATE or syntax.lower[before].isdigit()):
        before -= 1
    if syntax.lower[before] not in ("in", "on"):
        return False
    year = int(syntax.lower[token])
    return year < _CENTURY or year <= _newest_year(syntax) - _YEARS_BACK


def _newest_year(syntax: Syntax) -> int:
    return max(int(word) for word in syntax.lower if _is_year(word))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and "1700" <= word < "2100"


def _verb_above(syntax: Syntax, token: int) -> int:
    for _ in range(_CLIMBED):
        token = syntax.head[token]
        if syntax.pos[token] in VERBS:
            return token
    return -1
