"""A rule for places that act, or are acted with: X denies, X's army, a deal with X."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS, VERB_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import MODIFIERS, VERBS, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["acting"]

_SAYING: Final = word_set(
    "say deny accuse announce warn insist reject blame condemn vow claim tell call declare pledge "
    "denounce demand urge threaten refuse agree"
)
"""What even a place that is no seat of government can be said to do by its rulers."""
_ADDRESSING: Final = word_set("speak talk appeal complain apologise apologize protest")
"""What is done to those who rule a place."""
_STATE: Final = word_set("become remain")
_BEFALLING: Final = word_set(
    """report record confirm list vote lose suffer see play host export import win make take try
    need face count register celebrate mark defeat beat draw mourn"""
)
"""What a country does of which something is told that happens in it: X votes, X records a case."""
_REACHING: Final = word_set("far near close")
_NOT_ITS_OWN: Final = word_set(
    "court gang gunman rebel insurgent militant guerrilla terrorist separatist cartel mob kidnapper"
)
"""Who is in a country without acting for it."""
_SECOND: Final = word_set("vice deputy ex")
"""Where the parser stops before a hyphen: the X vice-president."""
_WAYS: Final = word_set("line service train flight bus ferry traffic pipeline cable supply pass")
"""What runs between places: flights between X and Y."""


def acting(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X denies, X's army, the X envoy, backed by X, a deal with X, to speak to X."""
    if frame.governor < 0 or not mention.precision:
        return None
    if frame.relation == "nsubj":
        return _does_something(syntax, mention, frame)
    if frame.relation in (*MODIFIERS, "poss"):
        return None if frame.wraps else _has_people(syntax, mention, frame.governor)
    return _dealt_with(syntax, mention, frame) if frame.relation == "in" else None


def _does_something(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X denies, X has recalled its envoy; not what befalls X."""
    verb = frame.governor
    word, lemma = syntax.lower[verb], syntax.lemma[verb]
    if syntax.pos[verb] not in VERBS:
        return None
    if frame.first < syntax.headline_end and syntax.tag[verb] in ("VBD", "VBN"):
        return None  # headlines tell in the present: "X told to pack" is passive
    if syntax.quoted[frame.root] and not syntax.quoted[verb]:
        return None  # it begins what is quoted, and the parser takes it for who speaks
    if syntax.word(frame.first - 1) == "as" and syntax.word(frame.first - 2) in _REACHING:
        return None  # "felt as far as Renk, two residents said"
    if lemma in _SAYING:
        return Ruling("actor", f"subject of '{word}'", frame.anchor == frame.root)
    if VERB_CLASS.get(lemma) in ("speech", "stance", "policy") and lemma not in _STATE:
        return Ruling("actor", f"subject of '{word}'", mention.governs and lemma not in _BEFALLING)
    return None


def _has_people(syntax: Syntax, mention: MentionFacts, noun: int) -> Ruling | None:
    """X's army, the X envoy, the X vice-president; an X gang is in X and does not act for it."""
    word, lemma = syntax.lower[noun], syntax.lemma[noun]
    second = lemma in _SECOND and syntax.word(noun + 1) in ("-", "president", "premier")
    if not second and NOUN_CLASS.get(lemma) not in ("government", "force"):
        return None
    return Ruling("actor", f"modifier of '{word}'", mention.governs and lemma not in _NOT_ITS_OWN)


def _dealt_with(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """To speak to X, backed by X, issues between X and Y, a deal with X; not flights between."""
    above, preposition = frame.governor, frame.preposition
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if preposition == "to" and lemma in _ADDRESSING:
        return Ruling("actor", f"'{word} to'")
    if not mention.governs:
        return None
    if preposition == "by" and syntax.dep[syntax.head[frame.anchor]] == "agent":
        return Ruling("actor", f"'{word} by'")
    if preposition == "between":
        space = "place" in (NOUN_CLASS.get(lemma), lemma) or lemma in _WAYS
        space = space or VERB_CLASS.get(lemma) == "movement"
        return None if space else Ruling("actor", f"'{word} between'", lemma in NOUN_CLASS)
    if preposition in ("with", "against"):
        beside = syntax.lemma[frame.first - 2] if frame.first > 1 else ""  # "the border with X"
        space = "place" in (NOUN_CLASS.get(lemma), NOUN_CLASS.get(beside))
        sure = preposition == "with" and not space and lemma != "be"  # is along with X
        return Ruling("actor", f"'{word} {preposition}'", sure)
    return None
