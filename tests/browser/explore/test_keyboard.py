"""Keys reach all there is, and the focus comes back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.explore.conftest import open_title

pytestmark = pytest.mark.browser


def test_the_keyboard_reaches_articles_mentions_search_and_help(one: Any) -> None:
    one.page.locator(".frame").click(position={"x": 5, "y": 300})
    first = open_title(one).inner_text()
    one.page.keyboard.press("j")
    expect(open_title(one)).not_to_have_text(first)
    one.page.keyboard.press("k")
    expect(open_title(one)).to_have_text(first)
    one.page.keyboard.press("n")
    expect(one.page.locator(".body .mark.place:focus")).to_have_count(1)
    one.page.keyboard.press("?")
    expect(one.page.get_by_role("dialog", name="Keys")).to_be_visible()
    one.page.keyboard.press("Escape")
    expect(one.page.get_by_role("dialog", name="Keys")).to_be_hidden()
    one.page.keyboard.press("/")
    expect(one.page.get_by_role("textbox", name="Search")).to_be_focused()
    one.page.keyboard.type("jk")
    expect(open_title(one)).to_have_text(first)
    one.page.keyboard.press("Control+a")
    one.page.keyboard.press("Delete")
    one.page.keyboard.press("Tab")


def test_keys_act_on_what_lies_on_top_and_the_focus_comes_back(one: Any) -> None:
    page = one.page
    page.locator(".frame").click(position={"x": 5, "y": 300})
    first = open_title(one).inner_text()
    following = page.get_by_role("button", name="Next article")
    following.press("Enter")
    expect(open_title(one)).not_to_have_text(first)
    expect(following).to_be_focused()
    page.keyboard.press("k")
    expect(open_title(one)).to_have_text(first)
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.locator(".receipt")).to_be_visible()
    one.settle()
    page.locator(".receipt").get_by_role("button", name="Put right").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".receipt")).to_have_count(0)
    expect(page.locator(".body .mark.place:focus")).to_have_count(1)
    expect(open_title(one)).to_have_text(first)
    share = page.get_by_role("button", name="Share", exact=True)
    share.press("Enter")
    expect(page.get_by_role("dialog", name="Share this view")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(share).to_be_focused()
    expect(open_title(one)).to_have_text(first)


def test_lines_in_context_are_sorted_saved_and_opened(one: Any) -> None:
    page = one.page
    page.get_by_role("button", name="In context").click()
    dialog = page.get_by_role("dialog", name="In context")
    lines = dialog.locator(".line")
    expect(dialog.get_by_text(re.compile(r"^\d+ lines with the places that count"))).to_be_visible()
    expect(lines.first).to_be_visible()  # they are drawn after the words above them
    one.settle()
    before = lines.all_inner_texts()
    dialog.get_by_role("combobox").select_option("after")
    expect(lines.first).not_to_have_text(before[0])
    one.settle()
    assert sorted(lines.all_inner_texts()) == sorted(before)
    with page.expect_download() as saved:
        dialog.get_by_role("button", name="Save as CSV").click()
    assert saved.value.suggested_filename == "in-context.csv"
    line = lines.last
    line.press("ArrowUp")
    expect(lines.nth(len(before) - 2)).to_be_focused()
    said = line.get_attribute("title") or ""
    line.press("Enter")
    expect(dialog).to_have_count(0)
    expect(open_title(one)).to_have_text(said.removeprefix("Open: "))
    expect(open_title(one)).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator(".body .mark.place:focus")).to_have_count(1)
    expect(page.locator(".receipt")).to_be_visible()
