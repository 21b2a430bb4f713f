"""Rules for places that stand for the power that rules there: pro-X media, seized from X.

What is taken from a country, or what comes from it in words alone, is its government's.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS, VERB_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.speakers import speaking_chain
from dateline.geoparsing.roles.syntax import PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["power"]

_SIDES: Final = ("pro", "anti")
_TAKEN: Final = word_set("capture recapture seize annex wrest conquer retake liberate regain")
_LEAVING: Final = word_set("independence secession independent")
_YIELDING: Final = word_set("surrender capitulation capitulate")
_OF_WORDS: Final = word_set("condemnation criticism pressure praise backing permission approval")
_LANDS: Final = ("GPE", "LOC", "FAC")
_LANDFORMS: Final = word_set("height plateau rock strip peninsula isthmus archipelago")
_OWN_MINDS: Final = word_set(
    """stance stand line position strategy approach decision response reply demand request ambition
    ambassador ally rival enemy counterpart"""
)
"""What only those who rule have: X's traditional line, X's ambassador."""
_RULERS: Final = word_set("government regime junta leadership administration")
_URGING: Final = word_set(
    """push urge press force require order persuade pressure compel encourage ask beg oblige
    pressurise pressurize"""
)
"""What is done to those who rule a place, that they do something: X is urged to yield."""
_HEADS: Final = word_set("mayor governor premier president king queen prince sultan emir")
_NO_LONGER: Final = word_set("former ex then late")
_CALLED: Final = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",)}
"""What is said to those who rule a place, that they do something: they call on X to yield."""
_UNIONS: Final = (("eu",), ("e.u.",), ("european", "union"))
_WITHIN: Final = word_set("in within inside outside across throughout into around")
"""Where a union of states is only the land of its members."""
_ASKED: Final = 12  # tokens from who is called on to what is asked
_TITLED: Final = 4  # tokens from who heads a place to its name: governor of the northern X
_REST: Final = word_set("rest part most half")
_ENTERING: Final = word_set("enter reach leave cross")


def power(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Pro-X media, a town seized from X, independence from X, X's surrender, criticism from X."""
    if mention.demonym:
        return None
    side = syntax.word(frame.first - 2)
    if side in _SIDES and syntax.word(frame.first - 1) in ("-", "‑", "–"):
        return Ruling("actor", f"after '{side}-'")
    if _is_union(syntax, frame) and not _is_land_of_members(syntax, frame):
        return Ruling("actor", "a union of states")
    above = frame.governor
    if called := _is_called_on(syntax, frame) if mention.governs else "":
        return Ruling("actor", called)
    if head := _headed(syntax, frame):
        return Ruling("actor", f"'{head} of'")
    if mention.governs and frame.relation in ("dobj", "nsubj") and _is_urged(syntax, frame):
        return Ruling("actor", "urged to do something")
    if above >= 0 and mention.governs and frame.relation == "poss" and not frame.wraps:
        minded = syntax.lemma[above] in _OWN_MINDS
        return Ruling("actor", f"possessor of '{syntax.lower[above]}'") if minded else None
    if frame.relation != "in" or above < 0 or not mention.governs:
        return None
    rulers = syntax.head[frame.anchor] - 1  # the parser may hang "in X" elsewhere
    if frame.preposition == "in" and mention.capital and _rules_from_there(syntax, rulers):
        return Ruling("actor", f"'{syntax.lower[rulers]} in'")
    if frame.preposition == "from":
        beside = syntax.head[frame.anchor] - 1  # the parser may hang "from X" on the verb
        if beside >= 0 and syntax.lemma[beside] in _LEAVING | _OF_WORDS:
            return Ruling("actor", f"'{syntax.lower[beside]} from'")
        if taken := _is_taken(syntax, above):
            return Ruling("actor", f"'{taken} from'")
        return None
    if (
        frame.preposition == "to"
        and syntax.lemma[above] == "turn"
        and syntax.word(frame.last) == "for"
    ):
        return Ruling("actor", f"'{syntax.lower[above]} to … for'")
    if frame.preposition in ("to", "of") and syntax.lemma[above] in _YIELDING:
        sure = frame.preposition == "to" or mention.precision == "country"
        return Ruling("actor", f"'{syntax.lower[above]} {frame.preposition}'", sure)
    return None


