"""A rule for the country that an athlete comes from: X's Anna Berg won the final."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.rules.teams import SPORT
from dateline.geoparsing.roles.syntax import PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["athlete"]

_CONTESTS: Final = SPORT | word_set(
    """tournament seeded unseeded champion final finals semifinals quarterfinal quarterfinals medal
    skater marathon heavyweight sprint podium"""
)
_MANY: Final = 3  # distinct words of sport in an article on it
_ATHLETES: Final = word_set(
    """champion number skater player runner swimmer boxer cyclist gymnast sprinter wrestler pair duo
    seed medallist medalist"""
)


def athlete(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X's Anna Berg, X's world champions, in an article on sport; elsewhere X's own may rule it."""
    above = frame.governor
    if mention.demonym or frame.relation != "poss" or above < 0 or frame.wraps:
        return None
    named = syntax.entity[above] == "PERSON" and syntax.tag[above] in PROPER
    if not named and syntax.lemma[above] not in _ATHLETES:
        return None
    if len(_CONTESTS & syntax.words) < _MANY:
        return None
    return Ruling("background", f"whose '{syntax.lower[above]}' competes")
