"""Rules for places of whose troubles it is told: the situation in X, the X floods, X civilians."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import MODIFIERS, Frame, MentionFacts, Ruling
from dateline.geoparsing.roles.rules.history import history
from dateline.geoparsing.roles.syntax import Syntax
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


def troubled(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """The situation in X, policy on X, X's war, X civilians, the X earthquake, displaced from X.

    Not X's war in Y, nor who fled from X as one born there.
    """
    above = one.governor
    if above < 0 or not mention.precision:
        return None
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if one.relation == "in" and one.preposition == "from":
        driven = word if lemma in _DRIVEN else _driven_before(syntax, above)
        if driven:
            return Ruling(
                "event", f"'{driven} … from'" if driven != word else f"'{word} from'", True
            )
    if _called(syntax, one):
        return Ruling("event", "'known as'", True)
    if lemma in _ONSETS and one.relation == "in" and _attacked(syntax, mention, one):
        return Ruling("event", f"'{word} {one.preposition}'", True)
    disaster = lemma in _DISASTERS and syntax.word(above + 1) != "of" and not mention.demonym
    if one.relation in MODIFIERS and disaster:
        return Ruling("event", f"modifier of '{word}'", True)
    if one.relation == "in" and one.preposition in _BESIDE and _sheltered(syntax, one):
        return Ruling("event", f"'{word} {one.preposition}', where people shelter", True)
    if one.relation == "nsubj" and lemma in _ENDURING:
        below = mention.precision != "country" and not mention.capital
        return Ruling("event", f"subject of '{word}'", True) if below else None
    if one.relation == "nsubj" and lemma == "hold":
        polls = syntax.lemma[syntax.object.get(above, above)] in _POLLS and not mention.demonym
        return Ruling("event", f"subject of '{word}', of a poll", True) if polls else None
    if one.relation == "nsubj" and lemma == "have":
        had = syntax.lemma[syntax.object.get(above, above)] in _COUNTED | _FALLEN
        return Ruling("event", f"subject of '{word}'", True) if had else None
    if syntax.pos[above] != "NOUN":
        return None
    if one.relation == "poss" and lemma in _COUNTED:
        return Ruling("event", f"possessor of '{word}'", True)
    if one.relation == "in" and one.preposition in ("in", "of") and lemma in _CIRCUMSTANCES:
        return Ruling("event", f"'{word} {one.preposition}'", True)
    ongoing = lemma in _ONGOING and one.preposition == "in" and one.relation == "in"
    if ongoing and not mention.demonym and not history(syntax, mention, one):
        return Ruling("event", f"'{word} in'", True)
    if one.relation == "in" and one.preposition in ("for", "to") and lemma in _AID:
        needy = not mention.demonym
        return Ruling("event", f"'{word} {one.preposition}'", True) if needy else None
    martial = lemma == "law" and syntax.word(above - 1) == "martial"
    if one.preposition in ("in", "on", "for") and (martial or lemma in _EMERGENCIES):
        return Ruling("event", f"'{word} {one.preposition}'", True)
    if one.preposition == "on" and lemma in _TOPICAL:
        return Ruling("event", f"'{word} on'", True)
    if one.relation == "poss" and lemma in _TROUBLES:
        return Ruling("event", f"possessor of '{word}'", syntax.word(above + 1) not in _WAGED)
    if one.relation in MODIFIERS and lemma == "civilian":
        return Ruling("event", f"modifier of '{word}'", True)
    return None


def _driven_before(syntax: Syntax, part: int) -> str:
    """What befell the people of whom a part is *from X*: 90 were displaced, most of them from X."""
    if syntax.lemma[part] not in _PARTS:
        return ""
    begin, _ = syntax.sentence_of(part)
    return next((syntax.lower[t] for t in range(begin, part) if syntax.lemma[t] in _DRIVEN), "")


def _called(syntax: Syntax, one: Frame) -> bool:
    """Whether X is what a place is *known as* of which it is told: a suburb known as X was hit."""
    known = one.governor
    return (
        (one.relation, one.preposition) == ("in", "as")
        and syntax.lower[known] == "known"
        and syntax.dep[known] == "acl"
        and syntax.pos[syntax.head[known]] == "NOUN"
    )


def _attacked(syntax: Syntax, mention: MentionFacts, one: Frame) -> bool:
    """Whether an attack *on* X is news, and not one that goes by its date: the 11 May attacks."""
    before = syntax.lower[max(0, one.governor - _DATE_BEFORE) : one.governor]
    dated = any(word.isdigit() for word in before)
    fresh = not (mention.demonym or dated or history(syntax, mention, one))
    return fresh and one.preposition in ("on", "against")


def _sheltered(syntax: Syntax, one: Frame) -> bool:
    """Whether the homeless stay in what is no house: families *live in schools* in X."""
    if syntax.lemma[one.governor] not in _MAKESHIFT or one.verb < 0:
        return False
    subject = syntax.subject.get(one.verb, -1)
    return (
        syntax.lemma[one.verb] in _SHELTERING
        and subject >= 0
        and syntax.lemma[subject] in _HOMELESS
    )
