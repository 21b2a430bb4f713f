"""Blows that others are measured by: the worst since the attack on X, like the siege of X."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["PARALLEL_VERBS", "PARALLEL_WITH", "beside_a_blow", "superlative"]

PARALLEL_WITH: Final = word_set("parallel comparison similarity resemblance kinship")
PARALLEL_VERBS: Final = word_set("recall echo resemble evoke repeat relive mirror rival")
_BLOWS: Final = word_set(
    "that those attack bombing bomb massacre killing raid siege shelling blast explosion shooting "
    "battle murder slaughter execution assassination pogrom atrocity burning sack destruction"
)
"""What another blow is measured by: the deadliest since the bombings of X, it recalls that of X."""
_LIKENING: Final = word_set("since than like unlike")
_ADJECTIVES: Final = 3
"""Words that may stand between "similarities to" and the blow."""
_CLIMBED: Final = 3
"""Nouns from a place's own up to the blow: the attack on the *square* beside the *mosque* in X."""


def beside_a_blow(syntax: Syntax, frame: Frame) -> str:
    """What likens another blow to one that a place suffered, or nothing.

    "The worst since the attack on a station in X", "it recalls those of X", "like that on X".
    """
    before = syntax.head[frame.anchor] - 1
    if syntax.word(before) in ("that", "those") and syntax.word(before - 1) in _LIKENING:
        # The parser often hangs "at X" of "since that at X" on the verb.
        signal = _signal(syntax, before - 1)
        return f"'{signal} … {syntax.lower[before]} … {frame.preposition}'" if signal else ""
    if syntax.lemma[max(before, 0)] in _BLOWS and (likeness := _likeness(syntax, before)):
        return f"'{likeness} … {syntax.lower[before]} … {frame.preposition}'"
    blow = frame.governor
    opening = tuple(syntax.lower[max(0, blow - 3) : blow])  # "since" is no preposition there
    if opening == ("not", "since", "the") and syntax.lemma[blow] in _BLOWS:
        return f"'not since … {syntax.lower[blow]} {frame.preposition}'"
    for _ in range(_CLIMBED):
        link = syntax.head[blow]
        if syntax.lemma[blow] in _BLOWS:
            likened = syntax.dep[blow] == "dobj" and syntax.lemma[link] in PARALLEL_VERBS
            signal = syntax.lower[link] if likened else _signal(syntax, link)
            return f"'{signal} … {syntax.lower[blow]} … {frame.preposition}'" if signal else ""
        if syntax.dep[blow] != "pobj" or syntax.dep[link] != "prep":
            break
        blow = syntax.head[link]
    return ""


def _signal(syntax: Syntax, link: int) -> str:
    """The word that likens what follows a preposition: the deadliest of "since", "like" itself."""
    word = syntax.word(link)
    if word == "since":
        return superlative(syntax, link)
    return word if word in _LIKENING else ""


def _likeness(syntax: Syntax, blow: int) -> str:
    """The word that says to what a blow is compared: *similarities* to the recent murders.

    The words are read in a row, since the parser hangs "at X" on any of them.
    """
    begin, _ = syntax.sentence_of(blow)
    for token in range(blow - 1, max(begin, blow - _ADJECTIVES - 2), -1):
        if syntax.lower[token] in ("to", "with", "between"):
            noun = max(begin, token - 1)
            return syntax.lower[noun] if syntax.lemma[noun] in PARALLEL_WITH else ""
    return ""


def superlative(syntax: Syntax, end: int) -> str:
    """The superlative before a token, which "since X" measures: the *deadliest* siege since X."""
    begin, _ = syntax.sentence_of(end)
    for token in range(max(begin, end - 8), end):
        if syntax.tag[token] in ("JJS", "RBS"):
            return syntax.lower[token]
    return ""
