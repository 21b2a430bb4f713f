"""A rule for the places of somebody's life, where an article stops to tell it."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["biography"]

_PERSON: Final = word_set("he she")
_FRESH: Final = word_set(
    """yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday
    now currently"""
)
"""Who did something on Monday is in the news for it."""
_OWN: Final = word_set("die bury")
"""What an obituary reports."""
_CAREER: Final = word_set("study teach train serve work live settle marry graduate attend enrol")
"""What is somebody's life whoever it is told of: Anna Berg was born in X and worked in Y."""
_AHEAD: Final = word_set("will shall may")
"""Whose body *will* be flown to X has left his life behind."""
_RELATIVE: Final = word_set("that which who")
"""He led the column *that* reached X."""
_PAST: Final = ("VBD", "VBN", "VBG")
_CLAUSE: Final = 8  # tokens behind a place in which its clause says at what age
_YOUNG: Final = word_set("a an only just still young")
_CHILDHOOD: Final = (("as", "a"), ("as", "an"))
_CHILD: Final = word_set("child boy girl teenager baby toddler infant youngster orphan")
_WORKING: Final = word_set("work live serve teach study train")
_STILL: Final = word_set("since for")
"""Who has worked in X *for* ten years is there."""
_CLIMBED: Final = 4
"""Verbs from a place's own up to the one that has a subject: *returned*, having served in X."""


def biography(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Born in X, she was wounded at Y in 1977 and taught in Z: all of it is her life."""
    if aside := _aside(syntax, mention, frame):
        return Ruling("background", aside)
    begin, end = syntax.sentence_of(frame.root)
    told = syntax.life[end - 1]
    if not told or mention.demonym or frame.verb < 0 or syntax.quoted[frame.root]:
        return None
    if syntax.tag[frame.verb] not in _PAST or syntax.lemma[frame.verb] in _OWN:
        return None
    if _goes_on(syntax, frame) or (frame.governor >= 0 and _rules(syntax, frame)):
        return None
    perfect = syntax.word(frame.verb - 1) in ("has", "have")
    ahead = any(
        syntax.head[token] == frame.verb and syntax.lower[token] in _AHEAD
        for token in range(begin, frame.verb)
    )
    if perfect or ahead or not _FRESH.isdisjoint(syntax.lower[begin:end]):
        return None
    career = (
        syntax.lemma[frame.verb] in _CAREER or "school" in syntax.lower[frame.verb : frame.first]
    )
    if told == "person" and not career and _subject(syntax, frame.verb) not in _PERSON:
        return None
    return Ruling("background", f"'{syntax.lower[frame.verb]}' in what is told of a life")


def _aside(syntax: Syntax, mention: MentionFacts, frame: Frame) -> str:
    """A life in one clause: she moved to X *when she was six*, who *has worked* in X and Y."""
    if mention.demonym or frame.verb < 0:
        return ""
    _, end = syntax.sentence_of(frame.root)
    for token in range(frame.last, min(end - 3, frame.last + _CLAUSE)):
        when, who, was, age = syntax.lower[token : token + 4]
        if when == "when" and who in _PERSON and was in ("was", "were"):
            young = syntax.tag[token + 3] == "CD" or age in _YOUNG
            return f"'{when} {who} {was} {age}'" if young else ""
        if (when, who) in _CHILDHOOD and was in _CHILD:
            return f"'{when} {who} {was}'"
    working = frame.relation == "in" and frame.preposition in ("in", "at")
    verb = frame.governor
    if not working or syntax.lemma[verb] not in _WORKING or syntax.tag[verb] != "VBN":
        return ""
    lately = _STILL.isdisjoint(syntax.lower[frame.last : min(end, frame.last + _CLAUSE)])
    has = syntax.word(verb - 1) in ("has", "had") or syntax.word(verb - 2) in ("has", "had")
    person = _subject(syntax, verb) in _PERSON or syntax.dep[verb] == "relcl"
    return f"'has {syntax.lower[verb]} {frame.preposition}'" if lately and has and person else ""


def _goes_on(syntax: Syntax, frame: Frame) -> bool:
    """Whether a name in capitals goes on: she danced with the *X Opera* in Y."""
    runs_on = frame.last < len(syntax.tag) and syntax.tag[frame.last] in PROPER
    return runs_on and syntax.head[frame.root] >= frame.last


def _rules(syntax: Syntax, frame: Frame) -> bool:
    """Whether it is who rules X that does something: she was decorated by *X's minister*."""
    return frame.relation == "poss" and NOUN_CLASS.get(syntax.lemma[frame.governor]) == "government"


def _subject(syntax: Syntax, verb: int) -> str:
    """The subject of a verb, or of the one that it is added to, in lower case."""
    for _ in range(_CLIMBED):
        subject = syntax.lower[syntax.subject[verb]] if verb in syntax.subject else ""
        if subject and subject not in _RELATIVE:
            return subject
        verb = syntax.head[verb]
    return ""
