"""A rule for places in the names of armed groups and armies: the X Army, the X Liberation Front.

A group of a region fights wherever it fights; the army of a country acts for it.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import Frame, MentionFacts, Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["armed_group"]

_GROUPS: Final = word_set(
    "army front union movement alliance resistance militia militias brigades force forces"
)
_ARMIES: Final = word_set("army force forces")
_REBELLING: Final = word_set(
    "liberation independence freedom resistance revolutionary salvation patriotic redemption"
)
_PROPER: Final = ("NNP", "NNPS")
_WITHIN: Final = 6  # tokens of a group's name: People's Liberation Army – North


def armed_group(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """The X Army, the X People's Liberation Front; the armed forces of a country act for it."""
    if mention.demonym or not mention.precision:
        return None
    last = _end_of_name(syntax, one)
    if last < 0 or (last == one.last and mention.precision == "country"):
        return None
    word = syntax.lower[last]
    if last == one.last and syntax.lemma[last + 1 : last + 2] == ["unit"]:
        return None  # Homs: Army units
    between = syntax.lower[one.last : last]
    if mention.precision == "country" and _REBELLING.isdisjoint(between):
        return Ruling("actor", f"modifier of '{word}'", True) if word in _ARMIES else None
    return Ruling("name", f"part of a name ending in '{word}'", True)


def _end_of_name(syntax: Syntax, one: Frame) -> int:
    """The token of the group's sort that ends the capitalised words after a name; -1 without."""
    at, end = one.last, min(len(syntax.lower), one.last + _WITHIN)
    while at < end and syntax.paragraph[at] == syntax.paragraph[one.root]:
        owning = syntax.lower[at] in ("'s", "’s") and at > one.last
        if not owning and syntax.tag[at] not in _PROPER:
            break
        at += 1
    last = at - 1
    return last if last >= one.last and syntax.lower[last] in _GROUPS else -1
