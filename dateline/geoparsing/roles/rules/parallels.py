"""Rules for a place that is named only because another is likened to it."""

from __future__ import annotations

from itertools import pairwise
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
from dateline.geoparsing.roles.syntax import NOUNS, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["parallel"]

_PARALLEL_NOUNS: Final = word_set(
    "repeat repetition replay rerun echo shade ghost spectre specter reminder version reminiscent "
    "parallel equivalent"
)
_PERHAPS_PARALLEL: Final = word_set("memory lesson image comparison fate horror picture")
_ALWAYS_PARALLEL: Final = word_set("echo resemble evoke relive mirror")
_MEETING: Final = word_set("share suffer meet escape avoid fear follow face")
_REPEATING: Final = word_set("repeat avoid")
_FAULTS: Final = word_set("mistake error blunder failure tragedy nightmare horror chaos")
_SHARES: Final = word_set("third half quarter fifth tenth fraction percent cent multiple")
_MULTIPLES: Final = word_set("times twice double thrice")
_POINTING: Final = word_set("this it we that")
_MODELS: Final = word_set(
    "parallel comparison precedent analogy analogue equivalent yardstick model"
)
"""What a place is said to be that another is measured by: the better parallel is X."""
_DID: Final = word_set("did had has have")
_OURS: Final = word_set("our their my his her")
_ENDS: Final = frozenset({"on", "of", ".", ";", "?", "!", "”", '"', "’"})
"""What may follow a place that is one of a kind: a Beirut on the Adriatic; not a Beirut hotel."""
_AS_WHAT: Final = word_set("was were teaches taught")
"""What X was, what X teaches."""
_NICKNAMING: Final = word_set("nickname dub christen")
_NO_REGION: Final = ("city", "neighbourhood", "feature")
_CLIMBED: Final = 3
"""Nouns from a place's own up to the blow: the attack on the *square* beside the *mosque* in X."""


