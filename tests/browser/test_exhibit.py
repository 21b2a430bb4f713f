"""The exhibit in a browser: on a phone, in the dark, by keyboard, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import expect

from dateline.export import exhibit
from dateline.query import Query
from tests.corpora import article, corpus_of, small_corpus

pytestmark = pytest.mark.browser

LABELS = """() => [...document.querySelectorAll('.time text')]
  .map((text) => text.getBoundingClientRect()).filter((box) => box.width)
  .map((box) => [box.left, box.top, box.right, box.bottom])"""


@contextmanager
def opened(browser: Any, data: bytes, *, width: int = 1440, dark: bool = False) -> Iterator[Any]:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page.set_content(data.decode())
    yield page
    page.close()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_days_and_counts_can_be_read_and_nothing_runs_over(browser: Any, width: int) -> None:
    with opened(browser, exhibit(small_corpus(), Query(roles=())), width=width) as page:
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        boxes = page.evaluate(LABELS)
    assert len(boxes) > 8
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert bottom - top >= 12 and left >= 0 and right <= width
        for other in boxes[:number]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart or (bottom - other[1] < 5 or other[3] - top < 5), "letters over letters"


def test_it_is_dark_on_a_dark_screen(browser: Any) -> None:
    with opened(browser, exhibit(small_corpus(), Query()), dark=True) as page:
        colours = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor,"
            " getComputedStyle(document.querySelector('.time text')).fill]"
        )
    assert colours == ["rgb(21, 24, 27)", "rgb(163, 165, 162)"]


def test_folds_are_opened_by_keyboard_and_by_the_marks_of_the_map(browser: Any) -> None:
    with opened(browser, exhibit(small_corpus(), Query())) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("details[open] table")).to_be_visible()
        page.locator("svg a circle").nth(1).click()  # the first lies under it
        expect(page.locator("#place-2 li").first).to_be_visible()


def test_arabic_is_laid_out_from_the_right(browser: Any) -> None:
    body = "قال شهود إن القصف أصاب [حلب|event|aleppo] القديمة صباح الاثنين."
    data = exhibit(corpus_of(article("2016-12-05", "الوطن", "", "قذائف", body)), Query())
    with opened(browser, data) as page:
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        sides = page.evaluate(
            """() => {
              const item = document.querySelector('.places li').getBoundingClientRect();
              const mark = document.querySelector('mark').getBoundingClientRect();
              const range = document.createRange();
              range.selectNodeContents(document.querySelector('.places li span'));
              const words = range.getBoundingClientRect();
              return [item.right - words.right, words.right - mark.right];
            }"""
        )
    assert abs(sides[0]) < 2 and sides[1] > 50
