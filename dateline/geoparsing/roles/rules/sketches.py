"""A rule for the sketch of a land by who explains it: X covers n square km, lies n km from Y.

Nothing happens there in such a sentence; it only says what the place is like.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["sketch"]

_LYING: Final = word_set("lie locate situate be sit")
_ANYBODY: Final = ("be", "sit")
"""What rebels do as well: they are 9 km from X."""
_UNITS: Final = word_set("km kilometer kilometre mile")
_MEASURING: Final = word_set("cover measure span")
_RULING: Final = word_set("rule govern colonise colonize found partition")
_LANDS: Final = ("GPE", "LOC", "FAC")
_TOLD: Final = ("ROOT", "ccomp", "conj")
"""A sentence of its own; "a village located 4 km from X" is in one where something happens."""
_PAST: Final = ("was", "were")
_DISTANCE: Final = 6  # tokens from "lies" to the unit
_PLACED: Final = 8  # tokens from the unit to the place that it is measured from
_NEAR: Final = 8


def sketch(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X lies 9 km from Y, X covers n square km, X became independent, X was ruled by, known for."""
    verb = frame.verb
    if mention.demonym or not mention.precision or verb < 0 or syntax.quoted[frame.root]:
        return None
    if far := _far_from(syntax, frame):
        return Ruling("background", far)
    told = frame.relation in ("nsubj", "nsubjpass") and frame.governor == verb
    if not told or syntax.dep[verb] not in _TOLD:
        return None
    word, lemma = syntax.lower[verb], syntax.lemma[verb]
    _, end = syntax.sentence_of(verb)
    near = syntax.lower[verb + 1 : min(end, verb + _NEAR)]
    undergone = frame.relation == "nsubjpass" and "auxpass" in syntax.below[verb]
    if undergone and lemma in _RULING and syntax.word(verb - 1) in _PAST:
        return Ruling("background", f"was '{word}'")
    if undergone and lemma == "know" and near[:1] == ["for"]:
        return Ruling("background", "'known for'")
    if lemma == "become" and "independent" in near:
        return Ruling("background", f"'{word} independent'")
    if lemma in _MEASURING and "square" in near:
        return Ruling("background", f"'{word} … square'")
    return None


def _far_from(syntax: Syntax, frame: Frame) -> str:
    """How far one place is said to be from another: X *is located 9 km* north of Y."""
    verb = frame.verb
    if syntax.lemma[verb] not in _LYING or syntax.dep[verb] not in _TOLD:
        return ""
    _, end = syntax.sentence_of(verb)
    unit = next(
        (t for t in range(verb, min(end, verb + _DISTANCE)) if syntax.lemma[t] in _UNITS), -1
    )
    subject = frame.relation in ("nsubj", "nsubjpass") and frame.governor == verb
    measured = unit < frame.first < unit + _PLACED and frame.relation not in ("nsubj", "nsubjpass")
    lying = syntax.subject.get(verb, -1)
    if unit < 0 or lying < 0 or not (subject or measured):
        return ""
    lies = subject or syntax.lemma[verb] not in _ANYBODY
    place = syntax.entity[lying] in _LANDS or NOUN_CLASS.get(syntax.lemma[lying]) == "place"
    if not (lies or place):
        return ""
    return f"'{syntax.lower[verb]} … {syntax.lower[unit]}'"
