"""A place that stands after a preposition because another is likened to it: the fate of X."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.blows import (
    PARALLEL_VERBS,
    PARALLEL_WITH,
    beside_a_blow,
    superlative,
)
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["SMALL", "likeness"]

SMALL: Final = ("city", "neighbourhood", "feature")
"""Precisions below a district: whole lands are seldom a byword for what happened there."""
_PARALLEL_NOUNS: Final = word_set(
    "repeat repetition replay rerun echo shade ghost spectre specter reminder version reminiscent "
    "parallel equivalent"
)
_PERHAPS_PARALLEL: Final = word_set("memory lesson image comparison fate horror picture")
_MEETING: Final = word_set("share suffer meet escape avoid fear follow face")
_REPEATING: Final = word_set("repeat avoid")
_FAULTS: Final = word_set("mistake error blunder failure tragedy nightmare horror chaos")
_SHARES: Final = word_set("third half quarter fifth tenth fraction percent cent multiple")
_MULTIPLES: Final = word_set("times twice double thrice")
_DID: Final = word_set("did had has have")
_REMINDING: Final = 3
"""Nouns from a place's own up to whom it reminds: scenes remind *many* of *those* of X."""


def likeness(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The fate of X, a parallel with X, unlike in X, the lessons of X.

    Args:
        syntax: The article.
        mention: What is known of the mention.
        frame: Its place in its sentence, after a preposition.
    """
    ruling = _named_so(syntax, mention, frame)
    if ruling is not None:
        return ruling
    if frame.preposition in ("like", "unlike", "than"):
        if _is_instance(syntax, frame):
            return None
        sure = frame.preposition != "than" or mention.precision != "country"
        return Ruling("comparison", f"after '{frame.preposition}'", sure)
    if frame.preposition == "since":
        ranked = superlative(syntax, frame.first)
        reason = f"'{ranked} … since'" if ranked else "after 'since'"
        return Ruling("comparison", reason, bool(ranked))
    likened = _likened(syntax, frame)
    return Ruling("comparison", likened) if likened else None


def _named_so(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """What governs the preposition says it: the *fate* of X, *parallels* with X, *learn* from X."""
    above, preposition = frame.governor, frame.preposition
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if preposition == "of" and lemma in _PARALLEL_NOUNS | _PERHAPS_PARALLEL:
        sure = lemma in _PARALLEL_NOUNS or (lemma == "fate" and _met(syntax, above))
        return Ruling("comparison", f"'{word} of'", sure)
    if preposition in ("with", "to") and lemma in PARALLEL_WITH:
        return Ruling("comparison", f"'{word} {preposition}'")
    if preposition in ("in", "at") and _as_before(syntax, frame):
        return Ruling("comparison", f"'as … {word} {preposition}'")
    if preposition in ("in", "at") and lemma == "one" and _resembling(syntax, above):
        return Ruling("comparison", f"'the one {syntax.word(frame.first - 1)}'")
    if (
        preposition in ("in", "at", "to")
        and lemma in ("happen", "do", "befall")
        and syntax.word(syntax.subject.get(above, -1)) == "what"
    ):
        return Ruling("comparison", f"'what {word} {preposition}'", False)
    if preposition in ("in", "at", "from", "of") and lemma in ("learn", "lesson"):
        told = preposition == "from" and mention.precision in SMALL
        sure = told and lemma == "learn" and not mention.capital
        return Ruling("comparison", f"'{word} {preposition}'", sure)
    return None


def _likened(syntax: Syntax, frame: Frame) -> str:
    """What likens something to what a place has or suffered, or nothing: twice *that* of X."""
    preposition = frame.preposition
    if repeated := _done_again(syntax, frame):
        return repeated
    if share := _measured(syntax, frame):
        return f"'{share} that {preposition}'"
    if blow := beside_a_blow(syntax, frame):
        return blow
    if preposition == "of" and _reminded(syntax, frame.governor):
        return "'remind … of'"
    if preposition in ("with", "to") and _likened_to(syntax, frame):
        return f"'{syntax.lower[frame.verb]} … {preposition}'"
    if preposition in ("in", "at", "of", "on") and _likened_blow(syntax, frame):
        return f"'{syntax.lower[frame.governor]} {preposition}', likened to"
    link = syntax.head[frame.anchor]  # in a list the preposition stands before the first name
    than, as_well = syntax.word(link - 1), syntax.word(link - 2) == "well"
    if preposition in ("in", "at") and than in ("as", "than") and not as_well:
        return f"after '{than} {preposition}'"
    return ""


def _met(syntax: Syntax, fate: int) -> bool:
    """Whether a fate is met by something else too: to share the fate of X."""
    return syntax.lemma[syntax.head[fate]] in _MEETING and syntax.dep[fate] == "dobj"


def _as_before(syntax: Syntax, frame: Frame) -> bool:
    """Whether something is done *as it was done* in X: it fled as it did in X, as they had in X."""
    verb = frame.governor
    return (
        syntax.lower[verb] in _DID
        and syntax.word(frame.first - 2) == syntax.lower[verb]
        and syntax.pos[verb - 1] == "PRON"
        and syntax.word(verb - 2) == "as"
    )


def _resembling(syntax: Syntax, token: int) -> bool:
    """Whether "the one" of "like the one in X" is what something is likened to."""
    above = syntax.head[token]
    return syntax.word(token - 1) == "the" and (
        syntax.lower[above] in ("like", "unlike", "than") or syntax.lemma[above] in PARALLEL_VERBS
    )


def _is_instance(syntax: Syntax, frame: Frame) -> bool:
    """Whether X is one of those spoken of (cities like X), or not chosen (rather than X)."""
    if frame.preposition == "than":
        return syntax.word(frame.first - 2) in ("rather", "farther", "further")
    return frame.preposition == "like" and syntax.tag[frame.governor] == "NNS"


def _done_again(syntax: Syntax, frame: Frame) -> str:
    """What is not to be done twice: to *repeat the mistakes* of X."""
    fault = frame.governor
    again = syntax.lemma[syntax.head[fault]] in _REPEATING and syntax.dep[fault] == "dobj"
    if again and frame.preposition in ("of", "in", "from") and syntax.lemma[fault] in _FAULTS:
        return f"'{syntax.lower[syntax.head[fault]]} … {syntax.lower[fault]} {frame.preposition}'"
    return ""


def _measured(syntax: Syntax, frame: Frame) -> str:
    """By what share or multiple a thing is measured: *a third of* that in X, *twice* that of X."""
    before = syntax.head[frame.anchor] - 1  # "in" and "of" hang on "that", or on what it is told of
    if syntax.word(before) != "that" or frame.preposition not in ("in", "of", "at"):
        return ""
    multiple, share = syntax.word(before - 1), syntax.word(before - 2)
    if multiple == "of" and share.removesuffix("s") in _SHARES:
        return f"{share} of"
    return multiple if multiple in _MULTIPLES else ""


def _reminded(syntax: Syntax, above: int) -> bool:
    """Whether one is reminded of a place or of what it had: scenes *remind* many of those of X."""
    for climbed in range(_REMINDING):
        link = syntax.head[above]
        if syntax.lemma[above] == "remind":
            return True
        whom = climbed or syntax.tag[above] == "NNP"
        if whom and syntax.dep[above] == "dobj" and syntax.lemma[link] == "remind":
            return True  # the parser may take "some of them" for whom it reminds
        if syntax.dep[above] != "pobj" or syntax.lower[link] != "of":
            return False
        above = syntax.head[link]
    return False


def _likened_to(syntax: Syntax, frame: Frame) -> bool:
    verb = frame.verb
    return (
        verb >= 0
        and syntax.lemma[verb] in ("compare", "liken")
        and frame.governor in (verb, syntax.object.get(verb))
    )


def _likened_blow(syntax: Syntax, frame: Frame) -> bool:
    """Whether it is X's to which a thing is likened: they compare it with *those in X*."""
    those = syntax.head[frame.anchor] - 1  # the parser may hang "in X" elsewhere
    return (
        syntax.word(those) in ("those", "that")
        and syntax.word(those - 1) in ("with", "to")
        and syntax.lemma[frame.verb] in ("compare", "liken")
    )
