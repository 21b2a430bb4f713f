"""Time under real hands: stepped through, played, and chosen on the timeline."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.plotview.conftest import gesture

pytestmark = pytest.mark.browser


# At once: keys that are pressed apart may be two gestures where the machine is slow.
TWICE = """(handle, key) => {
  for (let times = 0; times < 2; times += 1) {
    handle.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
}"""


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
