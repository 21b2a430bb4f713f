"""Distances on the globe."""

from __future__ import annotations

import numpy as np
import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from dateline.distance import great_circle_km

degrees = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(degrees, degrees)
def test_distances_are_geopy_s(here: tuple[float, float], there: tuple[float, float]) -> None:
    ours = great_circle_km(*(np.array(x) for x in (*here, *there)))
    assert float(ours) == pytest.approx(great_circle(here, there).km, rel=1e-3, abs=1e-3)
