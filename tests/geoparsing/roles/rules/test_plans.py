"""Visits yet to come, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "The minister is to visit [Lviv] next month.",
        "Inspectors will visit [Arboga] next week, the agency said.",
    ],
)
def test_nothing_has_happened_where_somebody_will_be(marked: str) -> None:
    [decision] = decisions(marked)
    assert (decision.role, decision.rule) == ("background", "a visit yet to come")


@pytest.mark.parametrize(
    "marked",
    [
        "The minister visited [Lviv] and will be back next month.",
        "Shells will hit [Lviv] next month, he fears.",
        "She visited [Arboga] the next morning.",
    ],
)
def test_other_visits_and_other_deeds_are_left_alone(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.rule != "a visit yet to come"
