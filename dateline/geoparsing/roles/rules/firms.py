"""A rule for firms called after a place, and their branches: Arboga's stock, Meridian Malta."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import NOUNS, PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["firm"]

_PLACING: Final = word_set("in at near to from on around outside inside ,")
_AT_WAR: Final = 4
"""Distinct words of war in an article from which on a town is more likely meant than its cement
company."""


def firm(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X's stock, where the article names X Corp.; Meridian Bank X, where X is a land.

    Not the town in X.
    """
    if mention.demonym:
        return None
    single = frame.last == frame.first + 1
    governing = mention.capital or mention.precision in ("country", "region")
    called = single and not governing and syntax.lower[frame.first] in syntax.firms
    if called and syntax.war_words < _AT_WAR and syntax.word(frame.first - 1) not in _PLACING:
        return Ruling("name", "a firm of the article")
    before = frame.first - 1
    branch = (
        mention.precision == "country"
        and before >= 0
        and syntax.tag[before] in PROPER
        and syntax.entity[before] == "ORG" == syntax.entity[frame.last - 1]
    )
    ends = frame.last >= len(syntax.pos) or syntax.pos[frame.last] not in NOUNS
    if branch and ends and syntax.paragraph[before] == syntax.paragraph[frame.root]:
        return Ruling("name", f"after '{syntax.lower[before]}', of which it is a branch")
    return None
