"""Gestures on the map come from a browser, and are read with suspicion."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.place_map import BORDERS, MapGesture, View, parse


def test_a_click_carries_the_places_and_whether_to_add() -> None:
    value = {"kind": "click", "places": ["geonames:170063", "geonames:448149"], "shift": True}
    expected = MapGesture("click", places=("geonames:170063", "geonames:448149"), shift=True)
    assert parse(value) == expected


def test_an_area_carries_its_polygon() -> None:
    value = {"kind": "area", "polygon": [[36, 37], [38, 37], [38, 35], [36, 35]]}
    gesture = parse(value)
    assert gesture is not None
    assert gesture.kind == "area"
    assert gesture.polygon == ((36.0, 37.0), (38.0, 37.0), (38.0, 35.0), (36.0, 35.0))


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"kind": "launch"},
        {"kind": "click"},
        {"kind": "click", "places": "geonames:1"},
        {"kind": "click", "places": [7, None]},
        {"kind": "area", "polygon": None},
        {"kind": "area", "polygon": [[1, 2], [3, 4]]},
        {"kind": "area", "polygon": [[1, "2"], [3, 4], [5, 6]]},
        {"kind": "area", "polygon": [[math.nan, 2], [3, 4], [5, 0]]},
        {"kind": "step", "at": "zz~yy"},
        {"kind": "step", "at": 7},
        {"kind": "set", "name": "share", "value": "yes"},
        {"kind": "set", "name": "near", "value": "far"},
        {"kind": "set", "name": "near", "value": "-3"},
        {"kind": "set", "name": "near", "value": "nan"},
        {"kind": "set", "name": "near", "value": 5},
        {"kind": "set", "name": "colour", "value": "red"},
    ],
)
def test_what_cannot_be_understood_is_no_gesture(value: dict[str, Any]) -> None:
    assert parse(value) is None


def test_a_gesture_says_what_the_map_shows() -> None:
    assert parse({"kind": "clear", "view": [37.1, 36.2, 6]}) == MapGesture(
        "clear", view=View(37.1, 36.2, 6.0)
    )
    assert parse({"kind": "clear", "view": [37.1, 36.2, None]}) == MapGesture("clear")


def test_a_step_names_its_day_and_its_end_none() -> None:
    assert parse({"kind": "step", "at": "2016-11-07"}) == MapGesture("step", day=date(2016, 11, 7))
    assert parse({"kind": "step", "at": None}) == MapGesture("step")


def test_shares_and_a_distance_are_set_and_taken_back() -> None:
    def given(name: str, value: str) -> MapGesture | None:
        return parse({"kind": "set", "name": name, "value": value})

    assert given("share", "share") == MapGesture("share", share=True)
    assert given("share", "count") == MapGesture("share", share=False)
    assert given("near", "25") == MapGesture("near", distance_km=25.0)
    assert given("near", "") == MapGesture("near")


def test_the_double_click_and_the_tray_are_gestures() -> None:
    assert parse({"kind": "clear"}) == MapGesture("clear")
    assert parse({"kind": "note"}) == MapGesture("unplaced")


def page() -> None:
    import pandas as pd

    from components import place_map

    counts = pd.DataFrame(
        {
            "gazetteer_id": [f"test:{number}" for number in range(1600)],
            "name": ["Tripoli"] * 1600,
            "country_code": ["LB"] * 1600,
            "latitude": [34.4] * 1600,
            "longitude": [35.8] * 1600,
            "precision": ["city"] * 1600,
            "articles": range(1, 1601),
        }
    )
    place_map.show(counts, on_choice=lambda gesture: None)
    place_map.show(counts.iloc[:0], on_choice=lambda gesture: None, key="empty")


def test_the_page_says_whose_borders_these_are_and_what_is_not_drawn() -> None:
    shown = AppTest.from_function(page, default_timeout=30).run()
    assert not shown.exception
    captions = [caption.value for caption in shown.caption]
    assert captions == [f"400 smaller places not drawn; the table has them all. {BORDERS}", BORDERS]


def test_the_statement_is_the_one_agreed_on() -> None:
    assert BORDERS == (
        "Borders: Natural Earth as edited by Visionscarto; they are not a statement by this "
        "project. A mark shows where coverage points, not what happened there."
    )


def test_the_text_alternative_names_the_largest_places() -> None:
    from components.place_map import _described

    table = pd.DataFrame({"name": ["Aleppo", "Tripoli"], "articles": [1200, 3]})
    said = _described(table, 1, "")
    assert "2 places" in said
    assert "Aleppo 1,200, Tripoli 3" in said
    assert "1 mention not placed" in said
    assert _described(table.iloc[:0], 0, "None.") == "Map without marks. None."
