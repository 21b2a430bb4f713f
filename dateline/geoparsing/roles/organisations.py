"""Rules for places in the names of firms, universities and clubs, and for clubs called by a town.

"Phoenix Construction won", "a study at Harvard University", "Leeds have signed": nothing is said to
happen at the place.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.frames import MODIFIERS, VERBS, Frame, MentionFacts, Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import kind_of, word_set

__all__ = ["organisation"]

_FIRMS: Final = word_set(
    """construction consulting consultants holdings industries motors airways breweries insurance
    logistics pharmaceuticals pharma petroleum telecom publishing software technologies partners
    securities properties realty enterprises ventures textiles shipyards steelworks foods"""
)
_CLUBS: Final = word_set(
    """united rovers wanderers athletic albion hotspur rangers celtic stanley thistle argyle dynamo
    spartak fc cf afc rfc marathon philharmonic symphony"""
)
_BODIES: Final = word_set(
    "bank banque university college institute museum diocese archdiocese tour stade"
)
_PROPER: Final = ("NNP", "NNPS")
_ACADEMIC: Final = word_set("university college institute polytechnic academy")
_SCHOLARS: Final = word_set(
    """researcher scientist academic scholar economist professor lecturer historian sociologist
    epidemiologist virologist seismologist graduate alumnus dropout fellow dean rector study paper
    research analyst expert"""
)
_STUDYING: Final = word_set("researcher scientist academic scholar graduate alumnus")
_PLAYERS: Final = word_set(
    "striker winger midfielder goalkeeper defender fullback quarterback playmaker"
)
_MATCHES: Final = word_set("beat thrash trounce outplay outscore sign")
"""What a town is said to do only as the name of its team."""
_PLAYING: Final = word_set("win lose draw play host face meet score edge defeat tour")
"""What it is said to do as that in an article on sport."""
_SPORT: Final = word_set(
    """goal goals goalless striker winger midfielder goalkeeper penalty league championship fixture
    kick-off half-time semi-final semifinal semi-finals quarter-final playoff playoffs wicket
    wickets innings batsman bowler try scrum fly-half prop touchdown quarterback inning homer
    pitcher coach squad champions cup season defender rebounds stumps"""
)
_MANY: Final = 3  # distinct words of sport in an article on it
_PARTS: Final = ("city", "district", "neighbourhood")
_AT_WAR: Final = 4
"""Distinct words of war in an article from which on it tells of no teams: where marks are lost,
"Aleppo Syrias largest city" looks like one."""
_SHORTEST_NICKNAME: Final = 4  # letters
_MOODS: Final = word_set(
    """ready willing committed determined prepared opposed confident keen eager hopeful grateful
    reluctant unwilling adamant silent"""
)
_READY: Final = word_set("be stand remain")


def organisation(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """X Construction, X United, scholars of X University, X scientists, X have won, X is ready."""
    if mention.demonym:
        return None
    return (
        _named_so(syntax, mention, one)
        or _named_after(syntax, one)
        or _university(syntax, one)
        or _team(syntax, mention, one)
        or _minded(syntax, mention, one)
    )


def _named_so(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """X Construction, X United; X Scorchers below the headline, which may have but capitals."""
    word = syntax.word(one.last)
    if (
        not word
        or syntax.tag[one.last] not in _PROPER
        or syntax.head[one.root] < one.last
        or syntax.paragraph[one.last] != syntax.paragraph[one.root]
    ):
        return None
    if word == "united" and syntax.tag[one.last + 1 : one.last + 2] in (["NNP"], ["NNPS"]):
        return None  # names in a row: Syria United States
    if word in _FIRMS or word in _CLUBS or _is_a_nickname(syntax, mention, one):
        return Ruling("name", f"part of a name ending in '{word}'", True)
    return None


def _is_a_nickname(syntax: Syntax, mention: MentionFacts, one: Frame) -> bool:
    """Whether a town is followed by what its team calls itself: X Saints, X Hurricanes."""
    word = syntax.lower[one.last]
    single = word.removesuffix("s")
    return (
        syntax.head[one.root] == one.last
        and mention.precision == "city"
        and one.first >= syntax.headline_end
        and syntax.war_words < _AT_WAR
        and word != single
        and len(word) >= _SHORTEST_NICKNAME
        and not (kind_of(word) or kind_of(single))
        and single not in NOUN_CLASS
        and (one.last + 1 == len(syntax.tag) or syntax.tag[one.last + 1] not in _PROPER)
    )


def _named_after(syntax: Syntax, one: Frame) -> Ruling | None:
    """The Bank of X, the Royal College of X, the Tour de X; not the west bank of X."""
    of, body = one.first - 1, one.first - 2
    if of < 1 or syntax.lower[of] not in ("of", "de") or syntax.lower[body] not in _BODIES:
        return None
    banks = syntax.word(body - 1) in ("west", "east", "left", "right", "south", "north")
    if syntax.tag[body] not in _PROPER or banks:
        return None
    return Ruling("name", f"part of a name with '{syntax.lower[body]}'", True)


def _university(syntax: Syntax, one: Frame) -> Ruling | None:
    """X University owns land, a study at X University; not the students killed at it."""
    above = one.governor
    if syntax.lower[one.last - 1] not in _ACADEMIC or one.last - one.first < 2 or above < 0:
        return None
    if one.relation == "in" and one.preposition in ("at", "from", "of", "by"):
        studied = syntax.lemma[above] in _SCHOLARS
        return (
            Ruling("name", f"'{syntax.lower[above]} {one.preposition}'", True) if studied else None
        )
    acts = one.relation == "nsubj" and syntax.pos[above] == "VERB"
    return Ruling("name", f"subject of '{syntax.lower[above]}'", True) if acts else None


def _team(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """X scientists, the X striker, X have won: only a team has the plural, in British papers."""
    above = one.governor
    if above < 0 or mention.precision not in _PARTS:
        return None
    lemma = syntax.lemma[above]
    if one.relation in MODIFIERS and (lemma in _STUDYING or lemma in _PLAYERS):
        return Ruling("actor", f"modifier of '{syntax.lower[above]}'", not one.wraps)
    if syntax.pos[above] not in VERBS:
        return None
    if one.relation in ("nsubj", "dobj") and _plays(syntax, one, lemma):
        return Ruling("actor", f"plays: '{syntax.lower[above]}'", True)
    if one.relation != "nsubj" or one.anchor != one.root:
        return None
    if lemma in _MATCHES and syntax.tag[above] != "VBN":
        return Ruling("actor", f"subject of '{syntax.lower[above]}'", True)
    alone = not {"cc", "conj"} & syntax.below.get(one.root, set())
    plural = syntax.tag[above] == "VBP" or any(
        syntax.tag[token] == "VBP" and syntax.head[token] == above and syntax.dep[token] == "aux"
        for token in range(one.last, above)
    )
    plural |= syntax.lower[above] == "were"
    if syntax.word(one.first - 1) == "," and syntax.tag[one.first - 2] in _PROPER:
        return None  # "pupils in Visby, Gotland have fallen ill"
    if alone and plural and not kind_of(syntax.lower[one.last - 1]):
        return Ruling("actor", f"subject of '{syntax.lower[above]}' in the plural", True)
    return None


def _plays(syntax: Syntax, one: Frame, lemma: str) -> bool:
    """Whether a team by the name of its town, alone or in a list, plays another one."""
    if "geo" in one.wraps or "poss" in one.wraps or lemma not in _PLAYING | _MATCHES:
        return False
    return len(_SPORT.intersection(syntax.lower)) >= _MANY


def _minded(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """X is ready to work with Y: so speak ministries."""
    above = one.governor
    if one.relation != "nsubj" or above < 0 or syntax.lemma[above] not in _READY:
        return None
    if mention.precision != "country" and not mention.capital:
        return None
    _, end = syntax.sentence_of(above)
    for token in range(above + 1, min(end, above + 4)):
        if syntax.head[token] == above and syntax.lower[token] in _MOODS:
            reason = f"subject of '{syntax.lower[above]} {syntax.lower[token]}'"
            return Ruling("actor", reason, True)
    return None
