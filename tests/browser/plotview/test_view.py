"""The view of the map stays where the reader has put it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.plotview.conftest import ALEPPO, MAP, SYRIA, TRIPOLI

pytestmark = pytest.mark.browser


NAMES = """([box, corner]) => {
  const map = MAP._fullLayout.map._subplot.map;
  const [left, top] = corner;
  const within = box && [[box[0] - left, box[1] - top], [box[2] - left, box[3] - top]];
  const layers = ["place-names", "city-names", "country-names"];
  const found = map.queryRenderedFeatures(within ?? undefined, { layers });
  return found.map(({ properties }) => properties.name);
}""".replace("MAP", MAP)


def names_within(one: Any, box: tuple[float, float, float, float] | None = None) -> list[str]:
    """Names that the map has written, in a box of the page (left, top, right, bottom) or at all."""
    frame = one.page.locator(".dl-plot-map .dl-plot-figure").bounding_box()
    found: list[str] = one.page.evaluate(NAMES, [box, [frame["x"], frame["y"]]])
    return found


def look_at(one: Any, center: tuple[float, float], zoom: float) -> None:
    one.page.evaluate(
        f"(view) => {MAP}._fullLayout.map._subplot.map.jumpTo(view)",
        {"center": center, "zoom": zoom},
    )
    one.settle()


def put(one: Any, point: tuple[float, float], pixel: tuple[float, float]) -> None:
    """Move the map until a point of the earth lies at a pixel of the page."""
    x, y = one.pixel(*point)
    one.page.evaluate(
        f"(by) => {MAP}._fullLayout.map._subplot.map.panBy(by, {{ animate: false }})",
        [x - pixel[0], y - pixel[1]],
    )
    one.settle()


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


def test_what_part_of_the_places_lies_beyond_the_view_is_said_and_all_are_shown(one: Any) -> None:
    beyond = one.page.locator(".dl-plot-map .dl-plot-beyond")
    look_at(one, ALEPPO, 9)
    expect(beyond).to_have_text("3 of 5 places out of view")
    beyond.press("Enter")
    expect(beyond).to_be_hidden()
    expect(one.page.locator(".dl-plot-map .dl-plot-figure")).to_be_focused()
    one.settle()
    one.page.get_by_role("button", name="List the places in view").click()
    places = one.page.get_by_role("dialog", name="Places in view").get_by_role("button")
    expect(places).to_have_count(5)
    one.page.keyboard.press("Escape")


def test_no_name_lies_under_what_lies_over_the_map_nor_is_cut_off_by_its_edge(one: Any) -> None:
    look_at(one, ALEPPO, 9)
    for part in (".dl-plot-tools", ".dl-plot-note", ".dl-plot-legend"):
        box = one.page.locator(f".dl-plot-map {part}").bounding_box()
        left, top, right, bottom = (
            *(box["x"], box["y"]),
            *(box["x"] + box["width"], box["y"] + box["height"]),
        )
        if part == ".dl-plot-legend":
            put(one, ALEPPO, (left + 40, top - 6))
            left += 62  # what is right of the mark itself
        else:
            put(one, ALEPPO, (left - 30, (top + bottom) / 2))
        assert names_within(one, (left, top, right, bottom)) == [], part
        assert "Aleppo" in names_within(one), part
    frame = one.page.locator(".dl-plot-map").bounding_box()
    right, middle = frame["x"] + frame["width"], frame["y"] + frame["height"] * 0.75
    put(one, ALEPPO, (right - 34, middle))
    assert names_within(one, (right - 6, middle - 60, right, middle + 60)) == []
    assert "Aleppo" in names_within(one)


def test_a_country_is_not_named_across_its_mark(one: Any) -> None:
    look_at(one, SYRIA, 6)
    x, y = one.pixel(*SYRIA)
    assert "Syria" in names_within(one)
    assert "Syria" not in names_within(one, (x - 4, y - 4, x + 4, y + 4))


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
