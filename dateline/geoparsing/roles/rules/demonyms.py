"""A rule for peoples and their adjectives: Xian troops, the Xian Army."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["demonym"]

_ORGANS: Final = word_set(
    """army navy embassy ambassador consul consulate president parliament government king queen
    foreign defence defense ministry minister prime chancellor police troops armed naval
    officials authorities soldiers lawmakers diplomats missiles drones jets warplanes militants
    rebels civilians residents refugees"""
)
"""With which the name of an organ or an office of the state goes on, in capitals, or who is of a
people in a headline that has but capitals."""


def demonym(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Syrian troops, the Syrian Army; what else runs on may be a name of no organ of the state."""
    if not mention.demonym:
        return None
    runs_on = frame.last < len(syntax.tag) and syntax.tag[frame.last] in PROPER
    if runs_on and syntax.lower[frame.last] in _ORGANS and syntax.word(frame.first - 1) != "free":
        return Ruling("demonym", f"before '{syntax.lower[frame.last]}'")
    return Ruling("demonym", "adjective or people", not runs_on)
