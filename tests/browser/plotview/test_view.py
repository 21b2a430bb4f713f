"""The view of the map stays where the reader has put it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.plotview.conftest import ALEPPO, MAP, SYRIA, TRIPOLI

pytestmark = pytest.mark.browser


def test_a_moved_map_is_in_the_address_and_the_page_does_not_run(one: Any) -> None:
    entries = one.page.evaluate("() => history.length")
    zoom = one.view()[2]
    one.page.get_by_role("button", name="Zoom in").click()
    one.page.wait_for_function(
        "(zoom) => +new URLSearchParams(location.search).get('z')?.split(',')[2] > zoom + 0.5",
        arg=zoom,
    )
    one.settle()
    expect(one.page).to_have_url(re.compile(r"[?&]z=[-\d.]+%2C[-\d.]+%2C[\d.]+$"))
    assert one.page.evaluate("() => history.length") == entries
    one.wait_text("0 gestures; last: none")


def test_zoom_and_place_stay_when_the_data_change(one: Any) -> None:
    one.page.get_by_role("button", name="Zoom in").click()
    one.settle()
    before = one.view()
    one.page.get_by_text("fewer places").click()
    one.page.wait_for_function(
        "() => document.querySelector('.dl-plot-map .dl-plot-figure').layout.meta.drawn === 3"
    )
    one.settle()
    assert one.view() == pytest.approx(before, abs=1e-3)


def test_what_lies_beyond_the_view_is_said_and_shown_when_asked(one: Any) -> None:
    away = one.page.locator(".dl-plot-map .dl-plot-away")
    expect(away).to_be_hidden()
    one.page.evaluate(
        f"(center) => {MAP}._fullLayout.map._subplot.map.jumpTo({{ center, zoom: 9 }})", SYRIA
    )
    one.settle()
    expect(away).to_be_hidden()
    view = one.view()
    one.page.get_by_text("fewer places").click()
    expect(away).to_have_text("All 3 places are out of view: show them")
    one.settle()
    assert one.view() == pytest.approx(view, abs=1e-3), "the map jumped"
    away.press("Enter")
    expect(away).to_be_hidden()
    expect(one.page.locator(".dl-plot-map .dl-plot-figure")).to_be_focused()
    one.settle()
    one.page.get_by_role("button", name="List the places in view").click()
    expect(one.page.get_by_role("dialog", name="Places in view")).to_contain_text("Aleppo40")


def test_a_chosen_place_beyond_the_view_is_said_and_shown_though_others_are_in_view(
    one: Any,
) -> None:
    away = one.page.locator(".dl-plot-map .dl-plot-away")
    one.page.mouse.click(*one.pixel(*TRIPOLI))
    one.wait_text("chosen: test:tripoli-lb")
    one.settle()
    expect(away).to_be_hidden()
    one.page.evaluate(
        f"(center) => {MAP}._fullLayout.map._subplot.map.jumpTo({{ center, zoom: 9 }})", ALEPPO
    )
    expect(away).to_have_text("Tripoli is out of view: show it")
    away.click()
    expect(away).to_be_hidden()
    one.settle()
    assert one.view() == pytest.approx([*TRIPOLI, 9], abs=1e-2)
    one.page.mouse.dblclick(*one.pixel(*TRIPOLI))
    one.wait_text("chosen: none")


def test_the_map_follows_when_the_page_turns_dark(one: Any) -> None:
    one.page.emulate_media(color_scheme="dark")
    try:
        one.page.wait_for_function(
            f"() => {MAP}._fullLayout.map._subplot?.map?.getStyle()?.name === 'dateline-dark'"
        )
        one.settle()
        names = f"{MAP}._fullLayout.map._subplot.map.getSource('place-names').serialize().data"
        assert one.page.evaluate(f"() => {names}.features.length") == 4
        assert one.page.evaluate(f"() => {MAP}._fullLayout.map._subplot.map.hasImage('room')")
    finally:
        one.page.emulate_media(color_scheme="light")
        one.page.wait_for_function(
            f"() => {MAP}._fullLayout.map._subplot?.map?.getStyle()?.name === 'dateline-light'"
        )


def test_a_small_screen_has_a_lower_map_and_a_folded_legend(
    visit: Callable[..., Any], url: str
) -> None:
    small = visit(url, width=390, height=844)
    small.wait_drawn(2)
    small.settle()
    assert small.page.locator(".dl-plot-map").bounding_box()["height"] <= 844 * 0.45 + 1
    assert small.page.locator(".dl-plot-map .dl-plot-legend").get_attribute("open") is None
