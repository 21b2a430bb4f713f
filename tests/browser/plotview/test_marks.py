"""Marks under real clicks and keys: what is chosen reaches Python."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.plotview.conftest import ALEPPO, SYRIA, TRIPOLI, gesture

pytestmark = pytest.mark.browser


def test_a_click_names_the_mark_under_it_and_shift_adds(one: Any) -> None:
    one.page.mouse.click(*one.pixel(*SYRIA))
    assert "places=('test:sy',), shift=False" in gesture(one, 1)
    one.page.keyboard.down("Shift")
    one.page.mouse.click(*one.pixel(*TRIPOLI))
    one.page.keyboard.up("Shift")
    assert "places=('test:tripoli-lb',), shift=True" in gesture(one, 2)
    one.wait_text("chosen: test:sy, test:tripoli-lb")


def test_a_mark_under_the_pointer_says_its_place_and_its_counts(one: Any) -> None:
    x, y = one.pixel(*TRIPOLI)
    one.page.mouse.move(x - 3, y)
    one.page.mouse.move(x, y)
    expect(one.page.locator(".hoverlayer .hovertext")).to_have_text(
        "TripoliLB30 articles mentioning"
    )


def test_where_marks_overlap_all_of_them_can_be_chosen_by_mouse_and_keyboard(one: Any) -> None:
    one.page.mouse.click(*one.pixel(*ALEPPO))
    listed = one.page.get_by_role("dialog", name="Places here")
    expect(listed.get_by_role("button")).to_have_text(["Aleppo40", "Киïв6"])
    expect(one.page.locator(".hoverlayer .hovertext")).to_have_count(0)
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("Enter")
    assert "places=('test:near',), shift=False" in gesture(one, 1)
    expect(listed).to_be_hidden()
    one.page.mouse.click(*one.pixel(*ALEPPO))
    one.page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    one.page.keyboard.down("Shift")
    one.page.mouse.click(*one.pixel(*ALEPPO))
    one.page.keyboard.up("Shift")
    one.page.get_by_role("dialog", name="Add a place").get_by_text("Aleppo").click()
    assert "places=('test:aleppo',), shift=True" in gesture(one, 2)


def test_the_places_in_view_are_listed_for_the_keyboard(one: Any) -> None:
    button = one.page.get_by_role("button", name="List the places in view")
    button.focus()
    one.page.keyboard.press("Enter")
    listed = one.page.get_by_role("dialog", name="Places in view").get_by_role("button")
    expect(listed.first).to_have_text("Aleppo40")
    expect(listed.first).to_be_focused()
    one.page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_double_click_on_the_map_clears(one: Any) -> None:
    one.page.mouse.click(*one.pixel(*TRIPOLI))
    one.wait_text("chosen: test:tripoli-lb")
    one.settle()
    box = one.page.locator(".dl-plot-map").bounding_box()
    one.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 12)
    one.wait_text("chosen: none")


def test_the_remark_on_what_is_not_placed_can_be_pressed(one: Any) -> None:
    one.page.get_by_role("button", name="7 mentions not placed").click()
    assert "kind='unplaced'" in gesture(one, 1)


def test_figures_say_what_they_show_and_can_be_reached_by_keyboard(one: Any) -> None:
    label = one.page.locator(".dl-plot-map [role=img]").get_attribute("aria-label")
    assert "Map of 5 places" in label
    assert "Aleppo 40" in label
    for figure in one.page.locator(".dl-plot-figure").all():
        figure.focus()
        assert figure.evaluate("(element) => element === document.activeElement")


def test_names_from_outside_stay_text(one: Any) -> None:
    texts = one.page.evaluate(
        "() => document.querySelector('.dl-plot-map .dl-plot-figure').data"
        ".flatMap((trace) => (trace.customdata ?? []).map((mark) => mark?.[1]))"
    )
    assert any("Tripoli &lt;b&gt;" in (text or "") for text in texts)