def _is_union(syntax: Syntax, frame: Frame) -> bool:
    """Whether a name is that of a union of states: not that of the European Union Bank."""
    proper = frame.last < len(syntax.tag) and syntax.tag[frame.last] in PROPER
    return tuple(syntax.lower[frame.first : frame.last]) in _UNIONS and not proper


def _is_land_of_members(syntax: Syntax, frame: Frame) -> bool:
    """Whether it is what lies within a union: all *over* it, the *rest* of it, goods *enter* it."""
    over = frame.preposition == "over" and syntax.word(syntax.head[frame.anchor] - 1) == "all"
    lemma = syntax.lemma[frame.governor] if frame.governor >= 0 else ""
    rest = frame.preposition == "of" and lemma in _REST
    entered = frame.relation == "dobj" and lemma in _ENTERING
    return frame.preposition in _WITHIN or over or rest or entered


def _is_urged(syntax: Syntax, frame: Frame) -> bool:
    """Whether somebody presses X *to act*: they urge X to yield; it would require X to pay."""
    verb = frame.governor
    if verb < 0 or frame.wraps:
        return False
    if frame.relation == "nsubj":  # the parser may take X for the subject of what it is urged to do
        infinitive = syntax.tag[verb] == "VB" and "aux" in syntax.below[verb]
        return infinitive and syntax.lemma[syntax.head[verb]] in _URGING
    return syntax.lemma[verb] in _URGING and any(
        syntax.head[deed] == verb and syntax.dep[deed] == "xcomp" and syntax.tag[deed] == "VB"
        for deed in range(frame.last, syntax.sentence_of(verb)[1])
    )


def _is_called_on(syntax: Syntax, frame: Frame) -> str:
    """What asks a state to do something: they *call on* X *to act*, and on Y to let them."""
    above = frame.governor
    if frame.relation != "in" or above < 0:
        return ""
    if frame.preposition not in _CALLED.get(syntax.lemma[above], ()):
        return ""
    _, end = syntax.sentence_of(frame.root)
    asked = any(
        syntax.lower[token] == "to" and syntax.tag[token + 1] == "VB"
        for token in range(frame.last, min(end - 1, frame.last + _ASKED))
    )
    return f"'{syntax.lower[above]} {frame.preposition} … to'" if asked else ""


def _headed(syntax: Syntax, frame: Frame) -> str:
    """Who heads a place: *the governor of* X; not one who *was* mayor of X, nor a former one."""
    head = frame.governor
    if (
        frame.relation != "in"
        or frame.preposition != "of"
        or head < 0
        or frame.first - head > _TITLED
    ):
        return ""
    if syntax.lemma[head] not in _HEADS or syntax.tag[head] != "NN":
        return ""
    told = syntax.dep[head] in ("attr", "oprd") or syntax.word(head - 1) in _NO_LONGER
    named = syntax.tag[frame.first - 1] in PROPER  # the president of Education X
    return "" if told or named else syntax.lower[head]


def _rules_from_there(syntax: Syntax, rulers: int) -> bool:
    """Whether it is a *government* in a capital that acts, and does not only speak from there."""
    if rulers < 0 or syntax.lemma[rulers] not in _RULERS:
        return False
    _, verb = speaking_chain(syntax, rulers)
    return verb < 0 or VERB_CLASS.get(syntax.lemma[verb]) != "speech"


def _is_taken(syntax: Syntax, above: int) -> str:
    """What was done to a land that was another's: they *captured* the heights from X, and held it.

    The parser hangs "from X" on the verb or on the land.
    """
    verb = syntax.head[above] if syntax.dep[above] == "dobj" else above
    taken = syntax.object.get(verb, -1)
    if syntax.lemma[verb] not in _TAKEN or above not in (verb, taken):
        return ""
    it = syntax.word(taken) == "it" and syntax.lemma[verb] != "seize"  # which may be a cargo
    return syntax.lower[verb] if it or _is_land(syntax, taken) else ""


def _is_land(syntax: Syntax, token: int) -> bool:
    """Whether what is taken is a land: they seized *the island* from X, not weapons from X."""
    if token < 0:
        return False
    lemma = syntax.lemma[token]
    called = syntax.tag[token] == "NNP" and syntax.word(token - 1) == "the"  # the Golan
    place = syntax.entity[token] in _LANDS or NOUN_CLASS.get(lemma) == "place"
    return called or place or lemma in _LANDFORMS