def parallel(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Another X, the X of the Alps, like X, worse than in X and Y, the deadliest since X."""
    if ruling := _introduced(syntax, mention, frame):
        return ruling
    if frame.governor < 0:
        return None
    if frame.relation == "in":
        return _after_a_preposition(syntax, mention, frame)
    return _of_a_verb(syntax, mention, frame) or _likened(syntax, mention, frame)


def _stands_alone(syntax: Syntax, frame: Frame) -> bool:
    """Whether no noun goes on from a name, and no hyphen: not a new X-backed force."""
    return frame.last >= len(syntax.lower) or (
        syntax.pos[frame.last] not in NOUNS and syntax.word(frame.last) not in ("-", "‑", "–")
    )


def _introduced(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Another X, a new X, not since X, not even in X, unlike X's, the X of the Alps."""
    before, second = syntax.word(frame.first - 1), syntax.word(frame.first - 2)
    fresh = before == "new" and second in ("a", "the", "become", "becoming", "turn")
    another = before in ("another", "next", "second") or fresh
    if another and _stands_alone(syntax, frame):
        return Ruling("comparison", f"after '{before}'")
    if before in ("a", "an") and mention.precision in _NO_REGION and _closes(syntax, frame.last):
        return Ruling("comparison", f"after '{before}'")
    if before == "since" and second == "not":
        return Ruling("comparison", "after 'not since'")
    if before in ("in", "at") and (syntax.word(frame.first - 3), second) == ("not", "even"):
        return Ruling("comparison", f"after 'not even {before}'")
    if before == "unlike" and frame.relation == "poss":
        return Ruling("comparison", "after 'unlike'")
    if before == "after" and _never_again(syntax, frame.first):
        return Ruling("comparison", "'never again … after'")
    if before == "the" and _namesake(syntax, frame) and mention.precision == "city":
        return Ruling("comparison", "'the … of'")
    return None


def _after_a_preposition(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The fate of X, a parallel with X, unlike in X, the lessons of X."""
    above, before = frame.governor, syntax.word(frame.first - 1)
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if frame.preposition == "of" and lemma in _PARALLEL_NOUNS | _PERHAPS_PARALLEL:
        sure = lemma in _PARALLEL_NOUNS or (lemma == "fate" and _met(syntax, above))
        return Ruling("comparison", f"'{word} of'", sure)
    if frame.preposition in ("with", "to") and lemma in PARALLEL_WITH:
        return Ruling("comparison", f"'{word} {frame.preposition}'")
    if frame.preposition in ("in", "at") and _as_before(syntax, frame):
        return Ruling("comparison", f"'as … {word} {frame.preposition}'")
    if frame.preposition in ("in", "at") and lemma == "one" and _resembling(syntax, above):
        return Ruling("comparison", f"'the one {before}'")
    if (
        frame.preposition in ("in", "at", "to")
        and lemma in ("happen", "do", "befall")
        and syntax.word(syntax.subject.get(above, -1)) == "what"
    ):
        return Ruling("comparison", f"'what {word} {frame.preposition}'", False)
    if frame.preposition in ("in", "at", "from", "of") and lemma in ("learn", "lesson"):
        told = frame.preposition == "from" and mention.precision in _NO_REGION
        sure = told and lemma == "learn" and not mention.capital
        return Ruling("comparison", f"'{word} {frame.preposition}'", sure)
    if frame.preposition in ("like", "unlike", "than"):
        if _is_instance(syntax, frame):
            return None
        sure = frame.preposition != "than" or mention.precision != "country"
        return Ruling("comparison", f"after '{frame.preposition}'", sure)
    if frame.preposition == "since":
        ranked = superlative(syntax, frame.first)
        reason = f"'{ranked} … since'" if ranked else "after 'since'"
        return Ruling("comparison", reason, bool(ranked))
    if repeated := _done_again(syntax, frame):
        return Ruling("comparison", repeated)
    if share := _measured(syntax, frame):
        return Ruling("comparison", f"'{share} that {frame.preposition}'")
    if measured := beside_a_blow(syntax, frame):
        return Ruling("comparison", measured)
    if frame.preposition == "of" and _reminded(syntax, above):
        return Ruling("comparison", "'remind … of'")
    if frame.preposition in ("with", "to") and _likened_to(syntax, frame):
        return Ruling("comparison", f"'{syntax.lower[frame.verb]} … {frame.preposition}'")
    if frame.preposition in ("in", "at", "of", "on") and _likened_blow(syntax, frame):
        return Ruling("comparison", f"'{word} {frame.preposition}', likened to")
    link = syntax.head[frame.anchor]  # in a list the preposition stands before the first name
    than, as_well = syntax.word(link - 1), syntax.word(link - 2) == "well"
    if frame.preposition in ("in", "at") and than in ("as", "than") and not as_well:
        return Ruling("comparison", f"after '{than} {frame.preposition}'")
    return None


def _of_a_verb(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Dubbed the X, what X was, it recalls X."""
    above, before = frame.governor, syntax.word(frame.first - 1)
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if before == "the" and mention.precision in _NO_REGION and _nicknames(syntax, above):
        return Ruling("comparison", f"'{word} the'")
    if before == "what" and frame.relation == "nsubj" and word in _AS_WHAT:
        return Ruling("comparison", f"'what … {word}'")
    if frame.relation == "dobj" and lemma in PARALLEL_VERBS:
        return Ruling("comparison", f"object of '{word}'", lemma in _ALWAYS_PARALLEL)
    return None


def _likened(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """This is X, it becomes our X, the better parallel is X, Y is not X."""
    above, before = frame.governor, syntax.word(frame.first - 1)
    word = syntax.lower[above]
    links = frame.relation in ("attr", "acomp") and syntax.lemma[above] in ("be", "become")
    if not links or not mention.precision:
        return None
    subject = syntax.subject.get(above, -1)
    if syntax.word(subject) == "what":
        return None  # in what is now X: the very place, by another name
    if frame.anchor == frame.root and (
        syntax.word(subject) in _POINTING or syntax.pos[subject] == "PRON"
    ):
        sure = syntax.quoted[frame.root] and mention.precision not in ("country", "region")
        sure |= syntax.word(subject) == "this" and "neg" in syntax.below[above]
        return Ruling("comparison", f"likened by '{word}'", sure)
    if before in _OURS and mention.precision in _NO_REGION and _stands_alone(syntax, frame):
        return Ruling("comparison", f"after '{before}'")
    if syntax.lemma[subject] in _MODELS and subject >= 0:
        return Ruling("comparison", f"'{syntax.lower[subject]} … {word}'")
    if _is_no_other(syntax, subject, above, frame):
        return Ruling("comparison", f"'{word} not'")
    return None


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


def _is_instance(syntax: Syntax, frame: Frame) -> bool:
    """Whether X is one of those spoken of (cities like X), or not chosen (rather than X)."""
    if frame.preposition == "than":
        return syntax.word(frame.first - 2) in ("rather", "farther", "further")
    return frame.preposition == "like" and syntax.tag[frame.governor] == "NNS"


def _is_no_other(syntax: Syntax, subject: int, verb: int, frame: Frame) -> bool:
    """Whether one place is told from another that it could be taken for: X *is not* Y."""
    return (
        "neg" in syntax.below[verb]
        and subject >= 0
        and syntax.pos[subject] == "PROPN"
        and syntax.entity[subject] in ("GPE", "LOC", "FAC")
        and "appos" not in frame.wraps
    )


def _as_before(syntax: Syntax, frame: Frame) -> bool:
    """Whether something is done *as it was done* in X: it fled as it did in X, as they had in X."""
    verb = frame.governor
    return (
        syntax.lower[verb] in _DID
        and syntax.word(frame.first - 2) == syntax.lower[verb]
        and syntax.pos[verb - 1] == "PRON"
        and syntax.word(verb - 2) == "as"
    )


def _reminded(syntax: Syntax, above: int) -> bool:
    """Whether one is reminded of a place or of what it had: scenes *remind* many of those of X."""
    for climbed in range(_CLIMBED):
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


def _nicknames(syntax: Syntax, verb: int) -> bool:
    """Whether something is dubbed, or *has been* called, by the name of a place elsewhere."""
    lemma = syntax.lemma[verb]
    begin, _ = syntax.sentence_of(verb)
    called = lemma == "call" and "been" in syntax.lower[max(begin, verb - 2) : verb]
    return lemma in _NICKNAMING or called


def _closes(syntax: Syntax, token: int) -> bool:
    """Whether a name ends here: they fear *a Beirut*, or *a Beirut on the Adriatic*."""
    return token >= len(syntax.lower) or syntax.lower[token] in _ENDS


def _never_again(syntax: Syntax, token: int) -> bool:
    """Whether a sentence says *never again*."""
    begin, end = syntax.sentence_of(token)
    words = syntax.lower[begin:end]
    return ("never", "again") in pairwise(words)


def _namesake(syntax: Syntax, frame: Frame) -> bool:
    """Whether a place of one land is called by the name of another: the X *of the Alps*."""
    article = syntax.word(frame.last + 1) == "the"
    of = frame.last + 1 + article
    return syntax.word(frame.last) == "of" and of < len(syntax.tag) and syntax.tag[of][:3] == "NNP"


def _resembling(syntax: Syntax, token: int) -> bool:
    """Whether "the one" of "like the one in X" is what something is likened to."""
    above = syntax.head[token]
    return syntax.word(token - 1) == "the" and (
        syntax.lower[above] in ("like", "unlike", "than") or syntax.lemma[above] in PARALLEL_VERBS
    )


def _met(syntax: Syntax, fate: int) -> bool:
    """Whether a fate is met by something else too: to share the fate of X."""
    return syntax.lemma[syntax.head[fate]] in _MEETING and syntax.dep[fate] == "dobj"


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
