"""Latitudes on Web Mercator and back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.figures.mercator import latitude_at, northing


@given(st.floats(-84, 84))
def test_a_latitude_comes_back_from_where_it_lies(latitude: float) -> None:
    assert latitude_at(float(northing(latitude))) == pytest.approx(latitude, abs=1e-9)


def test_the_projection_is_square_at_the_latitude_where_maps_of_the_web_end() -> None:
    # 85.0511° lies as far north as 180° lie east; nothing beyond 84° is drawn.
    assert northing(0.0) == pytest.approx(0)
    assert northing(89.0) == northing(84.0) < 180
    assert latitude_at(180.0) == pytest.approx(85.0511, abs=1e-4)


def test_arrays_keep_their_shape() -> None:
    assert northing(np.array([[0.0, 30.0], [-30.0, 60.0]])).shape == (2, 2)
