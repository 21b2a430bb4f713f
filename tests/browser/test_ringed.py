"""The open article on the map: its places are ringed, and the map itself stays as it was sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from dateline.resources import app_folder
from tests.corpora import ARTICLES, article, written

pytestmark = pytest.mark.browser

MAP = "document.querySelector('.dl-plot-map .dl-plot-figure')._fullLayout.map._subplot.map"
RINGED = f"""() => {{
  const rings = {MAP}.getSource('rings').serialize().data.features;
  return rings.map((ring) => ring.geometry.coordinates.map(Math.round).join(' ')).sort();
}}"""


@pytest.fixture(scope="module")
def url(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("corpus") / "invented"
    written(folder, [article(*row) for row in ARTICLES])
    return serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(folder))


def maps_sent(one: Any) -> int:
    return sum(b"scattermap" in frame for frame in one.received if isinstance(frame, bytes))


def moved(one: Any) -> list[float]:
    """What the map shows once the reader has moved it and its view is in the address."""
    one.settle()
    before = one.view()
    one.page.get_by_role("button", name="Zoom in").click()
    one.page.wait_for_function(f"(zoom) => {MAP}.getZoom() > zoom + 0.5", arg=before[2])
    one.settle()
    view: list[float] = one.view()
    said = quote("{:.4f},{:.4f},{:.2f}".format(*view))
    expect(one.page).to_have_url(re.compile(f"[?&]z={re.escape(said)}"))
    return view


def test_another_article_is_ringed_on_a_map_that_is_not_sent_again(reader: Any) -> None:
    moved(reader)
    reader.page.locator(".list .row").filter(has_text="Two ports, one name").click()
    expect(reader.page.locator(".frame h2")).to_contain_text("Two ports, one name")
    reader.page.wait_for_function(f"() => ({RINGED})().length > 0")
    reader.settle()
    first, sent = reader.page.evaluate(RINGED), maps_sent(reader)
    reader.page.locator(".list .row").filter(has_text="A warning, and an old name").click()
    expect(reader.page.locator(".frame h2")).to_contain_text("A warning, and an old name")
    reader.page.wait_for_function(
        f"(before) => ({RINGED})().join() !== before", arg=",".join(first)
    )
    reader.settle()
    assert sent >= 1
    assert maps_sent(reader) == sent


def test_a_map_that_was_left_shows_what_it_showed(reader: Any) -> None:
    view = moved(reader)
    reader.page.get_by_role("link", name="Method").click()
    reader.wait_text("Why roles")
    reader.page.get_by_role("link", name="Explore").click()
    reader.wait_drawn(2)
    reader.settle()
    assert reader.view() == pytest.approx(view, abs=0.01)
