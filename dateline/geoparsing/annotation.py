"""Annotated documents, as recognition, resolution and acceptance learn from them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

__all__ = ["Annotated", "GoldPlace"]


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
