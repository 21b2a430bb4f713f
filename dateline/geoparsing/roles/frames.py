"""The place a mention holds in its sentence.

A mention is followed up out of the phrase that only wraps its name: "the outskirts of X",
"X province", "Y's X district", "A and X".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.syntax import MODIFIERS, NOUNS, VERBS, Syntax

__all__ = ["Frame", "read_frames"]

_WRAPPING: Final = (*MODIFIERS, "nummod")
# Steps up the parse after which no more is looked for; hardly a sentence needs as many.
_WRAPS: Final = 6
_FURTHER_PREPOSITIONS: Final = 2  # from inside, out of reach of
_BELOW_A_VERB: Final = 8


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


def read_frames(syntax: Syntax, mentions: Sequence[MentionFacts]) -> list[Frame]:
    """Find the place of every mention in its sentence.

    Args:
        syntax: The article.
        mentions: In text order.

    Returns:
        One frame for each.
    """
    spans = [syntax.tokens(mention.start, mention.end) for mention in mentions]
    places = frozenset(token for first, last in spans for token in range(first, last))
    return [_frame(syntax, first, last, places) for first, last in spans]


def _frame(syntax: Syntax, first: int, last: int, places: frozenset[int]) -> Frame:
    root = _root(syntax, first, last)
    anchor, wraps = _climbed(syntax, root, (first, last), places)
    relation, preposition, governor = _attached(syntax, anchor)
    return Frame(
        first=first,
        last=last,
        root=root,
        anchor=anchor,
        relation=relation,
        preposition=preposition,
        governor=governor,
        verb=_verb(syntax, governor),
        wraps=wraps,
    )


def _root(syntax: Syntax, first: int, last: int) -> int:
    """The last token of a span whose head lies outside it."""
    for token in range(last - 1, first - 1, -1):
        if not first <= syntax.head[token] < last or syntax.head[token] == token:
            return token
    return first


def _climbed(
    syntax: Syntax, root: int, own: tuple[int, int], places: frozenset[int]
) -> tuple[int, tuple[str, ...]]:
    """The token that stands for a name outside the phrases that only wrap it, and what those are.

    Args:
        syntax: The article.
        root: The name's own head token.
        own: The name's tokens, half open.
        places: Tokens of all mentions: X is climbed out of before Y, too, in "X's Y district".
    """
    head, dep, lemma = syntax.head, syntax.dep, syntax.lemma
    anchor, wraps = root, []
    for _ in range(_WRAPS):
        relation, above = dep[anchor], head[anchor]
        if above == anchor:
            break
        elsewhere = above in places and not own[0] <= above < own[1]
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
    return anchor, tuple(wraps)


def _attached(syntax: Syntax, anchor: int) -> tuple[str, str, int]:
    """The relation, preposition and governor of a token, as `Frame` has them."""
    relation, governor = syntax.dep[anchor], syntax.head[anchor]
    if relation not in ("pobj", "pcomp", "dative") and syntax.pos[governor] != "ADP":
        return relation, "", -1 if governor == anchor else governor
    preposition = syntax.lower[governor]
    for _ in range(_FURTHER_PREPOSITIONS):
        above = syntax.head[governor]
        if syntax.dep[governor] in ("prep", "pcomp") and syntax.pos[above] == "ADP":
            governor = above
    return "in", preposition, syntax.head[governor]


def _verb(syntax: Syntax, token: int) -> int:
    for _ in range(_BELOW_A_VERB):
        if token < 0 or syntax.pos[token] in VERBS:
            return token
        above = syntax.head[token]
        token = above if above != token else -1
    return -1
