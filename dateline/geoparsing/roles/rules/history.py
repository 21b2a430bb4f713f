"""A rule for what happened years ago, where an article stops to tell it: X was taken in 1993."""

from __future__ import annotations

import re
from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import VERBS, Syntax
from dateline.geoparsing.roles.years import is_year
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
_OF_ACTORS: Final = word_set("by with against between like unlike than")
"""Before who did something that year, or what something is likened to."""
_OF_A_DATE: Final = _MONTHS | word_set("early late mid , -")
_NUMBERED_WARS: Final = word_set("in during first second")
_DECADE: Final = re.compile(r"(?:1[789]|20)\d0s\Z")
_DECADE_LONG: Final = 9  # years from the first of a decade to its last
_DATE_LONG: Final = 6  # tokens: in early March , 1993
_WAR_NAMED: Final = 8  # tokens: the 1967 Arab - Israeli war
_CLIMBED: Final = 5
_REACH: Final = 100  # tokens from the verb; a text without full stops is one sentence


def history(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Rebels took X in 1993, a gunman entered a church in X ten years ago; not *since* 1993."""
    if mention.demonym or syntax.quoted[frame.root] or frame.verb < 0:
        return None
    begin, end = syntax.sentence_of(frame.verb)
    begin, end = max(begin, frame.verb - _REACH), min(end, frame.verb + _REACH)
    if dated := _dated_blow(syntax, frame, end):
        return Ruling("background", f"told of {dated}")
    helped = any(
        syntax.head[token] == frame.verb and syntax.lower[token] in _HAVING
        for token in range(begin, end)
    )
    if not helped and (dated := _dated_place(syntax, frame, end)):
        return Ruling("background", f"told of {dated}")
    placed = frame.relation == "in" and frame.preposition in _PLACED
    if not placed and frame.relation not in _UNDERGONE:
        return None
    if syntax.tag[frame.verb] not in _PAST or helped:
        return None
    if old := _old_time(syntax, begin, end):
        return Ruling("background", f"told of '{old}'")
    joined = syntax.dep[frame.verb] == "conj"  # in 1917 they blew up X and took Y
    verbs = (frame.verb, syntax.head[frame.verb]) if joined else (frame.verb,)
    for token in range(begin + 1, end):
        if _long_ago(syntax, token) and _verb_above(syntax, token) in verbs:
            told = f"{syntax.lower[token - 1]} {syntax.lower[token]}"
            return Ruling("background", f"told of '{told}'")
        if _dates(syntax, begin, token) and _verb_above(syntax, token) in verbs:
            return Ruling("background", f"told of {syntax.lower[token]}")
    return None


def _dated_blow(syntax: Syntax, frame: Frame, end: int) -> str:
    """The year of a blow that is named for it: after *the attack on X in March 1993*."""
    blow = frame.governor
    if frame.relation != "in" or NOUN_CLASS.get(syntax.lemma[blow]) != "attack":
        return ""
    if syntax.pos[blow] != "NOUN" or syntax.word(frame.last) not in ("in", "on"):
        return ""
    for token in range(frame.last + 1, min(end, frame.last + _DATE_LONG)):
        if _dates(syntax, frame.last, token):
            return syntax.lower[token]
        if syntax.lower[token] not in _OF_A_DATE and not syntax.lower[token].isdigit():
            break
    return ""


def _dated_place(syntax: Syntax, frame: Frame, end: int) -> str:
    """The year that stands right behind a place: troops were driven *from X in 1991*."""
    acting = frame.relation not in (*_UNDERGONE, "in") or frame.preposition in _OF_ACTORS
    if acting or syntax.word(frame.last) not in ("in", "during"):
        return ""
    for token in range(frame.last + 1, min(end, frame.last + _DATE_LONG)):
        if _is_old(syntax, token):
            return syntax.lower[token]
        if syntax.lower[token] not in _OF_A_DATE | {"the"}:
            break
    return ""


def _old_time(syntax: Syntax, begin: int, end: int) -> str:
    """What a sentence is told of: in *the 1967 war*, in the Second *World War*, *that year*."""
    for token in range(begin, end - 1):
        pair = syntax.lower[token], syntax.lower[token + 1]
        if pair == ("that", "year") and syntax.history_until:
            return "that year"
        before = syntax.word(token - 1) if token > begin else ""
        if pair == ("world", "war") and before in _NUMBERED_WARS:
            return "world war"
        war = "war" in syntax.lower[token + 2 : token + _WAR_NAMED]
        if pair[0] == "the" and before in ("in", "during") and war and _is_old(syntax, token + 1):
            return f"the {pair[1]} war"
    return ""


def _long_ago(syntax: Syntax, token: int) -> bool:
    return syntax.lower[token] in _AGO and syntax.lower[token - 1] in _LONG


def _dates(syntax: Syntax, begin: int, token: int) -> bool:
    """Whether a token is a year long past in which something is said to be: *in* March 1993."""
    if not _is_old(syntax, token):
        return False
    before = token - 1
    decade = syntax.lower[token].endswith("s")  # in the late 1970s
    dating = _OF_A_DATE | {"the"} if decade else _OF_A_DATE
    while before > begin and (syntax.lower[before] in dating or syntax.lower[before].isdigit()):
        before -= 1
    return syntax.lower[before] in ("in", "on")


def _is_old(syntax: Syntax, token: int) -> bool:
    word = syntax.lower[token]
    if _DECADE.match(word):
        return int(word[:4]) + _DECADE_LONG <= syntax.history_until
    return is_year(word) and int(word) <= syntax.history_until


def _verb_above(syntax: Syntax, token: int) -> int:
    for _ in range(_CLIMBED):
        token = syntax.head[token]
        if syntax.pos[token] in VERBS:
            return token
    return -1
