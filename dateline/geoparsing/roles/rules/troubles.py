"""Rules for places of whose troubles it is told: the situation in X, the X floods, X civilians."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.history import history
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import MODIFIERS, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["troubled"]

_CIRCUMSTANCES: Final = word_set(
    "situation future fate siege truce ceasefire fighting violence unrest bloodshed"
)
"""What is told of a place when it is told how things stand there."""
_ONGOING: Final = word_set("conflict campaign protest demonstration rally protester demonstrator")
_AID: Final = word_set("aid assistance")
"""What reaches a place in need."""
_TROUBLES: Final = word_set("war conflict crisis ordeal plight")
_TOPICAL: Final = word_set(
    """policy report debate resolution conference documentary book meeting session summit talk
    negotiation"""
)
_EMERGENCIES: Final = word_set("curfew emergency")
_WAGED: Final = word_set("in on against with over")
_ENDURING: Final = word_set("endure experience suffer witness")
_COUNTED: Final = word_set("case outbreak")
"""What a place has of a disease: X's first case, its outbreak."""
_POLLS: Final = word_set("election referendum poll runoff vote")
"""What a place holds within it: X will hold elections in May."""
_FALLEN: Final = word_set("death infection fatality")
_DRIVEN: Final = word_set("displace flee evacuate uproot expel")
_PARTS: Final = word_set("most many half some majority third")
_BESIDE: Final = word_set("in at near outside around")
_ONSETS: Final = word_set(
    "attack aggression assault offensive strike raid invasion airstrike bombardment"
)
"""What befalls a place that they are *on* or *against*, whoever condemns them."""
_DATE_BEFORE: Final = 4  # tokens: the September 11 , 2001 , attacks
_MAKESHIFT: Final = word_set("tent school mosque church camp stadium shelter barn")
_SHELTERING: Final = word_set("live sleep shelter camp stay")
_HOMELESS: Final = word_set(
    """they people family thousand hundred refugee survivor villager migrant resident evacuee other
    most many who civilian"""
)
"""Who, staying in tents or schools, was driven there."""
_DISASTERS: Final = word_set(
    """earthquake quake flood tsunami hurricane cyclone typhoon famine drought landslide mudslide
    wildfire eruption avalanche"""
)


def troubled(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The situation in X, policy on X, X's war, X civilians, the X earthquake, displaced from X.

    Not X's war in Y, nor who fled from X as one born there.
    """
    above = frame.governor
    if above < 0 or not mention.precision:
        return None
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if frame.relation == "nsubj":
        return _undergoes(syntax, mention, above)
    if frame.relation == "in":
        told = _befallen(syntax, mention, frame) or _subject_matter(syntax, mention, frame)
        return Ruling("event", told) if told else None
    if frame.relation in MODIFIERS:
        disaster = lemma in _DISASTERS and syntax.word(above + 1) != "of" and not mention.demonym
        civilian = lemma == "civilian" and syntax.pos[above] == "NOUN"
        return Ruling("event", f"modifier of '{word}'") if disaster or civilian else None
    if frame.relation == "poss" and syntax.pos[above] == "NOUN":
        if lemma in _COUNTED:
            return Ruling("event", f"possessor of '{word}'")
        if lemma in _TROUBLES:
            return Ruling("event", f"possessor of '{word}'", syntax.word(above + 1) not in _WAGED)
    return None


def _undergoes(syntax: Syntax, mention: MentionFacts, verb: int) -> Ruling | None:
    """X suffered, X will hold elections, X has had its first case."""
    word, lemma = syntax.lower[verb], syntax.lemma[verb]
    what = syntax.lemma[syntax.object.get(verb, verb)]
    if lemma in _ENDURING:
        return None if mention.governs else Ruling("event", f"subject of '{word}'")
    if lemma == "hold" and what in _POLLS and not mention.demonym:
        return Ruling("event", f"subject of '{word}', of a poll")
    if lemma == "have" and what in _COUNTED | _FALLEN:
        return Ruling("event", f"subject of '{word}'")
    return None


def _befallen(syntax: Syntax, mention: MentionFacts, frame: Frame) -> str:
    """What is done to a place and its people: driven from X, an attack on X, they shelter in X."""
    above = frame.governor
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if frame.preposition == "from":
        if lemma in _DRIVEN:
            return f"'{word} from'"
        if driven := _driven_before(syntax, above):
            return f"'{driven} … from'"
    if _called(syntax, frame):
        return "'known as'"
    if lemma in _ONSETS and _attacked(syntax, mention, frame):
        return f"'{word} {frame.preposition}'"
    if frame.preposition in _BESIDE and _sheltered(syntax, frame):
        return f"'{word} {frame.preposition}', where people shelter"
    return ""


def _subject_matter(syntax: Syntax, mention: MentionFacts, frame: Frame) -> str:
    """What is told of how things stand there: the situation in X, aid for X, a report on X."""
    above, preposition = frame.governor, frame.preposition
    if syntax.pos[above] != "NOUN":
        return ""
    word, lemma = syntax.lower[above], syntax.lemma[above]
    martial = lemma == "law" and syntax.word(above - 1) == "martial"
    told = (
        (preposition in ("in", "of") and lemma in _CIRCUMSTANCES)
        or (
            preposition == "in"
            and lemma in _ONGOING
            and not mention.demonym
            and not history(syntax, mention, frame)
        )
        or (preposition in ("for", "to") and lemma in _AID and not mention.demonym)
        or (preposition in ("in", "on", "for") and (martial or lemma in _EMERGENCIES))
        or (preposition == "on" and lemma in _TOPICAL)
    )
    return f"'{word} {preposition}'" if told else ""


def _driven_before(syntax: Syntax, part: int) -> str:
    """What befell the people of whom a part is *from X*: 90 were displaced, most of them from X."""
    if syntax.lemma[part] not in _PARTS:
        return ""
    begin, _ = syntax.sentence_of(part)
    return next((syntax.lower[t] for t in range(begin, part) if syntax.lemma[t] in _DRIVEN), "")


def _called(syntax: Syntax, frame: Frame) -> bool:
    """Whether X is what a place is *known as* of which it is told: a suburb known as X was hit."""
    known = frame.governor
    return (
        (frame.relation, frame.preposition) == ("in", "as")
        and syntax.lower[known] == "known"
        and syntax.dep[known] == "acl"
        and syntax.pos[syntax.head[known]] == "NOUN"
    )


def _attacked(syntax: Syntax, mention: MentionFacts, frame: Frame) -> bool:
    """Whether an attack *on* X is news, and not one that goes by its date: the 11 May attacks."""
    before = syntax.lower[max(0, frame.governor - _DATE_BEFORE) : frame.governor]
    dated = any(word.isdigit() for word in before)
    fresh = not (mention.demonym or dated or history(syntax, mention, frame))
    return fresh and frame.preposition in ("on", "against")


def _sheltered(syntax: Syntax, frame: Frame) -> bool:
    """Whether the homeless stay in what is no house: families *live in schools* in X."""
    if syntax.lemma[frame.governor] not in _MAKESHIFT or frame.verb < 0:
        return False
    subject = syntax.subject.get(frame.verb, -1)
    return (
        syntax.lemma[frame.verb] in _SHELTERING
        and subject >= 0
        and syntax.lemma[subject] in _HOMELESS
    )
