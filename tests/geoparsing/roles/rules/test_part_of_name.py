"""Places within longer names, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "The [Russian:demonym] Orthodox Church has a new roof.",
        "The [Danish:demonym] Journalists Syndicate elected her.",
        "Maps of the [Russian:demonym] Empire were sold.",
        "She lost the [French:demonym] Open final.",
        "She rests after the [US:country] Open.",
        "He spoke at the Third [Baltic Sea:feature] Security Conference.",
        "The [Norwegian:demonym] Geodata Group has left.",
        "The Special Monitoring Mission to [Chad:country] counted nine tents.",
        "He teaches at the University of California, [Davis].",
        "The [China:country] Rail Science and Technology Corporation grew.",
        "A spokesman for the [Chad:country] Defense Forces left.",
        "Talks in the [Normandy:region] format stalled.",
        "Sailors of the [Baltic Sea:feature] fleet sang.",
        "She danced with the National Ballet of [Chile:country].",
    ],
)
def test_capitals_that_go_on_to_what_is_named_make_a_longer_name(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "name"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The [Syrian:demonym] church was hit.",
        "Stalls in the [Lund] open market burned.",
        "The [Lund] conference was ended by a fire.",
        "The army sent a mission to [Chad:country].",
        "Students of the university of the town of [Arboga], [Lund] and [Visby] met.",
        "The [Chadian:demonym] Defense Forces left.",
        "A [Danish:demonym] group has left.",
        "The [Russian:demonym] war machine needs oil.",
        "Shells hit positions of the Rapid Support Forces in [Kutum].",
        "A ballet of [Chile:country]'s best opened.",
    ],
)
def test_no_rule_finds_a_name_in_small_letters_or_a_list(marked: str) -> None:
    for decision in decisions(marked):
        assert decision.role != "name" or "p=" in decision.rule
