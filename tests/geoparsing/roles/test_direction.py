"""Words that shift or narrow a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.geoparsing.roles.direction import direction_before


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Shells fell on eastern ", "eastern"),
        ("in South-East ", "South-East"),
        ("in the northernmost ", "northernmost"),
        ("a camp 20 km west of ", "20 km west of"),
        ("a base 12.5 km (8 miles) to the east of ", "12.5 km (8 miles) to the east of"),
        ("on the outskirts of ", "the outskirts of"),
        ("the western suburbs of ", "the western suburbs of"),
        ("a village near the town of ", "near"),
        ("just outside ", "just outside"),
        ("a ship off ", "off"),
        ("ten miles from ", "ten miles from"),
        ("in ", ""),
        ("the beast of ", ""),
        ("he coasted ", ""),
        ("north of it.\n", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_direction_words_become_a_field(before: str, words: str) -> None:
    assert direction_before(before + "Mosul", len(before)) == words


@given(st.text(max_size=80), st.integers(0, 80))
def test_the_words_stand_before_the_name_in_one_line(text: str, start: int) -> None:
    found = direction_before(text, min(start, len(text)))
    assert "\n" not in found
    assert found == found.strip()
