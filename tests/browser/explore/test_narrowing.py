"""Every gesture narrows the rest, and moves nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.explore.conftest import PROVINCE, caption, chips, open_title

pytestmark = pytest.mark.browser


def test_a_click_on_a_mark_narrows_and_a_second_takes_it_back(one: Any) -> None:
    one.settle()
    view = one.view()
    one.page.mouse.click(*one.pixel(*PROVINCE))
    expect(chips(one)).to_have_text(["✕role: event", "✕place: Aleppo Governorate"])
    expect(caption(one)).to_have_text("1 article")
    expect(one.page).to_have_url(re.compile("place=geonames%3A170062"))
    one.settle()
    assert one.view() == view, "the map moved"
    one.page.mouse.click(*one.pixel(*PROVINCE))
    expect(chips(one)).to_have_text(["✕role: event"])
    expect(caption(one)).to_have_text("12 articles")


def test_a_distance_typed_by_hand_holds_and_one_that_cannot_be_gives_way_to_it(one: Any) -> None:
    one.page.mouse.click(*one.pixel(*PROVINCE))
    field = one.page.get_by_label("within").and_(one.page.locator("input"))
    field.fill("35.5")
    field.press("Enter")
    around = "✕within 35.5 km of Aleppo Governorate"
    expect(chips(one)).to_have_text(["✕role: event", around])
    one.settle()  # the field is drawn anew with what is set
    for impossible in ("-3", "0", "1e9"):
        field.fill(impossible)
        field.press("Enter")
        expect(field).to_have_value("35.5")
    one.settle()
    expect(chips(one)).to_have_text(["✕role: event", around])
    field.fill("")
    field.press("Enter")
    expect(chips(one)).to_have_text(["✕role: event", "✕place: Aleppo Governorate"])


def test_one_filter_more_moves_nothing_on_the_page(one: Any) -> None:
    with one.stays(one.page.locator(".dl-plot-map")):
        for number, facet in enumerate(("countries LY exclude", "sources Levant Desk include"), 2):
            one.page.locator(f'[data-at="{facet}"]').click()
            expect(chips(one)).to_have_count(number)
        one.page.locator(".chip").first.click()
        expect(chips(one)).to_have_count(2)


def test_many_filters_stand_in_one_line_in_which_each_is_seen(
    visit: Callable[..., Any], url: str
) -> None:
    asked = [("role", role) for role in ("event", "setting", "actor")]
    asked += [("country", "SY"), ("country", "!LY"), ("source", "!Levant Desk"), ("lang", "!fr")]
    asked += [("from", "2016-01-01"), ("sfrom", "2015-01-01"), ("speaker", "!official")]
    asked += [("q", "Aleppo OR Tripoli OR library OR harbour OR bread OR warning OR name")]
    many = visit(f"{url}?{urlencode(asked)}")
    many.wait_drawn(2)
    many.settle()
    expect(chips(many)).to_have_count(9)
    for chip in chips(many).all():
        expect(chip).to_be_in_viewport(ratio=1)
    assert len({chip.bounding_box()["y"] for chip in chips(many).all()}) == 1
    with many.stays(many.page.locator(".dl-plot-map")):
        many.page.get_by_role("button", name="Reset").click()
        expect(chips(many)).to_have_count(1)


@pytest.mark.parametrize("width", [1440, 390])
def test_more_filters_than_a_line_holds_are_counted_and_shown_in_full_when_asked_for(
    visit: Callable[..., Any], url: str, width: int
) -> None:
    asked = [("role", role) for role in ("event", "setting", "actor")]
    asked += [("country", f"!{code}") for code in ("LY", "UA", "FJ", "US", "BA", "LB", "RU", "TR")]
    asked += [("source", f"!{name}") for name in ("Levant Desk", "Quayside Post", "Reef Courier")]
    many = visit(f"{url}?{urlencode(asked)}", width=width, height=900)
    many.wait_drawn(2)
    many.settle()
    expect(chips(many)).to_have_count(12)
    others = many.page.locator(".others")
    expect(others).to_have_text(re.compile(r"^\+ \d+ more$"))
    expect(others).to_be_in_viewport(ratio=1)
    for chip in chips(many).all():
        assert chip.bounding_box()["width"] >= 95, "a stub without words"
    others.click()
    for chip in chips(many).all():
        expect(chip).to_be_in_viewport(ratio=1)
        assert chip.evaluate("(one) => one.scrollWidth <= one.clientWidth"), "it is cut off"
    assert many.page.evaluate("document.documentElement.scrollWidth") <= width
    chips(many).last.click()
    expect(chips(many)).to_have_count(11)
    expect(chips(many).last).to_be_in_viewport(ratio=1)  # they stay open
    others.click()
    expect(others).to_have_text(re.compile(r"^\+ \d+ more$"))
    many.page.get_by_role("button", name="Reset").click()
    expect(chips(many)).to_have_count(1)
    expect(others).to_be_hidden()


def test_a_click_is_heard_though_the_page_is_drawn_anew_while_the_button_is_held(one: Any) -> None:
    desk, libya = (
        one.page.locator(f'[data-at="{facet}"]')
        for facet in ("sources Levant Desk include", "countries LY exclude")
    )
    desk.hover()
    one.page.mouse.down()
    libya.dispatch_event("click")
    expect(chips(one)).to_have_text(["✕role: event", "✕not country: Libya"])
    one.settle()
    one.page.mouse.up()
    both = ["✕role: event", "✕source: Levant Desk", "✕not country: Libya"]
    expect(chips(one)).to_have_text(both)
    one.settle()
    expect(chips(one)).to_have_text(both)  # once: a second click would have taken it off again


def test_a_place_in_the_text_narrows_and_says_why_it_is_there(one: Any) -> None:
    one.page.locator(".row", has_text="A warning, and an old name").click()
    expect(open_title(one)).to_have_text("A warning, and an old name")
    one.page.locator(".body .mark.comparison", has_text="Srebrenica").click()
    expect(chips(one)).to_have_text(["✕role: event, comparison", "✕place: Srebrenica"])
    receipt = one.page.locator(".receipt")
    expect(receipt).to_contain_text("geonames:3190189")
    expect(receipt).to_contain_text("invoked as a parallel")
    expect(open_title(one)).to_have_text("A warning, and an old name")
    one.settle()
    one.page.get_by_role("button", name="Close the receipt").click()
    expect(receipt).to_have_count(0)


def test_a_brush_on_the_timeline_keeps_its_days(one: Any) -> None:
    box = one.page.locator(".dl-plot").nth(1).bounding_box()
    one.drag((box["x"] + 20, box["y"] + 60), (box["x"] + box["width"] / 2, box["y"] + 62))
    expect(chips(one).first).to_contain_text("published")
    expect(one.page).to_have_url(re.compile("[?&]from=2016-11-01&to="))
    expect(caption(one)).to_have_text("7 articles")


def test_words_are_found_and_marked(one: Any) -> None:
    one.page.get_by_role("textbox", name="Search").fill("library")
    one.page.keyboard.press("Enter")
    expect(caption(one)).to_have_text("3 articles")
    expect(one.page.locator(".list mark.searched").first).to_have_text("library")
    expect(one.page.locator(".body mark.searched").first).to_have_text("library")
    one.page.locator(".chip", has_text="library").click()
    expect(caption(one)).to_have_text("12 articles")
    expect(one.page.get_by_role("textbox", name="Search")).to_have_value("")


def test_nothing_found_offers_the_filter_that_brings_most_back(one: Any) -> None:
    one.page.get_by_role("textbox", name="Search").fill("![x](https://example.org/y.png)")
    one.page.keyboard.press("Enter")
    one.wait_text("No article matches all of this at once.")
    one.page.get_by_role("button", name="Without").click()
    expect(caption(one)).to_have_text("12 articles")


def test_the_tables_of_map_and_timeline_are_in_sight_and_a_row_is_a_click_on_its_mark(
    one: Any,
) -> None:
    for table, rows_in_sight in (("The timeline as a table", 3), ("The places of the map", 4)):
        which = -1 if "timeline" in table else 0
        one.page.get_by_role("button", name="Table", exact=True).nth(which).click()
        grid = one.page.get_by_role("dialog", name=table).get_by_test_id("stDataFrame")
        expect(grid).to_be_in_viewport(ratio=1)
        one.settle()
        assert grid.bounding_box()["height"] > 35 * rows_in_sight
        if which:
            one.page.keyboard.press("Escape")
            expect(grid).to_have_count(0)
    grid.click(position={"x": 16, "y": 35 * 1.5})  # the first, under its head
    expect(grid).to_have_count(0)
    expect(chips(one)).to_have_text(["✕role: event", "✕place: Aleppo"])
