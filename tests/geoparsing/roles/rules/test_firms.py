"""Firms called after a place and their branches, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "Arboga Corp. builds pumps. Its owner sold [Arboga]'s bonds in spring.",
        "Tranemo Pumps Inc. closed a plant. Last year [Tranemo] hired welders.",
        "The bread was sold by Meridian Bank [Malta:country].",
    ],
)
def test_a_firm_is_called_by_its_first_word(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "name"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Arboga Corp. builds pumps. A fire broke out in [Arboga].",
        "Tranemo Pumps built it. A flood hit [Tranemo].",
        "Arboga Cement Co. shut. Troops, rebels and an army shelled it. [Arboga] fell.",
        "The minister flew to [Malta:country].",
    ],
)
def test_no_rule_takes_the_town_for_the_firm(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "name" or "p=" in decision.rule
