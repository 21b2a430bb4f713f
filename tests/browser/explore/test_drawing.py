"""What is drawn when, and what is drawn only once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.explore.conftest import chips
from tests.browser.visit import PATIENCE_MS

pytestmark = pytest.mark.browser

WHEN_RUN = """Object.defineProperty(window, 'Plotly', { configurable: true, set(plotly) {
  performance.mark('test:run', { detail: document.fonts.check('16px "Source Serif"') });
  Object.defineProperty(window, 'Plotly', { value: plotly, writable: true });
} })"""


@pytest.mark.parametrize(("asked", "has_text"), [("", True), ("?q=zeppelin", False)])
def test_the_code_of_the_map_is_run_once_the_text_stands_or_where_there_is_none(
    browser: Any, url: str, asked: str, has_text: bool
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(WHEN_RUN)
    page.goto(url + asked)
    page.wait_for_function("() => performance.getEntriesByName('test:run').length")
    text, run, can_be_seen = page.evaluate("""() => {
      const [text, run] = ['dateline:text', 'test:run'].map(
        (name) => performance.getEntriesByName(name)[0]);
      return [text?.startTime ?? null, run.startTime, run.detail];
    }""")
    assert (text is not None) == has_text
    assert text is None or text < run
    assert text is None or can_be_seen, "its letters have not come"
    context.close()


@pytest.mark.parametrize(
    ("asked", "said", "gesture"),
    [("", "1 of 4", "Skip"), ("?role=victim", "Part of this link could not be read", "Reset")],
)
def test_what_was_said_once_goes_without_the_map_being_drawn_anew(
    visit: Callable[..., Any], url: str, asked: str, said: str, gesture: str
) -> None:
    one = visit(url + asked)
    one.wait_drawn(2)
    one.page.evaluate("() => { window.map = document.querySelector('.dl-plot-map') }")
    expect(one.page.get_by_text(said)).to_be_visible()
    one.page.locator('[data-at="sources Levant Desk include"]').click()
    expect(chips(one)).to_have_count(2)
    one.page.get_by_role("button", name=gesture).click()
    expect(one.page.get_by_text(said)).to_have_count(0)
    one.settle()
    assert one.page.evaluate("() => window.map.isConnected"), "the map was drawn anew"


def test_places_of_one_name_are_told_apart_in_the_list_of_those_in_view(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(f"{url}?role=event&role=setting&z=25,34,3")
    one.wait_drawn()
    one.settle()
    one.page.get_by_role("button", name="List the places in view").click()
    listed = one.page.get_by_role("dialog", name="Places in view").get_by_role("button")
    expect(listed.filter(has_text="Liban-Nord, Lebanon")).to_have_text(re.compile("^Tripoli"))
    expect(listed.filter(has_text="Tripoli, Libya")).to_have_text(re.compile("^Tripoli"))
    expect(listed.filter(has_text="Mediterranean")).to_have_text("Mediterranean Sea1")
