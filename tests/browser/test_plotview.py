"""The component under real clicks: gestures reach Python, and the view stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

ALEPPO = (37.16, 36.2)
TRIPOLI = (35.84, 34.43)


MAP = "document.querySelector('.dl-plot-map .dl-plot-figure')"


@pytest.fixture(scope="module")
def url(serve: Callable[..., str]) -> str:
    return serve(Path(__file__).with_name("plotview_page.py"))


@pytest.fixture(scope="module")
def page(visits: Callable[..., Any], url: str) -> Any:
    """One visit for all tests here: a map takes seconds to draw in software."""
    one = visits(url, height=1200)
    one.wait_drawn(2)
    return one


@pytest.fixture
def one(page: Any) -> Any:
    """The page as it was at first."""
    page.page.get_by_role("button", name="start again").click()
    page.wait_text("0 gestures; last: none")
    page.page.get_by_role("button", name="Move the map").click()
    page.page.get_by_role("button", name="Back to most of the coverage").click()
    settle(page)
    return page


def settle(one: Any) -> None:
    """Wait until the map rests and both figures show what Python sent last."""
    one.page.wait_for_function(f"() => !{MAP}._fullLayout.map._subplot.map.isMoving()")
    one.page.wait_for_function(
        "() => [...document.querySelectorAll('.dl-plot')]"
        ".every((plot) => plot.getAttribute('aria-busy') === 'false')"
    )


def gesture(one: Any, number: int) -> str:
    """What the page wrote down as its last gesture, once there are `number` of them."""
    one.wait_text(f"{number} gestures; last:" if number != 1 else "1 gestures; last:")
    settle(one)
    text: str = one.page.get_by_text(re.compile(r"\d+ gestures; last:")).first.inner_text()
    return text


def test_a_click_names_the_marks_under_it_and_shift_adds(one: Any) -> None:
    one.page.mouse.click(*one.pixel(*TRIPOLI))
    assert "places=('test:tripoli-lb',), shift=False" in gesture(one, 1)
    one.page.keyboard.down("Shift")
    one.page.mouse.click(*one.pixel(*ALEPPO))
    one.page.keyboard.up("Shift")
    last = gesture(one, 2)
    assert "places=('test:near', 'test:aleppo'), shift=True" in last
    one.wait_text("chosen: test:tripoli-lb, test:near")


def test_zoom_and_place_stay_when_the_data_change(one: Any) -> None:
    one.page.get_by_role("button", name="Zoom in").click()
    one.page.wait_for_function(
        "() => !document.querySelector('.dl-plot-map .dl-plot-figure')"
        "._fullLayout.map._subplot.map.isMoving()"
    )
    before = one.view()
    one.page.get_by_text("fewer places").click()
    one.page.wait_for_function(
        "() => document.querySelector('.dl-plot-map .dl-plot-figure').layout.meta.drawn === 3"
    )
    assert one.view() == pytest.approx(before, abs=1e-3)


@pytest.mark.parametrize("tool", ["Choose places in a box", "Choose places within a line"])
def test_an_area_drawn_on_the_map_is_sent_as_a_polygon(one: Any, tool: str) -> None:
    one.page.get_by_role("button", name=tool).click()
    one.page.wait_for_function(
        "() => document.querySelector('.dl-plot-map .dl-plot-figure')"
        "._fullLayout.dragmode !== 'pan'"
    )
    x, y = one.pixel(*TRIPOLI)
    corners = [(x - 25, y - 25), (x + 25, y - 25), (x + 25, y + 25), (x - 25, y + 25)]
    if "box" in tool:
        corners = [corners[0], corners[2]]
    one.drag(*corners)
    last = gesture(one, 1)
    assert "kind='area'" in last
    numbers = [float(number) for number in re.findall(r"-?\d+\.\d+", last)]
    longitudes, latitudes = numbers[0::2], numbers[1::2]
    assert 4 <= len(longitudes) <= 40
    assert min(longitudes) < TRIPOLI[0] < max(longitudes)
    assert min(latitudes) < TRIPOLI[1] < max(latitudes)
    assert max(longitudes) < ALEPPO[0] + 20  # degrees, not pixels


def test_a_double_click_on_the_map_clears(one: Any) -> None:
    one.page.mouse.click(*one.pixel(*TRIPOLI))
    one.wait_text("chosen: test:tripoli-lb")
    box = one.page.locator(".dl-plot-map").bounding_box()
    one.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 12)
    one.wait_text("chosen: none")


def test_a_box_on_the_timeline_sends_whole_weeks_of_its_strip(one: Any) -> None:
    box = one.page.locator(".dl-plot").nth(1).bounding_box()
    # Eighty-seven days from Monday 26 September on; from about the fifth week into the eighth.
    left, right = box["x"] + box["width"] * 0.37, box["x"] + box["width"] * 0.58
    one.drag((left, box["y"] + 40), (right, box["y"] + 50))
    last = gesture(one, 1)
    assert "strip='published'" in last
    assert "first=datetime.date(2016, 10, 24), last=datetime.date(2016, 11, 20)" in last
    box = one.page.locator(".dl-plot").nth(1).bounding_box()  # the text above has grown a line
    one.drag((left, box["y"] + box["height"] - 32), (right, box["y"] + box["height"] - 28))
    assert "strip='spoken'" in gesture(one, 2)


def test_a_bar_can_be_clicked(one: Any) -> None:
    bars = one.page.locator(".dl-plot").nth(1).locator(".bars .point path")
    bar = bars.nth(1).bounding_box()
    x, y = bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] - 3
    one.page.mouse.move(x - 2, y)
    one.page.mouse.move(x, y)
    one.page.locator(".hoverlayer .hovertext").first.wait_for()
    one.page.mouse.click(x, y)
    assert "first=datetime.date(2016, 11, 7), last=datetime.date(2016, 11, 13)" in gesture(one, 1)


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
        ".flatMap((trace) => trace.hovertext ?? [])"
    )
    assert any("Tripoli &lt;b&gt;" in (text or "") for text in texts)


def test_the_map_follows_when_the_page_turns_dark(one: Any) -> None:
    one.page.emulate_media(color_scheme="dark")
    try:
        one.page.wait_for_function(
            f"() => {MAP}._fullLayout.map._subplot?.map?.getStyle()?.name === 'dateline-dark'"
        )
        settle(one)
        names = f"{MAP}._fullLayout.map._subplot.map.getSource('place-names').serialize().data"
        assert one.page.evaluate(f"() => {names}.features.length") == 4
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
    assert small.page.locator(".dl-plot-map").bounding_box()["height"] <= 844 * 0.45 + 1
    assert small.page.locator(".dl-plot-map .dl-plot-legend").get_attribute("open") is None
