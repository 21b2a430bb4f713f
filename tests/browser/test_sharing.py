"""Sharing with a real browser: a short link for somebody else, files dropped, another corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from dateline.export import exhibit
from dateline.query import Query
from dateline.resources import app_folder
from tests.browser.conftest import ROOT
from tests.browser.visit import VIEW, Visit
from tests.corpora import ARTICLES, small_corpus, written

pytestmark = pytest.mark.browser

expect: Any = pytest.importorskip("playwright.sync_api").expect


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> Iterator[str]:
    """The page on one of three corpora."""
    assert app_folder() == ROOT
    parent = tmp_path_factory.mktemp("corpora")
    for key, name, count in (
        ("aleppo", "Invented Aleppo", len(ARTICLES)),
        ("ports", "Ports", 6),
        ("old", "Old notes", 2),
    ):
        written(parent / key, first=count, name=name)
    yield serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(parent / "aleppo"))


def parameters(one: Visit) -> dict[str, list[str]]:
    return parse_qs(urlsplit(one.page.url).query)


def test_a_short_link_and_a_saved_view_show_the_same_to_somebody_else(
    url: str, visit: Callable[..., Visit]
) -> None:
    sender = visit(f"{url}?q=snow&role=event&role=setting&sort=oldest")
    sender.page.get_by_role("button", name="Share", exact=True).click()
    short = sender.page.get_by_role("dialog").locator("code").first
    expect(short).to_contain_text("?s=")
    sender.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sender.page.get_by_role("button", name="Copy the link").press("Enter")
    expect(sender.page.get_by_role("button", name="Copied")).to_be_visible()
    assert sender.page.evaluate("navigator.clipboard.readText()") == short.inner_text().strip()
    sender.page.get_by_label("Save it under a name").fill("An *old* name")
    sender.page.get_by_role("button", name="Save", exact=True).click()
    expect(sender.page.get_by_text("Saved. It is listed")).to_be_visible()
    reader = visit(short.inner_text().strip())
    reader.page.wait_for_url("**q=snow**")
    reader.wait_drawn(2)
    reader.settle()
    found = parameters(reader)
    assert (found["role"], found["sort"]) == (["event", "setting"], ["oldest"])
    expect(reader.page.get_by_text("of 4 ·")).to_have_count(0)
    reader.page.get_by_role("button", name="Reset").click()
    reader.page.wait_for_url(lambda address: "q=snow" not in address)
    reader.page.get_by_role("button", name="An *old* name").click()
    reader.page.wait_for_url("**q=snow**")


def test_the_map_goes_where_a_saved_view_or_another_corpus_is(
    url: str, visit: Callable[..., Visit]
) -> None:
    sender = visit(f"{url}?q=library&z=10.0000%2C50.0000%2C4.00")
    sender.page.get_by_role("button", name="Share", exact=True).click()
    sender.page.get_by_label("Save it under a name").fill("Far away")
    sender.page.get_by_role("button", name="Save", exact=True).click()
    sender.wait_text("Saved. It is listed")
    one = visit(url)
    one.wait_drawn(2)
    one.settle()
    whole = one.view()
    one.page.get_by_role("button", name="Far away").click()
    one.page.wait_for_url("**q=library**z=10.0000%2C50.0000%2C4.00**")
    one.page.wait_for_function(f"() => ({VIEW})().join() === '10,50,4'")
    one.choose("Corpus", "Ports")
    one.page.wait_for_url("**corpus=ports**")
    one.page.wait_for_function(f"() => Math.abs(({VIEW})()[0] - 10) > 1")
    one.settle()
    assert one.view()[:2] == pytest.approx(whole[:2], abs=3), "the map shows another corpus"


def test_another_corpus_is_opened_and_a_table_dropped_there_is_matched_on_a_small_screen(
    url: str, visit: Callable[..., Visit], tmp_path: Path
) -> None:
    table = tmp_path / "odd.csv"
    table.write_text("kopf;rumpf\nA road;In Aleppo the road was closed.\n", encoding="utf-8")
    one = visit(url, width=390, height=844)
    one.page.get_by_test_id("stExpandSidebarButton").click()
    one.choose("Corpus", "Ports")
    one.page.wait_for_url("**corpus=ports**")
    one.page.get_by_role("button", name="Bring your own articles").click()
    one.page.locator("input[type=file]").set_input_files(table)
    expect(one.page.get_by_text("odd.csv")).to_be_visible()
    one.page.get_by_role("button", name="Read", exact=True).click()
    one.page.get_by_role("button", name="Match the columns of").click()
    dialog = one.page.get_by_role("dialog", name="Which column is what?")
    one.choose("Text", "rumpf", within=dialog)
    expect(dialog.get_by_role("button", name="Read again")).to_be_enabled()


def test_a_corpus_is_renamed_and_deleted_only_after_a_question(
    url: str, visit: Callable[..., Visit]
) -> None:
    one = visit(url)
    page = one.page
    page.get_by_role("link", name="Corpus").click()
    one.choose("Corpus", "Old notes")
    page.get_by_role("button", name="Rename", exact=True).click()
    page.get_by_label("New name").fill("Older notes")
    page.get_by_role("button", name="Rename it").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    still = page.get_by_role("combobox", name="Corpus")
    expect(still).to_have_value("Older notes")
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("Older notes will be deleted from disk")).to_be_visible()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    one.settle()  # a run of the page closes a list that is open
    page.get_by_role("combobox", name="Corpus").click()
    expect(page.get_by_role("option")).to_have_text(["Invented Aleppo", "Ports"])


@pytest.mark.parametrize("width", [390, 1440])
def test_the_names_on_the_map_of_an_exhibit_can_be_read_and_keep_apart(
    browser: Any, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(exhibit(small_corpus(), Query(roles=())).decode())
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('svg text')]
          .map((one) => one.getBoundingClientRect()).filter((box) => box.width > 0)
          .map(({x, y, right, bottom}) => [x, y, right, bottom])"""
    )
    across = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert len(boxes) >= 2 and across == width
    assert all(bottom - top >= 12 and right <= width for _, top, right, bottom in boxes)
    for number, (left, top, right, bottom) in enumerate(boxes):
        for x, y, end, low in boxes[:number]:
            assert right <= x or end <= left or bottom <= y + 4 or low <= top + 4


def test_a_mark_of_an_exhibit_opens_its_sentences_and_a_dark_screen_is_met(
    browser: Any, tmp_path: Path
) -> None:
    file = tmp_path / "exhibit.html"
    file.write_bytes(exhibit(small_corpus(), Query()))
    page = browser.new_page(color_scheme="dark")
    page.goto(file.as_uri())
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    province = page.locator("svg a", has_text="Aleppo Governorate: 1 article").locator("circle")
    box = province.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 1)  # above the town within it
    expect(page.locator("details[open] summary")).to_have_text(
        "Aleppo Governorate, Syria region · 1 article mentioning"
    )
    expect(page.locator("details[open] li")).to_be_in_viewport()
    page.emulate_media(media="print")
    light = page.evaluate("getComputedStyle(document.querySelector('text')).fill")
    page.close()
    assert (dark, light) == ("rgb(21, 24, 27)", "rgb(29, 35, 39)")
