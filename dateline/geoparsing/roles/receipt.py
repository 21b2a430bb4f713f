"""A mention's place in its sentence in words, for the receipt of a learned role."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.syntax import Syntax

__all__ = ["in_its_sentence"]

_RELATIONS: Final = {
    "nsubj": "subject of",
    "nsubjpass": "passive subject of",
    "dobj": "object of",
    "poss": "possessor of",
    "compound": "modifier of",
    "amod": "modifier of",
    "nmod": "modifier of",
    "attr": "said to be with",
}


def in_its_sentence(syntax: Syntax, place: Frame) -> str:
    """What governs a mention, in a few words: "subject of 'deny'", "'shell on'"."""
    if place.governor < 0:
        return "stands alone"
    word = " ".join(syntax.lower[place.governor].split()) or "a break"
    if place.relation == "in":
        return f"'{word} {place.preposition}'"
    return f"{_RELATIONS.get(place.relation, 'near')} '{word}'"
