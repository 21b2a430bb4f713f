"""What the learned role model looks at: named indicators of a mention's frame and surroundings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.geoparsing.roles.cues import NAMED, NOUN_CLASS, PARALLEL_WORDS, VERB_CLASS
from dateline.geoparsing.roles.frames import (
    NOUNS,
    PROPER,
    VERBS,
    Frame,
    MentionFacts,
    speaking_chain,
)
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.roles.theatre import Theatre
from dateline.geoparsing.roles.word_classes import widened
from dateline.geoparsing.toponym_words import DIRECTIONS

__all__ = ["features"]

_SIDES: Final = DIRECTIONS - {"downtown"}
"""What may say which part of a land is meant: *northern* X; downtown X is a part of a town."""


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


def features(
    syntax: Syntax,
    mentions: Sequence[MentionFacts],
    found: Sequence[Frame],
    text: str,
    wanted: Sequence[bool],
) -> list[list[str]]:
    """Named indicators of every mention.

    Args:
        syntax: The article.
        mentions: In text order.
        found: Their frames, as `frames` gives them.
        text: The article's text.
        wanted: Which mentions to name them for.

    Returns:
        One list of feature names a mention, empty where none is wanted.
    """
    names = [text[mention.start : mention.end].lower() for mention in mentions]
    counts = Counter(names)
    placed_in: Counter[str] = Counter()
    acting: Counter[str] = Counter()
    for name, one in zip(names, found, strict=True):
        placed_in[name] += one.relation == "in" and one.preposition in ("in", "at", "near", "on")
        acting[name] += one.relation == "nsubj"
    headline_names = {
        name for name, one in zip(names, found, strict=True) if one.first < syntax.headline_end
    }
    theatre = Theatre(syntax, mentions, found)
    placed = Counter(syntax.sentence[one.first] for one in found)
    anchored = Counter(one.anchor for one in found)
    war = min(syntax.war_words // 2, 4)
    alone = syntax.excerpt
    told: dict[int, list[str]] = {}  # by first token of a sentence; one may hold many mentions
    out: list[list[str]] = []
    for name, mention, one, want in zip(names, mentions, found, wanted, strict=True):
        if not want:
            out.append([])
            continue
        own = _local(syntax, mention, one, told)
        own.extend(widened(own))
        own.extend(_among(syntax, one, placed))
        if anchored[one.anchor] > 1:
            own.append("listed")  # with others that stand in the same place of the sentence
        kind = "capital" if mention.capital else mention.precision or "none"
        own.append("precision=" + kind)
        total = counts[name]
        own.append(f"count={min(total, 5)}")
        own.append(f"located={_share(placed_in[name], total)}")
        own.append(f"acts={_share(acting[name], total)}")
        if name in headline_names and one.first >= syntax.headline_end:
            own.append("name in headline")
        own.append(f"war={war}")
        if not alone:  # a few names make no theatre
            own.extend(theatre.told(mention.country, kind))
        base = own[:_CROSSED]
        own.extend(f"{part}&{kind}" for part in base)
        own.extend(f"{part}&war={'y' if war >= 2 else 'n'}" for part in base)
        if alone:
            own += [f"{part}&alone" for part in own if part.startswith(_TELLING_ALONE)]
        if mention.demonym:
            own.append("demonym")
        out.append(own)
    return out


_CROSSED: Final = 6
"""How many of the first local features are crossed with precision, war reporting and capital."""
_TELLING_ALONE: Final = (
    *("rel", "gov", "wraps=", "subject=", "kind=", "verb=", "verblemma=", "precision=", "entity="),
    *("prev=", "prevclass=", "next=", "nextclass=", "sentence has"),
)
"""Indicators that weigh otherwise in an excerpt."""


def _among(syntax: Syntax, one: Frame, placed: Counter[int]) -> list[str]:
    """How crowded with places its sentence is, how long, and where in the article it stands."""
    begin, end = syntax.sentence_of(one.root)
    return [
        f"in sentence={min(placed[syntax.sentence[one.first]], 5)}",
        f"sentence length={min((end - begin) // 6, 6)}",
        f"depth={4 * one.first // len(syntax.lower)}",
        "last paragraph" if syntax.paragraph[one.root] == syntax.paragraph[-1] else "goes on",
    ]


def _share(part: int, total: int) -> str:
    return "none" if not part else "some" if 2 * part < total else "most"


def _local(
    syntax: Syntax, mention: MentionFacts, one: Frame, told: dict[int, list[str]]
) -> list[str]:
    lower, pos, lemma = syntax.lower, syntax.pos, syntax.lemma
    relation = f"in:{one.preposition}" if one.relation == "in" else one.relation
    governor, verb = one.governor, one.verb
    above = _class(syntax, governor)
    verb_class = _class(syntax, verb)
    subject = syntax.subject.get(verb, -1)
    own = [
        "rel=" + relation,
        f"rel+gov={relation}+{above}",
        f"rel+verb={relation}+{verb_class}",
        "gov=" + above,
        f"wraps={'+'.join(sorted(set(one.wraps)))}",
        f"subject={_class(syntax, subject) if subject != governor else 'governor'}+{verb_class}",
        "kind=" + one.relation,
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
        own.append(f"rel+verblemma={one.relation}+{lemma[verb]}")
        own.append("tense=" + syntax.tag[verb])
        own.append("verbdep=" + syntax.dep[verb])
    speaker, said = speaking_chain(syntax, governor)
    if speaker >= 0:
        own.append(f"source={_class(syntax, speaker)}+{_class(syntax, said)}+{one.preposition}")
        own.append(f"source says={_class(syntax, said)}")
    head = syntax.head[one.root]
    own.append(f"root={syntax.dep[one.root]}+{_class(syntax, head)}")
    if one.root != one.anchor:
        own.append("wraplemma=" + lemma[head])
    before, after = one.first - 1, one.last
    if _at(lower, before) in _SIDES:
        own.append("direction before")
        before -= 1
    own.append("prev=" + _at(lower, before))
    own.append(f"prev+kind={_at(lower, before)}+{one.relation}")
    own.append("next=" + _at(lower, after))
    own.append("prev2=" + _at(lower, before - 1))
    own.append("next2=" + _at(lower, after + 1))
    own.append("prevclass=" + (_class(syntax, before) if before >= 0 else "#"))
    own.append("nextclass=" + (_class(syntax, after) if after < len(lower) else "#"))
    own.append("nextpos=" + _at(pos, after))
    own.append("prevpos=" + _at(pos, before))
    if _at(pos, after) == "PROPN" or (_at(pos, after) in NOUNS and syntax.tag[after] in PROPER):
        own.append("next is capitalised noun " + NOUN_CLASS.get(_at(lemma, after), "other"))
    if _beside_a_name(syntax, one):
        own.append("beside a name")
        own.append("name ends in " + _at(lemma, _end_of_name(syntax, one)))
    own.append(f"pos={pos[one.root]}+{syntax.entity[one.root]}")
    own.append("tag=" + syntax.tag[one.root])
    own.append("entity=" + _enclosing(syntax, one))
    _sentence(syntax, one, own, told)
    return own


def _beside_a_name(syntax: Syntax, one: Frame) -> bool:
    """Whether other capitalised words stand beside it, or a naming word does: X accords."""
    around = (
        one.first - 1,
        one.last,
        one.governor if one.preposition in ("of", "in", "for") else -1,
    )
    return any(
        0 <= token < len(syntax.tag)
        and (syntax.tag[token] in PROPER or NOUN_CLASS.get(syntax.lemma[token]) in NAMED)
        for token in around
    )


def _end_of_name(syntax: Syntax, one: Frame) -> int:
    """The last of the capitalised words that follow it without a break; -1 where none does."""
    token = one.last
    while (
        token < len(syntax.tag)
        and syntax.tag[token] in PROPER
        and syntax.paragraph[token] == syntax.paragraph[one.root]
    ):
        token += 1
    return token - 1 if token > one.last else -1


def _enclosing(syntax: Syntax, one: Frame) -> str:
    label = syntax.entity[one.root]
    longer = label and (
        (one.first > 0 and syntax.entity[one.first - 1] == label)
        or (one.last < len(syntax.entity) and syntax.entity[one.last] == label)
    )
    return label + (" longer" if longer else "")


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


def _sentence(syntax: Syntax, one: Frame, own: list[str], told: dict[int, list[str]]) -> None:
    begin, end = syntax.sentence_of(one.root)
    if begin not in told:
        told[begin] = _told(syntax, begin, end)
    own.extend(told[begin])
    if syntax.quoted[one.root]:
        own.append("quoted")
    place = syntax.paragraph[one.root]
    own.append("headline" if one.root < syntax.headline_end else f"paragraph={min(place, 4)}")
    own.append("sentence opens" if one.first - begin <= 2 else "sentence runs")
    left = max(begin, one.first - _REACH)
    own.extend(
        "near " + word for word in PARALLEL_WORDS.intersection(syntax.lower[left : one.first])
    )
    for token in range(left, min(one.last + _REACH, end)):
        if one.first <= token < one.last or syntax.pos[token] not in _CONTENT:
            continue
        own.append("near lemma=" + syntax.lemma[token])
        if syntax.pos[token] in ("NOUN", "VERB"):
            side = "left" if token < one.first else "right"
            own.append(f"{side} {_class(syntax, token)}")


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
