"""Training on a few sentences of our own: repeatable, and fit for reading."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.gazetteer import Gazetteer
from dateline.geoparsing.acceptance.training import (
    AcceptanceExample,
    acceptance_example,
    fit_acceptance,
)
from dateline.geoparsing.annotation import Annotated, GoldPlace
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.recogniser import Recogniser
from dateline.geoparsing.recognition.training import SpanExample, fit_spans, span_example
from dateline.geoparsing.resolution.resolver import Resolver
from dateline.geoparsing.resolution.training import PlaceExample, fit_places, place_example
from dateline.language_model import LanguageModel

pytest.importorskip("sklearn", reason="training needs scikit-learn")

TOWNS = {"Homs": "SY", "Hama": "SY", "Beirut": "LB", "Mosul": "IQ", "Basra": "IQ", "Aden": "YE"}
FRAMES = ("Shells fell on {} at dawn.", "She moved to {} with Anna Kelm.", "Rain fell in {} again.")


def document(
    language: LanguageModel, gazetteer: Gazetteer, frame: str, town: str, fold: int
) -> Annotated:
    doc = language.nlp(frame.format(town))
    start = doc.text.index(town)
    row = next(
        c.row
        for c in gazetteer.candidates(town)
        if gazetteer.place(c.row).country_code == TOWNS[town]
    )
    place = gazetteer.place(row)
    gold = GoldPlace(place.latitude, place.longitude, place.gazetteer_id.partition(":")[2])
    return Annotated(doc, ((start, start + len(town)),), (gold,), (), True, fold)


@pytest.fixture(scope="module")
def documents(language: LanguageModel, gazetteer: Gazetteer) -> list[Annotated]:
    pairs = [(frame, town) for frame in FRAMES for town in TOWNS] * 3
    return [
        document(language, gazetteer, frame, town, number % 3)
        for number, (frame, town) in enumerate(pairs)
    ]


@pytest.fixture(scope="module")
def span_examples(documents: list[Annotated], book: NameBook) -> list[SpanExample]:
    return [span_example(one, book) for one in documents]


@pytest.fixture(scope="module")
def place_examples(documents: list[Annotated], book: NameBook) -> list[PlaceExample]:
    return [place_example(one, book) for one in documents]


@pytest.fixture(scope="module")
def acceptance_examples(
    documents: list[Annotated],
    span_examples: list[SpanExample],
    place_examples: list[PlaceExample],
    book: NameBook,
    gazetteer: Gazetteer,
) -> list[AcceptanceExample]:
    recogniser = Recogniser(fit_spans(span_examples, threshold=0.01), book)
    resolver = Resolver(fit_places(place_examples, least=0.1), book)
    return [acceptance_example(one, recogniser, resolver, gazetteer) for one in documents]


def test_training_twice_gives_the_same_trees(
    span_examples: list[SpanExample],
    place_examples: list[PlaceExample],
    acceptance_examples: list[AcceptanceExample],
) -> None:
    one, two = (fit_spans(span_examples, threshold=0.5) for _ in range(2))
    assert one.trees.text == two.trees.text
    assert (one.clues, one.intercept) == (two.clues, two.intercept)
    first, second = (fit_places(place_examples, least=0.1) for _ in range(2))
    assert first.second.text == second.second.text
    assert np.array_equal(first.confidence.weights, second.confidence.weights)
    told, again = (fit_acceptance(acceptance_examples, least=0.5) for _ in range(2))
    assert told.trees.text == again.trees.text


def test_what_was_trained_finds_what_it_learned(
    span_examples: list[SpanExample], documents: list[Annotated], book: NameBook
) -> None:
    recogniser = Recogniser(fit_spans(span_examples, threshold=0.5), book)
    found = [(span.start, span.end) for span in recogniser.spans(documents[0].doc)]
    assert found == list(documents[0].spans)


def test_demonyms_are_not_held_against_a_set_that_leaves_them_out(
    language: LanguageModel, book: NameBook
) -> None:
    doc = language.nlp("Syrian officers left Homs.")
    silent = span_example(Annotated(doc, ((21, 25),), (None,), (), False, 0), book)
    marking = span_example(Annotated(doc, ((21, 25),), (None,), (), True, 0), book)
    assert silent.used.sum() < marking.used.sum()
    assert silent.labels[silent.used].sum() == 1


def test_acceptance_learns_from_every_likely_span_that_is_not_left_out(
    documents: list[Annotated], acceptance_examples: list[AcceptanceExample]
) -> None:
    for document, example in zip(documents, acceptance_examples, strict=True):
        assert len(example.rows) == len(example.labels) == len(example.used)
        assert example.labels.sum() == len(document.spans)
        assert example.used.all()


def test_one_candidate_is_right_and_a_toponym_without_a_point_teaches_nothing(
    language: LanguageModel, place_examples: list[PlaceExample], book: NameBook
) -> None:
    assert all(example.labels.sum() == 1 for example in place_examples)
    doc = language.nlp("Homs fell.")
    example = place_example(Annotated(doc, ((0, 4),), (None,), (), True, 0), book)
    assert not example.weights.any()
