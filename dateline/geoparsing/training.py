"""Fitting the span classifier and the two place rankers: pure functions of annotated documents.

Needs scikit-learn (`pip install dateline[train]`); reading articles does not. Whatever one learned
part feeds into another is predicted by a part that had not seen the document, so every example
carries a fold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import lightgbm
import numpy as np
from spacy.tokens import Doc

from dateline.geoparsing.candidate_features import SECOND_ROUND, PlaceView, great_circle_km
from dateline.geoparsing.candidate_spans import Words, candidate_spans
from dateline.geoparsing.name_facts import CITY, COUNTRY, REGION, NameBook
from dateline.geoparsing.recognise import SpanModel, clue_scores
from dateline.geoparsing.resolve import PlaceModel
from dateline.geoparsing.span_features import SpanView
from dateline.reading.dateline_line import find_dateline

__all__ = ["Annotated", "GoldPlace", "PlaceExample", "SpanExample", "fit_places", "fit_spans",
           "place_example", "span_example"]  # fmt: skip

_TREES: Final[dict[str, Any]] = {
    "objective": "binary",
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
SPAN_TREES: Final = {**_TREES, "learning_rate": 0.06, "num_leaves": 24, "min_data_in_leaf": 25}
PLACE_TREES: Final = {**_TREES, "learning_rate": 0.06, "num_leaves": 16, "min_data_in_leaf": 30}
SPAN_ROUNDS: Final = 220
PLACE_ROUNDS: Final = 200
_CLUE_STRENGTH: Final = 0.3  # inverse of the ridge penalty on clue weights
_CLUE_DOCUMENTS: Final = 2  # a clue is kept if it occurs in as many documents
_NEAR_KM: Final = 25.0
_SAME_KM: Final = 161.0  # 100 miles, the field's usual bound
_COUNTRY_KM: Final = 2_000.0  # how far two atlases put the point of one country
_NONE_RIGHT_WEIGHT: Final = 0.3
_SPEAKS_FOR: Final = frozenset(
    "prominence gap_to_second country_share admin1_share country_named admin1_named in_country "
    "in_admin1 in_admin2 near_container sibling_inside inside_gap country_share_gap "
    "admin1_share_gap named_gap first_score first_share first_gap country_pull admin1_pull "
    "admin2_pull pull_30_km pull_150_km pull_600_km sibling_share country_gap".split()
)
_SPEAKS_AGAINST: Final = frozenset("quality quality_gap rank gap nearest_km distance_gap".split())
"""Columns of the rankers that can only speak for a candidate, or against it: they bind the trees, so
that a rare context ("Tripoli, Lebanon") never counts the wrong way round."""


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where an annotated toponym lies; what a set does not say is None."""

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


@dataclass(frozen=True)
class SpanExample:
    """Candidates of one document: rows without the clue score, clues, labels, which to learn."""

    rows: np.ndarray
    clues: list[tuple[str, ...]]
    labels: np.ndarray
    used: np.ndarray
    fold: int


@dataclass(frozen=True)
class PlaceExample:
    """Candidate places of one document: labels and weights of each (weight 0: leave out)."""

    view: PlaceView
    first: np.ndarray
    labels: np.ndarray
    weights: np.ndarray
    fold: int


def span_example(document: Annotated, book: NameBook) -> SpanExample:
    """The candidates of a document, labelled by whether they are exactly a toponym of it."""
    words = Words(document.doc)
    line = find_dateline(words.article)
    dateline = line.places if line else ()
    view = SpanView(words, candidate_spans(words, book.is_known, dateline), book, dateline)
    gold = set(document.spans)
    labels = np.array([(c.start, c.end) in gold for c in view.candidates], dtype=bool)
    used = np.array(
        [
            not any(c.start < end and start < c.end for start, end in document.ignored)
            and (document.marks_demonyms or not _is_demonym(words.article[c.start : c.end], book))
            for c in view.candidates
        ],
        dtype=bool,
    )
    rows = view.features(np.zeros(len(view.candidates)))
    return SpanExample(rows, view.clues(), labels, used | labels, document.fold)


