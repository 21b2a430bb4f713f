"""The countries that athletes come from, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions

_SPORT = "She won her third medal of the season. The tournament ended with a goalless final."


@pytest.mark.parametrize(
    "marked",
    [
        f"{_SPORT} [Sweden:country]'s Anna Berg limped off.",
        f"{_SPORT} [Chile:country]'s world champions were second.",
    ],
)
def test_a_country_whose_own_competes_is_where_they_come_from(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "[Sweden:country]'s Anna Berg raised the tax.",
        f"{_SPORT} [Chile:country]'s government paid for it.",
        f"{_SPORT} Anna Berg fell ill in [Chile:country].",
    ],
)
def test_no_rule_finds_an_athlete_in_politics_or_a_government(marked: str) -> None:
    [decision] = decisions(marked)
    assert not decision.rule.startswith("whose ")
