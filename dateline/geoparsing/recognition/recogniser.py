"""Recognition: which spans of an article are likely toponyms, by their words.

Candidates from `candidate_spans` get a probability from boosted trees over `features`; the
likeliest are taken first and never overlap. Even little likely ones are kept: acceptance decides on
them when it is known where they would lie.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np
from spacy.tokens import Doc

from dateline.geoparsing.filed_from import filed_from
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.candidates import candidate_spans
from dateline.geoparsing.recognition.certain_places import certain_places
from dateline.geoparsing.recognition.features import SpanView
from dateline.geoparsing.recognition.idioms import is_of_an_idiom
from dateline.geoparsing.recognition.line_heads import headed_places
from dateline.geoparsing.recognition.lists import listed_places
from dateline.geoparsing.recognition.paired import paired_places
from dateline.geoparsing.recognition.ships import ships
from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.trees import Trees
from dateline.reading.credit_line import find_credit
from dateline.reading.dateline_line import DatelineLine

__all__ = ["Recogniser", "Span", "SpanModel", "clue_scores", "select"]

_SURE: Final = 0.9
"""Least probability of what cannot but be a place: the village of X, or Y of "near Homs and Y"."""
_LANGUAGES: Final = re.compile(r"\[[A-Z]{2}(?:/[A-Z]{2})+(?:\]| ?\.\.)")
"""What aid agencies say of the languages of a report: `[EN/UK]`."""
_PER_CHARACTER: Final = 0.01
"""Probability that one more character makes up for, where spans overlap."""


@dataclass(frozen=True, slots=True)
class Span:
    """What may be a toponym: the bare name, in half-open code points, and how likely (0..1)."""

    start: int
    end: int
    probability: float


@dataclass(frozen=True)
class SpanModel:
    """What training leaves for recognition.

    Attributes:
        trees: Probability of a candidate from a row of `SPAN_FEATURES`.
        clues: Weight of each clue of `SpanView.clues`; what is missing weighs nothing.
        intercept: Added to every sum of clues.
        threshold: Least probability of a span that is kept, 0..1.
    """

    trees: Trees
    clues: Mapping[str, float]
    intercept: float
    threshold: float

    def probabilities(self, view: SpanView) -> np.ndarray:
        """Probability of each candidate, float64, shape (candidates,)."""
        if not view.candidates:
            return np.empty(0)
        rows = view.features(clue_scores(view.clues(), self.clues, self.intercept))
        return self.trees.predict(rows)


class Recogniser:
    """Finds toponyms in parsed articles.

    Args:
        model: Trained for the spaCy model that parses.
        book: The gazetteer's knowledge of names.
    """

    def __init__(self, model: SpanModel, book: NameBook) -> None:
        self._model, self._book = model, book

    def dateline(self, text: str) -> DatelineLine | None:
        """Where an article says that it was written; see `filed_from`."""
        return filed_from(text, self._book)

    def spans(
        self,
        doc: Doc,
        line: DatelineLine | None = None,
        agency: str = "",
    ) -> list[Span]:
        """What may be toponyms of one article, in text order, without overlaps.

        Args:
            doc: The parsed article.
            line: What `dateline` saw.
            agency: Who sent the article, where that is known.
        """
        words = Words(doc)
        certain = certain_places(words)
        dateline = line.places if line else ()
        touched = _touching(_without_places(words.article, line, agency))
        is_ship = ships(words, lambda name: self._book[name].is_whole)
        candidates = [
            candidate
            for candidate in candidate_spans(
                words, certain, self._book.is_known, self._book.is_container, dateline
            )
            if not touched(candidate.start, candidate.end)
            and not is_ship(candidate.start, candidate.end)
            and not is_of_an_idiom(words, candidate.first, candidate.last)
        ]
        view = SpanView(words, candidates, self._book, dateline)
        likely = self._model.probabilities(view).tolist()
        tokens = [(candidate.first, candidate.last) for candidate in view.candidates]
        by_tokens = dict(zip(tokens, likely, strict=True))
        known = frozenset(own for own, c in zip(tokens, view.candidates, strict=True) if c.known)
        sure = certain | listed_places(words, by_tokens)
        sure |= paired_places(words, by_tokens, known, self._book.are_neighbours)
        sure |= headed_places(words, by_tokens, known)
        scored = [
            Span(candidate.start, candidate.end, max(probability, _SURE * (own in sure)))
            for candidate, own, probability in zip(view.candidates, tokens, likely, strict=True)
        ]
        return select(scored, self._model.threshold)


def clue_scores(
    clues: Sequence[Iterable[str]], weights: Mapping[str, float], intercept: float
) -> np.ndarray:
    """Sum of the weights of each candidate's clues: log-odds, float64, shape (candidates,)."""
    return np.array([intercept + sum(weights.get(clue, 0.0) for clue in own) for own in clues])


def select(spans: Iterable[Span], threshold: float) -> list[Span]:
    """The likeliest spans that do not overlap, in text order.

    A longer span makes up for some probability, so that "Aden airport" stands against "Aden"; of
    two that are even the earlier one is taken.
    """

    def standing(span: Span) -> tuple[float, int]:
        return -span.probability - _PER_CHARACTER * (span.end - span.start), span.start

    taken: list[Span] = []  # in text order
    for span in sorted((s for s in spans if s.probability >= threshold), key=standing):
        at = bisect_right(taken, span.start, key=lambda other: other.start)
        clear = not at or taken[at - 1].end <= span.start
        if clear and (at == len(taken) or span.end <= taken[at].start):
            taken.insert(at, span)
    return taken


def _without_places(text: str, line: DatelineLine | None, agency: str) -> list[tuple[int, int]]:
    """Where an agency, a day or a byline stands: in the credit, in the dateline's gaps.

    The agency is none of the article's places either, wherever it stands.
    """
    credit = find_credit(text)
    spans = [(credit.start, credit.end)] if credit else []
    spans += [match.span() for match in _LANGUAGES.finditer(text)]
    if line:
        at = line.start
        for start, end in (*line.places, (line.end, line.end)):
            if at < start:
                spans.append((at, start))
            at = end
    named = {
        agency,
        *(line.agency.split("/") if line else ()),
        *(credit.agency.split("/") if credit else ()),
    }
    for name in named - {""}:
        spans += [match.span() for match in re.finditer(rf"\b{re.escape(name)}\b", text)]
    return spans


def _touching(spans: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Whether a span touches one of some, which may overlap."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    reach = list(accumulate((end for _, end in ordered), max))

    def touches(start: int, end: int) -> bool:
        before = bisect_left(starts, end)
        return before > 0 and start < reach[before - 1]

    return touches
