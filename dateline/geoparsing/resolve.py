"""Resolution: which place of the gazetteer each toponym means.

Two boosted rankers, the second seeing what the first prefers for the article's other names, give
each candidate a score; the best one is the place, unless even that is unlikely: then the toponym
stays *unplaced*. One name in one kind of context has one sense in an article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import lightgbm
import numpy as np
from spacy.tokens import Doc

from dateline.geoparsing.candidate_features import PlaceView
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognise import Span

__all__ = ["PlaceModel", "Resolution", "Resolver"]

RUNNERS_UP: Final = 5


@dataclass(frozen=True, slots=True)
class Resolution:
    """The place of one toponym.

    Attributes:
        row: Gazetteer row, or None: *unplaced*.
        confidence: 0..1 that the row is right; None where there is none.
        runners_up: Up to five other candidates as (row, score in 0..1), best first; where there is
            no row, the candidates that were not good enough.
    """

    row: int | None
    confidence: float | None
    runners_up: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class PlaceModel:
    """What training leaves for resolution.

    Attributes:
        first, second: The rankers, over `FIRST_ROUND` and `SECOND_ROUND`.
        scores: Knots of the calibration, ascending, float64, shape (knots,).
        confidences: Share that was right at each knot, float64, same shape.
        least: Below this confidence a toponym stays unplaced.
    """

    first: lightgbm.Booster
    second: lightgbm.Booster
    scores: np.ndarray
    confidences: np.ndarray
    least: float

    def ranks(self, view: PlaceView) -> np.ndarray:
        """Score of each candidate in its group, 0..1, float64, shape (candidates,)."""
        if not len(view):
            return np.empty(0)
        first = view.first_round()
        early = view.agreed(np.asarray(self.first.predict(first, num_threads=1)))
        late = self.second.predict(view.second_round(first, early), num_threads=1)
        return view.agreed(np.asarray(late))

    def confidence(self, score: float) -> float:
        """Share of places with such a score that were right in cross-validation."""
        return float(np.interp(score, self.scores, self.confidences))


class Resolver:
    """Places toponyms.

    Args:
        model: Trained for the spaCy model that parses.
        book: The gazetteer's knowledge of names.
    """

    def __init__(self, model: PlaceModel, book: NameBook) -> None:
        self._model, self._book = model, book

    def resolve(self, doc: Doc, spans: Sequence[Span]) -> list[Resolution]:
        """One resolution a span, in the order of the spans.

        Args:
            doc: The parsed article.
            spans: Its toponyms in text order, without overlaps.
        """
        view = PlaceView(doc, [(span.start, span.end) for span in spans], self._book)
        scores = self._model.ranks(view)
        found = [Resolution(None, None)] * len(spans)
        for number, group in enumerate(view.candidates.groups):
            here = view.candidates.slice_of(number)
            resolution = self._choose(view.candidates.row[here], scores[here])
            for member in group.members:
                found[member] = resolution
        return found

    def _choose(self, rows: np.ndarray, scores: np.ndarray) -> Resolution:
        order = np.argsort(-scores, kind="stable")[: RUNNERS_UP + 1]
        ranked = tuple((int(rows[at]), float(scores[at])) for at in order)
        if not ranked:
            return Resolution(None, None)
        confidence = self._model.confidence(ranked[0][1])
        if confidence < self._model.least:
            return Resolution(None, None, ranked[:RUNNERS_UP])
        return Resolution(ranked[0][0], confidence, ranked[1:])
