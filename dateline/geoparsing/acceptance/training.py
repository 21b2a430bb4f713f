"""Fitting acceptance: a pure function of annotated documents as models that had not seen them read.

Needs LightGBM's Python package (`pip install dateline[train]`); reading articles does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import lightgbm
import numpy as np

from dateline.gazetteer import Gazetteer
from dateline.geoparsing.acceptance.model import ACCEPTANCE, AcceptanceModel, acceptance_rows
from dateline.geoparsing.annotation import Annotated
from dateline.geoparsing.boosting import BOOSTING
from dateline.geoparsing.recognition.recogniser import Recogniser
from dateline.geoparsing.resolution.resolver import Resolver
from dateline.geoparsing.trees import Trees
from dateline.language_model.parsed_text import text_of

__all__ = ["AcceptanceExample", "acceptance_example", "fit_acceptance"]

_BOOSTING: Final = {
    **BOOSTING,
    "learning_rate": 0.04,
    "num_leaves": 8,
    "min_data_in_leaf": 40,
    "lambda_l2": 5.0,
    # That its words look like a toponym's can only speak for a span.
    "monotone_constraints": [int(name == "likelihood") for name in ACCEPTANCE],
}
_ROUNDS: Final = 100


@dataclass(frozen=True)
class AcceptanceExample:
    """Likely spans of one document: rows of `ACCEPTANCE`, labels, and which to learn from."""

    rows: np.ndarray
    labels: np.ndarray
    used: np.ndarray


def acceptance_example(
    document: Annotated, recogniser: Recogniser, resolver: Resolver, gazetteer: Gazetteer
) -> AcceptanceExample:
    """The likely spans of a document, labelled by whether they are exactly a toponym of it.

    Args:
        document: One that neither model has learned from.
        recogniser, resolver: They read it.
        gazetteer: Tells demonyms, which some sets leave out.
    """
    text = text_of(document.doc)
    spans = recogniser.spans(document.doc, recogniser.dateline(text))
    resolutions = resolver.resolve(document.doc, spans)
    gold = set(document.spans)
    labels = np.array([(span.start, span.end) in gold for span in spans], dtype=bool)
    used = np.array(
        [
            document.counts(
                span.start, span.end, demonym=gazetteer.is_demonym(text[span.start : span.end])
            )
            for span in spans
        ],
        dtype=bool,
    )
    return AcceptanceExample(acceptance_rows(spans, resolutions), labels, used | labels)


def fit_acceptance(examples: Sequence[AcceptanceExample], *, least: float) -> AcceptanceModel:
    """Fit the trees.

    Args:
        examples: Of documents that the models which read them had not seen.
        least: Least probability of a toponym, for the model.
    """
    used = np.concatenate([example.used for example in examples])
    rows = np.concatenate([example.rows for example in examples])[used]
    labels = np.concatenate([example.labels for example in examples])[used]
    trees = lightgbm.train(dict(_BOOSTING), lightgbm.Dataset(rows, labels.astype(float)), _ROUNDS)
    return AcceptanceModel(Trees(trees.model_to_string()), least)
