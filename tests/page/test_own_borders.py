"""Borders of the reader's own: taken in, drawn instead, given back."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from dateline.credits import BORDERS

LINE = {"type": "LineString", "coordinates": [[36, 35], [38, 37]]}
GIVEN = json.dumps({"type": "Feature", "properties": {}, "geometry": LINE}).encode()


def page() -> None:
    import streamlit as st

    from components import own_borders

    own_borders.button(None)
    st.caption(own_borders.statement(None))


def opened(test: Any) -> Any:
    return test.button(key="borders_button").click().run()


def said(test: Any) -> str:
    return str(test.caption[-1].value)


def test_borders_are_taken_in_drawn_instead_of_the_maps_own_and_given_back() -> None:
    test = AppTest.from_function(page, default_timeout=30).run()
    assert said(test) == BORDERS
    opened(test).file_uploader(key="borders_file").upload(
        "lines.geojson", GIVEN, "application/json"
    )
    opened(test)
    assert said(test.run()).startswith("Borders: as given by the reader") and BORDERS in said(test)
    opened(test).checkbox(key="borders_box_instead").check()
    opened(test)
    assert BORDERS not in said(test.run())
    opened(test).button(key="borders_off").click()
    opened(test)
    assert said(test.run()) == BORDERS and not test.exception


def test_a_file_that_holds_no_borders_says_why_and_changes_nothing() -> None:
    test = AppTest.from_function(page, default_timeout=30).run()
    uploader = opened(test).file_uploader(key="borders_file")
    assert uploader.proto.max_upload_size_mb == 5, "no file is sent that would be refused"
    uploader.upload("lines.geojson", b'{"type": "x"}', "application/json")
    opened(test)
    assert "lines.geojson" in test.text[0].value
    assert said(test.run()) == BORDERS