def _is_demonym(surface: str, book: NameBook) -> bool:
    return bool(book.gazetteer.is_demonym(surface))


def fit_spans(examples: Sequence[SpanExample], *, threshold: float) -> SpanModel:
    """Fit clue weights and trees.

    Args:
        examples: Of at least two folds; the clue score of a row comes from the other folds.
        threshold: Least probability of a toponym, for the model.
    """
    folds = sorted({example.fold for example in examples})
    scored: dict[int, np.ndarray] = {}
    for fold in folds:
        weights, intercept = _fit_clues([e for e in examples if e.fold != fold])
        for number, example in enumerate(examples):
            if example.fold == fold:
                scored[number] = clue_scores(example.clues, weights, intercept)
    rows = np.concatenate([e.rows for e in examples])
    rows[:, 0] = np.concatenate([scored[number] for number in range(len(examples))])
    used = np.concatenate([e.used for e in examples])
    labels = np.concatenate([e.labels for e in examples])
    data = lightgbm.Dataset(rows[used], labels[used].astype(float))
    trees = lightgbm.train(dict(SPAN_TREES), data, SPAN_ROUNDS)
    weights, intercept = _fit_clues(examples)
    return SpanModel(trees, weights, intercept, threshold)


def _fit_clues(examples: Sequence[SpanExample]) -> tuple[dict[str, float], float]:
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    documents: dict[str, int] = defaultdict(int)
    for example in examples:
        for clue in {clue for own in example.clues for clue in own}:
            documents[clue] += 1
    kept = sorted(clue for clue, count in documents.items() if count >= _CLUE_DOCUMENTS)
    column = {clue: at for at, clue in enumerate(kept)}
    rows = [own for e in examples for own, use in zip(e.clues, e.used, strict=True) if use]
    labels = np.concatenate([e.labels[e.used] for e in examples])
    places = [(at, column[clue]) for at, own in enumerate(rows) for clue in own if clue in column]
    at, which = np.array(places).T
    matrix = sparse.csr_matrix((np.ones(len(at)), (at, which)), shape=(len(rows), len(kept)))
    fit = LogisticRegression(C=_CLUE_STRENGTH, max_iter=500).fit(matrix, labels)
    weights = {
        clue: round(float(weight), 3)
        for clue, weight in zip(kept, fit.coef_[0], strict=True)
        if abs(weight) >= 0.02
    }
    return weights, round(float(fit.intercept_[0]), 4)


def place_example(document: Annotated, book: NameBook) -> PlaceExample:
    """The candidate places of a document's annotated toponyms, labelled right or wrong."""
    view = PlaceView(document.doc, document.spans, book)
    labels, weights = np.zeros(len(view)), np.zeros(len(view))
    for number, group in enumerate(view.groups):
        gold = [place for m in group.members if (place := document.places[m]) is not None]
        here = view.slice_of(number)
        if gold and here.stop > here.start:
            right, weight = _judge(gold[0], view, here, book)
            labels[here] = right
            weights[here] = weight * np.sqrt(len(group.members))
    return PlaceExample(view, view.first_round(), labels, weights, document.fold)


