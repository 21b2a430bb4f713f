"""Rules for places of which it is told only what they are: X is a country, the envoy for X."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["described"]

_KINDS: Final = word_set(
    """country nation state kingdom republic city town village island province region archipelago
    capital land municipality territory district county commune port"""
)
"""What a place is said to be by who explains it."""
_RANKS: Final = word_set("first second third fourth fifth sixth seventh only latest last next safe")
"""What makes news of it: X is the third country to close its border."""
_REACH: Final = 5
"""Tokens before a kind of place among which its adjectives stand."""
_CHARGED: Final = word_set("envoy ambassador representative coordinator rapporteur")
_POSTED: Final = word_set("envoy ambassador consul correspondent diplomat attache attaché")
_ONCE: Final = word_set("former ex onetime erstwhile")
_RENAMED: Final = word_set("now then once today")
_SITTING: Final = word_set("riding constituency councillor mp congressman congresswoman")
_CLOCK: Final = word_set("am pm a.m. p.m. noon midnight hours (")
_HOMES: Final = word_set("home house residence apartment flat")


def described(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X is a country of two islands, X has a population of n; the envoy for X, the envoy to X."""
    above = frame.governor
    if mention.demonym:
        return None
    if once := _once_posted(syntax, frame):
        return Ruling("background", once)
    if renamed := _renamed(syntax, frame):
        return Ruling("background", renamed)
    if above < 0:
        return None
    if frame.relation == "in" and frame.preposition in ("for", "to"):
        charged = syntax.lemma[above] in _CHARGED
        word = syntax.lower[above]
        return Ruling("background", f"'{word} {frame.preposition}'") if charged else None
    if kept := _aside(syntax, frame):
        return Ruling("background", kept)
    if frame.relation != "nsubj":
        return None
    has = syntax.lemma[syntax.object.get(above, above)] if syntax.lemma[above] == "have" else ""
    if has == "population":
        return Ruling("background", "subject of 'have … population'")
    if syntax.lemma[above] == "be" and not frame.wraps:
        kind = syntax.object.get(above, -1)
        if "neg" not in syntax.below[above] and _only_explained(syntax, kind):
            return Ruling("background", f"said to be a '{syntax.lower[kind]}'")
    return None


def _aside(syntax: Syntax, frame: Frame) -> str:
    """The worst in X's *history*, at 3 p.m. X *time*, a home one *has* in X, the *MP* for X.

    X's history is what others are measured by; X time only says how a clock is read.
    """
    above = frame.governor
    if frame.relation == "poss" and syntax.lemma[above] == "history":
        return "possessor of 'history'"
    if syntax.word(frame.last) == "time" and (
        syntax.word(frame.first - 1) in _CLOCK or syntax.word(frame.first - 1)[-1:].isdigit()
    ):
        return "before 'time', of a clock"
    sits = frame.relation == "in" and frame.preposition in ("for", "of")
    if sits and syntax.lemma[above] in _SITTING:
        return f"'{syntax.lower[above]} {frame.preposition}'"
    home = frame.relation == "in" and frame.preposition == "in" and syntax.lemma[above] in _HOMES
    if home and syntax.dep[above] == "dobj" and syntax.lemma[syntax.head[above]] in ("have", "own"):
        return f"'{syntax.lower[above]} in', that one has"
    return ""


def _once_posted(syntax: Syntax, frame: Frame) -> str:
    """Where somebody was sent who is no longer there: a *former* envoy *in* X."""
    office, preposition = syntax.word(frame.first - 2), syntax.word(frame.first - 1)
    former = not _ONCE.isdisjoint(syntax.lower[max(0, frame.first - 5) : max(0, frame.first - 2)])
    posted = office in _POSTED and preposition in ("in", "to")
    return f"'former {office} {preposition}'" if posted and former else ""


def _renamed(syntax: Syntax, frame: Frame) -> str:
    """What a place of another time *is now*, or what this one *was then*: in what is now X."""
    for token in range(max(0, frame.first - _REACH), frame.first - 2):
        what, be, when = syntax.lower[token : token + 3]
        if what == "what" and be in ("is", "was") and when in _RENAMED:
            return f"after 'what {be} {when}'"
    return ""


def _only_explained(syntax: Syntax, kind: int) -> bool:
    """Whether a place is said to be of a kind, and no more of it: no rank, no *with*, no *that*."""
    if kind < 0 or syntax.lemma[kind] not in _KINDS or syntax.quoted[kind]:
        return False
    _, end = syntax.sentence_of(kind)
    own = [token for token in range(kind - _REACH, end) if syntax.head[token] == kind]
    return not any(
        syntax.dep[token] == "relcl"
        or syntax.lower[token] in _RANKS
        or syntax.lower[token] == "with"
        for token in own
    )
