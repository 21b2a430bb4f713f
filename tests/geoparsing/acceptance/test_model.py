"""Where a name would lie says whether it is a toponym at all."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dateline.findings import Mention
from dateline.geoparsing import models
from dateline.geoparsing.acceptance.model import ACCEPTANCE, acceptance_rows
from dateline.geoparsing.recognition.recogniser import Span
from dateline.geoparsing.resolution.resolver import WEIGHED, Resolution
from dateline.language_model import LanguageModel

Read = Callable[[str], tuple[Mention, ...]]


def test_what_the_gazetteer_does_not_have_is_judged_by_its_words_alone() -> None:
    rows = acceptance_rows([Span(0, 4, 0.5)], [Resolution(None, None)])
    assert rows.shape == (1, len(ACCEPTANCE))
    assert rows[0, 0] == 0
    assert np.isnan(rows[0, 1:]).all()


def test_certainty_is_bounded_and_evidence_stands_in_its_columns() -> None:
    weighed = tuple(float(number) for number in range(len(WEIGHED)))
    rows = acceptance_rows([Span(0, 4, 1.0)], [Resolution(3, 0.9, (), weighed)])
    assert np.isfinite(rows).all()
    assert tuple(rows[0, 1:]) == weighed


def test_the_likelier_a_span_is_the_rather_it_is_accepted(language: LanguageModel) -> None:
    model = models.load(language.name).acceptance
    probabilities = np.linspace(0.01, 0.99, 50)
    known = Resolution(3, 0.9, (), tuple([0.5] * len(WEIGHED)))
    for resolution in (known, Resolution(None, None)):
        spans = [Span(0, 4, float(p)) for p in probabilities]
        accepted = model.accepted(spans, [resolution] * len(spans))
        assert accepted == sorted(accepted)


def test_nothing_is_accepted_of_nothing(language: LanguageModel) -> None:
    assert models.load(language.name).acceptance.accepted([], []) == []


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (
            "Carrie Lough of Newark, Ohio, met Raynola Halle in Columbus. Halle wants to hear from "
            "families in Zanesville and Lancaster.",
            "Halle",
        ),
        (
            "Harvey, Irma and Maria were named as the worst storms that struck Houston and Miami "
            "in that year, forecasters in Tampa said.",
            "Maria",
        ),
    ],
)
def test_a_name_that_would_lie_far_from_all_else_is_none_of_a_place(
    mentions: Read, text: str, absent: str
) -> None:
    assert absent not in [mention.surface for mention in mentions(text)]
