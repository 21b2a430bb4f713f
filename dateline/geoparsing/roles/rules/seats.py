"""A rule for buildings that stand for who rules from them: the Kremlin denied it.

What happens in, near or to the house itself is told with a preposition or a verb of place.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS, VERB_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import MODIFIERS, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["seat_of_power"]

_SEATS: Final = frozenset(
    (
        *(("kremlin",), ("white", "house"), ("blue", "house"), ("pentagon",), ("whitehall",)),
        *(("downing", "street"), ("élysée",), ("elysee",), ("quai", "d'orsay"), ("planalto",)),
        *(("malacañang",), ("malacanang",), ("zhongnanhai",), ("casa", "rosada"), ("la", "moneda")),
        *(("villa", "somalia"), ("aso", "rock"), ("stormont",), ("holyrood",)),
    )
)
_LOCAL: Final = word_set(
    """in at near inside outside into around from to through past beside by behind above towards
    toward"""
)
"""What may tell of the house itself."""
_ROOMS: Final = word_set(
    "wing lawn garden residence gate fence door hall roof tower wall ground room tour visitor"
)


def seat_of_power(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The Kremlin says, Kremlin critics, a letter for the White House; not its lawn, nor in it."""
    words = tuple(syntax.lower[frame.first : frame.last])
    if (words[1:] if words[:1] == ("the",) else words) not in _SEATS:
        return None
    if frame.relation == "in" and frame.preposition in _LOCAL:
        return None
    above = frame.governor
    if above >= 0:
        lemma = syntax.lemma[above]
        if frame.relation in (*MODIFIERS, "poss", "in"):
            if lemma in _ROOMS or NOUN_CLASS.get(lemma) == "place":
                return None
        elif frame.relation != "nsubj" and VERB_CLASS.get(lemma) in ("movement", "attack"):
            return None  # they visited it, rockets hit it
    return Ruling("actor", "a seat of power")
