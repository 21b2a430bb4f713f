"""Train the choice of an article's focus on what the geoparser finds in annotated articles.

The conflict articles and our own invented ones say which place a story is about. Each article of
the press sample teaches twice: the sample tells its governorate and leaves open which place in it,
our reading names one. That counts a third: in full it decided against places that conflict articles
and our own are about. Our reading of other news was tried as well: it made countries likelier and
cost the press three points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from spacy.tokens import Doc

from benchmarks.development import parsed, records
from benchmarks.folds import FOLDS, fold_of
from benchmarks.marked_articles import role_articles
from benchmarks.role_marks import role_marks
from dateline.findings import Article, Mention
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.place import Place
from dateline.geoparsing import Geoparser
from dateline.geoparsing.focus.features import focus_features
from dateline.geoparsing.focus.model import FocusModel
from dateline.geoparsing.focus.training import FocusExample, fit_focus
from dateline.language_model import LanguageModel, load

__all__ = ["train_focus"]

_GOVERNORATES: Final = {
    "aleppo": ("Aleppo",),
    "damascus": ("Damascus Governorate", "Rif-dimashq"),
    "daraa": ("Daraa",),
    "deir ezzor": ("Deir ez-Zor",),
    "hama": ("Hama",),
    "hasakeh": ("Al-Hasakah",),
    "homs": ("Homs",),
    "idlib": ("Idlib",),
    "lattakia": ("Latakia",),
    "quneitra": ("Quneitra",),
    "raqqa": ("Raqqa",),
    "tartous": ("Tartus",),
}
"""Governorates as the press sample spells them, and as the gazetteer does."""

_OWN_WEIGHT: Final = 0.6
"""How much an invented article counts: they are made hard on purpose. In full they took seven of
423 press articles' governorates and gave eight of 624 of their own."""
_NAMED_WEIGHT: Final = 1 / 3
"""How much it counts which place of the press sample's governorate our reading names."""

_Right = Callable[[Place, Sequence[Mention]], bool]
_About = tuple[Doc, int, tuple[tuple[_Right, float], ...]]


def train_focus(language: LanguageModel, folder: Path, *, without: int | None = None) -> None:
    """Train the focus for one spaCy model and write it below `folder`.

    Args:
        language: The spaCy model that parses.
        folder: Where the trained files of all language models lie, all others written already.
        without: A fold whose documents are kept out; None to learn from all.
    """
    gazetteer = Gazetteer.open()
    FocusModel({}).save(language.name, folder)  # an untrained one: the geoparser opens
    geoparser = Geoparser(gazetteer, language, folder)
    examples = []
    for doc, fold, rights in _articles(language.name):
        if fold == without:
            continue
        mentions, _, _ = geoparser.read(doc, Article(doc.text))
        places, features = focus_features(doc.text, mentions, gazetteer)
        for right, weight in rights:
            judged = np.array([right(place, mentions) for place in places], bool)
            examples.append(FocusExample(features, judged, fold, weight))
    fit_focus(examples).save(language.name, folder)


@cache
def _articles(model: str) -> tuple[_About, ...]:
    """Every annotated article, its fold, and which of its places it is about, told in each way."""
    return (*_own(model), *_conflicts(model), *_press(model))


def _own(model: str) -> Iterator[_About]:
    articles = [article for article in role_articles() if article.focus]
    docs = load(model).nlp.pipe([article.text for article in articles])
    for number, (article, doc) in enumerate(zip(articles, docs, strict=True)):
        named = _named_at([article.focus] if article.focus else [])
        yield doc, number % FOLDS, ((named, _OWN_WEIGHT),)


def _conflicts(model: str) -> Iterator[_About]:
    name = "conflict_articles"
    for record, doc in zip(records(name), parsed(name, model), strict=True):
        about = [m for m in record["mentions"] if m["name"] == record["focus"]]
        spans = [(m["start"], m["end"]) for m in about]
        is_region = about[0]["precision"] == "region"
        yield doc, fold_of(name, record), ((_named_at(spans, is_region=is_region), 1.0),)


def _named_at(spans: Sequence[tuple[int, int]], *, is_region: bool | None = None) -> _Right:
    """The places of the mentions on one of the spans; only regions, or none, where it is known."""
    return lambda place, mentions: any(
        m.place is not None
        and is_region in (None, place.precision in ("region", "district"))
        and m.place.gazetteer_id == place.gazetteer_id
        and any(m.start < end and start < m.end for start, end in spans)
        for m in mentions
    )


def _press(model: str) -> Iterator[_About]:
    name = "syria_press"
    for record, doc in zip(records(name), parsed(name, model), strict=True):
        within = _within(_GOVERNORATES[record["location"].strip().lower()])
        named = _named_at(role_marks(name)[record["id"]].about)
        yield doc, fold_of(name, record), ((_both(within, named), _NAMED_WEIGHT), (within, 1.0))


def _both(one: _Right, other: _Right) -> _Right:
    return lambda place, mentions: one(place, mentions) and other(place, mentions)


def _within(governorate: Sequence[str]) -> _Right:
    return lambda place, mentions: (
        place.country_code == "SY" and place.precision != "country" and place.admin1 in governorate
    )
