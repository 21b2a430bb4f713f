"""Places where courts sit, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "A court in [Visby] convicted two of his men.",
        "The tribunal in [Visby] has awarded the temple to the monks.",
        "He was indicted by a tribunal in [Visby].",
        "Judges in [Visby] sentenced him to nine years.",
    ],
)
def test_a_court_rules_where_it_sits(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "setting"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "A court in [Arboga] was burned down by a crowd.",
        "Shells hit the court in [Arboga].",
        "Gunmen killed two judges in [Arboga].",
        "A crowd in [Arboga] found the bodies.",
    ],
)
def test_no_rule_takes_blows_against_a_court_for_its_rulings(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "setting" or "p=" in decision.rule
