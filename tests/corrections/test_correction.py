"""A correction is read strictly and written so that it is read back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.corrections import NOT_A_PLACE, Correction, Point
from dateline.errors import CorrectionError
from dateline.findings import ROLES
from dateline.gazetteer import PRECISIONS

GOOD: dict[str, str] = {"scope": "surface", "surface": "Tripoli", "place": "geonames:266826"}


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("36.2 37.16", Point(36.2, 37.16)),
        ("-17.7, -178.05", Point(-17.7, -178.05)),
        (" 36.2,37.16  city ", Point(36.2, 37.16, "city")),
        ("0 0 country", Point(0.0, 0.0, "country")),
        ("-0.0 -0.000001", Point(0.0, 0.0)),
        ("own:36.2_37.16_district", Point(36.2, 37.16, "district")),
        ("36.2", None),
        ("36.2 37.16 12", None),
        ("36,2 37,16", None),
        ("٣٦ ٣٧", None),
        ("1e3 2", None),
        ("geonames:170063", None),
        ("", None),
    ],
)
def test_coordinates_are_latitude_longitude_and_perhaps_a_precision(
    text: str, point: Point | None
) -> None:
    assert Point.parse(text) == point


@pytest.mark.parametrize("text", ["91 0", "0 181", "0 0 village", "own:36.2_137.16_town"])
def test_a_point_that_is_not_on_earth_or_of_no_known_size_is_refused(text: str) -> None:
    with pytest.raises(CorrectionError, match="latitude comes first"):
        Point.parse(text)


@given(
    st.floats(-90, 90, allow_nan=False),
    st.floats(-180, 180, allow_nan=False),
    st.sampled_from(PRECISIONS),
)
def test_a_point_is_known_by_its_text_and_by_its_id(lat: float, lon: float, size: Any) -> None:
    point = Point.parse(f"{lat:.9f} {lon:.9f} {size}")
    assert point is not None
    assert Point.parse(str(point)) == point == Point.parse(point.gazetteer_id)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"scope": "corpus"}, "scope"),
        ({"key": "abc"}, "the key of an article"),
        ({"scope": "article"}, "the key of an article"),
        ({"scope": "mention", "key": "abc"}, "span"),
        ({"scope": "mention", "key": "abc", "start": "5", "end": "5"}, "span"),
        ({"scope": "mention", "key": "abc", "start": "-1", "end": "5"}, "offset"),
        ({"scope": "mention", "key": "abc", "start": "5.0", "end": "7"}, "offset"),
        ({"start": "5", "end": "7"}, "surface"),
        ({"surface": " \t"}, "surface"),
        ({"place": ""}, "neither place nor role"),
        ({"place": "Tripoli"}, "place 'Tripoli'"),
        ({"place": "=cmd|' /C calc'!A0"}, "place"),
        ({"place": "95 12"}, "latitude"),
        ({"role": "victim"}, "role"),
    ],
)
def test_a_row_that_cannot_be_applied_says_why(changed: dict[str, str], reason: str) -> None:
    with pytest.raises(CorrectionError, match=reason):
        Correction.of(GOOD | changed)


def test_a_row_may_be_written_by_hand() -> None:
    found = Correction.of(
        {"scope": " Mention", "key": "abc ", "start": "3", "end": "9", "place": "Not a Place"}
    )
    assert found == Correction("mention", "abc", 3, 9, place=NOT_A_PLACE)
    assert Correction.of(GOOD | {"place": "36.20, 37.160"}).place == "36.2 37.16 feature"
    assert Correction.of(GOOD | {"role": "Event"}).role == "event"


@given(
    st.text(min_size=1).filter(str.strip),
    st.sampled_from([NOT_A_PLACE, "geonames:1", "own:1_2_city", ""]),
    st.sampled_from(ROLES),
    st.text(),
)
def test_whatever_stands_in_a_correction_is_read_back(
    surface: str, place: str, role: Any, note: str
) -> None:
    said = Correction("surface", surface=surface, place=place, role=role, note=note)
    again = Correction.of(said.cells)
    assert (again.surface, again.role, again.note) == (surface, role, note)
    assert again.place_id == said.place_id
    assert Correction.of(again.cells) == again
