"""The component under real clicks: gestures reach Python, and the view stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ALEPPO = (37.16, 36.2)
TRIPOLI = (35.84, 34.43)
SYRIA = (38.0, 35.0)


MAP = "document.querySelector('.dl-plot-map .dl-plot-figure')"
# At once: keys that are pressed apart may be two gestures where the machine is slow.
TWICE = """(handle, key) => {
  for (let times = 0; times < 2; times += 1) {
    handle.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
}"""


@pytest.fixture(scope="module")
def url(serve: Callable[..., str]) -> str:
    return serve(Path(__file__).with_name("plotview_page.py"))


@pytest.fixture(scope="module")
def page(visits: Callable[..., Any], url: str) -> Any:
    """One visit for all tests here: a map takes seconds to draw in software."""
    one = visits(url, height=1200)
    one.wait_drawn(2)
    one.begun = 0
    return one


@pytest.fixture
def one(page: Any) -> Any:
    """The page as it was at first."""
    page.settle()
    page.page.get_by_role("button", name="start again").click()
    page.begun += 1
    page.wait_text(f"0 gestures; last: none, begun again {page.begun} times")
    page.settle()
    take_up(page, "Move the map")
    page.page.get_by_role("button", name="Back to most of the coverage").click()
    page.settle()
    return page


def take_up(one: Any, tool: str) -> None:
    """Press the button of a tool and wait until the map obeys it."""
    button = one.page.get_by_role("button", name=tool)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def gesture(one: Any, number: int) -> str:
    """What the page wrote down as its last gesture, once there are `number` of them."""
    one.wait_text(f"{number} gestures; last:" if number != 1 else "1 gestures; last:")
    one.settle()
    text: str = one.page.get_by_text(re.compile(r"\d+ gestures; last:")).first.inner_text()
    return text


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


def test_time_can_be_stepped_through_and_stopped(one: Any) -> None:
    view = one.view()
    one.page.get_by_role("button", name="One step on in time").click()
    assert "day=datetime.date(2016, 10, 3)" in gesture(one, 1)
    one.page.get_by_role("button", name="One step on in time").click()
    assert "day=datetime.date(2016, 11, 7)" in gesture(one, 2)
    assert one.page.url.endswith("t=2016-11-07")
    one.page.get_by_role("button", name="One step back in time").click()
    assert "day=datetime.date(2016, 10, 3)" in gesture(one, 3)
    one.page.get_by_role("button", name="Stop: the whole time again").click()
    assert "day=None" in gesture(one, 4)
    assert "t=" not in one.page.url.partition("?")[2]
    assert one.view() == pytest.approx(view, abs=1e-3), "the map moved"


@pytest.mark.parametrize("width", [390, 516, 1440])
def test_nothing_moves_for_the_days_that_time_has_come_to(one: Any, width: int) -> None:
    one.page.get_by_role("button", name="One step on in time").click()
    gesture(one, 1)
    tops = one.page.evaluate(
        """([width, ...days]) => {
          const under = document.querySelector('.dl-plot-map ~ .dl-plot-under');
          const says = under.querySelector('output');
          under.style.width = `${width}px`;
          const tops = [under, ...under.querySelectorAll('button, select')];
          const measured = days.map((said) => {
            says.textContent = said;
            return [under.offsetHeight, ...tops.map((one) => one.getBoundingClientRect().y)].join();
          });
          under.style.width = '';
          return measured;
        }""",
        [width, "2 Jan 2017 · 1 article", "26 Dec 2016 – 1 Jan 2017 · 400 articles"],
    )
    assert tops[0] == tops[1]


def test_time_plays_to_its_end_and_not_for_those_who_mind_motion(one: Any) -> None:
    one.page.get_by_role("button", name="Play through time").click()
    assert "day=datetime.date(2016, 12, 5)" in gesture(one, 3)
    expect(one.page.get_by_role("button", name="Play through time")).to_be_visible()
    one.page.emulate_media(reduced_motion="reduce")
    try:
        expect(one.page.get_by_role("button", name="Play through time")).to_be_hidden()
        expect(one.page.get_by_role("button", name="One step back in time")).to_be_visible()
    finally:
        one.page.emulate_media(reduced_motion="no-preference")


def test_the_ends_of_the_days_are_moved_by_keyboard(one: Any) -> None:
    first = one.page.get_by_role("slider", name="First day of publication")
    last = one.page.get_by_role("slider", name="Last day of publication")
    first.focus()
    first.evaluate(TWICE, "ArrowRight")
    expect(first).to_have_attribute("aria-valuetext", "2016-10-10")
    last_gesture = gesture(one, 1)
    assert "kind='ends'" in last_gesture
    assert "first=datetime.date(2016, 10, 10), last=None" in last_gesture
    expect(first).to_be_focused()
    last.press("PageDown")
    assert "last=datetime.date(2016, 11, 6)" in gesture(one, 2)


def test_figures_can_be_taken_away_as_files(one: Any) -> None:
    begins = {"invented-map.png": b"\x89PNG", "invented-days.png": b"\x89PNG"}
    begins["invented-days.svg"] = b"<svg"
    names = [("PNG", 0), ("PNG", 1), ("SVG", 0)]
    for kind, number in names:
        with one.page.expect_download() as download:
            one.page.get_by_role("button", name=f"This figure as {kind}").nth(number).click()
        content = Path(download.value.path()).read_bytes()
        assert content.startswith(begins.pop(download.value.suggested_filename))
    assert begins == {}
    text = content.decode("utf-8")
    assert "A &amp; B" in text and "<script" not in text and "<image" not in text
    said = "".join(ElementTree.fromstring(text).itertext())  # noqa: S314  # of our own
    assert "Days <b>" in said, "a title is no markup"
    assert "'Source Sans', 'Source Sans 3'" in text


def test_a_chart_as_pixels_is_set_in_the_face_of_the_page(one: Any) -> None:
    with one.page.expect_request(lambda request: "SourceSans" in request.url):
        one.page.get_by_role("button", name="This figure as PNG").nth(1).click()


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


def corners_of(area: str) -> tuple[list[float], list[float]]:
    """Longitudes and latitudes of an area as it was sent."""
    polygon = area.partition("polygon=")[2].partition("))")[0]
    numbers = [float(number) for number in re.findall(r"-?\d+\.\d+", polygon)]
    return numbers[0::2], numbers[1::2]


@pytest.mark.parametrize("tool", ["Choose places in a box", "Choose places within a line"])
def test_an_area_drawn_on_the_map_is_sent_as_a_polygon(one: Any, tool: str) -> None:
    take_up(one, tool)
    x, y = one.pixel(*TRIPOLI)
    corners = [(x - 25, y - 25), (x + 25, y - 25), (x + 25, y + 25), (x - 25, y + 25)]
    if "box" in tool:
        corners = [corners[0], corners[2]]
    one.drag(*corners)
    last = gesture(one, 1)
    assert "kind='area'" in last and "shift=False" in last
    longitudes, latitudes = corners_of(last)
    assert 4 <= len(longitudes) <= 40
    assert min(longitudes) < TRIPOLI[0] < max(longitudes)
    assert min(latitudes) < TRIPOLI[1] < max(latitudes)
    assert max(longitudes) < ALEPPO[0] + 20  # degrees, not pixels
    expect(one.page.get_by_role("button", name="Move the map")).to_have_attribute(
        "aria-pressed", "true"
    )
    take_up(one, tool)
    one.page.keyboard.down("Shift")
    one.drag(*((x + 60, y) for x, y in corners))
    one.page.keyboard.up("Shift")
    added = gesture(one, 2)
    assert "shift=True" in added
    assert min(corners_of(added)[0]) > max(longitudes), "what was drawn before is in it"


def test_a_double_click_on_the_map_clears(one: Any) -> None:
    one.page.mouse.click(*one.pixel(*TRIPOLI))
    one.wait_text("chosen: test:tripoli-lb")
    one.settle()
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


def test_a_finger_across_the_timeline_chooses_and_one_down_it_does_not(one: Any) -> None:
    box = one.page.locator(".dl-plot").nth(1).bounding_box()
    left, top = box["x"] + box["width"] * 0.37, box["y"] + 40

    def swipe(across: float, down: float) -> None:
        one.swipe(((left, top), (left + across, top + down)))

    swipe(0, 90)
    swipe(box["width"] * 0.21, 10)
    last = gesture(one, 1)
    assert "strip='published'" in last
    assert "first=datetime.date(2016, 10, 24), last=datetime.date(2016, 11, 20)" in last


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
        ".flatMap((trace) => (trace.customdata ?? []).map((mark) => mark?.[1]))"
    )
    assert any("Tripoli &lt;b&gt;" in (text or "") for text in texts)


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
