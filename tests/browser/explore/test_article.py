"""The open article: its words are text, whatever they look like, and are sent once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.explore.conftest import HOSTILE_RUBRIC, chips, open_title, rows

pytestmark = pytest.mark.browser


def test_what_an_article_holds_is_never_markup(one: Any) -> None:
    one.page.locator(".row", has_text="<script>window.harm").click()
    expect(open_title(one)).to_contain_text("<script>window.harm = 2</script>")
    expect(one.page.locator(".body")).to_contain_text("<style>body{display:none}</style>")
    expect(one.page.locator(".frame .meta")).to_contain_text("<img src=x onerror=window.harm=1>")
    one.page.locator('[data-at="sources <img src=x onerror=window.harm=1> include"]').click()
    expect(chips(one)).to_have_count(2)
    one.settle()
    assert one.page.locator(".frame :is(script, img, iframe, style, svg)").count() == 0
    assert one.page.evaluate("window.harm") is None


def test_what_else_the_table_says_of_an_article_stands_under_it_as_text(one: Any) -> None:
    columns = one.page.locator(".frame dl.columns")
    rows(one).filter(has_text="<script>window.harm").click()
    expect(columns.locator("dt")).to_have_text(["rubric"])
    expect(columns.locator("dd")).to_have_text([HOSTILE_RUBRIC])
    rows(one).filter(has_text="Two ports, one name").click()
    expect(open_title(one)).to_have_text("Two ports, one name")
    expect(columns).to_have_count(0)
    assert one.page.evaluate("window.harm") is None


def test_a_click_that_leaves_the_article_open_does_not_send_its_text_again(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url)

    def times_sent() -> int:
        return sum(
            b'\\"paragraphs\\":' in frame for frame in one.received if isinstance(frame, bytes)
        )

    one.wait_drawn(2)
    rows(one).filter(has_text="<script>window.harm").click()
    expect(open_title(one)).to_contain_text("<script>window.harm")
    one.settle()
    position, before = one.page.locator(".frame .position"), times_sent()
    assert before and position.inner_text() != "1 of 1"
    one.page.locator('[data-at="sources <img src=x onerror=window.harm=1> include"]').click()
    expect(position).to_have_text("1 of 1")
    one.settle()
    assert times_sent() == before


def test_the_row_of_an_article_come_to_by_steps_is_seen_whole_in_the_list(one: Any) -> None:
    rows(one).first.click()
    expect(one.page.locator(".frame .position")).to_have_text("1 of 12")
    box = one.page.locator(".list").bounding_box()
    for way, numbers in (("Next article (j)", range(2, 9)), ("Previous article (k)", (7, 6, 5))):
        for number in numbers:
            one.page.get_by_role("button", name=way).click()
            expect(one.page.locator(".frame .position")).to_have_text(f"{number} of 12")
            one.settle()
            row = one.page.locator(".item.open").bounding_box()
            assert row["y"] >= box["y"] - 1
            assert row["y"] + row["height"] <= box["y"] + box["height"] + 1


def test_a_link_to_a_place_shows_its_mention_and_the_title_leads_back_to_the_top(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(f"{url}?place=dateline:sukkari&q=awaited", width=390, height=300)
    one.wait_drawn(2)
    heading, pane = one.page.locator(".frame .heading"), one.page.locator(".frame .pane")
    rows(one).first.click()
    expect(one.page.locator(".frame.over")).to_be_visible()
    one.settle()
    chosen = one.page.locator(".body .mark.chosen").first
    expect(chosen).to_be_in_viewport(ratio=1)
    expect(open_title(one)).not_to_be_in_viewport()
    expect(heading).to_have_text("Buses at last")
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    heading.click()
    expect(open_title(one)).to_be_in_viewport(ratio=1)
    expect(open_title(one)).to_be_focused()
    expect(heading).to_be_hidden()
    assert pane.evaluate("(one) => one.scrollTop") == 0
