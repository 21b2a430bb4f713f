"""Rules for places in the names of armed groups and armies: the X Army, the Islamic State of X.

A group of a region fights wherever it fights; the army of a country acts for it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["armed_group"]

_GROUPS: Final = word_set(
    "army front union movement alliance resistance militia militias brigades force forces"
)
_ARMIES: Final = word_set("army force forces")
_REBELLING: Final = word_set(
    "liberation independence freedom resistance revolutionary salvation patriotic redemption "
    "democratic republican"
)
_CAUSES: Final = word_set("liberation emancipation salvation redemption")
"""For which a group is called: the Front for the Liberation of X."""
_ITS_LAND: Final = word_set("levant sham khorasan khurasan caucasus")
"""Where a caliphate is said to be by its name alone: the Islamic State in Y and the X."""
_LINKS: Final = word_set("of in the and al - – &")
_WITHIN: Final = 6  # tokens of a group's name: People's Liberation Army – North
_BEHIND: Final = 7  # tokens from a place back to its group: Islamic State of Y and al-X
_AHEAD: Final = 6  # tokens within which its other land or its initials follow


def armed_group(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X Army, the X People's Liberation Front, the Islamic State of X, al-Qaeda in the X.

    The armed forces of a country act for it.
    """
    if mention.demonym:
        return _of_a_people(syntax, frame)
    if group := _behind_its_group(syntax, mention, frame):
        return Ruling("name", f"part of a name with '{group}'")
    if not mention.precision:
        return None
    last = _end_of_name(syntax, frame)
    if last < 0 or (last == frame.last and mention.precision == "country"):
        return None
    word = syntax.lower[last]
    if last == frame.last and syntax.lemma[last + 1 : last + 2] == ["unit"]:
        return None  # Homs: Army units
    between = syntax.lower[frame.last : last]
    called = between in (["defense"], ["defence"]) or not _REBELLING.isdisjoint(
        between
    )  # the X Defense Forces
    if mention.precision == "country" and not called:
        return Ruling("actor", f"modifier of '{word}'") if word in _ARMIES else None
    return Ruling("name", f"part of a name ending in '{word}'")


def _of_a_people(syntax: Syntax, frame: Frame) -> Ruling | None:
    """The Xian Republican Army; not the Xian Arab Army, nor a pro-Xian Liberation Front."""
    last = _end_of_name(syntax, frame)
    if syntax.word(frame.first - 1) == "-":
        return None
    if last <= frame.last or _REBELLING.isdisjoint(syntax.lower[frame.last : last]):
        return None
    return Ruling("name", f"part of a name ending in '{syntax.lower[last]}'")


def _end_of_name(syntax: Syntax, frame: Frame) -> int:
    """The token of the group's sort that ends the capitalised words after a name; -1 without."""
    at, end = frame.last, min(len(syntax.lower), frame.last + _WITHIN)
    while at < end and syntax.paragraph[at] == syntax.paragraph[frame.root]:
        owning = syntax.lower[at] in ("'s", "’s") and at > frame.last
        if not owning and syntax.tag[at] not in PROPER:
            break
        at += 1
    last = at - 1
    return last if last >= frame.last and syntax.lower[last] in _GROUPS else -1


def _behind_its_group(syntax: Syntax, mention: MentionFacts, frame: Frame) -> str:
    """The group that is called by a place named after it, or nothing.

    A caliphate *in* a country may only fight there; before its initials (ISIL), or where one of
    its lands has no other use in the news, it is called so.
    """
    begin, _ = syntax.sentence_of(frame.root)
    near = range(max(begin, frame.first - _BEHIND), frame.first)
    before = [token for token in near if syntax.lower[token] != "the"]
    words = [syntax.lower[token] for token in before]
    if words[-1:] == ["of"] and words[-2:-1] and words[-2] in _CAUSES:
        return words[-2] if syntax.tag[before[-2]] in PROPER else ""
    if words[-1:] == ["islamic"]:  # al-Qaeda in the Islamic Maghreb
        words.pop()
    if words[-1:] == ["in"] and words[-2:-1] and words[-2].endswith(("qaeda", "qaida")):
        return words[-2] if mention.precision in ("region", "") else ""
    return "Islamic State" if _of_the_caliphate(syntax, frame, begin) else ""


def _of_the_caliphate(syntax: Syntax, frame: Frame, begin: int) -> bool:
    """Whether a name and what links it back to *Islamic State* are all of one name."""
    at = frame.first - 1
    while at > max(begin, frame.first - _BEHIND) and syntax.lower[at] != "state":
        if syntax.lower[at] not in _LINKS and syntax.tag[at] not in PROPER:
            return False
        at -= 1
    if (syntax.word(at - 1), syntax.word(at)) != ("islamic", "state"):
        return False
    if syntax.word(at + 1) != "in":
        return True
    rest = syntax.lower[at + 1 : frame.last + _AHEAD]
    initials = any(bracket == "(" and word.startswith("is") for bracket, word in pairwise(rest))
    return initials or not _ITS_LAND.isdisjoint(rest)
