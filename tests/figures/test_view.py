"""Views that hold what they are asked to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.figures.outlines import pixel
from dateline.figures.view import holding

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
