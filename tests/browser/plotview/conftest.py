"""The page of the component, visited once for the tests of a module, and its gestures as text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

ALEPPO = (37.16, 36.2)
TRIPOLI = (35.84, 34.43)
SYRIA = (38.0, 35.0)

MAP = "document.querySelector('.dl-plot-map .dl-plot-figure')"


@pytest.fixture(scope="session")
def url(serve: Callable[..., str]) -> str:
    return serve(Path(__file__).parents[1] / "plotview_page.py")


@pytest.fixture(scope="module")
def page(visits: Callable[..., Any], url: str) -> Any:
    """One visit for all tests of a module: a map takes seconds to draw in software."""
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
