"""What lies over the page goes by Escape and gives the focus back; the drawer does not stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from dateline.resources import app_folder
from tests.corpora import written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def url(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    parent = tmp_path_factory.mktemp("corpora")
    for key, name in (("aleppo", "Invented Aleppo"), ("old", "Old notes")):
        written(parent / key, name=name)
    return serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(parent / "aleppo"))


def test_enter_in_the_field_for_a_new_name_gives_it_to_a_view_and_to_a_corpus(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(f"{url}?corpus=old&q=snow")
    page = one.page
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_label("Save it under a name").fill("Snow")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved. It is listed")).to_be_visible()
    page.keyboard.press("Escape")
    rename(page, "Rename or remove", "")
    expect(page.get_by_text("Give it a name first.")).to_be_visible()
    page.keyboard.press("Escape")
    rename(page, "Rename or remove", "White")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="White", exact=True)).to_be_visible()
    page.get_by_role("link", name="Corpus").click()
    rename(page, "Rename", "Older notes")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("table").first).to_contain_text("Older notes")


def rename(page: Any, opener: str, name: str) -> None:
    page.get_by_role("button", name=opener, exact=True).press("Enter")
    field = page.get_by_role("dialog").get_by_label("New name")
    field.fill(name)
    field.press("Enter")


@pytest.mark.parametrize("asked", ["", "?corpus=old"])
def test_no_empty_sidebar_is_left_where_nothing_stands_at_the_side(
    visit: Callable[..., Any], url: str, asked: str
) -> None:
    one = visit(url + asked)
    one.wait_drawn(2)
    sidebar = one.page.get_by_test_id("stSidebar")
    one.page.get_by_role("link", name="Corpus").click()
    one.wait_text("How it was read")
    expect(sidebar.get_by_role("textbox", name="Search")).to_have_count(0)
    expect(sidebar).to_be_hidden()
    one.page.get_by_role("link", name="Explore").click()
    expect(sidebar.get_by_role("textbox", name="Search")).to_be_visible()


@pytest.mark.parametrize(
    ("opener", "inside"),
    [("Download", "Articles, CSV"), ("In context", "Save as CSV")],
)
def test_escape_closes_a_dialog_after_a_download_too(reader: Any, opener: str, inside: str) -> None:
    page = reader.page
    reader.settle()  # a dialog that opens while the page runs is drawn once more under the click
    button = page.get_by_role("button", name=opener, exact=True)
    button.press("Enter")
    save = page.get_by_role("dialog").get_by_role("button", name=inside)
    with page.expect_download():
        save.click()
    expect(save).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(button).to_be_focused()


def test_tab_goes_round_all_that_is_in_a_dialog_components_too(reader: Any) -> None:
    page = reader.page
    page.get_by_role("button", name="In context", exact=True).press("Enter")
    dialog = page.get_by_role("dialog")
    close, order = dialog.get_by_role("button", name="Close"), dialog.get_by_label("Sorted")
    line, save = dialog.locator(".line").first, dialog.get_by_role("button", name="Save as CSV")
    expect(line).to_be_visible()
    reader.settle()
    page.keyboard.press("Shift+Tab")
    expect(save).to_be_focused()
    for stop in (close, order, line, save, close):
        page.keyboard.press("Tab")
        expect(stop).to_be_focused()
    for stop in (save, line, order):
        page.keyboard.press("Shift+Tab")
        expect(stop).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_dialog_whose_fields_change_keeps_the_focus_and_gives_it_back_to_the_receipt(
    reader: Any,
) -> None:
    page = reader.page
    page.locator(".row", has_text="A warning, and an old name").click()
    expect(page.locator(".frame h2")).to_have_text("A warning, and an old name")
    reader.settle()
    page.locator(".body .mark.comparison", has_text="Srebrenica").press("Enter")
    put_right = page.locator(".receipt").get_by_role("button", name="Put right")
    expect(put_right).to_be_visible()
    reader.settle()
    put_right.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("another place, by name").click()
    name = dialog.get_by_label("Name, in any script")
    name.fill("Tripoli")
    name.press("Enter")
    expect(dialog.get_by_text("Which of them")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(put_right).to_be_focused()
    page.get_by_role("button", name="Close the receipt").click()
    page.get_by_role("button", name="Reset").click()


@pytest.mark.parametrize("slower", [1, 8], ids=["a quick phone", "a slow one"])
def test_a_page_chosen_in_the_drawer_is_seen_and_its_dialogs_give_the_focus_back(
    visit: Callable[..., Any], url: str, slower: int
) -> None:
    """On a slow phone it is chosen before the page's own scripts are there."""
    page = visit(url, width=390, height=844).page
    processor = page.context.new_cdp_session(page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Corpus").click()
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
    rename = page.get_by_role("button", name="Rename", exact=True)
    rename.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(rename).to_be_focused()


def test_a_closed_drawer_is_in_nobodys_way_and_an_open_one_has_the_focus(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844)
    one.wait_drawn(2)
    page = one.page
    sidebar, opener = page.get_by_test_id("stSidebar"), page.get_by_test_id("stExpandSidebarButton")
    expect(sidebar).to_have_attribute("inert", "")
    opener.press("Enter")
    expect(page.get_by_role("button", name="Collapse sidebar")).to_be_focused()
    expect(sidebar).not_to_have_attribute("inert", "")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(sidebar).to_have_attribute("inert", "")


def test_a_saved_view_that_is_opened_in_the_drawer_is_seen(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(f"{url}?q=snow", width=390, height=844)
    one.wait_drawn(2)
    page = one.page
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_label("Save it under a name").fill("Snow")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved. It is listed")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("button", name="Snow", exact=True).click()
    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()


def test_the_link_past_the_filters_leads_to_the_words_for_the_first_visit(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url)
    one.wait_drawn(2)
    one.page.get_by_test_id("stSkipToContent").press("Enter")
    following = one.page.get_by_role("button", name="Next", exact=True)
    expect(following).to_be_focused()
    one.page.keyboard.press("Enter")
    one.wait_text("2 of 4")
    expect(following).to_be_focused()


def test_what_was_searched_for_in_the_drawer_is_seen_with_what_could_not_be_read(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844)
    one.wait_drawn(2)
    page = one.page
    page.get_by_test_id("stExpandSidebarButton").click()
    search = page.get_by_role("textbox", name="Search")
    search.fill('"library')
    search.press("Enter")
    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
    expect(page.locator(".box .caption")).to_have_text("3 articles")
    told = page.locator(".st-key-search_problem")
    expect(told).to_contain_text("A quotation mark was never closed")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(told).to_be_hidden()  # there it stands under the search
    expect(page.get_by_test_id("stSidebar")).to_contain_text("A quotation mark was never closed")


def test_filters_chosen_in_the_drawer_say_how_many_articles_are_left_and_lead_to_them(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844)
    one.wait_drawn(2)
    page = one.page
    page.get_by_test_id("stExpandSidebarButton").click()
    sidebar, results = page.get_by_test_id("stSidebar"), page.locator(".results")
    expect(results).to_have_text("Show 11 articles")
    expect(results).to_be_in_viewport(ratio=1)
    page.locator('[data-at="sources Levant Desk include"]').click()
    expect(results).to_have_text("Show 3 articles")
    expect(sidebar).to_be_in_viewport()  # more may be chosen
    results.click()
    expect(sidebar).not_to_be_in_viewport()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(results).to_be_hidden()