def _judge(
    gold: GoldPlace, view: PlaceView, here: slice, book: NameBook
) -> tuple[np.ndarray, np.ndarray]:
    gazetteer, rows = book.gazetteer, view.row[here]
    precision = gazetteer.precision[rows]
    away = great_circle_km(
        gazetteer.latitude[rows].astype(float), gazetteer.longitude[rows].astype(float),
        np.array(gold.latitude), np.array(gold.longitude),
    )  # fmt: skip
    weight = np.ones(len(rows))
    row = gazetteer.row(f"geonames:{gold.geonames_id}") if gold.geonames_id else None
    if row is not None and (rows == row).any():
        right = rows == row
        weight[~right & (away <= _NEAR_KM)] = 0.3  # the town, where its district is annotated
        return right, weight
    countries = (precision == COUNTRY) & (view.quality[here] <= 3)
    if gold.precision == "country" or (gold.precision is None and countries.any()):
        codes = np.array(
            [gazetteer.countries[c] if c >= 0 else "" for c in gazetteer.country[rows]]
        )
        own = codes == gold.country if gold.country else away <= _COUNTRY_KM
        if (countries & own).any():
            return countries & own, weight
    near = away <= _SAME_KM
    if gold.precision == "region":
        near &= precision >= REGION - 1
    elif gold.precision is not None:
        near = (away <= _NEAR_KM) & (precision <= CITY)
    if not near.any():
        return near, weight * _NONE_RIGHT_WEIGHT
    right = near & (away <= away[near].min() + 1.0)
    weight[near & ~right] = 0.0
    return right, weight


def fit_places(examples: Sequence[PlaceExample], *, least: float) -> PlaceModel:
    """Fit both rankers and the calibration of the confidence.

    Args:
        examples: Of at least two folds; the second ranker and the calibration see scores from the
            other folds.
        least: Confidence below which a toponym stays unplaced, for the model.
    """
    folds = sorted({example.fold for example in examples})
    early: dict[int, np.ndarray] = {}
    for fold in folds:
        ranker = _fit_trees([(e.first, e) for e in examples if e.fold != fold])
        for number, example in enumerate(examples):
            if example.fold == fold:
                early[number] = example.view.agreed(_predict(ranker, example.first))
    pairs = [
        (example.view.second_round(example.first, early[number]), example)
        for number, example in enumerate(examples)
    ]
    late: dict[int, np.ndarray] = {}
    for fold in folds:
        ranker = _fit_trees([pair for pair in pairs if pair[1].fold != fold])
        for number, (rows, example) in enumerate(pairs):
            if example.fold == fold:
                late[number] = example.view.agreed(_predict(ranker, rows))
    scores, confidences = _calibration(examples, late)
    first = _fit_trees([(e.first, e) for e in examples])
    return PlaceModel(first, _fit_trees(pairs), scores, confidences, least)


def _fit_trees(pairs: Sequence[tuple[np.ndarray, PlaceExample]]) -> lightgbm.Booster:
    rows = np.concatenate([rows for rows, _ in pairs])
    labels = np.concatenate([e.labels for _, e in pairs])
    weights = np.concatenate([e.weights for _, e in pairs])
    used = weights > 0
    data = lightgbm.Dataset(rows[used], labels[used], weight=weights[used])
    # The columns of the first round are the first ones of the second.
    bound = [
        int(name in _SPEAKS_FOR) - int(name in _SPEAKS_AGAINST)
        for name in SECOND_ROUND[: rows.shape[1]]
    ]
    settings = {**PLACE_TREES, "monotone_constraints": bound}
    return lightgbm.train(settings, data, PLACE_ROUNDS)


def _predict(ranker: lightgbm.Booster, rows: np.ndarray) -> np.ndarray:
    return np.asarray(ranker.predict(rows, num_threads=1)) if len(rows) else np.empty(0)


def _calibration(
    examples: Sequence[PlaceExample], scores: Mapping[int, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Isotonic regression of being right on the best candidate's score, one point a mention."""
    from sklearn.isotonic import IsotonicRegression

    best, right = [], []
    for number, example in enumerate(examples):
        for group, mentions in enumerate(example.view.groups):
            here = example.view.slice_of(group)
            if here.stop > here.start and example.weights[here].any():
                top = here.start + int(np.argmax(scores[number][here]))
                best += [scores[number][top]] * len(mentions.members)
                right += [example.labels[top]] * len(mentions.members)
    fit = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip").fit(best, right)
    return np.asarray(fit.X_thresholds_), np.asarray(fit.y_thresholds_)
