"""The place a mention holds in its sentence.

A mention is followed up out of the phrase that only wraps its name: "the outskirts of X",
"X province", "Y's X district", "A and X".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from dateline.findings import Role
from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.syntax import Syntax

__all__ = [
    "MODIFIERS",
    "NOUNS",
    "PROPER",
    "VERBS",
    "Frame",
    "MentionFacts",
    "Ruling",
    "frame",
    "frames",
    "speaking_chain",
]

NOUNS: Final = ("NOUN", "PROPN")
VERBS: Final = ("VERB", "AUX")
PROPER: Final = ("NNP", "NNPS")
"""Tags of proper nouns: what is called, and not what it is."""
MODIFIERS: Final = ("compound", "amod", "nmod")
"""Relations of a word before a noun that says which one is meant: the *X* envoy."""
_WRAPPING: Final = (*MODIFIERS, "nummod")


class MentionFacts(NamedTuple):
    """What is known of a mention before its role.

    Attributes:
        start, end: Span of code points.
        precision: That of the resolved place, or empty when it has none.
        capital: The place is a national capital.
        demonym: The name is a country's adjective or people.
        in_dateline: It stands in the dateline.
        country: Number of the resolved place's country in the gazetteer; -1 without one.
    """

    start: int
    end: int
    precision: str = ""
    capital: bool = False
    demonym: bool = False
    in_dateline: bool = False
    country: int = -1


class Ruling(NamedTuple):
    """A role, the words for its receipt, and whether it stands without the learned model."""

    role: Role
    reason: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A mention's place in its sentence.

    Attributes:
        first, last: Its tokens, half open.
        root: Its own head token.
        anchor: The token that stands for it after climbing out of wrapping phrases.
        relation: `in` after a preposition, else spaCy's relation of the anchor.
        preposition: In lower case, or empty.
        governor: Token the anchor, or its preposition, depends on; -1 at a root.
        verb: Nearest verb above, -1 without one.
        wraps: What was climbed out of: `conj`, `appos`, `geo`, `poss`, `of`.
    """

    first: int
    last: int
    root: int
    anchor: int
    relation: str
    preposition: str
    governor: int
    verb: int
    wraps: tuple[str, ...]


def frame(syntax: Syntax, first: int, last: int, places: frozenset[int] = frozenset()) -> Frame:
    """Find a mention's place in its sentence.

    Args:
        syntax: The article.
        first, last: The mention's tokens, half open.
        places: Tokens of mentions; a possessive before another one is climbed out of.

    Returns:
        Its frame.
    """
    head, dep, lemma = syntax.head, syntax.dep, syntax.lemma
    root = first
    for token in range(last - 1, first - 1, -1):
        if not first <= head[token] < last or head[token] == token:
            root = token
            break
    anchor, wraps = root, []
    for _ in range(6):
        relation, above = dep[anchor], head[anchor]
        if above == anchor:
            break
        elsewhere = above in places and not first <= above < last
        geographic = NOUN_CLASS.get(lemma[above]) == "place" or elsewhere
        if relation in ("conj", "appos"):
            wraps.append(relation)
        elif relation in _WRAPPING and geographic and syntax.pos[above] in NOUNS:
            wraps.append("geo")
        elif relation == "poss" and geographic:
            wraps.append("poss")
        elif relation == "pobj" and syntax.lower[above] == "of":
            noun = head[above]
            if NOUN_CLASS.get(lemma[noun]) != "place" or dep[above] != "prep":
                break
            wraps.append("of")
            above = noun
        else:
            break
        anchor = above
    relation, governor, preposition = dep[anchor], head[anchor], ""
    if relation in ("pobj", "pcomp", "dative") or syntax.pos[governor] == "ADP":
        preposition = syntax.lower[governor]
        relation = "in"
        for _ in range(2):
            if dep[governor] in ("prep", "pcomp") and syntax.pos[head[governor]] == "ADP":
                governor = head[governor]
        governor = head[governor]
    elif governor == anchor:
        governor = -1
    return Frame(
        first,
        last,
        root,
        anchor,
        relation,
        preposition,
        governor,
        _verb(syntax, governor),
        tuple(wraps),
    )


def _verb(syntax: Syntax, token: int) -> int:
    for _ in range(8):
        if token < 0 or syntax.pos[token] in VERBS:
            return token
        above = syntax.head[token]
        token = above if above != token else -1
    return -1


def speaking_chain(syntax: Syntax, token: int) -> tuple[int, int]:
    """From a noun phrase up to the one that is the subject of a verb.

    "A medic *working* in X, said", "officials in X say": appositions, participles and relative
    clauses are climbed.

    Args:
        syntax: The article.
        token: Where to begin: the word a place is attached to.

    Returns:
        The subject's noun and its verb, or -1 twice.
    """
    for _ in range(5):
        if token < 0:
            break
        relation, above = syntax.dep[token], syntax.head[token]
        if relation in ("nsubj", "nsubjpass", "agent") and syntax.pos[above] in VERBS:
            return token, above
        if relation not in ("appos", "acl", "relcl", "prep", "pobj", "conj") or above == token:
            break
        token = above
    return -1, -1


def frames(syntax: Syntax, mentions: Sequence[MentionFacts]) -> list[Frame]:
    """The frame of every mention, each knowing where the others stand."""
    spans = [syntax.tokens(mention.start, mention.end) for mention in mentions]
    tokens = frozenset(token for first, last in spans for token in range(first, last))
    return [frame(syntax, first, last, tokens) for first, last in spans]
