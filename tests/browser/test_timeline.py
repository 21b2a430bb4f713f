"""The ends of what is chosen on the timeline, which lie over its bars."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NARROW = 280  # pixels of a page on which a week is no wider than a handle


@pytest.fixture(scope="module")
def url(serve: Callable[..., str]) -> str:
    return serve(Path(__file__).with_name("plotview_page.py"))


@pytest.fixture
def strip(visit: Callable[..., Any], url: str) -> Any:
    """The timeline on a narrow page."""
    one = visit(url, width=NARROW, height=1200)
    one.wait_drawn(2)
    one.settle()
    found = one.page.locator(".dl-plot").nth(1)
    found.settle = one.settle
    return found


def said(strip: Any, number: int) -> Any:
    last = strip.page.get_by_text(f"{number} gestures; last:").first
    expect(last).to_be_visible()
    strip.settle()
    return last


def middle_of_bar(strip: Any, number: int) -> tuple[float, float]:
    bar = strip.locator(".bars .point path").nth(number).bounding_box()
    return bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] - 4


def test_a_second_click_on_a_narrow_bar_is_one_on_it_though_the_ends_lie_over_it(
    strip: Any,
) -> None:
    page = strip.page
    week = "first=datetime.date(2016, 11, 7), last=datetime.date(2016, 11, 13)"
    page.mouse.click(*middle_of_bar(strip, 1))
    expect(said(strip, 1)).to_contain_text(week)
    ends = strip.locator(".dl-plot-handle:visible")
    for number in (2, 3):
        left, right = (ends.nth(end).bounding_box() for end in (0, 1))
        assert right["x"] <= left["x"] + left["width"], "the bar is wider than a handle"
        at = left["x"] + 2 if number == 2 else right["x"] + right["width"] - 2
        page.mouse.click(at, left["y"] + left["height"] / 2)
        expect(said(strip, number)).to_contain_text(week)
        expect(said(strip, number)).to_contain_text("kind='range'")


def test_a_click_on_an_end_of_several_bars_changes_nothing_and_takes_the_focus(strip: Any) -> None:
    page = strip.page
    first = strip.get_by_role("slider", name="First day of publication")
    first.press("ArrowRight")
    expect(said(strip, 1)).to_contain_text("kind='ends'")
    page.get_by_role("button", name="start again").focus()
    box = first.bounding_box()
    page.mouse.click(box["x"] + 10, box["y"] + box["height"] / 2)
    expect(first).to_be_focused()
    first.press("ArrowRight")
    expect(said(strip, 2)).to_contain_text("kind='ends'")


def test_the_ends_stand_at_the_ends_when_more_days_have_come(strip: Any) -> None:
    last = strip.get_by_role("slider", name="Last day of publication")
    expect(last).to_have_attribute("aria-valuetext", "2016-12-25")
    at = last.bounding_box()["x"]
    strip.page.get_by_text("a longer time").click()
    expect(last).to_have_attribute("aria-valuetext", "2017-02-26")
    strip.settle()
    assert last.bounding_box()["x"] == pytest.approx(at, abs=1)


def test_labels_say_days_months_with_their_year_or_years_in_a_line(strip: Any) -> None:
    labels = strip.locator(".xtick text")
    expect(labels.filter(has_text="2016")).to_have_count(0)
    expect(labels.filter(has_text="Nov").first).to_have_text(re.compile(r"^\d+ Nov$"))
    expect(strip.locator(".annotation-text").first).to_contain_text("Published in 2016")
    strip.page.get_by_text("a longer time").click()
    expect(labels.filter(has_text="2017").first).to_have_text(re.compile(r"^[A-Z][a-z]{2} 2017$"))
    expect(strip.locator(".annotation-text").first).to_contain_text("Published · ")
