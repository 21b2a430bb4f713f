"""Names that say where another place lies, in sentences of our own."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.findings import ROLES
from dateline.geoparsing.roles.frames import read_frames
from dateline.geoparsing.roles.locating import followed, located
from dateline.geoparsing.roles.syntax import read_syntax
from dateline.language_model import load
from tests.geoparsing.marked import facts_of, roles


def _located(marked: str) -> list[bool]:
    text, facts = facts_of(marked)
    return located(text, facts, read_frames(read_syntax(load().nlp(text)), facts))


@pytest.mark.parametrize(
    "marked",
    [
        "Shells fell on [Arboga], 40 km north of [Visby].",
        "Shells fell on [Arboga], about 25 miles (40 km) to the south-west of the city of [Visby].",
        "Shells fell on [Arboga], just east of [Visby].",
        "Shells fell on [Arboga] near the town of [Visby].",
        "Shells fell on [Arboga], a small village in northern [Lofa:region].",
        "Shells fell on [Arboga], the capital of [Lofa:region].",
        "Shells fell on [Arboga], on the border with [Norway:country].",
        "Shells fell on [Arboga], a few kilometres outside [Visby].",
    ],
)
def test_a_name_that_only_locates_the_one_before_it_is_found(marked: str) -> None:
    assert _located(marked) == [False, True]


@pytest.mark.parametrize(
    "marked",
    [
        "[Oslo:capital], 40 km north of [Visby], denied it.",
        "The [Danes:demonym] near [Visby] left.",
        "Shells fell on [Arboga] and on [Visby].",
        "Shells fell on [Arboga]. Near [Visby] it was quiet.",
        "Shells fell on [Arboga], fired from near [Visby].",
        "Buses run from [Arboga] to [Visby].",
        "They fled [Arboga], 40 people of [Visby] among them.",
    ],
)
def test_what_a_second_place_does_of_its_own_is_no_locating(marked: str) -> None:
    assert _located(marked) == [False, False]


def test_where_an_event_is_located_both_are_its_places_and_where_none_is_neither() -> None:
    assert roles("Two men were shot dead in [Arboga], 40 km north of [Visby].") == ["event"] * 2
    assert roles("She was born in [Arboga], 40 km north of [Visby].") == ["background"] * 2


def test_what_locates_a_place_that_acts_does_not_act() -> None:
    def sure(role: str) -> np.ndarray:
        return np.array([float(name == role) for name in ROLES])

    acts, event, own = sure("actor"), sure("event"), sure("background")
    assert followed([False, True], [acts, own])[1] is own
    assert followed([False, True, True], [event, own, own])[2] is event
