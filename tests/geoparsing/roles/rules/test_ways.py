"""Roads and borders at which something happens, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "A mine went off on a road leading to [Arboga].",
        "They cut the highway that leads to [Arboga].",
        "The bus was on its way to [Arboga] when it was stopped.",
        "Smugglers dug under the border between [Malawi:country] and Zambia.",
    ],
)
def test_the_place_a_road_or_border_is_told_by_is_where_it_happens(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "event"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The trail leads to [Arboga], the prosecutor said.",
        "She found a way to [Arboga:unplaced].",
        "A dispute over the border soured ties between [Malawi:country] and Zambia.",
    ],
)
def test_no_rule_lays_an_event_where_no_road_leads(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "event" or "p=" in decision.rule
