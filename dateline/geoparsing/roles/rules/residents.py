"""A rule for where the person comes from of whom it is told: a 55-year-old X man."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import MODIFIERS, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["resident"]

_PERSONS: Final = word_set(
    """resident man woman native teenager teen couple mother father boy girl farmer student teacher
    doctor driver motorist businessman pensioner schoolgirl schoolboy"""
)


def resident(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """An X man was arrested, the X native; not X residents, who are all the people of X."""
    above = frame.governor
    if mention.demonym or above < frame.last or frame.relation not in MODIFIERS:
        return None
    if syntax.lemma[above] not in _PERSONS or syntax.tag[above] != "NN":
        return None
    return Ruling("background", f"modifier of '{syntax.lower[above]}'")
