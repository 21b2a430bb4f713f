"""A lasso becomes a short polygon that says the same."""

from __future__ import annotations

import math

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from dateline.figures.polygon import MOST_CORNERS, simplify
from dateline.figures.polygon import circle as around


def circle(
    corners: int, *, x: float = 37.0, y: float = 36.0, radius: float = 2.0
) -> list[list[float]]:
    turns = [2 * math.pi * number / corners for number in range(corners)]
    return [[x + radius * math.cos(turn), y + radius * math.sin(turn)] for turn in turns]


@given(st.integers(3, 700))
def test_a_round_lasso_keeps_its_area_in_forty_corners(corners: int) -> None:
    short = simplify(circle(corners))
    assert 3 <= len(short) <= MOST_CORNERS
    assert Polygon(short).area == pytest.approx(Polygon(circle(corners)).area, rel=0.05)


def test_a_box_stays_a_box() -> None:
    box = [[36.0, 37.0], [38.0, 37.0], [38.0, 35.0], [36.0, 35.0]]
    assert simplify(box) == ((36.0, 37.0), (38.0, 37.0), (38.0, 35.0), (36.0, 35.0))


def test_an_area_on_another_copy_of_the_world_is_brought_back() -> None:
    xs = [x for x, _ in simplify(circle(20, x=397.0))]
    assert min(xs) == pytest.approx(35.0, abs=0.01)


@pytest.mark.parametrize(
    "corners",
    [
        [],
        [[1.0, 2.0], [3.0, 4.0]],
        [[1.0, 2.0], [1.0, 2.0], [1.0, 2.0]],
        [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]],
        [[math.nan, 0.0], [1.0, 1.0], [2.0, 0.0]],
        [[0.0], [1.0, 1.0], [2.0, 0.0]],
    ],
)
def test_what_encloses_nothing_is_no_area(corners: list[list[float]]) -> None:
    assert simplify(corners) == ()


@given(st.lists(st.tuples(st.floats(-900, 900), st.floats(-100, 100)), max_size=120))
def test_any_scribble_gives_few_corners_within_the_world_or_none(
    corners: list[tuple[float, float]],
) -> None:
    short = simplify(corners)
    assert len(short) <= MOST_CORNERS
    assert all(abs(latitude) <= 90 for _, latitude in short)


@given(st.floats(-179, 179), st.floats(-70, 70), st.sampled_from([10.0, 100.0, 500.0]))
def test_a_circle_lies_at_its_distance_and_never_tears_at_the_antimeridian(
    longitude: float, latitude: float, distance_km: float
) -> None:
    ring = around(longitude, latitude, distance_km)
    for x, y in ring:
        there = (y, (x + 180) % 360 - 180)
        assert geodesic((latitude, longitude), there).km == pytest.approx(distance_km, rel=0.01)
    xs = [x for x, _ in ring]
    assert max(xs) - min(xs) < 60
