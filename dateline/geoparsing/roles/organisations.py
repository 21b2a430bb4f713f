"""Rules for places in the names of firms, universities and clubs, and for clubs called by a town.

"Phoenix Construction won", "a study at Harvard University", "Leeds have signed": nothing is said to
happen at the place.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import MODIFIERS, Frame, MentionFacts, Ruling
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
_PARTS: Final = ("city", "district", "neighbourhood")
_MOODS: Final = word_set(
    """ready willing committed determined prepared opposed confident keen eager hopeful grateful
    reluctant unwilling adamant"""
)
_READY: Final = word_set("be stand remain")


def organisation(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """X Construction, X United, scholars of X University, X scientists, X have won, X is ready."""
    if mention.demonym:
        return None
    return (
        _named_so(syntax, one)
        or _university(syntax, one)
        or _team(syntax, mention, one)
        or _minded(syntax, mention, one)
    )


def _named_so(syntax: Syntax, one: Frame) -> Ruling | None:
    word = syntax.word(one.last)
    if word not in _FIRMS and word not in _CLUBS:
        return None
    joined = syntax.tag[one.last] in ("NNP", "NNPS") and syntax.head[one.root] >= one.last
    same = syntax.paragraph[one.last] == syntax.paragraph[one.root]
    return Ruling("name", f"part of a name ending in '{word}'", True) if joined and same else None


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
    if one.relation != "nsubj" or one.anchor != one.root or syntax.pos[above] != "VERB":
        return None
    if lemma in _MATCHES and syntax.tag[above] != "VBN":
        return Ruling("actor", f"subject of '{syntax.lower[above]}'", True)
    alone = not {"cc", "conj"} & syntax.below.get(one.root, set())
    plural = syntax.tag[above] == "VBP" or any(
        syntax.tag[token] == "VBP" and syntax.head[token] == above and syntax.dep[token] == "aux"
        for token in range(one.last, above)
    )
    if alone and plural and not kind_of(syntax.lower[one.last - 1]):
        return Ruling("actor", f"subject of '{syntax.lower[above]}' in the plural", True)
    return None


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
