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


def in_its_sentence(syntax: Syntax, frame: Frame) -> str:
    """What governs a mention, in a few words: "subject of 'deny'", "'shell on'"."""
    if frame.governor < 0:
        return "stands alone"
    word = " ".join(syntax.lower[frame.governor].split()) or "a break"
    if frame.relation == "in":
        return f"'{word} {frame.preposition}'"
    return f"{_RELATIONS.get(frame.relation, 'near')} '{word}'"
