"""A rule for where somebody comes from, who is now elsewhere: born in X, troops from X."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["origin"]

_COMERS: Final = word_set(
    """troop soldier paratrooper marine commando policeman police fighter gunman militant rebel
    battalion unit reinforcement volunteer bomber attacker medic doctor surgeon nurse engineer
    photographer victim helicopter jet plane warplane convoy truck"""
)
"""Who or what comes from elsewhere to where something happens."""
_COMING: Final = word_set("come arrive land fly")
_SENDING: Final = word_set("send dispatch scramble deploy")
_ONWARD: Final = word_set("down into onto towards toward")
"""Beside *come*: who comes down from X into Y is on the move there, and not at home."""


def origin(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Born in X, a native of X, a farmer from X, troops from X came; not X, the capital of Y."""
    if syntax.word(frame.first - 1) == "not":
        return Ruling("background", "after 'not'", syntax.word(frame.first - 2) in (",", "-", "–"))
    above = frame.governor
    if frame.relation != "in" or above < 0:
        return None
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if syntax.pos[above] == "VERB" and frame.preposition in ("in", "at", "from"):
        raised = lemma in ("grow", "bring") and syntax.word(above + 1) == "up"
        hails = lemma == "hail" and frame.preposition == "from"
        if raised or hails or lemma in ("bear", "educate", "graduate", "study"):
            up = " up" if raised else ""
            return Ruling("background", f"'{word}{up} {frame.preposition}'")
    native = lemma in ("native", "birthplace", "hometown")
    if native or (frame.preposition == "from" and NOUN_CLASS.get(lemma) == "resident"):
        return Ruling("background", f"'{word} {frame.preposition}'", native)
    if frame.preposition == "from" and _has_come(syntax, above):
        return Ruling("background", f"'{word} from'", not mention.governs)
    return None


def _has_come(syntax: Syntax, above: int) -> bool:
    """Whether somebody came: troops from X *land*, they *send* troops from X, but do not withdraw.

    Args:
        syntax: The article.
        above: What "from X" belongs to.
    """
    if syntax.pos[above] == "VERB":
        sent = syntax.lemma[above] in _SENDING
        if not sent and syntax.lemma[above] not in _COMING:
            return False
        _, end = syntax.sentence_of(above)
        if any(syntax.head[t] == above and syntax.lower[t] in _ONWARD for t in range(above, end)):
            return False
        comer = (syntax.object if sent else syntax.subject).get(above, -1)
        return comer >= 0 and syntax.lemma[comer] in _COMERS
    return syntax.lemma[above] in _COMERS and syntax.dep[above] == "nsubj"
