"""A rule for places that say which road or border it is at which something happens."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["way"]

_ROADS: Final = word_set("road highway motorway route street path bridge track railway")
_BORDERS: Final = word_set("border frontier")
_OWN: Final = word_set("its his her their my our")
_RELATIVE: Final = word_set("that which")


def way(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """A road leading to X, a bus on its way to X, the border between X and Y.

    Not what leads to X in other ways: a trail that leads to X.
    """
    above = frame.governor
    if mention.demonym or frame.relation != "in" or above < 0:
        return None
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if frame.preposition == "between" and lemma in _BORDERS:
        return Ruling("event", f"at the '{word} between'")
    if frame.preposition != "to":
        return None
    if lemma == "lead" and syntax.lemma[_what_leads(syntax, above)] in _ROADS:
        return Ruling("event", f"'{word} to', of a way")
    if lemma == "way" and syntax.word(above - 1) in _OWN:
        return Ruling("event", f"'{syntax.word(above - 1)} way to'")
    return None


def _what_leads(syntax: Syntax, verb: int) -> int:
    """The subject of *leads*, or what is told of by *leading* or *that leads*; else itself."""
    subject = syntax.subject.get(verb, -1)
    if subject >= 0 and syntax.lower[subject] not in _RELATIVE:
        return subject
    return syntax.head[verb] if syntax.dep[verb] in ("acl", "relcl") else verb
