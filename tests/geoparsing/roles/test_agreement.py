"""Names that stand together have one role, in sentences of our own."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.geoparsing.roles.agreement import agreed, together
from dateline.geoparsing.roles.frames import read_frames
from dateline.geoparsing.roles.syntax import read_syntax
from dateline.language_model import load
from tests.geoparsing.marked import facts_of, roles


def _groups(marked: str, country: int = 3) -> list[int]:
    text, facts = facts_of(marked)
    placed = [fact._replace(country=country) for fact in facts]
    found = read_frames(read_syntax(load().nlp(text)), placed)
    return together(text, placed, found)


@pytest.mark.parametrize(
    "marked",
    [
        "Buses left [Cacak], [Uzice] and [Kraljevo] at dawn.",
        "Supplies reach him from [Kulyab] in [Tajikistan:country].",
        "They came from [Kukes], in northern [Albania:country], on foot.",
        "Shells fell on [Jezzine] ([Lebanon:country]).",
        "The patrol came from [Huanta], [Ayacucho:region], in the night.",
    ],
)
def test_a_list_and_a_town_with_its_land_stand_together(marked: str) -> None:
    assert len(set(_groups(marked))) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "In [Newark], [Ohio:region] police closed the road.",
        "He holds [Aleppo], and [Russia:country] keeps a base at [Khmeimim].",
        "It is pressed by [Moscow:capital] in [Moldova:country], and waits.",
        "The [Angolan:demonym], [Luanda:capital] said.",
        "[TUNIS:dateline], [Sfax] is quiet.",
    ],
)
def test_what_belongs_to_two_clauses_does_not(marked: str) -> None:
    numbers = _groups(marked) if "Moscow" not in marked else _two_countries(marked)
    assert numbers[0] != numbers[1]


def _two_countries(marked: str) -> list[int]:
    text, facts = facts_of(marked)
    placed = [fact._replace(country=number) for number, fact in enumerate(facts)]
    return together(text, placed, read_frames(read_syntax(load().nlp(text)), placed))


def test_those_that_stand_together_are_heard_together_and_the_first_weighs_most() -> None:
    chances = [np.array(row) for row in ([0.6, 0.4, 0.0], [0.3, 0.5, 0.2], [0.1, 0.0, 0.9])]
    first, second, alone = agreed([0, 0, 2], chances)
    assert first.argmax() == second.argmax() == 0
    assert first.sum() == pytest.approx(1)
    assert alone is chances[2]


def test_a_role_that_is_foremost_for_none_is_chosen_for_none() -> None:
    chances = [np.array([0.5, 0.0, 0.5 - 1e-9]), np.array([0.0, 0.5, 0.5 - 1e-9])]
    assert {int(chance.argmax()) for chance in agreed([0, 0], chances)} <= {0, 1}


def test_where_all_agree_each_keeps_its_own_probability() -> None:
    chances = [np.array([0.9, 0.1]), np.array([0.6, 0.4])]
    assert agreed([0, 0], chances)[1] is chances[1]


@pytest.mark.parametrize(
    "marked",
    [
        "The ship's crew of 21, from [Georgia:country], [Ukraine:country] and the "
        "[Philippines:country], were unharmed.",
        "The interviews were held in [Zagreb:capital], [Karlovac], [Vienna:capital] and [Malmo].",
        "“We shall sleep in [Beirut:capital], or in [Sidon] if God wills,” he said.",
    ],
)
def test_no_name_is_torn_from_its_list(marked: str) -> None:
    assert len(set(roles(marked))) == 1
