"""A rule for where goods come from or go, and where ships and firms are registered."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import MODIFIERS, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["goods"]

_MADE: Final = word_set("make manufacture assemble produce")
_NO_GOODS: Final = ("attack", "talks", "words", "treaty", "government", "people", "expert")
_DEEDS: Final = word_set(
    """arrest gain progress effort headway advance claim decision attempt mistake profit inroad
    visit call threat choice change appearance"""
)
"""What is made in a place without being a thing."""
_SOLD: Final = word_set("export ship")
_BOUGHT: Final = word_set("import buy")
_REGISTERED: Final = word_set("register incorporate")
_PRODUCTS: Final = word_set("product beer wine cheese")
_COMMODITIES: Final = word_set(
    """produce lumber timber steel wheat grain rice barley maize coal coffee tea cotton beef lamb
    pork"""
)
"""What goes by the land that it is from: U.S. steel, a glut of X wheat."""
_PARTS: Final = word_set("half most many some all one they them")
_OWNERS: Final = word_set(
    """company firm subsidiary fund bank airline carrier shipowner insurer ship boat
    vessel tanker freighter trawler aircraft plane jet"""
)
"""What is entered in the register of a land where it may never be."""


def goods(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X's products, shells made in X, grain exported to X, imports from X, a firm registered in X.

    Not arrests made in X; not the new cases registered in X.
    """
    above = frame.governor
    if mention.demonym or above < 0:
        return None
    lemma, word = syntax.lemma[above], syntax.lower[above]
    if (
        frame.relation in (*MODIFIERS, "poss")
        and lemma in _PRODUCTS
        and syntax.pos[above] == "NOUN"
    ):
        return Ruling("background", f"where '{word}' come from")
    raw = lemma in _COMMODITIES and syntax.pos[above] == "NOUN" and mention.precision == "country"
    if raw and frame.relation in MODIFIERS and not frame.wraps:
        return Ruling("background", f"modifier of '{word}'")
    if frame.relation != "in":
        return None
    ruling = Ruling("background", f"'{word} {frame.preposition}'")
    if frame.preposition in ("in", "at"):
        made = lemma in _MADE and _is_thing(syntax, _undergoing(syntax, above))
        return ruling if made or (lemma in _REGISTERED and _is_owner(syntax, above)) else None
    if frame.preposition == "to" and lemma in _SOLD:
        verb = syntax.pos[above] == "VERB"
        return ruling if verb or lemma == "export" else None
    if frame.preposition == "from" and lemma in _BOUGHT:
        return ruling
    if frame.preposition == "of" and lemma == "flag" and _is_flown(syntax, above):
        return Ruling("background", f"'{word} of', of a ship")
    return None


def _undergoing(syntax: Syntax, verb: int) -> int:
    """What a participle tells of: *shells* made in X, *shells* were made in X; else -1."""
    if syntax.tag[verb] != "VBN":
        return -1
    if syntax.dep[verb] == "acl":
        return syntax.head[verb]
    return syntax.subject.get(verb, -1) if "auxpass" in syntax.below[verb] else -1


def _is_owner(syntax: Syntax, registered: int) -> bool:
    """Whether firms or ships are registered: 48 *ships*, half of *them* registered in X."""
    noun = _undergoing(syntax, registered)
    part = syntax.subject.get(registered, -1) if noun < 0 else noun  # or so the parser takes it
    if part >= 0 and syntax.lemma[part] in _PARTS and registered not in syntax.object:
        begin, _ = syntax.sentence_of(noun)
        return any(syntax.lemma[token] in _OWNERS for token in range(begin, part))
    return noun >= 0 and syntax.lemma[noun] in _OWNERS


def _is_thing(syntax: Syntax, noun: int) -> bool:
    return (
        noun >= 0
        and syntax.pos[noun] in ("NOUN", "PROPN")
        and syntax.lemma[noun] not in _DEEDS
        and NOUN_CLASS.get(syntax.lemma[noun]) not in _NO_GOODS
    )


def _is_flown(syntax: Syntax, flag: int) -> bool:
    """Whether a ship sails *under* the flag of X or *flies* it; nobody burns it."""
    above = syntax.head[flag]
    return syntax.lower[above] == "under" or syntax.lemma[above] == "fly"
