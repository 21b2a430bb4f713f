"""A small map says where on the earth it is: by names of countries that hide none of its places."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.figures.candidates_map import SIZE, CandidatesMap, candidates_map
from dateline.figures.country_names import LETTERS, CountryName


def drawn(*points: tuple[float, float], precision: str = "city") -> CandidatesMap:
    found = candidates_map([("x", *point, precision) for point in points], numbered_from=0)
    assert found is not None
    return found


def words(found: CandidatesMap) -> str:
    return " ".join(name.text for name in found.names)


def box(name: CountryName) -> tuple[float, float, float, float]:
    half = len(name.text) * 0.7 * LETTERS / 2
    return name.x - half, name.y - LETTERS / 2, name.x + half, name.y + LETTERS / 2


@pytest.mark.parametrize(
    ("point", "named", "not_named"),
    [
        ((36.586, 37.046), ("SYRIA", "TURKEY"), "IRAQ"),
        ((33.889, 35.495), ("LEBANON", "SYRIA"), "EGYPT"),  # beside its land, which has no room
        ((31.5, 34.466), ("PALESTINIAN TERRITORY", "ISRAEL", "EGYPT"), "SYRIA"),  # in two lines
        ((-4.322, 15.307), ("DEMOCRATIC REPUBLIC OF THE CONGO",), "ZAMBIA"),
        ((-18.142, 178.442), ("FIJI",), "TONGA"),
        ((-1.679, 29.222), ("DEMOCRATIC REPUBLIC OF THE CONGO",), "ZAMBIA"),  # over neighbours too
        ((46.948, 7.447), ("SWITZERLAND", "FRANCE"), "SLOVENIA"),
        ((47.141, 9.521), ("SWITZERLAND", "AUSTRIA"), "LIECHTENSTEIN"),  # it would lie elsewhere
    ],
)
def test_the_country_of_a_place_is_named_and_those_around_it(
    point: tuple[float, float], named: tuple[str, ...], not_named: str
) -> None:
    said = words(drawn(point))
    assert all(name in said for name in named)
    assert not_named not in said


def test_far_from_all_land_nothing_is_named() -> None:
    assert drawn((-45.0, -130.0)).names == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-60, 72), st.floats(-180, 180)), min_size=1, max_size=4))
def test_names_lie_on_the_picture_and_over_no_place_nor_one_another(
    points: list[tuple[float, float]],
) -> None:
    found = drawn(*points)
    boxes = [box(name) for name in found.names]
    for left, top, right, bottom in boxes:
        assert 0 <= left < right <= SIZE[0] and 0 <= top < bottom <= SIZE[1]
        for dot in found.dots:
            assert not (left < dot.x + 4 and dot.x - 4 < right and top < dot.y + 4 < bottom + 8)
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0]
        assert apart or one[3] <= other[1] or other[3] <= one[1]
