"""Places that are a party to a quarrel, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "Old issues between [Chad:country] and [Libya:country] came up.",
        "There is common ground between [Oslo:capital] and [Lima:capital].",
        "Nine were fined for a protest against [Chile:country].",
        "The party sided with [Peru:country].",
        "He is a supporter of [Nauru:country].",
        "Prices rose over the [Chad:country]-[Libya:country] conflict.",
        "The council met at the request of [Chile:country].",
        "Militias loyal to [Oslo:capital] left.",
        "Envoys spoke of the integrity of [Chile:country].",
        "Bankers have full confidence in [Peru:country].",
        "Fishermen fear an attack by [Libya:country].",
        "The film was made to discredit [Chad:country].",
    ],
)
def test_states_quarrel_and_are_sided_with(marked: str) -> None:
    for decision in decisions(marked):
        assert decision.role == "actor"
        assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Trains between [Oslo:capital] and [Lima:capital] stood still.",
        "The ground between [Visby] and [Arboga] was flooded.",
        "There is a protest in [Chile:country].",
        "He waited at the side of the road in [Peru:country].",
        "The [Chad:country]-[Libya:country] border is closed.",
        "Aid for post-[Arboga] war relief came late.",
        "He asked for the hand of a girl of [Chile:country].",
        "They fear an attack by the road in [Libya:country].",
        "Floods isolated [Arboga].",
    ],
)
def test_no_rule_finds_a_party_where_one_only_is_or_travels(marked: str) -> None:
    for decision in decisions(marked):
        assert decision.role != "actor" or "p=" in decision.rule
