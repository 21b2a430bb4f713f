"""A rule for places of which it is told how things stand: X situation report, X: two dead."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["situation"]

_STATE_OF_THINGS: Final = word_set(
    "flash situation humanitarian displacement emergency response incident conflict violence"
)
_REPORTS: Final = word_set(
    "update report snapshot bulletin overview brief briefing assessment summary note notes log"
)
_ALONE: Final = word_set("sitrep sitreps")
_PEOPLE: Final = word_set("people person resident citizen civilian villager inhabitant population")
_WARNING: Final = word_set("tell urge warn order advise ask")
_PLACING: Final = ("in", "of", "around", "near")
_QUALIFIERS: Final = 3


def situation(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X flash update, X humanitarian snapshot, X: situation report; not the X report.

    Before a colon and a number X is the label of an item: 10:15 X: two dead, says the mayor.
    """
    if mention.demonym or not mention.precision:
        return None
    if warned := _warned(syntax, frame):
        return Ruling("event", warned)
    counted = syntax.word(frame.last) == ":" and syntax.tag[frame.last + 1 : frame.last + 2] == [
        "CD"
    ]
    if counted and _opens_an_item(syntax, frame):
        return Ruling("event", f"before ': {syntax.word(frame.last + 1)}'")
    at = frame.last + (syntax.word(frame.last) in (":", "-", "–", "—"))
    about = ""
    for token in range(at, min(len(syntax.lower), at + _QUALIFIERS + 1)):
        word = syntax.lower[token]
        if syntax.paragraph[token] != syntax.paragraph[frame.root]:
            return None
        if word in _ALONE or (about and word in _REPORTS):
            return Ruling("event", f"before '{about} {word}'".replace("' ", "'"))
        if syntax.pos[token] not in ("NOUN", "PROPN", "ADJ"):
            return None
        about = word if word in _STATE_OF_THINGS else about
    return None


def _warned(syntax: Syntax, frame: Frame) -> str:
    """Who is told to flee lives where the danger is: people in X are told to go to shelters."""
    if frame.relation != "in" or frame.preposition not in _PLACING or frame.governor < 0:
        return ""
    people, verb = frame.governor, syntax.head[frame.governor]
    if syntax.lemma[people] in _WARNING:  # "in X" may hang on the telling
        people, verb = syntax.object.get(people, people), people
    if syntax.lemma[people] not in _PEOPLE or syntax.lemma[verb] not in _WARNING:
        return ""
    if syntax.dep[people] not in ("dobj", "nsubjpass"):
        return ""
    urged = any(
        syntax.head[token] == verb and syntax.tag[token] == "VB" and syntax.dep[token] == "xcomp"
        for token in range(people, syntax.sentence_of(people)[1])
    )
    return f"'{syntax.lower[people]} {frame.preposition}', who are warned" if urged else ""


def _opens_an_item(syntax: Syntax, frame: Frame) -> bool:
    """Whether nothing but an hour stands before it in its paragraph."""
    before = frame.first - 1
    if before >= 0 and syntax.tag[before] == "CD":
        before -= 1
    return before < 0 or syntax.paragraph[before] != syntax.paragraph[frame.first]
