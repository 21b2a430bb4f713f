"""Rules for places that are a party to a quarrel: issues between X and Y, who sides with X.

It is states that quarrel, that one sides with, and against which one protests.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
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


def party(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Issues between X and Y, a protest against X, a supporter of X, the X-Y conflict."""
    if mention.demonym or not mention.governs:
        return None
    if quarrel := _hyphenated(syntax, mention, frame):
        return Ruling("actor", f"a side of the '{quarrel}'")
    above = frame.governor
    if above < 0:
        return None
    lemma = syntax.lemma[above]
    if frame.relation == "dobj" and lemma in _ISOLATING:
        return Ruling("actor", f"object of '{syntax.lower[above]}'")
    if frame.relation == "in" and (
        (frame.preposition == "between" and lemma in _BETWEEN)
        or (frame.preposition == "against" and lemma in _PROTESTS)
        or (frame.preposition == "by" and lemma in _STRIKING and syntax.pos[above] == "NOUN")
        or lemma in _SIDES.get(frame.preposition, ())
    ):
        return Ruling("actor", f"'{syntax.lower[above]} {frame.preposition}'")
    return None


def _hyphenated(syntax: Syntax, mention: MentionFacts, frame: Frame) -> str:
    """What X and Y wage, where it has no name of its own: the X-Y war, not the X-Y War."""
    if mention.precision != "country":
        return ""
    after = frame.last + 2 if syntax.word(frame.last) in _HYPHENS else frame.last
    second = syntax.word(frame.first - 1) in _HYPHENS and syntax.tag[frame.first - 2][:3] == "NNP"
    if not second and after == frame.last:
        return ""
    small = after < len(syntax.tag) and syntax.tag[after] in ("NN", "NNS")
    return syntax.lower[after] if small and syntax.lower[after] in _QUARRELS else ""
