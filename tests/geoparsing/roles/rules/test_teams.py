"""Places that stand for a team, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions, roles


@pytest.mark.parametrize(
    "marked",
    [
        "She rowed for [Wales:country] at two regattas.",
        "He has played for [Visby] since March.",
        "The fencer represented [Malta:country] at the games.",
        "A 2-0 defeat to [Arboga] ended their season.",
        "It was a narrow win over [Chile:country].",
        "Their loss to [Lund] came in extra time.",
    ],
)
def test_those_one_plays_for_or_against_act(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "actor"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The band played for hours in [Visby].",
        "The councillor represents [Arboga] and two villages.",
        "The defeat at [Lund] ended the campaign.",
        "He was named player of the year and left for [Malta:country].",
    ],
)
def test_no_rule_finds_a_team_where_one_only_is_or_sits_for_a_town(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "actor" or "p=" in decision.rule


def test_who_played_for_a_country_did_so_in_what_is_told_of_a_life_too() -> None:
    told = "He was born in [Lund] and went to school in [Visby]. He rowed for [Sweden:country]."
    assert roles(told) == ["background", "background", "actor"]
