"""Train the files of `data/models` again, for each spaCy model that is installed (`make models`).

    python -m benchmarks.train_models

Needs the development sets (`benchmarks.development.EVALUATION`). Training is deterministic: the
same sets, gazetteer and spaCy model give the same files. A card beside them says on what, when and
how they were trained and, from the last run of `benchmarks.geoparsing`, what they are worth.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from benchmarks.annotated import (
    TOPONYM_SETS,
    annotated,
    invented,
    lone_sentences,
    read_by_us,
)
from benchmarks.focus_training import train_focus
from benchmarks.folds import FOLDS
from benchmarks.marked_articles import place_articles
from benchmarks.role_marks import ROLE_SETS, role_marks
from benchmarks.role_texts import own_articles
from benchmarks.role_training import train_roles
from dateline.errors import ModelError
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import models
from dateline.geoparsing.acceptance.model import AcceptanceModel
from dateline.geoparsing.acceptance.training import (
    AcceptanceExample,
    acceptance_example,
    fit_acceptance,
)
from dateline.geoparsing.annotation import Annotated
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.recogniser import Recogniser, SpanModel
from dateline.geoparsing.recognition.training import SpanExample, fit_spans, span_example
from dateline.geoparsing.resolution.resolver import PlaceModel, Resolver
from dateline.geoparsing.resolution.training import PlaceExample, fit_places, place_example
from dateline.language_model import LanguageModel, load
from dateline.resources import data_folder

__all__ = ["main", "train"]

LANGUAGE_MODELS: Final = ("en_core_web_md", "en_core_web_sm")
LEAST_LIKELY: Final = 0.1
"""Least probability, by its words, of a span that is looked up."""
LEAST_ACCEPTED: Final = 0.45
"""Least probability of a toponym: between .36 and .5 the mean exact F1 of the sets is the same in
cross-validation, and with a higher one fewer names are placed wrong."""
_ONE_SENTENCE_OF: Final = 3
"""With all 3,558 lone sentences acceptance lost .003 exact F1 on local news."""
_OF_A_LONE_SENTENCE: Final = 0.3
"""How much a sentence counts alone, beside its article, where resolution learns: given the names,
the right place came first for .3 points more of them in articles (mean of the sets) and .5 more in
lone sentences; a third of the sentences, counted in full, did less."""
LEAST_CONFIDENCE: Final = 0.2
"""Below it a toponym stays unplaced: four of five such places were wrong in cross-validation."""


@lru_cache(maxsize=2)
def examples(
    language_model: str,
) -> tuple[list[SpanExample], list[PlaceExample], list[PlaceExample]]:
    """What recognition and resolution learn from: every annotated document, with its fold.

    The last are its sentences, alone.
    """
    book = NameBook(Gazetteer.open())
    documents = [d for name in TOPONYM_SETS for d in annotated(name, language_model)]
    named = (*documents, *invented(language_model), *read_by_us(language_model))
    whole = [place_example(one, book) for one in (*documents, *place_articles(language_model))]
    lone = [place_example(one, book) for one in lone_sentences(documents)]
    return (
        [span_example(document, book) for document in named],
        whole,
        [replace(one, weights=one.weights * _OF_A_LONE_SENTENCE) for one in lone],
    )


@cache
def fitted(language_model: str, without: frozenset[int]) -> tuple[SpanModel, PlaceModel]:
    """Recognition and resolution that have not seen the documents of some folds."""
    spans, places, lone = examples(language_model)
    return (
        fit_spans([e for e in spans if e.fold not in without], threshold=LEAST_LIKELY),
        fit_places(
            [e for e in places if e.fold not in without],
            [e for e in lone if e.fold not in without],
            least=LEAST_CONFIDENCE,
        ),
    )


def _acceptance(language_model: str, without: frozenset[int]) -> AcceptanceModel:
    """Acceptance learns from each document as models read it that had not seen it."""
    gazetteer = Gazetteer.open()
    book = NameBook(gazetteer)
    read: list[AcceptanceExample] = []
    for fold in {*range(FOLDS)} - without:
        spans, places = fitted(language_model, without | {fold})
        recogniser, resolver = Recogniser(spans, book), Resolver(places, book)
        read += [
            acceptance_example(document, recogniser, resolver, gazetteer)
            for document in _marked(language_model)
            if document.fold == fold
        ]
    return fit_acceptance(read, least=LEAST_ACCEPTED)


def _marked(language_model: str) -> list[Annotated]:
    """Real news in which all toponyms are marked, and some lone sentences as readers paste them."""
    own = [d for name in TOPONYM_SETS for d in annotated(name, language_model)]
    lone = read_by_us(language_model, ("event_location",))[::_ONE_SENTENCE_OF]
    return [*own, *read_by_us(language_model), *lone]


def train(language: LanguageModel, folder: Path, *, without: int | None = None) -> None:
    """Train every part for one spaCy model and write it below `folder`.

    Args:
        language: The spaCy model that parses.
        folder: Where the trained files of all language models lie.
        without: A fold whose documents are kept out; None to learn from all.
    """
    unseen = frozenset() if without is None else frozenset({without})
    spans, places = fitted(language.name, unseen)
    models.save(spans, places, _acceptance(language.name, unseen), language.name, folder)
    train_roles(language, folder, without=without)
    train_focus(language, folder, without=without)


def card(language: LanguageModel, folder: Path) -> dict[str, Any]:
    """Where the trained files come from, for `card.json`."""
    spans, places, _ = examples(language.name)
    home = folder / language.name
    return {
        "language_model": language.label,
        "language_model_package": language.package,
        "gazetteer": Gazetteer.open().version,
        "trained": date.today().isoformat(),
        "command": "make models",
        "trained_on": _counts(),
        "span_candidates": int(sum(e.used.sum() for e in spans)),
        "of_them_toponyms": int(sum(e.labels[e.used].sum() for e in spans)),
        "place_candidates": int(sum((e.weights > 0).sum() for e in places)),
        "least_likely": LEAST_LIKELY,
        "least_accepted": LEAST_ACCEPTED,
        "least_confidence": LEAST_CONFIDENCE,
        "measured_with": f"benchmarks/{_figures(language.name).name}, cross-validated by document",
        "measured": _measured(language.name),
        "files": {path.name: path.stat().st_size for path in sorted(home.glob("*.*"))
                  if path.name != "card.json"},
    }  # fmt: skip


def _figures(language_model: str) -> Path:
    suffix = f".{language_model}".removeprefix(f".{LANGUAGE_MODELS[0]}")
    return Path(__file__).with_name(f"geoparsing{suffix}.txt")


def _measured(language_model: str) -> dict[str, str]:
    """The scorer's headline of each task and set, from the last run of the benchmark."""
    path = _figures(language_model)
    parts = path.read_text("utf-8").split("\n## ")[1:] if path.exists() else []
    lines = [part.strip().splitlines() for part in parts]
    return {part[0].split(" --")[0]: part[-1].partition(" ")[2] for part in lines}


