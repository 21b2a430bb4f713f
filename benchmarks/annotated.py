"""The development sets that annotate toponyms, as what geoparsing learns from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks.development import parsed, records
from benchmarks.folds import fold_of
from benchmarks.marked_articles import role_articles
from benchmarks.role_marks import role_marks
from dateline.geoparsing.annotation import Annotated, GoldPlace
from dateline.language_model import load

__all__ = ["READ", "TOPONYM_SETS", "annotated", "invented", "lone_sentences", "read_by_us"]

TOPONYM_SETS: Final = ("lgl", "geovirus", "geowebnews", "conflict_articles")
_SENTENCES: Final = Path(__file__).with_name("toponym_sentences.txt")
_WITHOUT_DEMONYMS: Final = frozenset({"geovirus"})
READ: Final = ("syria_press", "polnear", "timebank")
"""Sets marked whole from which recognition learns; with the lone sentences of event_location it
lost .003 to .005 exact F1 on three sets and gained .002 on one."""
_FOR_ROLES_ALONE: Final = frozenset(
    {"local_news", "bulletins", "excerpts", "frontlines", "headlines"}
    | {"conflict_forms", "general_news"}
)
"""Files of articles that recognition does not learn from. The first two mark streets, schools and
counties whole, which the sets do not do alike; with any of the others it gained at most .002 on one
set and lost more on another. The last two leave streets unmarked: with them GeoWebNews lost .007
exact F1."""


def annotated(name: str, model: str | None = None) -> list[Annotated]:
    """The documents of one set, in the order of `records(name)`.

    Args:
        name: One of `TOPONYM_SETS`.
        model: The spaCy model that parses; None for the best one installed.
    """
    documents = []
    for record, doc in zip(records(name), parsed(name, model), strict=True):
        toponyms = sorted(
            record["toponyms"] if "toponyms" in record else record["mentions"],
            key=lambda toponym: (toponym["start"], toponym["end"]),
        )
        documents.append(
            Annotated(
                doc=doc,
                spans=tuple((toponym["start"], toponym["end"]) for toponym in toponyms),
                places=tuple(_place(toponym) for toponym in toponyms),
                ignored=tuple((s["start"], s["end"]) for s in record.get("ignore", [])),
                marks_demonyms=name not in _WITHOUT_DEMONYMS,
                fold=fold_of(name, record),
            )
        )
    return documents


def lone_sentences(documents: Sequence[Annotated]) -> list[Annotated]:
    """Every sentence of some documents that names a place we know, as a text of its own.

    So readers paste them: without the article that tells which Washington is meant.
    """
    cut = []
    for document in documents:
        for sentence in document.doc.sents:
            start, end = sentence.start_char, sentence.end_char
            named = [
                (span, place)
                for span, place in zip(document.spans, document.places, strict=True)
                if place is not None and start <= span[0] and span[1] <= end
            ]
            if named:
                spans = tuple((first - start, last - start) for (first, last), _ in named)
                places = tuple(place for _, place in named)
                cut.append(replace(document, doc=sentence.as_doc(), spans=spans, places=places))
    return cut


def read_by_us(model: str | None = None, names: Sequence[str] = READ) -> list[Annotated]:
    """Real news in which we marked the toponyms, but not where they lie.

    Args:
        model: As for `annotated`.
        names: Sets of which every toponym is marked.
    """
    documents = []
    for name in names:
        marked = role_marks(name)
        for record, doc in zip(records(name), parsed(name, model), strict=True):
            if (own := marked.get(record["id"])) is not None:
                spans = tuple((mark.start, mark.end) for mark in own.marks)
                fold = fold_of(name, record)
                documents.append(
                    Annotated(doc, spans, (None,) * len(spans), own.ignored, True, fold)
                )
    return documents


def invented(model: str | None = None) -> list[Annotated]:
    """Our own invented texts, which mark toponyms but not where they lie.

    They belong to no fold (-1): nothing is measured on them.
    """
    sentences = [_unmarked(part.strip()) for part in _SENTENCES.read_text("utf-8").split("\n%%\n")]
    marked = [
        (a.text, tuple((m.start, m.end) for m in a.mentions), a.ignored, a.marks_demonyms)
        for a in role_articles()
        if a.file not in _FOR_ROLES_ALONE
    ] + [(text, spans, (), True) for text, spans in sentences]
    docs = load(model).nlp.pipe([text for text, *_ in marked])
    return [
        Annotated(doc, spans, (None,) * len(spans), ignored, marks_demonyms, fold=-1)
        for (_, spans, ignored, marks_demonyms), doc in zip(marked, docs, strict=True)
    ]


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without its square brackets, and where they stood."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]+\])", marked):
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(piece) - 2))
            piece = piece[1:-1]
        text += piece
    return text, tuple(spans)


def _place(toponym: dict[str, Any]) -> GoldPlace | None:
    latitude = toponym.get("lat", toponym.get("latitude"))
    longitude = toponym.get("lon", toponym.get("longitude"))
    if latitude is None or longitude is None:
        return None
    number = toponym.get("geonames_id")
    return GoldPlace(
        float(latitude),
        float(longitude),
        None if number is None else str(number),
        toponym.get("precision"),
        toponym.get("country"),
    )
