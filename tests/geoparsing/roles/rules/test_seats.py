"""Buildings that stand for who rules from them, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "The [Kremlin:feature] denied it.",
        "[Kremlin:feature] critics were banned.",
        "[Malacañang:feature] had no comment on the raid.",
        "The [Planalto:feature] has not replied.",
        "The [Villa Somalia:feature] denied it.",
        "It leaves few choices for the [Kremlin:feature].",
        "Budget agreed: [White House:feature]\n\nThe budget was agreed on Friday.",
        "They questioned the plans of [Downing Street:feature].",
    ],
)
def test_a_seat_of_power_stands_for_who_rules(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "actor"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "A fire broke out in the [Kremlin:feature].",
        "Tourists visited the [White House:feature].",
        "She spoke on the lawn of the [White House:feature].",
        "Crowds marched towards [Downing Street:feature].",
        "The [Arboga] museum denied it.",
    ],
)
def test_no_rule_takes_the_house_itself_for_who_rules(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.rule != "a seat of power"
