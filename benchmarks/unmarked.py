"""Texts in which nobody marked roles, and the names that recognition finds in them.

A text is known by a number, so that what is kept of it holds no word of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc

from benchmarks.development import parsed
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser
from dateline.geoparsing.recognition.recogniser import Span
from dateline.language_model import load
from dateline.reading.dateline_line import find_dateline

__all__ = ["UNMARKED", "text_number", "unmarked"]

UNMARKED: Final = "unmarked"
_SETS: Final = ("lgl", "geovirus", "timebank", "polnear", "syria_press")


def text_number(text: str) -> int:
    """A number for a text, the same everywhere: 63 bits of its SHA-256."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) >> 1


def unmarked(model: str | None = None) -> Iterator[tuple[Doc, list[Span], Geoparser]]:
    """Each text once, parsed, with its names as the shipped recogniser finds them.

    Args:
        model: The spaCy model that parses; None for the best one installed.
    """
    language = load(model)
    geoparser = Geoparser(Gazetteer.open(), language)
    seen = set()
    for name in _SETS:
        for doc in parsed(name, model):
            if doc.text not in seen:
                seen.add(doc.text)
                line = find_dateline(doc.text)
                yield doc, geoparser.recogniser.spans(doc, line.places if line else ()), geoparser
