"""Firms called after a place and their branches, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "Nashua Corp. makes copiers. A rival bought nine percent of [Nashua]'s stock.",
        "Avon Products Inc. lost money. Last year [Avon] cut jobs.",
        "The bread was sold by HSBC [Malta:country].",
    ],
)
def test_a_firm_is_called_by_its_first_word(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "name"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Nashua Corp. makes copiers. A fire broke out in [Nashua].",
        "Avon Products sells soap. A flood hit [Avon].",
        "Arboga Cement Co. shut. Troops, rebels and an army shelled it. [Arboga] fell.",
        "The minister flew to [Malta:country].",
    ],
)
def test_no_rule_takes_the_town_for_the_firm(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "name" or "p=" in decision.rule
