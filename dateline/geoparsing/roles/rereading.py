"""The role of a name once every name of its article has been heard.

Heard alone, a name does not know that its place is the scene of the story three paragraphs above,
or that all others in its sentence act. Boosted trees weigh what is likely of it alone against the
mean of what is likely of the others that share its place in the sentence, its name, its country,
its sentence, its paragraph or its article, and of its neighbours. This is stacked sequential
learning (Cohen and Carvalho, "Stacked Sequential Learning", IJCAI 2005).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.findings import ROLES
from dateline.gazetteer.place import PRECISIONS
from dateline.geoparsing.roles.agreement import together
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.locating import located
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.trees import Trees

__all__ = ["REREADING", "Surroundings", "reread", "rereading_rows", "surroundings"]

_KIN: Final = ("list", "name", "country", "sentence", "paragraph", "article")
"""What others must share with a mention to be heard with it."""
_PLAIN: Final = (
    *("sentence", "depth", "paragraph", "in headline", "sentences", "war words", "located"),
    *("share of country", "precision", "capital", "ruled", "relation", "preposition"),
)
REREADING: Final = (
    *(f"alone {role}" for role in ROLES),
    *(f"{kin} {told}" for kin in _KIN for told in (*ROLES, "number")),
    *(f"{side} {role}" for side in ("before", "behind") for role in ROLES),
    *("characters before", "characters behind"),
    *_PLAIN,
)
"""Names of the columns of `rereading_rows`, in their order."""
_RELATIONS: Final = (
    *("in", "nsubj", "nsubjpass", "dobj", "poss", "compound", "amod", "nmod", "conj", "appos"),
    *("ROOT", "attr", "dep", "npadvmod"),
)
_PREPOSITIONS: Final = (
    *("in", "of", "to", "from", "at", "with", "for", "by", "on", "near", "against", "between"),
    *("into", "across", "around", "over", "through", "outside", "like", "than"),
)
_LEAST: Final = 1e-3
"""Probabilities below it are alike."""


class Surroundings(NamedTuple):
    """What an article's mentions share, whatever their roles.

    Attributes:
        article: Whether there is more than an excerpt to hear.
        follows: As `locating.located` gives it.
        kin: int64, shape (6, mentions): those that have the same number share their list, name,
            country, sentence, paragraph or article; -1 shares nothing.
        gaps: float64, shape (mentions - 1,): characters between a mention and the next.
        plain: float64, shape (mentions, 13): what is known of each beside that.
    """

    article: bool
    follows: list[bool]
    kin: NDArray[np.int64]
    gaps: NDArray[np.float64]
    plain: NDArray[np.float64]

    @property
    def joined(self) -> list[int]:
        """Number of each mention's list, as `agreement.together` gives it."""
        joined: list[int] = self.kin[0].tolist()
        return joined


def surroundings(
    text: str,
    syntax: Syntax,
    facts: Sequence[MentionFacts],
    frames: Sequence[Frame],
    rulings: Sequence[Ruling | None],
) -> Surroundings:
    """Read what an article's mentions share.

    Args:
        text: The article's text.
        syntax: Its parse.
        facts: Its mentions, in text order.
        frames, rulings: The frame of each, and what a rule says of it.
    """
    joined, follows = together(text, facts, frames), located(text, facts, frames)
    names = _numbered([text[fact.start : fact.end].lower() for fact in facts])
    countries = [fact.country for fact in facts]
    sentences = [syntax.sentence[frame.first] for frame in frames]
    paragraphs = [syntax.paragraph[frame.first] for frame in frames]
    count = Counter(countries)
    ends = [fact.end for fact in facts[:-1]]
    gaps = np.subtract([fact.start for fact in facts[1:]], ends).astype(float)
    plain = [
        (
            sentences[at],
            sentences[at] / len(syntax.sentence_first),
            paragraphs[at],
            frame.first < syntax.headline_end,
            len(syntax.sentence_first),
            syntax.war_words,
            follows[at],
            count[fact.country] / len(facts),
            PRECISIONS.index(fact.precision) if fact.precision else -1,
            fact.capital,
            -1 if ruling is None else ROLES.index(ruling.role),
            _code(_RELATIONS, frame.relation),
            _code(_PREPOSITIONS, frame.preposition),
        )
        for at, (fact, frame, ruling) in enumerate(zip(facts, frames, rulings, strict=True))
    ]
    kin = np.array([joined, names, countries, sentences, paragraphs, [0] * len(facts)], np.int64)
    table = np.array(plain, float).reshape(-1, len(_PLAIN))
    return Surroundings(not syntax.excerpt, follows, kin, gaps, table)


def rereading_rows(
    shared: Surroundings, alone: Sequence[NDArray[np.float64]]
) -> NDArray[np.float32]:
    """What is heard of each mention's role.

    Args:
        shared: What the mentions share.
        alone: Probability of each role of each mention heard alone, float64, shape (8,).

    Returns:
        float32, shape (mentions, `REREADING`); NaN where nobody is heard.
    """
    chances = np.array(alone, float).reshape(-1, len(ROLES))
    beside = np.full((len(chances) + 1, len(ROLES)), np.nan)
    beside[:-1] = chances
    parts = [
        np.log(np.maximum(chances, _LEAST)),
        *(_others(numbers, chances) for numbers in shared.kin),
        np.roll(beside, 1, axis=0)[:-1],
        beside[1:],
        np.append(np.nan, shared.gaps)[: len(chances), None],
        np.append(shared.gaps, np.nan)[: len(chances), None],
        shared.plain,
    ]
    return np.hstack(parts).astype(np.float32)


def reread(
    trees: Trees, shared: Surroundings, alone: Sequence[NDArray[np.float64]]
) -> list[NDArray[np.float64]]:
    """What is likely of each mention once all are heard.

    Args:
        trees: Probability of each role from a row of `REREADING`.
        shared, alone: As for `rereading_rows`.

    Returns:
        Probability of each role of each mention; 0 where it was 0 alone, so that what a rule is
        sure of stays.
    """
    if not len(alone):
        return []
    heard = trees.predict(rereading_rows(shared, alone)) * (np.array(alone) > 0)
    return list(heard / heard.sum(axis=1, keepdims=True))


def _code(known: Sequence[str], word: str) -> int:
    return known.index(word) if word in known else -1


def _numbered(keys: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _others(numbers: NDArray[np.int64], chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean of what is likely of the others that have a mention's number, and how many have it."""
    _, at = np.unique(numbers, return_inverse=True)
    count = np.bincount(at)[at].astype(float)
    total = np.zeros((at.max(initial=-1) + 1, len(ROLES)))
    np.add.at(total, at, chances)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (total[at] - chances) / (count - 1)[:, None]
    out = np.column_stack([mean, count])
    out[numbers < 0] = np.nan
    out[count == 1, : len(ROLES)] = np.nan
    return out
