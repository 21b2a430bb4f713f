"""A country before an organ of its state, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "The [US:country] State Department had no comment.",
        "Two dhows were stopped, [US:country] Central Command said.",
        "He will appeal to the [Kenya:country] Supreme Court.",
        "The [United States:country] House of Representatives has passed it.",
        "It was boarded by the [U.S.:country] Coast Guard off the island.",
        "The [U.S.:country] Court of Appeals will hear him.",
    ],
)
def test_a_country_before_an_organ_of_its_state_acts(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "actor"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "He studied at [Georgia:country] State University.",
        "The [U.S.:country] Census Bureau counted them.",
        "The [Malta:country] Financial Services Authority was asked.",
        "The [Gwent:region] Central Command Museum is shut.",
        "Nine were shot in [Chad:country], state department officials said.",
        "Snow fell in central [Kenya:country]. Supreme Court judges stayed at home.",
    ],
)
def test_other_offices_and_what_only_stands_beside_are_none(marked: str) -> None:
    [decision] = decisions(marked)
    assert not decision.rule.startswith("before '")
