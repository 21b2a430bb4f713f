"""Figures as files."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.browser


def test_figures_can_be_taken_away_as_files(one: Any) -> None:
    begins = {"invented-map.png": b"\x89PNG", "invented-days.png": b"\x89PNG"}
    begins["invented-days.svg"] = b"<svg"
    names = [("PNG", 0), ("PNG", 1), ("SVG", 0)]
    for kind, number in names:
        with one.page.expect_download() as download:
            one.page.get_by_role("button", name=f"This figure as {kind}").nth(number).click()
        content = Path(download.value.path()).read_bytes()
        assert content.startswith(begins.pop(download.value.suggested_filename))
    assert begins == {}
    text = content.decode("utf-8")
    assert "A &amp; B" in text and "<script" not in text and "<image" not in text
    said = "".join(ElementTree.fromstring(text).itertext())  # noqa: S314  # of our own
    assert "Days <b>" in said, "a title is no markup"
    assert "'Source Sans', 'Source Sans 3'" in text


def test_a_chart_as_pixels_is_set_in_the_face_of_the_page(one: Any) -> None:
    with one.page.expect_request(lambda request: "SourceSans" in request.url):
        one.page.get_by_role("button", name="This figure as PNG").nth(1).click()
