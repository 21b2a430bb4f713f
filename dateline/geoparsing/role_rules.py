"""Rules that decide a role by themselves, each with the words its receipt shows.

A rule speaks of kinds of words (who governs, who speaks, what is likened), never of one place or
text. Where no rule is sure, the learned model decides; it is told by `cue` what a rule would say.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.findings import Role
from dateline.geoparsing.role_cues import NOUN_CLASS, VERB_CLASS
from dateline.geoparsing.role_features import Frame, MentionFacts, speaking_chain
from dateline.geoparsing.role_syntax import Syntax

__all__ = ["Ruling", "rule"]

_SPONSORED: Final = frozenset(
    "backed led aligned allied sponsored supported funded financed trained armed supplied brokered mediated "
    "mandated run appointed installed loyal friendly imposed drafted hosted controlled held occupied "
    "administered annexed chaired sanctioned".split()
)
_SEATED: Final = frozenset("based headquartered".split())
_ORIGIN: Final = frozenset("born bred raised educated native made built".split())
_LIKENED: Final = frozenset("style like type esque scale".split())
_PARALLEL_NOUNS: Final = frozenset(
    "repeat repetition replay rerun echo shade ghost spectre specter memory lesson reminder version image "
    "reminiscent comparison parallel fate horror picture equivalent".split()
)
_PARALLEL_VERBS: Final = frozenset("recall echo resemble evoke repeat relive mirror rival".split())
_WORST: Final = re.compile(r"(worst|deadliest|bloodiest|biggest|largest|heaviest|fiercest|\w+est)")
_SOURCES: Final = frozenset(("government", "expert", "resident", "words", "force"))
_TREATIES: Final = frozenset("accord agreement treaty pact protocol convention".split())


class Ruling(NamedTuple):
    """A role, the words for its receipt, and whether it stands without the learned model."""

    role: Role
    reason: str
    sure: bool


def rule(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """What a rule says of a mention.

    Args:
        syntax: The article.
        mention: What is known of the mention.
        one: Its frame.

    Returns:
        The first rule that applies, or None.
    """
    if mention.in_dateline:
        return Ruling("dateline", "in the dateline", True)
    for look in (_hyphenated, _part_of_name, _demonym, _parallel, _born, _acting, _seated):
        ruling = look(syntax, mention, one)
        if ruling is not None:
            return ruling
    return None


def _word(syntax: Syntax, index: int) -> str:
    return syntax.lower[index] if 0 <= index < len(syntax.lower) else ""


def _hyphenated(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    if _word(syntax, one.last) not in ("-", "‑", "–") or one.last + 1 >= len(syntax.lower):
        return None
    if syntax.start[one.last] != mention.end:
        return None
    word = _word(syntax, one.last + 1)
    shown = f"before '-{word}'"
    if word in _SPONSORED:
        role: Role = "demonym" if mention.demonym else "actor"
        return Ruling(role, shown, True)
    if word in _SEATED:
        return Ruling("setting", shown, True)
    if word in _ORIGIN:
        return Ruling("background", shown, True)
    if word in _LIKENED and not mention.demonym:
        return Ruling("comparison", shown, True)
    return None


def _part_of_name(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """The name stands inside a longer name: the Dayton Agreement, Gulf War, Bank of X."""
    token = one.last
    while (
        token < len(syntax.lower) and syntax.tag[token] in ("NNP", "NNPS") and token - one.last < 4
    ):
        if syntax.paragraph[token] != syntax.paragraph[one.root]:
            return None
        group = NOUN_CLASS.get(syntax.lemma[token], "")
        if group in ("treaty", "institution") or syntax.lemma[token] in ("war", "fleet", "process"):
            return Ruling("name", f"part of a name ending in '{syntax.lower[token]}'", True)
        token += 1
    following = syntax.lemma[one.last] if one.last < len(syntax.lemma) else ""
    if following in _TREATIES:
        return Ruling("name", f"names the '{following}'", True)
    if one.preposition in ("of", "in", "for") and one.relation == "in" and not one.wraps:
        above = one.governor
        if above >= 0 and syntax.tag[above] in ("NNP", "NNPS"):
            group = NOUN_CLASS.get(syntax.lemma[above], "")
            if group in ("institution", "treaty") and above < one.first:
                return Ruling(
                    "name", f"part of a name with '{syntax.lower[above]}'", one.preposition == "of"
                )
    return None


def _demonym(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    if not mention.demonym:
        return None
    return Ruling("demonym", "adjective or people", True)


def _parallel(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    before, second = _word(syntax, one.first - 1), _word(syntax, one.first - 2)
    if before in ("another", "next", "second") or (
        before == "new" and second in ("a", "the", "become", "becoming")
    ):
        if syntax.tag[one.root] in ("NNP", "NNPS", "NN") and not (
            one.last < len(syntax.lower) and syntax.pos[one.last] in ("NOUN", "PROPN")
        ):
            return Ruling("comparison", f"after '{before}'", True)
    if one.relation == "in" and one.governor >= 0:
        above = syntax.lemma[one.governor]
        if one.preposition == "of" and above in _PARALLEL_NOUNS:
            return Ruling(
                "comparison",
                f"'{syntax.lower[one.governor]} of'",
                above not in ("picture", "image", "memory", "horror", "fate"),
            )
        if one.preposition in ("like", "than", "unlike"):
            return Ruling(
                "comparison",
                f"after '{one.preposition}'",
                one.preposition != "than" or mention.precision != "country",
            )
        if one.preposition == "since":
            return Ruling("comparison", "after 'since'", False)
        if before == "in" and second == "as":
            return Ruling("comparison", "after 'as in'", True)
    if one.relation == "dobj" and syntax.lemma[one.governor] in _PARALLEL_VERBS:
        return Ruling("comparison", f"object of '{syntax.lower[one.governor]}'", False)
    if one.relation in ("attr", "acomp") and one.governor >= 0 and mention.precision:
        if syntax.lemma[one.governor] in ("be", "become") and one.anchor == one.root:
            subject = syntax.subject.get(one.governor, -1)
            if subject >= 0 and (
                syntax.pos[subject] in ("PRON", "DET")
                or syntax.lower[subject] in ("this", "it", "we", "that")
            ):
                return Ruling(
                    "comparison",
                    f"likened by '{syntax.lower[one.governor]}'",
                    syntax.quoted[one.root],
                )
    return None


def _born(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    if one.relation != "in" or one.governor < 0:
        return None
    word = syntax.lemma[one.governor]
    if (
        syntax.pos[one.governor] == "VERB"
        and one.preposition in ("in", "at", "from")
        and (
            word == "bear"
            or (word in ("grow", "bring") and _word(syntax, one.governor + 1) == "up")
            or word in ("educate", "graduate", "study")
        )
    ):
        return Ruling("background", f"'{syntax.lower[one.governor]} {one.preposition}'", True)
    if word in ("native", "hometown", "birthplace") or (
        one.preposition == "from" and NOUN_CLASS.get(word) == "resident"
    ):
        return Ruling(
            "background",
            f"'{syntax.lower[one.governor]} {one.preposition}'",
            word in ("native", "birthplace"),
        )
    return None


def _acting(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    governing = mention.precision == "country" or mention.capital
    above = one.governor
    if above < 0 or not mention.precision:
        return None
    word = syntax.lower[above]
    if one.relation == "nsubj" and syntax.pos[above] in ("VERB", "AUX"):
        group = VERB_CLASS.get(syntax.lemma[above], "")
        if group in ("speech", "stance"):
            return Ruling("actor", f"subject of '{word}'", one.anchor == one.root)
        if governing and group == "policy":
            return Ruling("actor", f"subject of '{word}'", True)
    if one.relation in ("compound", "nmod", "amod", "poss") and not one.wraps:
        group = NOUN_CLASS.get(syntax.lemma[above], "")
        if governing and group in ("government", "force"):
            return Ruling("actor", f"modifier of '{word}'", True)
    if one.preposition == "by" and syntax.dep[syntax.head[one.anchor]] == "agent" and governing:
        return Ruling("actor", f"'{word} by'", True)
    space = (
        VERB_CLASS.get(syntax.lemma[above]) == "movement"
        or NOUN_CLASS.get(syntax.lemma[above], "place") == "place"
    )
    if (
        one.preposition in ("with", "against", "between")
        and governing
        and one.relation == "in"
        and not (one.preposition == "between" and space)
    ):
        return Ruling("actor", f"'{word} {one.preposition}'", one.preposition != "against")
    return None


def _seated(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    above = one.governor
    if above < 0:
        return None
    word, lemma = syntax.lower[above], syntax.lemma[above]
    group = NOUN_CLASS.get(lemma, "")
    if one.relation in ("compound", "nmod") and group == "talks" and syntax.pos[above] == "NOUN":
        return Ruling(
            "setting", f"modifier of '{word}'", mention.precision not in ("country", "region")
        )
    if one.relation != "in" or one.preposition not in ("in", "at", "from", "outside", "near"):
        return None
    if syntax.pos[above] == "VERB":
        if lemma in ("base", "headquarter") or (
            VERB_CLASS.get(lemma) == "speech" and one.preposition in ("in", "at", "from")
        ):
            return Ruling("setting", f"'{word} {one.preposition}'", True)
        if lemma == "meet" and one.preposition in ("in", "at"):
            return Ruling("setting", f"'{word} {one.preposition}'", True)
        return None
    if group == "talks" and one.preposition in ("in", "at"):
        return Ruling("setting", f"'{word} {one.preposition}'", True)
    if group == "words":
        return Ruling("setting", f"'{word} {one.preposition}'", False)
    speaker, verb = speaking_chain(syntax, above)
    if speaker < 0 or one.preposition not in ("in", "at"):
        return None
    said = VERB_CLASS.get(syntax.lemma[verb])
    who = NOUN_CLASS.get(syntax.lemma[speaker])
    if said in ("speech", "stance") or (
        said in ("policy", "talks") and who in ("government", "expert")
    ):
        return Ruling("setting", f"'{word} in', who '{syntax.lower[verb]}'", who in _SOURCES)
    return None
