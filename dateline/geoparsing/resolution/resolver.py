"""Resolution: which place of the gazetteer each toponym means.

Two boosted rankers, the second seeing what the first prefers for the article's other names, give
each candidate a score; the best one is the place, unless even that is unlikely: then the toponym
stays *unplaced*. One name in one kind of context has one sense in an article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from spacy.tokens import Doc

from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.recogniser import Span
from dateline.geoparsing.resolution.candidates import PlaceCandidates
from dateline.geoparsing.resolution.confidence import (
    COMPANY,
    EVIDENCE,
    Confidence,
    company,
    evidence,
)
from dateline.geoparsing.resolution.features import PlaceView
from dateline.geoparsing.resolution.strangers import is_a_stranger
from dateline.geoparsing.resolution.told_near import is_told_elsewhere
from dateline.geoparsing.trees import Trees

__all__ = ["WEIGHED", "PlaceModel", "Resolution", "Resolver"]

RUNNERS_UP: Final = 5
WEIGHED: Final = ("confidence", *EVIDENCE, *COMPANY)
"""Names of the numbers of `Resolution.weighed`, in their order."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The place of one toponym.

    Attributes:
        row: Gazetteer row, or None: *unplaced*.
        confidence: 0..1 that the row is right; None where there is none.
        runners_up: Up to five other candidates as (row, score in 0..1), best first; where there is
            no row, the candidates that were not good enough.
        weighed: What speaks for the best candidate, as `WEIGHED` names it, good enough or not;
            empty where the gazetteer has none.
    """

    row: int | None
    confidence: float | None
    runners_up: tuple[tuple[int, float], ...] = ()
    weighed: tuple[float, ...] = ()


@dataclass(frozen=True)
class PlaceModel:
    """What training leaves for resolution.

    Attributes:
        first, second: The rankers, over `FIRST_ROUND` and `SECOND_ROUND`.
        confidence: How sure the best candidate is.
        least: Below this confidence a toponym stays unplaced.
    """

    first: Trees
    second: Trees
    confidence: Confidence
    least: float

    def ranks(self, view: PlaceView) -> tuple[np.ndarray, np.ndarray]:
        """What the second ranker sees of each candidate, and its score in its group.

        Returns:
            float32, shape (candidates, `SECOND_ROUND`), and 0..1, float64, shape (candidates,).
        """
        first = view.first_round()
        if not len(view):
            return view.second_round(first, np.empty(0)), np.empty(0)
        early = view.agreed(self.first.predict(first))
        rows = view.second_round(first, early)
        return rows, view.settled(self.second.predict(rows))


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
            spans: What may be its toponyms, in text order, without overlaps; each is heard by the
                others as much as it is likely one.
        """
        where = [(span.start, span.end) for span in spans]
        likely = [span.probability for span in spans]
        view = PlaceView(PlaceCandidates(doc, where, self._book, likely))
        rows, scores = self._model.ranks(view)
        found = [Resolution(None, None)] * len(spans)
        best = _best_rows(view.candidates, scores)
        for number, group in enumerate(view.candidates.groups):
            here = view.candidates.slice_of(number)
            resolution = self._choose(view.candidates, number, best, rows[here], scores[here])
            for member in group.members:
                found[member] = resolution
        return found

    def _choose(
        self,
        candidates: PlaceCandidates,
        number: int,
        best: Mapping[str, int],
        rows: np.ndarray,
        scores: np.ndarray,
    ) -> Resolution:
        places = candidates.row[candidates.slice_of(number)]
        order = np.argsort(-scores, kind="stable")[: RUNNERS_UP + 1]
        ranked = tuple((int(places[at]), float(scores[at])) for at in order)
        if not ranked:
            return Resolution(None, None)
        known = evidence(rows, scores)
        confidence = self._model.confidence.of(known)
        weighed = (confidence, *known.tolist(), *company(rows, scores).tolist())
        if (
            confidence < self._model.least
            or is_a_stranger(rows[order[0]], confidence)
            or is_told_elsewhere(candidates, number, ranked[0][0], best)
        ):
            return Resolution(None, None, ranked[:RUNNERS_UP], weighed)
        return Resolution(ranked[0][0], confidence, ranked[1:], weighed)


def _best_rows(candidates: PlaceCandidates, scores: np.ndarray) -> dict[str, int]:
    """The best place of each surface that has any; of several contexts that of the first."""
    found: dict[str, int] = {}
    for number, group in enumerate(candidates.groups):
        here = candidates.slice_of(number)
        if here.stop > here.start:
            found.setdefault(group.surface, int(candidates.row[here][np.argmax(scores[here])]))
    return found
