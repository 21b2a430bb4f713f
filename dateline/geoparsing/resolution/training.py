"""Fitting the two place rankers and their confidence: pure functions of annotated documents.

Needs LightGBM's Python package and scikit-learn (`pip install dateline[train]`); reading articles
does not. What the second ranker and the calibration see of a document comes from rankers that had
not seen it, so every example carries a fold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import lightgbm
import numpy as np

from dateline.distance import great_circle_km
from dateline.geoparsing.annotation import Annotated, GoldPlace
from dateline.geoparsing.boosting import BOOSTING
from dateline.geoparsing.name_facts import CITY, COUNTRY, REGION, NameBook
from dateline.geoparsing.resolution.candidates import PlaceCandidates
from dateline.geoparsing.resolution.confidence import EVIDENCE, Confidence, evidence
from dateline.geoparsing.resolution.features import SECOND_ROUND, PlaceView
from dateline.geoparsing.resolution.resolver import PlaceModel
from dateline.geoparsing.toponym_words import word_set
from dateline.geoparsing.trees import Trees

__all__ = ["PlaceExample", "fit_places", "place_example"]

_BOOSTING: Final = {**BOOSTING, "num_leaves": 16, "min_data_in_leaf": 30}
_ROUNDS: Final = 200
_NEAR_KM: Final = 25.0
_SAME_KM: Final = 161.0  # 100 miles, the field's usual bound
_COUNTRY_KM: Final = 2_000.0  # how far two atlases put the point of one country
_NONE_RIGHT_WEIGHT: Final = 0.3
_SPEAKS_FOR: Final = word_set(
    "prominence gap_to_second country_share admin1_share country_named admin1_named in_country "
    "in_admin1 in_admin2 near_container sibling_inside inside_gap country_share_gap "
    "admin1_share_gap named_gap first_score first_share first_gap country_pull admin1_pull "
    "admin2_pull pull_30_km pull_150_km pull_600_km sibling_share country_gap "
    "listed_sort listed_home listed_gap listed_sort_share listed_home_share listed_share_gap"
)
_SPEAKS_AGAINST: Final = word_set("quality quality_gap rank gap nearest_km distance_gap")
"""Columns of the rankers that can only speak for a candidate, or against it: they bind the trees,
so that a rare context ("Tripoli, Lebanon") never counts the wrong way round."""


@dataclass(frozen=True)
class PlaceExample:
    """Candidate places of one document.

    Attributes:
        view: The candidates.
        first: What `view.first_round` gives.
        labels: 1.0 for the place that is meant, else 0.0.
        weights: How much each counts in training; 0 leaves it out.
        right: Would do as well, by the field's bound: within 161 km, countries by identity.
        fold: Number of the document's fold.
    """

    view: PlaceView
    first: np.ndarray
    labels: np.ndarray
    weights: np.ndarray
    right: np.ndarray
    fold: int


def place_example(document: Annotated, book: NameBook) -> PlaceExample:
    """The candidate places of a document's annotated toponyms, labelled right or wrong."""
    view = PlaceView(PlaceCandidates(document.doc, document.spans, book))
    labels, weights = np.zeros(len(view)), np.zeros(len(view))
    right = np.zeros(len(view), dtype=bool)
    for number, group in enumerate(view.candidates.groups):
        gold = [place for m in group.members if (place := document.places[m]) is not None]
        here = view.candidates.slice_of(number)
        if gold and here.stop > here.start:
            labels[here], weight, right[here] = _judge(gold[0], view, here, book)
            weights[here] = weight * np.sqrt(len(group.members))
    return PlaceExample(view, view.first_round(), labels, weights, right, document.fold)


