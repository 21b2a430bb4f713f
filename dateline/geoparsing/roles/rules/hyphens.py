"""A rule for a place that a hyphen joins to what is told of it: X-backed, X-based, X-style."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["hyphenated"]

_SPONSORED: Final = word_set(
    """backed led aligned allied sponsored supported funded financed trained armed supplied brokered
    mediated mandated run appointed installed loyal friendly imposed drafted hosted controlled held
    occupied administered annexed chaired sanctioned owned operated"""
)
_SEATED: Final = word_set("based headquartered")
_ORIGIN: Final = word_set(
    "born bred raised educated native made built flagged registered bound listed"
)
_LIKENED: Final = word_set("style like type esque scale")


def hyphenated(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X-backed, X-based, X-born, an X-style massacre."""
    own = syntax.lower[frame.last - 1][mention.end - syntax.start[frame.last - 1] :]
    if own.startswith("-"):  # one token: U.S.-backed
        word = own[1:]
    elif syntax.word(frame.last) in ("-", "‑", "–") and syntax.start[frame.last] == mention.end:
        word = syntax.word(frame.last + 1)
    else:
        return None
    reason = f"before '-{word}'"
    if word in _SPONSORED:
        return Ruling("demonym" if mention.demonym else "actor", reason)
    if word in _SEATED:
        return Ruling("setting", reason)
    if word in _ORIGIN:
        return Ruling("demonym" if mention.demonym else "background", reason)
    if word in _LIKENED and not mention.demonym:
        return Ruling("comparison", reason)
    return None
