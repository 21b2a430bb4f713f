"""Rules for places in the names of firms, offices, universities and clubs.

"Phoenix Construction won", "the Narva Harbour Authority", "a study at Harvard University": nothing
is said to happen at the place.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS, VERB_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import PROPER, Syntax
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
    "bank banque university college institute museum diocese archdiocese tour stade ballet opera"
)
_OFFICES: Final = word_set("department authority administration bureau patrol corporation")
"""With which the name of an office ends, behind what it is charged with: the X Port Authority."""
_LONGEST_OFFICE: Final = 5  # tokens after the place: Food and Drug Administration
_ACADEMIC: Final = word_set("university college institute polytechnic academy")
_SCHOLARS: Final = word_set(
    """researcher scientist academic scholar economist professor lecturer historian sociologist
    epidemiologist virologist seismologist graduate alumnus dropout fellow dean rector study paper
    research analyst expert"""
)
_AT_WAR: Final = 4
"""Distinct words of war in an article from which on it tells of no teams: where marks are lost,
"Aleppo Syrias largest city" looks like one."""
_SHORTEST_NICKNAME: Final = 4  # letters
_MOODS: Final = word_set(
    """ready willing committed determined prepared opposed confident keen eager hopeful grateful
    reluctant unwilling adamant silent"""
)
_READY: Final = word_set("be stand remain")
_LIKELY: Final = word_set("likely unlikely")
_DEEDS: Final = ("speech", "stance", "policy", "talks")
"""What is likely only of those who rule: X is unlikely to yield; not X is likely to fall."""
_OWN_MINDS: Final = word_set("goal plan claim interest ambition policy leverage intention duty")
_GIVING_IN: Final = word_set("yield concede relent budge")
_UNDERGOING: Final = word_set("lose face remain need see suffer become win")


def organisation(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X Construction, X United, the X Port Authority, scholars of X University, X is ready."""
    if mention.demonym:
        return None
    return (
        _named_so(syntax, mention, frame)
        or _office(syntax, frame)
        or _named_after(syntax, frame)
        or _university(syntax, frame)
        or _minded(syntax, mention, frame)
    )


def _named_so(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X Construction, X United; X Scorchers below the headline, which may have but capitals."""
    word = syntax.word(frame.last)
    if (
        not word
        or syntax.tag[frame.last] not in PROPER
        or syntax.head[frame.root] < frame.last
        or syntax.paragraph[frame.last] != syntax.paragraph[frame.root]
    ):
        return None
    if word == "united" and syntax.tag[frame.last + 1 : frame.last + 2] in (["NNP"], ["NNPS"]):
        return None  # names in a row: Syria United States
    if word in _FIRMS or word in _CLUBS or _is_a_nickname(syntax, mention, frame):
        return Ruling("name", f"part of a name ending in '{word}'")
    return None


def _office(syntax: Syntax, frame: Frame) -> Ruling | None:
    """The X Police Department, the X Port Authority; not X Department, which may be a land."""
    end = min(len(syntax.lower), frame.last + _LONGEST_OFFICE)
    for token in range(frame.last, end):
        if syntax.paragraph[token] != syntax.paragraph[frame.root]:
            return None
        charged = token > frame.last or kind_of(syntax.lower[frame.last - 1]) == "water"
        if charged and syntax.lower[token] in _OFFICES and syntax.tag[token] in PROPER:
            return Ruling("name", f"part of a name ending in '{syntax.lower[token]}'")
        joins = token > frame.last and syntax.lower[token] in ("and", "&")
        if syntax.tag[token] not in PROPER and not joins:
            return None
    return None


def _is_a_nickname(syntax: Syntax, mention: MentionFacts, frame: Frame) -> bool:
    """Whether a town is followed by what its team calls itself: X Saints, X Hurricanes."""
    word = syntax.lower[frame.last]
    single = word.removesuffix("s")
    return (
        syntax.head[frame.root] == frame.last
        and mention.precision == "city"
        and frame.first >= syntax.headline_end
        and syntax.war_words < _AT_WAR
        and word != single
        and len(word) >= _SHORTEST_NICKNAME
        and not (kind_of(word) or kind_of(single))
        and single not in NOUN_CLASS
        and single not in VERB_CLASS  # X Kills 16, in a headline
        and (frame.last + 1 == len(syntax.tag) or syntax.tag[frame.last + 1] not in PROPER)
    )


def _named_after(syntax: Syntax, frame: Frame) -> Ruling | None:
    """The Bank of X, the Royal College of X, the Tour de X; not the west bank of X."""
    of, body = frame.first - 1, frame.first - 2
    if of < 1 or syntax.lower[of] not in ("of", "de") or syntax.lower[body] not in _BODIES:
        return None
    banks = syntax.word(body - 1) in ("west", "east", "left", "right", "south", "north")
    if syntax.tag[body] not in PROPER or banks:
        return None
    return Ruling("name", f"part of a name with '{syntax.lower[body]}'")


def _university(syntax: Syntax, frame: Frame) -> Ruling | None:
    """X University owns land, a study at X University; not the students killed at it."""
    above = frame.governor
    if syntax.lower[frame.last - 1] not in _ACADEMIC or frame.last - frame.first < 2 or above < 0:
        return None
    if frame.relation == "in" and frame.preposition in ("at", "from", "of", "by"):
        studied = syntax.lemma[above] in _SCHOLARS
        return Ruling("name", f"'{syntax.lower[above]} {frame.preposition}'") if studied else None
    acts = frame.relation == "nsubj" and syntax.pos[above] == "VERB"
    return Ruling("name", f"subject of '{syntax.lower[above]}'") if acts else None


def _minded(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X is ready to work with Y, X has to choose, X has a plan: so speak ministries."""
    above = frame.governor
    if frame.relation != "nsubj" or above < 0 or not mention.precision:
        return None
    if syntax.lemma[above] == "have" and _minds(syntax, above):
        return Ruling("actor", f"subject of '{syntax.lower[above]}', what one means to do")
    if syntax.lemma[above] not in _READY:
        return None
    if not mention.governs:
        return None
    _, end = syntax.sentence_of(above)
    for token in range(above + 1, min(end, above + 4)):
        minded = syntax.lower[token] in _MOODS or _likely_to_act(syntax, token)
        if syntax.head[token] == above and minded:
            reason = f"subject of '{syntax.lower[above]} {syntax.lower[token]}'"
            return Ruling("actor", reason)
    return None


def _minds(syntax: Syntax, have: int) -> bool:
    """Whether somebody *has to* do what is done by decree, or *has* goals or plans."""
    if syntax.lemma[syntax.object.get(have, have)] in _OWN_MINDS:
        return True
    return any(
        syntax.head[deed] == have
        and syntax.dep[deed] == "xcomp"
        and syntax.tag[deed] == "VB"
        and syntax.lemma[deed] not in _UNDERGOING
        for deed in range(have + 1, syntax.sentence_of(have)[1])
    )


def _likely_to_act(syntax: Syntax, mood: int) -> bool:
    """Whether somebody is *likely* to do what is done by word or decree."""
    _, end = syntax.sentence_of(mood)
    return syntax.lower[mood] in _LIKELY and any(
        syntax.head[deed] == mood
        and syntax.dep[deed] == "xcomp"
        and (VERB_CLASS.get(syntax.lemma[deed]) in _DEEDS or syntax.lemma[deed] in _GIVING_IN)
        and syntax.lemma[deed] not in _UNDERGOING
        for deed in range(mood + 1, end)
    )
