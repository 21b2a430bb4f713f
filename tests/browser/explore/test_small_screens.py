"""Small screens: room for the map, and an article over the page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.explore.conftest import caption, open_title, rows

pytestmark = pytest.mark.browser


def test_on_a_small_laptop_the_list_has_one_line_above_it_and_the_map_its_room(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=1024, height=768)
    one.wait_drawn(2)
    one.settle()
    assert caption(one).bounding_box()["height"] < 30
    assert one.page.locator(".dl-plot-map").bounding_box()["width"] > 340


def test_on_a_small_screen_the_way_out_of_nothing_stands_before_the_map(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(f"{url}?q=unheard-of", width=390, height=844)
    one.wait_drawn(2)
    offer = one.page.get_by_role("button", name="Without")
    expect(offer).to_be_in_viewport()
    one.settle()
    assert offer.bounding_box()["y"] < one.page.locator(".dl-plot-map").bounding_box()["y"]
    expect(one.page.locator(".dl-plot-map")).to_contain_text("No article matches all of this")


def test_on_a_small_screen_an_article_opens_over_the_page_and_closes_to_the_same_place(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844, dark=True)
    expect(rows(one)).to_have_count(12)
    one.wait_drawn(2)  # the map stands above the list
    one.settle()
    width = one.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    expect(one.page.locator(".frame")).to_be_hidden()
    row = rows(one).nth(3)
    row.scroll_into_view_if_needed()
    before = row.bounding_box()
    row.click()
    expect(one.page.locator(".frame.over")).to_be_visible()
    one.settle()
    box = one.page.locator(".frame.over").bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 390)
    in_a_line = one.page.get_by_role("button", name="Do not show again").bounding_box()
    assert in_a_line["height"] <= 24, "the button pushes the lines of the notice apart"
    one.page.get_by_role("button", name="Close the article").click()
    expect(one.page.locator(".frame")).to_be_hidden()
    one.settle()
    assert row.bounding_box() == before


def test_on_a_small_screen_the_focus_goes_into_the_article_stays_there_and_comes_back(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844)
    one.wait_drawn(2)
    rows(one).nth(2).press("Enter")
    expect(open_title(one)).to_be_focused()
    close = one.page.get_by_role("button", name="Close the article")
    close.press("Shift+Tab")
    expect(one.page.locator(".frame :focus")).to_have_count(1)
    expect(close).not_to_be_focused()
    one.page.keyboard.press("Tab")
    expect(close).to_be_focused()
    one.page.keyboard.press("Escape")
    expect(one.page.locator(".frame")).to_be_hidden()
    expect(rows(one).nth(2)).to_be_focused()


def test_on_an_upright_tablet_no_day_under_the_axis_is_turned_or_cut_and_the_legend_is_one_line(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=820, height=1180)
    one.wait_drawn(2)
    one.settle()
    labels = one.page.locator(".dl-plot .xtick text").all()
    boxes = [box for label in labels if (box := label.bounding_box())]
    assert len(boxes) >= 2
    assert all(box["height"] < 20 for box in boxes)
    for before, after in pairwise(boxes):
        assert before["x"] + before["width"] < after["x"]
    assert one.page.locator(".dl-plot-legend summary").bounding_box()["height"] < 24
