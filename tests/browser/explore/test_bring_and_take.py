"""What readers bring to the page, and what they take away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import expect

from dateline.export import PREAMBLE_LINES
from tests.browser.explore.conftest import caption, chips, open_title

pytestmark = pytest.mark.browser


def test_a_pasted_article_is_read_shown_on_the_map_and_kept_out_of_the_link(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url)
    one.page.get_by_role("button", name="Bring your own articles").click()
    one.page.get_by_role("textbox", name="Or paste one").fill(
        "Shells on the ridge\n\nBEIRUT — Shells fell on Kharkiv and on Tripoli, Libya, on Monday."
    )
    one.page.keyboard.press("Tab")
    one.page.get_by_role("button", name="Read", exact=True).click()
    expect(open_title(one)).to_have_text("Shells on the ridge", timeout=120_000)
    item = one.page.locator(".list .item").filter(has_text="Shells on the ridge")
    expect(item).to_contain_text("yours")
    expect(caption(one)).to_have_text("13 articles")
    expect(one.page.locator(".body .mark.place", has_text="Kharkiv")).to_have_count(1)
    one.settle()
    assert "a=" not in one.page.url.partition("?")[2]
    one.page.get_by_role("button", name="Share").click()
    one.wait_text("Your own articles are not in it")
    one.page.keyboard.press("Escape")
    one.page.get_by_role("button", name="Take it away").click()
    one.page.get_by_role("dialog").get_by_role("button", name="Take it away").click()
    expect(caption(one)).to_have_text("12 articles")


def test_what_is_shown_can_be_downloaded(one: Any) -> None:
    one.page.locator('[data-at="sources Levant Desk include"]').click()
    expect(chips(one)).to_have_count(2)
    one.page.get_by_role("button", name="Download", exact=True).click()
    one.wait_text("Filters: role: event; source: Levant Desk.")
    with one.page.expect_download() as started:
        one.page.get_by_role("button", name="Articles, CSV").click()
    file = started.value
    assert file.suggested_filename == "invented-b-aleppo-b-articles.csv"
    rows = pd.read_csv(file.path(), skiprows=PREAMBLE_LINES)
    assert set(rows["source"]) == {"Levant Desk"} and len(rows) == 3
    one.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(one.page.get_by_role("dialog")).to_have_count(0)
