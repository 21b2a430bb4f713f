"""Rules for a place that is named only because another is likened to it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.blows import PARALLEL_VERBS
from dateline.geoparsing.roles.rules.likeness import SMALL, likeness
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import NOUNS, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["parallel"]

_ALWAYS_PARALLEL: Final = word_set("echo resemble evoke relive mirror")
_POINTING: Final = word_set("this it we that")
_MODELS: Final = word_set(
    "parallel comparison precedent analogy analogue equivalent yardstick model"
)
"""What a place is said to be that another is measured by: the better parallel is X."""
_OURS: Final = word_set("our their my his her")
_ENDS: Final = frozenset({"on", "of", ".", ";", "?", "!", "”", '"', "’"})
"""What may follow a place that is one of a kind: a Beirut on the Adriatic; not a Beirut hotel."""
_AS_WHAT: Final = word_set("was were teaches taught")
"""What X was, what X teaches."""
_NICKNAMING: Final = word_set("nickname dub christen")


def parallel(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Another X, the X of the Alps, like X, worse than in X and Y, the deadliest since X."""
    if ruling := _introduced(syntax, mention, frame):
        return ruling
    if frame.governor < 0:
        return None
    if frame.relation == "in":
        return likeness(syntax, mention, frame)
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
    if before in ("a", "an") and mention.precision in SMALL and _closes(syntax, frame.last):
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


def _of_a_verb(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Dubbed the X, what X was, it recalls X."""
    above, before = frame.governor, syntax.word(frame.first - 1)
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if before == "the" and mention.precision in SMALL and _nicknames(syntax, above):
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
    if before in _OURS and mention.precision in SMALL and _stands_alone(syntax, frame):
        return Ruling("comparison", f"after '{before}'")
    if syntax.lemma[subject] in _MODELS and subject >= 0:
        return Ruling("comparison", f"'{syntax.lower[subject]} … {word}'")
    if _is_no_other(syntax, subject, above, frame):
        return Ruling("comparison", f"'{word} not'")
    return None


def _is_no_other(syntax: Syntax, subject: int, verb: int, frame: Frame) -> bool:
    """Whether one place is told from another that it could be taken for: X *is not* Y."""
    return (
        "neg" in syntax.below[verb]
        and subject >= 0
        and syntax.pos[subject] == "PROPN"
        and syntax.entity[subject] in ("GPE", "LOC", "FAC")
        and "appos" not in frame.wraps
    )


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
