"""The small map of candidates holds all of them, over the antimeridian too, without a network."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.figures.candidates_map import SIZE, candidates_map

LEBANON = ("Tripoli", 34.4367, 35.8497, "city")
LIBYA = ("Tripoli", 32.8925, 13.18, "city")
SUVA = ("Suva", -18.1416, 178.4419, "city")
APIA = ("Apia", -13.8333, -171.7667, "city")


def test_no_place_is_no_map() -> None:
    assert candidates_map([], numbered_from=0) is None


def test_two_tripolis_lie_west_and_east_the_present_one_on_top() -> None:
    drawn = candidates_map([LEBANON, LIBYA], numbered_from=0)
    assert drawn is not None
    assert [dot.number for dot in drawn.dots] == [1, 0]
    libya, lebanon = drawn.dots
    assert libya.x < lebanon.x and libya.y > lebanon.y
    assert re.fullmatch(r"(M-?[\d.]+ -?[\d.]+(L-?[\d.e-]+ -?[\d.e-]+)+z)+", drawn.land)


def test_a_place_alone_stands_in_the_middle_of_its_country() -> None:
    drawn = candidates_map([LEBANON], numbered_from=1)
    assert drawn is not None
    (dot,) = drawn.dots
    assert (dot.x, dot.y) == pytest.approx((SIZE[0] / 2, SIZE[1] / 2), abs=1)
    assert dot.number == 1


def test_neighbours_over_the_antimeridian_are_neighbours() -> None:
    drawn = candidates_map([SUVA, APIA], numbered_from=0)
    assert drawn is not None
    apia, suva = drawn.dots
    assert 0 < suva.x < apia.x < SIZE[0]
    assert apia.x - suva.x > SIZE[0] / 2, "the map is not of the whole world"


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(-80, 80), st.floats(-180, 180)), min_size=1, max_size=6))
def test_every_candidate_lies_on_the_picture(points: list[tuple[float, float]]) -> None:
    drawn = candidates_map([("x", *point, "city") for point in points], numbered_from=0)
    assert drawn is not None
    assert [dot.number for dot in drawn.dots] == list(range(len(points)))[::-1]
    for dot in drawn.dots:
        assert -1 <= dot.x <= SIZE[0] + 1
        assert -1 <= dot.y <= SIZE[1] + 1
    assert all(before.number > after.number for before, after in pairwise(drawn.dots))
