"""How sure the best of several candidates is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.geoparsing import models
from dateline.geoparsing.resolution.confidence import EVIDENCE, Confidence, evidence
from dateline.geoparsing.resolution.features import SECOND_ROUND

scores = st.lists(st.floats(0, 1), min_size=1, max_size=40)


def rows(count: int, **columns: float) -> np.ndarray:
    table = np.zeros((count, len(SECOND_ROUND)), dtype=np.float32)
    for name, value in columns.items():
        table[:, SECOND_ROUND.index(name)] = value
    return table


@given(scores)
def test_the_evidence_is_finite_whatever_the_scores(values: list[float]) -> None:
    numbers = evidence(rows(len(values), quality=3, prominence=7), np.array(values))
    assert numbers.shape == (len(EVIDENCE),) and np.isfinite(numbers).all()


@given(scores, st.floats(-20, 20))
def test_a_confidence_is_a_probability(values: list[float], weight: float) -> None:
    confidence = Confidence(np.full(len(EVIDENCE), weight), -1.0)
    assert 0 <= confidence.of(evidence(rows(len(values)), np.array(values))) <= 1


@pytest.mark.parametrize("language_model", ["en_core_web_md", "en_core_web_sm"])
def test_what_we_ship_trusts_a_heard_country_and_a_high_score(language_model: str) -> None:
    confidence = models.load(language_model).places.confidence
    far = evidence(rows(2, prominence=3, names=8, nearest_km=4), np.array([0.3, 0.2]))
    near = evidence(
        rows(2, prominence=3, names=8, nearest_km=4, country_pull=0.8), np.array([0.3, 0.2])
    )
    sure = evidence(rows(2, prominence=3, names=8, nearest_km=4), np.array([0.95, 0.02]))
    assert confidence.of(far) < confidence.of(near)
    assert confidence.of(far) < confidence.of(sure)
