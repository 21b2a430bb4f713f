"""A rule for places of which a report tells how things stand there: X situation report no. 7."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import Frame, MentionFacts, Ruling
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
_QUALIFIERS: Final = 3


def situation(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """The X flash update, X humanitarian snapshot, X: situation report; not the X report."""
    if mention.demonym or not mention.precision:
        return None
    at = one.last + (syntax.word(one.last) in (":", "-", "–", "—"))
    about = ""
    for token in range(at, min(len(syntax.lower), at + _QUALIFIERS + 1)):
        word = syntax.lower[token]
        if syntax.paragraph[token] != syntax.paragraph[one.root]:
            return None
        if word in _ALONE or (about and word in _REPORTS):
            return Ruling("event", f"before '{about} {word}'".replace("' ", "'"), True)
        if syntax.pos[token] not in ("NOUN", "PROPN", "ADJ"):
            return None
        about = word if word in _STATE_OF_THINGS else about
    return None
