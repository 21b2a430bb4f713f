"""Annotated documents, as the fitting of spans and places takes them, and how trees are grown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from spacy.tokens import Doc

__all__ = ["TREES", "Annotated", "GoldPlace"]

TREES: Final[dict[str, Any]] = {
    "objective": "binary",
    "learning_rate": 0.06,
    "lambda_l2": 2.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
"""Settings of LightGBM that all trees share; the same examples give the same trees."""


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where an annotated toponym lies; what a set does not say is None.

    Coordinates that are not numbers say that no place of the gazetteer is meant.
    """

    latitude: float
    longitude: float
    geonames_id: str | None = None
    precision: str | None = None
    country: str | None = None


@dataclass(frozen=True)
class Annotated:
    """One annotated document.

    Attributes:
        doc: As spaCy parsed it.
        spans: Its toponyms, half-open code points, in text order.
        places: Where each lies, or None where the set gives no point.
        ignored: Spans that count neither way.
        marks_demonyms: Whether the set annotates demonyms; if not, they are unlabelled.
        fold: Number of its fold.
    """

    doc: Doc
    spans: tuple[tuple[int, int], ...]
    places: tuple[GoldPlace | None, ...]
    ignored: tuple[tuple[int, int], ...]
    marks_demonyms: bool
    fold: int

    def counts(self, start: int, end: int, *, demonym: bool) -> bool:
        """Whether a span that is no toponym of the document is wrong, and not just left out.

        Args:
            start, end: Half-open code points.
            demonym: The gazetteer knows it as a people or its adjective.
        """
        ignored = any(start < until and since < end for since, until in self.ignored)
        return not ignored and (self.marks_demonyms or not demonym)