def _judge(
    gold: GoldPlace, view: PlaceView, here: slice, book: NameBook
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Label, weight and whether it would do, of each candidate of one toponym."""
    gazetteer, rows = book.gazetteer, view.candidates.row[here]
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
        return right, weight, right | (away <= _SAME_KM)
    countries = (precision == COUNTRY) & (view.candidates.quality[here] <= 3)
    if gold.precision == "country" or (gold.precision is None and countries.any()):
        codes = np.array(
            [gazetteer.countries[c] if c >= 0 else "" for c in gazetteer.country[rows]]
        )
        own = codes == gold.country if gold.country else away <= _COUNTRY_KM
        if (countries & own).any():
            return countries & own, weight, countries & own
    near = away <= _SAME_KM
    if gold.precision == "region":
        near &= precision >= REGION - 1
    elif gold.precision is not None:
        near = (away <= _NEAR_KM) & (precision <= CITY)
    if not near.any():
        return near, weight * _NONE_RIGHT_WEIGHT, near
    right = near & (away <= away[near].min() + 1.0)
    weight[near & ~right] = 0.0
    return right, weight, near


def fit_places(
    articles: Sequence[PlaceExample], lone: Sequence[PlaceExample] = (), *, least: float
) -> PlaceModel:
    """Fit both rankers and the calibration of the confidence.

    Args:
        articles: Of at least two folds; the second ranker and the calibration see scores from the
            other folds.
        lone: Sentences that stand alone. The rankers learn from them too, the confidence does not:
            there no other name is heard, whatever is right, and being heard would count for less.
        least: Confidence below which a toponym stays unplaced, for the model.
    """
    examples = [*articles, *lone]
    folds = sorted({example.fold for example in examples})
    early: dict[int, np.ndarray] = {}
    for fold in folds:
        ranker = _fit_trees([(e.first, e) for e in examples if e.fold != fold])
        for number, example in enumerate(examples):
            if example.fold == fold:
                early[number] = example.view.agreed(ranker.predict(example.first))
    pairs = [
        (example.view.second_round(example.first, early[number]), example)
        for number, example in enumerate(examples)
    ]
    late: dict[int, np.ndarray] = {}
    for fold in folds:
        ranker = _fit_trees([pair for pair in pairs if pair[1].fold != fold])
        for number, (rows, example) in enumerate(pairs):
            if example.fold == fold:
                late[number] = example.view.settled(ranker.predict(rows))
    confidence = _confidence(pairs[: len(articles)], late)
    first = _fit_trees([(e.first, e) for e in examples])
    return PlaceModel(first, _fit_trees(pairs), confidence, least)


def _fit_trees(pairs: Sequence[tuple[np.ndarray, PlaceExample]]) -> Trees:
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
    settings = {**_BOOSTING, "monotone_constraints": bound}
    return Trees(lightgbm.train(settings, data, _ROUNDS).model_to_string())


def _confidence(
    pairs: Sequence[tuple[np.ndarray, PlaceExample]], scores: Mapping[int, np.ndarray]
) -> Confidence:
    """Logistic regression of being right on the evidence for the best candidate.

    One point a mention, from rankers that had not seen its document.
    """
    from sklearn.linear_model import LogisticRegression

    found, right, mentions = [], [], []
    for number, (rows, example) in enumerate(pairs):
        for group, members in enumerate(example.view.candidates.groups):
            here = example.view.candidates.slice_of(group)
            if here.stop > here.start and example.weights[here].any():
                found.append(evidence(rows[here], scores[number][here]))
                right.append(bool(example.right[here][int(np.argmax(scores[number][here]))]))
                mentions.append(len(members.members))
    if len(set(right)) < 2:  # too few examples to tell a right place from a wrong one
        return Confidence(np.zeros(len(EVIDENCE)), 2.0 if any(right) else -2.0)
    numbers = np.array(found)
    middle, spread = numbers.mean(axis=0), numbers.std(axis=0) + 1e-6
    fit = LogisticRegression(max_iter=1_000).fit((numbers - middle) / spread, right, mentions)
    weights = fit.coef_[0] / spread
    return Confidence(weights, float(fit.intercept_[0] - middle @ weights))
