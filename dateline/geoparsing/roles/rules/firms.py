"""A rule for firms called after a place, and their branches: Arboga's stock, Meridian Malta."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import NOUNS, PROPER, Frame, MentionFacts, Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["firm"]

_PLACING: Final = word_set("in at near to from on around outside inside ,")
_AT_WAR: Final = 4
"""Distinct words of war in an article from which on a town is more likely meant than its cement
company."""


def firm(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """X's stock, where the article names X Corp.; Meridian Bank X, where X is a land.

    Not the town in X.
    """
    if mention.demonym:
        return None
    single = one.last == one.first + 1
    governing = mention.capital or mention.precision in ("country", "region")
    called = single and not governing and syntax.lower[one.first] in syntax.firms
    if called and syntax.war_words < _AT_WAR and syntax.word(one.first - 1) not in _PLACING:
        return Ruling("name", "a firm of the article", True)
    before = one.first - 1
    branch = (
        mention.precision == "country"
        and before >= 0
        and syntax.tag[before] in PROPER
        and syntax.entity[before] == "ORG" == syntax.entity[one.last - 1]
    )
    ends = one.last >= len(syntax.pos) or syntax.pos[one.last] not in NOUNS
    if branch and ends and syntax.paragraph[before] == syntax.paragraph[one.root]:
        return Ruling("name", f"after '{syntax.lower[before]}', of which it is a branch", True)
    return None
