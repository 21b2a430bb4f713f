"""Rules for places that are a party to a quarrel: issues between X and Y, who sides with X.

It is states that quarrel, that one sides with, and against which one protests.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import Frame, MentionFacts, Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["party"]

_BETWEEN: Final = word_set(
    """issue spat row tension difference dispute war conflict quarrel rift ground understanding
    trust thaw rapprochement friction hostility bad worse match final"""
)
"""What there is between states: common *ground*, things get *worse* between X and Y."""
_PROTESTS: Final = word_set(
    """protest demonstration rally agitation sanction embargo boycott case complaint lawsuit suit
    petition charge accusation allegation match game"""
)
_SIDES: Final = {
    "of": word_set("supporter ally request behest sovereignty integrity"),
    "with": word_set("side solidarity"),
    "to": word_set("loyal"),
    "in": word_set("confidence trust"),
}
"""What is felt or done for a state, or what it asks and owns: loyal *to* X, at X's request."""
_STRIKING: Final = word_set("attack aggression assault strike airstrike offensive invasion")
"""What is done *by* a state."""
_ISOLATING: Final = word_set("discredit isolate")
_QUARRELS: Final = word_set("war conflict issue")
_HYPHENS: Final = ("-", "‑", "–", "—")


def party(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """Issues between X and Y, a protest against X, a supporter of X, the X-Y conflict."""
    if mention.demonym or not (mention.precision == "country" or mention.capital):
        return None
    if quarrel := _hyphenated(syntax, mention, one):
        return Ruling("actor", f"a side of the '{quarrel}'", True)
    above = one.governor
    if above < 0:
        return None
    lemma = syntax.lemma[above]
    if one.relation == "dobj" and lemma in _ISOLATING:
        return Ruling("actor", f"object of '{syntax.lower[above]}'", True)
    if one.relation == "in" and (
        (one.preposition == "between" and lemma in _BETWEEN)
        or (one.preposition == "against" and lemma in _PROTESTS)
        or (one.preposition == "by" and lemma in _STRIKING and syntax.pos[above] == "NOUN")
        or lemma in _SIDES.get(one.preposition, ())
    ):
        return Ruling("actor", f"'{syntax.lower[above]} {one.preposition}'", True)
    return None


def _hyphenated(syntax: Syntax, mention: MentionFacts, one: Frame) -> str:
    """What X and Y wage, where it has no name of its own: the X-Y war, not the X-Y War."""
    if mention.precision != "country":
        return ""
    after = one.last + 2 if syntax.word(one.last) in _HYPHENS else one.last
    second = syntax.word(one.first - 1) in _HYPHENS and syntax.tag[one.first - 2][:3] == "NNP"
    if not second and after == one.last:
        return ""
    small = after < len(syntax.tag) and syntax.tag[after] in ("NN", "NNS")
    return syntax.lower[after] if small and syntax.lower[after] in _QUARRELS else ""
