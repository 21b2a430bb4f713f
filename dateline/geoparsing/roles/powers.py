"""Rules for places that stand for the power that rules there: pro-X media, seized from X.

What is taken from a country, or what comes from it in words alone, is its government's.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.frames import Frame, MentionFacts, Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["power"]

_SIDES: Final = ("pro", "anti")
_TAKEN: Final = word_set("capture seize annex wrest conquer")
_LEAVING: Final = word_set("independence secession independent")
_YIELDING: Final = word_set("surrender capitulation capitulate")
_OF_WORDS: Final = word_set("condemnation criticism pressure praise backing permission approval")
_LANDS: Final = ("GPE", "LOC", "FAC")


def power(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """Pro-X media, a town seized from X, independence from X, X's surrender, criticism from X."""
    if mention.demonym:
        return None
    side = syntax.word(one.first - 2)
    if side in _SIDES and syntax.word(one.first - 1) in ("-", "‑", "–"):
        return Ruling("actor", f"after '{side}-'", True)
    above = one.governor
    if one.relation != "in" or above < 0 or not (mention.capital or mention.precision == "country"):
        return None
    if one.preposition == "from":
        beside = syntax.head[one.anchor] - 1  # the parser may hang "from X" on the verb
        if beside >= 0 and syntax.lemma[beside] in _LEAVING | _OF_WORDS:
            return Ruling("actor", f"'{syntax.lower[beside]} from'", True)
        taken = syntax.lemma[above] in _TAKEN and _is_land(syntax, syntax.object.get(above, -1))
        return Ruling("actor", f"'{syntax.lower[above]} from'", True) if taken else None
    if one.preposition == "to" and syntax.lemma[above] == "turn" and syntax.word(one.last) == "for":
        return Ruling("actor", f"'{syntax.lower[above]} to … for'", True)
    if one.preposition in ("to", "of") and syntax.lemma[above] in _YIELDING:
        sure = one.preposition == "to" or mention.precision == "country"
        return Ruling("actor", f"'{syntax.lower[above]} {one.preposition}'", sure)
    return None


def _is_land(syntax: Syntax, token: int) -> bool:
    """Whether what is taken is a land: they seized *the island* from X, not weapons from X."""
    if token < 0:
        return False
    return syntax.entity[token] in _LANDS or NOUN_CLASS.get(syntax.lemma[token]) == "place"
