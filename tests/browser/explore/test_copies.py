"""The copies of a text, listed wherever they are pressed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.explore.conftest import caption, chips, open_title, rows

pytestmark = pytest.mark.browser


def test_the_copies_of_a_text_are_listed_by_a_click_and_a_link_lists_them_too(
    one: Any, visit: Callable[..., Any]
) -> None:
    item = one.page.locator(".item", has_text="Buses at last")
    expect(item.locator(".copies")).to_have_text("3 copies")
    said = re.compile("^Quayside Post .*3 copies.*")
    expect(item.get_by_role("button", name="Buses at last")).to_have_accessible_description(said)
    item.locator(".copies").press("Enter")
    expect(caption(one)).to_have_text("3 articles")
    listed = "✕copies of “Buses at last”"
    expect(chips(one)).to_have_text(["✕role: event", listed])
    expect(open_title(one)).to_have_text("Buses at last")
    expect(one.page.locator(".copies").and_(one.page.locator("button"))).to_have_count(0)
    expect(rows(one).first).to_be_focused()
    expect(one.page).to_have_url(re.compile(r"copies=[0-9a-f]{8}"))
    other = visit(one.page.url)
    expect(caption(other)).to_have_text("3 articles")
    expect(chips(other).last).to_have_text(listed)
    one.page.get_by_role("button", name="Undo").click()
    expect(caption(one)).to_have_text("12 articles")


def test_all_copies_are_listed_from_the_text_whatever_hides_them(one: Any) -> None:
    one.page.locator('[data-at="sources Quayside Post include"]').click()
    expect(caption(one)).to_have_text("2 articles")
    rows(one).filter(has_text="Buses at last").click()
    expect(open_title(one)).to_have_text("Buses at last")
    one.page.get_by_role("button", name="List all 3 copies").click()
    expect(caption(one)).to_have_text("3 articles")
    expect(chips(one)).to_have_text(["✕role: event", "✕copies of “Buses at last”"])


def test_on_a_small_screen_copies_are_seen_in_the_list_from_the_text_too(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844)
    one.wait_drawn(2)
    rows(one).filter(has_text="Buses at last").click()
    expect(open_title(one)).to_be_visible()
    one.page.get_by_role("button", name="List all 3 copies").click()
    expect(open_title(one)).to_be_hidden()
    expect(caption(one)).to_have_text("3 articles")
    expect(rows(one).first).to_be_in_viewport()
    one.page.get_by_role("button", name="Undo").click()
    expect(caption(one)).to_have_text("12 articles")
    expect(open_title(one)).to_be_visible()
    one.page.get_by_role("button", name="Close the article").click()
    one.page.locator(".item", has_text="Buses at last").locator(".copies").click()
    expect(caption(one)).to_have_text("3 articles")
    expect(open_title(one)).to_be_hidden()
