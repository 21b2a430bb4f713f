"""Of whom it is told where they come from, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "A 55-year-old [Arboga] man was arrested.",
        "An [Arboga] resident filmed the fire.",
        "The [Arboga] teenager won the race.",
    ],
)
def test_a_person_of_a_place_is_no_news_of_it(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "[Arboga] residents were told to boil their water.",
        "An [Arboga] street was closed.",
    ],
)
def test_what_all_residents_undergo_happens_where_they_live(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "background" or "p=" in decision.rule


def test_an_adjective_before_a_man_stays_one() -> None:
    [decision] = decisions("A [Syrian:demonym] man was arrested.")
    assert decision.role == "demonym"
