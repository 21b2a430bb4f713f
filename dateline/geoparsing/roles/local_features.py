"""Indicators of one mention by itself: its clause, the words beside it, its name, its sentence."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NAMED, NOUN_CLASS, PARALLEL_WORDS, VERB_CLASS
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.speakers import speaking_chain
from dateline.geoparsing.roles.syntax import NOUNS, PROPER, VERBS, Syntax
from dateline.geoparsing.toponym_words import DIRECTIONS

__all__ = ["local_features"]

_SIDES: Final = DIRECTIONS - {"downtown"}
"""What may say which part of a land is meant: *northern* X; downtown X is a part of a town."""
_REACH: Final = 6
"""Tokens to either side whose words are looked at."""
_CONTENT: Final = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
_TELLING_BELOW: Final = frozenset(
    ("dobj", "nsubj", "nsubjpass", "aux", "auxpass", "neg", "prep", "det", "poss", "amod")
)
_TELLING: Final = frozenset(
    ("v:speech", "v:attack", "v:control", "v:movement", "v:talks", "v:origin", "v:turn", "v:occur",
     "n:attack", "n:talks", "n:force", "n:expert", "n:resident", "n:words", "n:government")
)  # fmt: skip


def local_features(syntax: Syntax, frame: Frame, told: dict[int, list[str]]) -> list[str]:
    """Names of indicators, those of its clause first.

    Args:
        syntax: The article.
        one: The mention's frame.
        told: What sentences tell of all mentions in them, by their first token; what is not yet
            there is added.
    """
    return [
        *_of_clause(syntax, frame),
        *_beside(syntax, frame),
        *_of_name(syntax, frame),
        *_of_sentence(syntax, frame, told),
    ]


def _of_clause(syntax: Syntax, frame: Frame) -> list[str]:
    lemma = syntax.lemma
    relation = f"in:{frame.preposition}" if frame.relation == "in" else frame.relation
    governor, verb = frame.governor, frame.verb
    above = _class(syntax, governor)
    verb_class = _class(syntax, verb)
    subject = syntax.subject.get(verb, -1)
    own = [
        "rel=" + relation,
        f"rel+gov={relation}+{above}",
        f"rel+verb={relation}+{verb_class}",
        "gov=" + above,
        f"wraps={'+'.join(sorted(set(frame.wraps)))}",
        f"subject={_class(syntax, subject) if subject != governor else 'governor'}+{verb_class}",
        "kind=" + frame.relation,
        "verb=" + verb_class,
    ]
    if governor >= 0:
        own.append("govlemma=" + lemma[governor])
        own.append(f"rel+govlemma={relation}+{lemma[governor]}")
        own.append(f"govdep={syntax.dep[governor]}+{above}")
        own.append("below gov=" + "+".join(sorted(_TELLING_BELOW & syntax.below[governor])))
        upper = syntax.head[governor]
        if upper != governor:
            own.append("gov2lemma=" + lemma[upper])
            own.append(f"path={relation}>{syntax.dep[governor]}>{_class(syntax, upper)}")
        if governor != verb:
            own.append(f"gov+dep+verb={above}+{syntax.dep[governor]}+{verb_class}")
    if verb >= 0:
        own.append("verblemma=" + lemma[verb])
        own.append(f"rel+verblemma={frame.relation}+{lemma[verb]}")
        own.append("tense=" + syntax.tag[verb])
        own.append("verbdep=" + syntax.dep[verb])
    speaker, said = speaking_chain(syntax, governor)
    if speaker >= 0:
        own.append(f"source={_class(syntax, speaker)}+{_class(syntax, said)}+{frame.preposition}")
        own.append(f"source says={_class(syntax, said)}")
    head = syntax.head[frame.root]
    own.append(f"root={syntax.dep[frame.root]}+{_class(syntax, head)}")
    if frame.root != frame.anchor:
        own.append("wraplemma=" + lemma[head])
    return own


def _beside(syntax: Syntax, frame: Frame) -> list[str]:
    lower, pos, lemma = syntax.lower, syntax.pos, syntax.lemma
    own = []
    before, after = frame.first - 1, frame.last
    if _at(lower, before) in _SIDES:
        own.append("direction before")
        before -= 1
    own += [
        "prev=" + _at(lower, before),
        f"prev+kind={_at(lower, before)}+{frame.relation}",
        "next=" + _at(lower, after),
        "prev2=" + _at(lower, before - 1),
        "next2=" + _at(lower, after + 1),
        "prevclass=" + (_class(syntax, before) if before >= 0 else "#"),
        "nextclass=" + (_class(syntax, after) if after < len(lower) else "#"),
        "nextpos=" + _at(pos, after),
        "prevpos=" + _at(pos, before),
    ]
    if _at(pos, after) == "PROPN" or (_at(pos, after) in NOUNS and syntax.tag[after] in PROPER):
        own.append("next is capitalised noun " + NOUN_CLASS.get(_at(lemma, after), "other"))
    return own


def _of_name(syntax: Syntax, frame: Frame) -> list[str]:
    own = []
    if _beside_a_name(syntax, frame):
        own.append("beside a name")
        own.append("name ends in " + _at(syntax.lemma, _end_of_name(syntax, frame)))
    own += [
        f"pos={syntax.pos[frame.root]}+{syntax.entity[frame.root]}",
        "tag=" + syntax.tag[frame.root],
        "entity=" + _enclosing(syntax, frame),
    ]
    return own


def _beside_a_name(syntax: Syntax, frame: Frame) -> bool:
    """Whether other capitalised words stand beside it, or a naming word does: X accords."""
    around = (
        frame.first - 1,
        frame.last,
        frame.governor if frame.preposition in ("of", "in", "for") else -1,
    )
    return any(
        0 <= token < len(syntax.tag)
        and (syntax.tag[token] in PROPER or NOUN_CLASS.get(syntax.lemma[token]) in NAMED)
        for token in around
    )


def _end_of_name(syntax: Syntax, frame: Frame) -> int:
    """The last of the capitalised words that follow it without a break; -1 where none does."""
    token = frame.last
    while (
        token < len(syntax.tag)
        and syntax.tag[token] in PROPER
        and syntax.paragraph[token] == syntax.paragraph[frame.root]
    ):
        token += 1
    return token - 1 if token > frame.last else -1


def _enclosing(syntax: Syntax, frame: Frame) -> str:
    label = syntax.entity[frame.root]
    longer = label and (
        (frame.first > 0 and syntax.entity[frame.first - 1] == label)
        or (frame.last < len(syntax.entity) and syntax.entity[frame.last] == label)
    )
    return label + (" longer" if longer else "")


def _of_sentence(syntax: Syntax, frame: Frame, told: dict[int, list[str]]) -> list[str]:
    begin, end = syntax.sentence_of(frame.root)
    if begin not in told:
        told[begin] = _told(syntax, begin, end)
    own = [*told[begin]]
    if syntax.quoted[frame.root]:
        own.append("quoted")
    place = syntax.paragraph[frame.root]
    own.append("headline" if frame.root < syntax.headline_end else f"paragraph={min(place, 4)}")
    own.append("sentence opens" if frame.first - begin <= 2 else "sentence runs")
    left = max(begin, frame.first - _REACH)
    own.extend(
        "near " + word for word in PARALLEL_WORDS.intersection(syntax.lower[left : frame.first])
    )
    for token in range(left, min(frame.last + _REACH, end)):
        if frame.first <= token < frame.last or syntax.pos[token] not in _CONTENT:
            continue
        own.append("near lemma=" + syntax.lemma[token])
        if syntax.pos[token] in ("NOUN", "VERB"):
            side = "left" if token < frame.first else "right"
            own.append(f"{side} {_class(syntax, token)}")
    return own


def _told(syntax: Syntax, begin: int, end: int) -> list[str]:
    """What the words of a sentence tell of every mention in it."""
    groups = set()
    years = 0
    for token in range(begin, end):
        position = syntax.pos[token]
        if position == "VERB":
            group = VERB_CLASS.get(syntax.lemma[token])
            if group:
                groups.add("v:" + group)
        elif position == "NOUN":
            group = NOUN_CLASS.get(syntax.lemma[token])
            if group:
                groups.add("n:" + group)
        elif position == "NUM" and len(syntax.lower[token]) == 4 and syntax.lower[token].isdigit():
            years += syntax.lower[token][:2] in ("17", "18", "19", "20")
    told = ["sentence has " + group for group in groups if group in _TELLING]
    return [*told, "sentence has a year"] if years else told


def _class(syntax: Syntax, token: int) -> str:
    if token < 0:
        return "-"
    lemma, pos = syntax.lemma[token], syntax.pos[token]
    if pos in VERBS:
        return "v:" + VERB_CLASS.get(lemma, "other")
    if pos in NOUNS or lemma in NOUN_CLASS:
        known = NOUN_CLASS.get(lemma)
        if known:
            return "n:" + known
        entity = syntax.entity[token]
        return "n:" + (entity or ("proper" if pos == "PROPN" else "other"))
    return pos


def _at(words: list[str], index: int) -> str:
    return words[index] if 0 <= index < len(words) else "#"
