"""Areas drawn on the map."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.plotview.conftest import ALEPPO, TRIPOLI, gesture, take_up

pytestmark = pytest.mark.browser


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
    added = gesture(one, 2)
    assert "shift=True" in added
    assert min(corners_of(added)[0]) > max(longitudes), "what was drawn before is in it"
    one.settle()
    one.drag(*((x + 120, y) for x, y in corners))
    assert "shift=True" in gesture(one, 3), "the tool was laid down after the first that was added"
    one.page.keyboard.up("Shift")
    expect(one.page.get_by_role("button", name="Move the map")).to_have_attribute(
        "aria-pressed", "true"
    )
