"""Fitting the span classifier: pure functions of annotated documents.

Needs LightGBM's Python package and scikit-learn (`pip install dateline[train]`); reading articles
does not. The clue score that the trees see of a document comes from weights that had not seen it,
so every example carries a fold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import lightgbm
import numpy as np

from dateline.geoparsing.annotation import Annotated
from dateline.geoparsing.boosting import BOOSTING
from dateline.geoparsing.filed_from import filed_from
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.candidates import candidate_spans
from dateline.geoparsing.recognition.certain_places import certain_places
from dateline.geoparsing.recognition.features import SpanView
from dateline.geoparsing.recognition.recogniser import SpanModel, clue_scores
from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.trees import Trees

__all__ = ["SpanExample", "fit_spans", "span_example"]

_BOOSTING: Final = {**BOOSTING, "num_leaves": 24, "min_data_in_leaf": 25}
_ROUNDS: Final = 220
_CLUE_STRENGTH: Final = 0.3  # inverse of the ridge penalty on clue weights
_CLUE_DOCUMENTS: Final = 2  # a clue is kept if it occurs in as many documents
_LEAST_WEIGHT: Final = 0.02  # smaller clue weights are dropped


@dataclass(frozen=True)
class SpanExample:
    """Candidates of one document: rows without the clue score, clues, labels, which to learn."""

    rows: np.ndarray
    clues: list[tuple[str, ...]]
    labels: np.ndarray
    used: np.ndarray
    fold: int


def span_example(document: Annotated, book: NameBook) -> SpanExample:
    """The candidates of a document, labelled by whether they are exactly a toponym of it."""
    words = Words(document.doc)
    line = filed_from(words.article, book)
    dateline = line.places if line else ()
    candidates = candidate_spans(
        words, certain_places(words), book.is_known, book.is_container, dateline
    )
    view = SpanView(words, candidates, book, dateline)
    gold = set(document.spans)
    labels = np.array([(c.start, c.end) in gold for c in view.candidates], dtype=bool)
    used = np.array(
        [
            document.counts(
                c.start,
                c.end,
                demonym=book.gazetteer.is_demonym(words.article[c.start : c.end]),
            )
            for c in view.candidates
        ],
        dtype=bool,
    )
    rows = view.features(np.zeros(len(view.candidates)))
    return SpanExample(rows, view.clues(), labels, used | labels, document.fold)


def fit_spans(examples: Sequence[SpanExample], *, threshold: float) -> SpanModel:
    """Fit clue weights and trees.

    Args:
        examples: Of at least two folds; the clue score of a row comes from the other folds.
        threshold: Least probability of a toponym, for the model.
    """
    folds = sorted({example.fold for example in examples})
    rows = [example.rows.copy() for example in examples]
    for fold in folds:
        weights, intercept = _fit_clues([e for e in examples if e.fold != fold])
        for own, example in zip(rows, examples, strict=True):
            if example.fold == fold:
                own[:, 0] = clue_scores(example.clues, weights, intercept)
    used = np.concatenate([e.used for e in examples])
    labels = np.concatenate([e.labels for e in examples])
    data = lightgbm.Dataset(np.concatenate(rows)[used], labels[used].astype(float))
    trees = lightgbm.train(dict(_BOOSTING), data, _ROUNDS)
    weights, intercept = _fit_clues(examples)
    return SpanModel(Trees(trees.model_to_string()), weights, intercept, threshold)


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
        if abs(weight) >= _LEAST_WEIGHT
    }
    return weights, round(float(fit.intercept_[0]), 4)
