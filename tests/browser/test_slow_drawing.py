"""Figures whose drawing takes its time, as on a slow machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# A drawing takes its time until the page says `go on`; what happens to a figure is written down.
SLOW_DRAWING = """() => {
  const { react, purge } = Plotly;
  globalThis.steps = [];
  Plotly.react = async (...figure) => {
    steps.push("begun");
    await new Promise((resolve) => addEventListener("go on", resolve, { once: true }));
    await react(...figure);
    steps.push("drawn");
  };
  Plotly.purge = (plot) => {
    purge(plot);
    steps.push("cleared");
  };
}"""


@pytest.fixture(scope="module")
def url(serve: Callable[..., str]) -> str:
    return serve(Path(__file__).with_name("plotview_page.py"))


@pytest.fixture
def slow(visit: Callable[..., Any], url: str) -> Any:
    """A visit to figures that are drawn anew slowly from now on."""
    one = visit(url, height=1200)
    one.wait_drawn(2)
    one.settle()
    one.page.evaluate(SLOW_DRAWING)
    return one


def test_a_figure_that_goes_while_it_is_drawn_is_cleared_after_it(slow: Any) -> None:
    slow.page.get_by_text("fewer places").click()
    slow.page.wait_for_function("() => steps.join() === 'begun'")
    slow.page.get_by_text("no figures").click()
    expect(slow.page.locator(".dl-plot")).to_have_count(0)
    slow.page.evaluate("dispatchEvent(new Event('go on'))")
    slow.page.wait_for_function("() => steps.length >= 4")
    assert slow.page.evaluate("steps") == ["begun", "cleared", "drawn", "cleared"]


def test_an_end_that_is_moved_on_while_the_page_runs_is_not_set_back(slow: Any) -> None:
    first = slow.page.get_by_role("slider", name="First day of publication")
    first.press("ArrowRight")
    slow.page.wait_for_function("() => steps.join() === 'begun'")
    first.evaluate(
        """(handle) => {
          handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
          dispatchEvent(new Event('go on'));
        }"""
    )
    slow.wait_text("2 gestures; last:")
    slow.page.evaluate("dispatchEvent(new Event('go on'))")
    expect(first).to_have_attribute("aria-valuetext", "2016-10-10")
    last = slow.page.get_by_text("2 gestures; last:").first
    expect(last).to_contain_text("first=datetime.date(2016, 10, 10), last=None")
