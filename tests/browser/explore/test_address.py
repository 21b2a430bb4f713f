"""A link brings all of it back, and so does the browser's own way back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.explore.conftest import caption, chips, open_title, rows

pytestmark = pytest.mark.browser


def test_the_page_can_be_asked_for_by_its_name_too(visit: Callable[..., Any], url: str) -> None:
    one = visit(url)
    one.wait_drawn(2)  # whoever leaves before that has asked for files that never come
    one.page.goto(f"{url}explore?q=snow&role=event&role=setting")
    expect(one.page.locator(".chip")).to_have_text(["✕“snow”", "✕role: event, setting"])
    expect(one.page).to_have_url(re.compile(f"^{re.escape(url)}[?]"))
    one.wait_drawn(2)
    one.settle()
    expect(one.page.get_by_text("Page not found")).to_have_count(0)
    current = one.page.locator('[data-testid="stTopNavLink"][aria-current="page"]')
    expect(current).to_have_text("Explore")
    # Streamlit looks for its server under the address of each page before it looks at the root.
    one.errors = [error for error in one.errors if "404" not in error]


def test_a_link_shows_the_same_to_somebody_else(one: Any, visit: Callable[..., Any]) -> None:
    one.page.locator('[data-at="sources Levant Desk include"]').click()
    expect(chips(one)).to_have_count(2)
    one.page.locator('[data-at="roles setting include"]').click()
    expect(chips(one).first).to_have_text("✕role: event, setting")
    expect(one.page).to_have_url(re.compile("role=setting"))
    one.settle()
    key = rows(one).nth(1).get_attribute("data-at")
    row = one.page.locator(f'.list .row[data-at="{key}"]')
    title = row.locator(".title").inner_text()
    row.click()
    expect(row).to_have_attribute("aria-current", "true")
    expect(open_title(one)).to_have_text(title)  # the reader is drawn after the list,
    expect(one.page).to_have_url(re.compile(r"[?&]a="))  # and the address by the browser
    other = visit(one.page.url)
    expect(chips(other)).to_have_text(["✕role: event, setting", "✕source: Levant Desk"])
    expect(caption(other)).to_have_text(caption(one).inner_text())
    expect(open_title(other)).to_have_text(title)
    expect(other.page).to_have_url(one.page.url)


def test_going_back_in_the_browser_takes_a_filter_off(one: Any) -> None:
    one.page.locator('[data-at="countries LY exclude"]').click()
    expect(chips(one)).to_have_text(["✕role: event", "✕not country: Libya"])
    one.settle()
    one.page.go_back()
    expect(chips(one)).to_have_text(["✕role: event"])
    one.settle()
    one.page.go_forward()
    expect(chips(one)).to_have_count(2)
    one.page.get_by_role("button", name="Undo").click()
    expect(chips(one)).to_have_count(1)


def test_a_bad_link_is_harmless_and_says_what_it_dropped(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(f"{url}?role=victim&from=soon&place=%3Cscript%3E&area=1,2&z=a&c=00000000&q=buses")
    one.wait_text("Part of this link could not be read")
    one.wait_text("made on other data")
    expect(chips(one)).to_have_text(["✕“buses”", "✕role: event"])


@pytest.mark.parametrize(("name", "said"), [("Corpus", "How it was read"), ("Method", "Why roles")])
def test_the_other_pages_are_reached_and_the_choice_is_kept(one: Any, name: str, said: str) -> None:
    one.page.locator('[data-at="sources Levant Desk include"]').click()
    expect(chips(one)).to_have_count(2)
    one.page.get_by_role("link", name=name).click()
    one.wait_text(said)
    one.page.get_by_role("link", name="Explore").click()
    expect(chips(one)).to_have_text(["✕role: event", "✕source: Levant Desk"])
    one.wait_drawn(2)
