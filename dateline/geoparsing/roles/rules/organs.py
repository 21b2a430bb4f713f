"""A rule for the name of a country before an organ of its state: the X Supreme Court ruled.

Other offices have names of their own, of which the country's is a part: the X Census Bureau.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["organ_of_state"]

_ORGANS: Final = {
    "department": word_set("state justice treasury defense defence"),
    "command": word_set("central northern southern european african africa pacific strategic"),
    "court": word_set("supreme bankruptcy appeals district constitutional"),
    "guard": word_set("coast"),
    "office": word_set("foreign home"),
}
"""What ends the name of an organ, and what stands before it."""


def organ_of_state(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X State Department denies, X Central Command says, the X House of Representatives."""
    if mention.demonym or mention.precision != "country":
        return None
    organ = _organ(syntax, frame)
    return Ruling("actor", f"before '{organ}'") if organ else None


def _organ(syntax: Syntax, frame: Frame) -> str:
    """The organ whose name follows a mention, or empty."""
    first, second, third = (syntax.word(frame.last + further) for further in range(3))
    proper = [tag in PROPER for tag in syntax.tag[frame.last : frame.last + 2]]
    if not proper or not proper[0]:
        return ""
    if (first, second) == ("court", "of") and third == "appeals":
        return "court of appeals"
    if (first, second, third) == ("house", "of", "representatives"):
        return "house of representatives"
    if proper == [True, True] and first in _ORGANS.get(second, ()):
        return f"{first} {second}"
    return ""
