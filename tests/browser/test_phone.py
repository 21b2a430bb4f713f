"""Explore in the hand: fingers that scroll and move, and a page that stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from dateline.resources import app_folder
from tests.corpora import ARTICLES, article, written

pytestmark = pytest.mark.browser

PROVINCE = (37.5, 36.25)
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.fixture(scope="module")
def url(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("corpus") / "invented"
    more = [
        ("2017-02-01", "Quayside Post", "", f"Note {number}", "In [Aleppo|event|aleppo].")
        for number in range(8)
    ]
    written(folder, [article(*row) for row in (*ARTICLES, *more)], name="Invented")
    return serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(folder))


@pytest.fixture
def phone(visit: Callable[..., Any], url: str) -> Any:
    """A phone that was led here by a link, so that nothing is explained above the map."""
    one = visit(f"{url}?role=event&role=setting", width=390, height=844, fingers=True)
    one.wait_drawn(2)
    one.settle()
    return one


def middle(one: Any) -> tuple[float, float]:
    box = one.page.locator(".dl-plot-map").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_one_finger_on_the_map_scrolls_the_page_and_two_move_the_map(phone: Any) -> None:
    view, (x, y) = phone.view(), middle(phone)
    phone.swipe(((x, y), (x + 40, y - 60)), ((x + 70, y), (x + 110, y - 60)))
    phone.settle()
    moved = phone.view()
    assert moved[1] < view[1] and moved[0] < view[0]
    assert phone.page.evaluate(SCROLLED) == 0
    phone.swipe(((x, y), (x, y - 160)))
    phone.page.wait_for_function(f"() => ({SCROLLED})() > 100")
    phone.settle()
    assert phone.view() == moved


def test_one_finger_draws_a_box_on_the_map(phone: Any) -> None:
    phone.page.get_by_role("button", name="Choose places in a box").click()
    expect(phone.page.locator(".dl-plot-map")).to_have_attribute("data-mode", "select")
    phone.settle()
    x, y = middle(phone)
    phone.swipe(((x - 120, y + 120), (x + 60, y - 120)))
    expect(phone.page.locator(".chip", has_text="within the drawn area")).to_have_count(1)
    phone.settle()
    assert phone.page.evaluate(SCROLLED) == 0


def test_on_a_tablet_one_finger_moves_the_map(visit: Callable[..., Any], url: str) -> None:
    one = visit(f"{url}?role=event&role=setting", width=1024, height=768, fingers=True)
    one.wait_drawn(2)
    one.settle()
    view, (x, y) = one.view(), middle(one)
    one.swipe(((x, y), (x, y - 80)))
    one.page.wait_for_function("() => location.search.includes('z=')")
    one.settle()
    assert one.view()[1] < view[1]


def test_many_filters_stand_in_a_line_that_moves_nothing_and_shows_the_one_that_has_come(
    phone: Any, visit: Callable[..., Any], url: str
) -> None:
    top = phone.page.locator(".dl-plot-map").bounding_box()["y"]
    asked = {"country": "SY", "source": "!Levant Desk", "lang": "!fr", "from": "2016-01-01"}
    many = visit(f"{url}?{urlencode(asked)}", width=390, height=844)
    many.wait_drawn(2)
    many.settle()
    chips = many.page.locator(".chip")
    expect(chips).to_have_count(5)
    many.settle()
    assert many.page.locator(".dl-plot-map").bounding_box()["y"] == top
    assert many.page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(chips.last).not_to_be_in_viewport()
    last = chips.last.inner_text()
    chips.last.press("Enter")
    expect(chips).to_have_count(4)
    many.settle()
    many.page.get_by_role("button", name="Undo").click()
    expect(chips).to_have_count(5)
    expect(chips.filter(has_text=last.removeprefix("✕"))).to_be_in_viewport(ratio=0.9)


def test_the_next_page_of_the_list_is_turned_to_at_its_foot_and_begins_in_sight(phone: Any) -> None:
    rows = phone.page.locator(".list .row")
    expect(rows).to_have_count(12)
    phone.page.get_by_role("button", name="Next page, from the foot of the list").tap()
    expect(phone.page.locator(".foot .page")).to_have_text("2 / 2")
    expect(rows.first).to_be_focused()
    expect(rows.first).to_be_in_viewport(ratio=1)
    expect(phone.page.locator(".box .caption")).to_be_in_viewport(ratio=1)


def test_a_place_chosen_on_the_map_moves_neither_the_map_nor_what_stands_under_it(
    phone: Any,
) -> None:
    with phone.stays(*phone.page.locator(".dl-plot").all()):
        phone.page.touchscreen.tap(*phone.pixel(*PROVINCE))
        expect(phone.page.get_by_label("within").and_(phone.page.locator("input"))).to_be_visible()
        expect(phone.page.locator(".chip")).to_have_count(2)
