"""Borders from outside are lines and nothing else, or they are refused with a reason."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.borders import FILE_NAME, LARGEST_BYTES, MOST_POINTS, Borders, of_folder, read
from dateline.errors import ReadingError


def geojson(*geometries: dict[str, Any], **properties: Any) -> bytes:
    features = [
        {"type": "Feature", "properties": properties, "geometry": geometry}
        for geometry in geometries
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


LINE = {"type": "LineString", "coordinates": [[36.0, 35.0], [37.0, 36.0]]}
SQUARE = [[[1, 1], [2, 1], [2, 2], [1, 1]]]


def test_lines_and_the_edges_of_polygons_are_borders() -> None:
    polygons = {"type": "MultiPolygon", "coordinates": [SQUARE, SQUARE]}
    found = read(geojson(LINE, polygons, {"type": "Polygon", "coordinates": SQUARE}), name="x")
    assert len(found.agreed) == 4
    assert found.agreed[0] == ((36.0, 35.0), (37.0, 36.0))
    assert found.disputed == ()


@pytest.mark.parametrize("properties", [{"disputed": True}, {"kind": "disputed"}])
def test_a_disputed_line_says_so(properties: dict[str, Any]) -> None:
    found = read(geojson(LINE, **properties), name="x")
    assert (found.agreed, len(found.disputed)) == ((), 1)


def test_nothing_but_coordinates_and_kind_reaches_the_map() -> None:
    hostile = geojson(LINE, name="<script>alert(1)</script>", url="https://example.org/x")
    sent = json.dumps(read(hostile, name="<b>mine</b>").drawn(instead=True))
    assert "script" not in sent and "example" not in sent and "mine" not in sent


def test_a_bare_geometry_a_height_and_a_byte_order_mark_are_read() -> None:
    line = {"type": "LineString", "coordinates": [[1, 2, 300], [3, 4, 5]]}
    assert read(b"\xef\xbb\xbf" + json.dumps(line).encode(), name="x").agreed == (
        ((1.0, 2.0), (3.0, 4.0)),
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"<svg onload='alert(1)'/>",
        b'{"type": "FeatureCollection", "features": []}',
        geojson({"type": "Point", "coordinates": [1, 2]}),
        geojson({"type": "LineString", "coordinates": [[1, 2]]}),
        geojson({"type": "LineString", "coordinates": [[1, 2], [181, 0]]}),
        geojson({"type": "LineString", "coordinates": [[1, 2], ["3", 4]]}),
        geojson({"type": "LineString", "coordinates": [[1, 2], [True, 4]]}),
        b'{"type": "LineString", "coordinates": [[1, 2], [NaN, 4]]}',
        b'{"type": "LineString", "coordinates": [[1, 2], [1e999, 4]]}',
        b'{"type": "LineString", "coordinates": ' + b"[" * 50_000,
        b" " * (LARGEST_BYTES + 1),
    ],
)
def test_what_is_no_border_is_refused_in_three_parts(content: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read(content, name="mine.geojson")
    assert "mine.geojson" in caught.value.came
    assert caught.value.expected and caught.value.todo


def test_whoever_has_metres_or_points_is_told_what_to_export() -> None:
    metres = geojson({"type": "LineString", "coordinates": [[4e6, 4.2e6], [4.1e6, 4.3e6]]})
    for content in (metres, geojson({"type": "Point", "coordinates": [1, 2]})):
        with pytest.raises(ReadingError, match="lines or polygons as GeoJSON in WGS 84"):
            read(content, name="mine.geojson")


def test_a_coast_of_a_hundred_thousand_points_becomes_short_enough_to_send() -> None:
    drawn = Random(1)  # noqa: S311
    coast = [[-10.0, 40.0]]
    while len(coast) < 100_000:
        steps = drawn.uniform(-0.001, 0.002), drawn.uniform(-0.002, 0.002)
        coast.append([round(at + step, 5) for at, step in zip(coast[-1], steps, strict=True)])
    found = read(geojson({"type": "LineString", "coordinates": coast}), name="x")
    assert 2 <= sum(map(len, found.agreed)) <= MOST_POINTS
    assert len(json.dumps(found.drawn(instead=False))) < 200_000
    assert found.agreed[0][0] == (-10.0, 40.0)


def test_the_same_lines_have_the_same_id() -> None:
    one, other = read(geojson(LINE), name="a"), read(geojson(LINE), name="b")
    assert one.drawn(instead=False)["id"] == other.drawn(instead=True)["id"]


def test_a_corpus_folder_may_have_its_own(tmp_path: Path) -> None:
    assert of_folder(tmp_path) is None
    (tmp_path / FILE_NAME).write_bytes(geojson(LINE))
    assert isinstance(of_folder(tmp_path), Borders)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "features", "geometry", "coordinates", "properties"]),
            inner | st.sampled_from(["Feature", "FeatureCollection", "LineString", "Polygon"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_borders_or_refused(value: object) -> None:
    try:
        found = read(json.dumps(value).encode(), name="x")
    except ReadingError:
        return
    assert found.agreed or found.disputed


@given(st.binary(max_size=60))
def test_any_bytes_are_borders_or_refused(content: bytes) -> None:
    with pytest.raises(ReadingError):
        read(content, name="x")
