"""Points within a drawn line, or within kilometres of a place."""

from __future__ import annotations

import numpy as np
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.query.area import near, within

BOX = ((0.0, 0.0), (10.0, 0.0), (10.0, 5.0), (0.0, 5.0))
latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)


def inside(corners: tuple[tuple[float, float], ...], *points: tuple[float, float]) -> list[bool]:
    lat, lon = (np.array(values) for values in zip(*points, strict=True))
    return within(corners, lat, lon).tolist()


def test_the_edge_is_inside_and_closing_the_line_changes_nothing() -> None:
    points = ((2.0, 3.0), (0.0, 0.0), (5.0, 10.0), (5.1, 3.0), (2.0, -0.1))
    wanted = [True, True, True, False, False]
    assert inside(BOX, *points) == inside((*BOX, BOX[0]), *points) == wanted


def test_a_line_that_crosses_itself_encloses_both_loops() -> None:
    bow = ((0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 10.0))
    assert inside(bow, (5.0, 1.0), (5.0, 9.0), (1.0, 5.0)) == [True, True, False]


def test_a_line_without_area_encloses_no_point_beside_it() -> None:
    assert inside(((0.0, 0.0), (1.0, 1.0), (2.0, 2.0)), (1.0, 1.5), (5.0, 5.0)) == [False, False]


def test_no_points_are_no_points() -> None:
    assert within(BOX, np.zeros(0), np.zeros(0)).tolist() == []
    assert near(0, 0, 10, np.zeros(0), np.zeros(0)).tolist() == []


@given(st.integers(-90, 90), st.integers(-180, 180), st.sampled_from([-360.0, 0.0, 360.0]))
def test_a_polygon_turned_once_round_the_earth_holds_the_same(
    latitude: int, longitude: int, turn: float
) -> None:
    corners = tuple((east + turn, north) for east, north in BOX)
    assert inside(corners, (latitude, longitude)) == [0 <= longitude <= 10 and 0 <= latitude <= 5]


@settings(max_examples=200)
@given(latitudes, longitudes, latitudes, longitudes, st.floats(0.9, 1.1))
def test_near_is_what_geopy_says(
    latitude: float, longitude: float, other: float, east: float, share: float
) -> None:
    exact_km = geodesic((latitude, longitude), (other, east)).km
    distance_km = exact_km * share
    found = near(latitude, longitude, distance_km, np.array([other]), np.array([east]))
    assert found.tolist() == [exact_km <= distance_km]
