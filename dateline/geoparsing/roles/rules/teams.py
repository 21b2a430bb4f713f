"""Rules for places that stand for a team: Leeds have won, a 2-0 defeat to X, he played for X.

Nothing is said to happen there; the match is played wherever it is played.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import MODIFIERS, PROPER, VERBS, Syntax
from dateline.geoparsing.toponym_words import kind_of, word_set

__all__ = ["SPORT", "team"]

_SCHOLARS: Final = word_set("researcher scientist academic scholar graduate alumnus")
_PLAYERS: Final = word_set(
    "striker winger midfielder goalkeeper defender fullback quarterback playmaker"
)
_MATCHES: Final = word_set("beat thrash trounce outplay outscore sign")
"""What a town is said to do only as the name of its team."""
_PLAYING: Final = word_set("win lose draw play host face meet score edge defeat tour")
"""What it is said to do as that in an article on sport."""
SPORT: Final = word_set(
    """goal goals goalless striker winger midfielder goalkeeper penalty league championship fixture
    kick-off half-time semi-final semifinal semi-finals quarter-final playoff playoffs wicket
    wickets innings batsman bowler try scrum fly-half prop touchdown quarterback inning homer
    pitcher coach squad champions cup season defender rebounds stumps"""
)
_MANY: Final = 3  # distinct words of sport in an article on it
_PARTS: Final = ("city", "district", "neighbourhood")
_APPEARING: Final = word_set("play score appear bat bowl compete row debut cap swim race")
"""What is done *for* those by whose name one is chosen."""
_RESULTS: Final = word_set("defeat loss win victory triumph draw")
_OPPOSING: Final = ("to", "over", "against", "with")


def team(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """He played for X, she represented X, a defeat to X; the X striker, X have won."""
    above = frame.governor
    if mention.demonym or above < 0:
        return None
    lemma = syntax.lemma[above]
    if _chosen(syntax, mention, frame, lemma):
        before = f"'{syntax.lower[above]} for'" if frame.relation == "in" else ""
        return Ruling("actor", before or f"object of '{syntax.lower[above]}'")
    if frame.relation == "in" and lemma in _RESULTS and frame.preposition in _OPPOSING:
        return Ruling("actor", f"'{syntax.lower[above]} {frame.preposition}'")
    if mention.precision not in _PARTS:
        return None
    if frame.relation in MODIFIERS and (lemma in _SCHOLARS or lemma in _PLAYERS):
        return Ruling("actor", f"modifier of '{syntax.lower[above]}'", not frame.wraps)
    if syntax.pos[above] not in VERBS:
        return None
    if frame.relation in ("nsubj", "dobj") and _plays(syntax, frame, lemma):
        return Ruling("actor", f"plays: '{syntax.lower[above]}'")
    if frame.relation != "nsubj" or frame.anchor != frame.root:
        return None
    if lemma in _MATCHES and syntax.tag[above] != "VBN":
        return Ruling("actor", f"subject of '{syntax.lower[above]}'")
    return _in_the_plural(syntax, frame)


def _chosen(syntax: Syntax, mention: MentionFacts, frame: Frame, lemma: str) -> bool:
    """Whether somebody plays *for* a place, or *represents* a country.

    Who represents a town sits in a parliament for it.
    """
    if syntax.pos[frame.governor] != "VERB" or not mention.precision:
        return False
    if frame.relation == "in":
        return frame.preposition == "for" and lemma in _APPEARING
    return frame.relation == "dobj" and lemma == "represent" and mention.precision == "country"


def _in_the_plural(syntax: Syntax, frame: Frame) -> Ruling | None:
    """X have won: only a team has the plural, in British papers."""
    above = frame.governor
    alone = not {"cc", "conj"} & syntax.below.get(frame.root, set())
    plural = syntax.tag[above] == "VBP" or any(
        syntax.tag[token] == "VBP" and syntax.head[token] == above and syntax.dep[token] == "aux"
        for token in range(frame.last, above)
    )
    plural |= syntax.lower[above] == "were"
    if syntax.word(frame.first - 1) == "," and syntax.tag[frame.first - 2] in PROPER:
        return None  # "pupils in Visby, Gotland have fallen ill"
    if alone and plural and not kind_of(syntax.lower[frame.last - 1]):
        return Ruling("actor", f"subject of '{syntax.lower[above]}' in the plural")
    return None


def _plays(syntax: Syntax, frame: Frame, lemma: str) -> bool:
    """Whether a team by the name of its town, alone or in a list, plays another one."""
    if "geo" in frame.wraps or "poss" in frame.wraps or lemma not in _PLAYING | _MATCHES:
        return False
    return len(SPORT & syntax.words) >= _MANY