def _counts() -> dict[str, dict[str, int]]:
    sets = {name: annotated(name) for name in TOPONYM_SETS} | {
        "real news, its names marked by us": read_by_us(),
        "own invented texts, for names and places": [*invented(), *place_articles()],
    }
    counts = {
        name: {"documents": len(documents), "toponyms": sum(len(d.spans) for d in documents)}
        for name, documents in sets.items()
    }
    own = own_articles()
    counts["own invented texts, for roles"] = {
        "documents": len(own),
        "toponyms": sum(len(article.mentions) for article in own),
    }
    read = [marks for name in ROLE_SETS for marks in role_marks(name).values()]
    counts["real news, roles marked by us"] = {
        "documents": len(read),
        "toponyms": sum(len(one.marks) for one in read),
    }
    return counts


def main(names: Sequence[str] = LANGUAGE_MODELS) -> None:
    folder = data_folder() / "models"
    for name in names:
        try:
            language = load(name)
        except ModelError as error:
            print(f"{name}: left as it is ({error})")
            continue
        train(language, folder)
        text = json.dumps(card(language, folder), indent=2) + "\n"
        (folder / name / "card.json").write_text(text, encoding="utf-8")
        print(f"{name}: written to {folder / name}")


if __name__ == "__main__":
    main()
