"""Views that hold what they are asked to, and those that fit the places of a corpus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.figures.outlines import pixel
from dateline.figures.view import fit, holding
from tests.figures.counted import counts

SIZE = (190, 130)
POINTS = st.lists(st.tuples(st.floats(-180, 179.9), st.floats(-80, 80)), min_size=1, max_size=6)


@given(POINTS)
def test_every_point_lies_in_the_picture_unless_the_world_must(
    points: list[tuple[float, float]],
) -> None:
    view = holding(points, SIZE, nearest=4.0, furthest=-2.0)
    assert -2.0 <= view.zoom <= 4.0
    for point in points:
        x, y = pixel(*point, view, SIZE)
        assert view.zoom == -2.0 or (0 <= x <= SIZE[0] and 0 <= y <= SIZE[1])


def test_over_the_antimeridian_is_nearer_than_around_the_world() -> None:
    view = holding([(179.0, 0.0), (-179.0, 0.0)], SIZE, nearest=4.0, furthest=-2.0)
    assert view.zoom == 4.0 and abs(view.longitude) == 180


def test_the_view_fits_the_coverage_and_not_one_far_mention() -> None:
    near = [{"longitude": 37 + step / 10, "latitude": 36.0, "articles": 20} for step in range(5)]
    view = fit(counts(*near, {"longitude": -77.0, "latitude": 38.9, "articles": 1}))
    assert view.longitude == pytest.approx(37.2, abs=0.3)
    assert view.zoom > 5


def test_few_places_that_lie_together_are_all_in_the_first_view() -> None:
    core = [{"longitude": 37 + step / 10, "latitude": 36.0, "articles": 9} for step in range(5)]
    edge = [{"longitude": 35.0, "latitude": 34.4}, {"longitude": 40.1, "latitude": 36.9}]
    view = fit(counts(*core, *edge))
    across = 360 / 512 / 2**view.zoom * 680 / 2
    assert all(abs(one["longitude"] - view.longitude) < across for one in (*core, *edge))


def test_few_places_in_two_groups_fill_the_first_view() -> None:
    north = [{"longitude": 17.0, "latitude": 43.4}, {"longitude": 14.5, "latitude": 36.0}]
    south = [{"longitude": 35.6, "latitude": 3.1}]
    view = fit(counts(*north, *north, *south))
    high = 360 / 512 / 2**view.zoom * 440
    assert 45 < high < 70  # degrees of the map's width; the groups lie 44 apart
    assert 20 < view.latitude < 28


def test_many_places_are_not_shown_smaller_for_the_sake_of_some_at_the_edge() -> None:
    core = [{"longitude": 37 + step / 40, "latitude": 36.0, "articles": 9} for step in range(40)]
    edge = [{"longitude": 35.0, "latitude": 34.4}, {"longitude": 40.1, "latitude": 36.9}]
    assert fit(counts(*core, *edge)) == fit(counts(*core))


def test_without_places_the_view_is_the_world() -> None:
    assert fit(counts({}).iloc[:0]).zoom == 1.0
