"""Names and titles written from right to left stand among ours without mixing them up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from dateline.resources import app_folder
from tests.corpora import article, written

pytestmark = pytest.mark.browser

TEXT = "The road from [Aleppo|event|aleppo] to the coast was open for an hour, and closed again."
PLACES = "(parts) => parts.map((part) => part.getBoundingClientRect().x)"


def test_what_is_said_of_an_article_stands_in_the_order_of_its_title(
    serve: Callable[..., str], visit: Callable[..., Any], tmp_path: Path
) -> None:
    folder = tmp_path / "invented"
    rows = [
        ("2016-12-05", "صحيفة الميناء", "", "A road", TEXT),
        ("2016-12-04", "صحيفة الميناء", "", "طريق", TEXT),
    ]
    written(folder, [article(*row) for row in rows], name="Invented roads")
    one = visit(serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(folder)))
    one.wait_drawn(2)
    page = one.page
    row = page.locator(".list .row")
    expect(row).to_have_count(2)
    for number, is_reversed in ((0, False), (1, True)):
        one.settle()
        row.nth(number).click()
        expect(row.nth(number)).to_have_attribute("aria-current", "true")
        expect(page.locator(".frame h2")).to_have_text(rows[number][3])
        one.settle()
        for line in (page.locator(".list .meta").nth(number), page.locator(".frame .meta")):
            at = line.locator("bdi").evaluate_all(PLACES)
            assert len(at) >= 2 and at == sorted(at, reverse=is_reversed)
