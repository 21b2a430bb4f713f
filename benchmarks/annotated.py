"""The development sets that annotate toponyms, as what `dateline.geoparsing.training` learns from."""

from __future__ import annotations

from typing import Any, Final

from benchmarks.development import parsed, records
from benchmarks.folds import fold_of
from benchmarks.role_articles import role_articles
from dateline.geoparsing.training import Annotated, GoldPlace
from dateline.language_model import load

__all__ = ["TOPONYM_SETS", "annotated", "invented"]

TOPONYM_SETS: Final = ("lgl", "geovirus", "geowebnews", "conflict_articles")
_WITHOUT_DEMONYMS: Final = frozenset({"geovirus"})


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
                fold=fold_of(name, record["id"]),
            )
        )
    return documents


def invented(model: str | None = None) -> list[Annotated]:
    """Our own invented articles, which mark every place but not where it lies.

    They belong to no fold (-1): nothing is measured on them.
    """
    articles = role_articles()
    docs = load(model).nlp.pipe([article.text for article in articles])
    return [
        Annotated(
            doc=doc,
            spans=tuple((start, end) for start, end, _ in article.mentions),
            places=(None,) * len(article.mentions),
            ignored=(),
            marks_demonyms=False,  # not all of them
            fold=-1,
        )
        for article, doc in zip(articles, docs, strict=True)
    ]


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
