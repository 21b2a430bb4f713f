"""Explore with an invented corpus in which one article is hostile, and one visit to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from dateline.resources import app_folder
from tests.corpora import ARTICLES, article, written

PROVINCE = (37.5, 36.25)

HOSTILE = (
    "2016-12-20 10:00",
    "<img src=x onerror=window.harm=1>",
    "![x](https://example.org/x.png)",
    "<script>window.harm = 2</script> [a](javascript:alert(1))",
    "<style>body{display:none}</style> In [Aleppo|event|aleppo] <iframe srcdoc='<script>"
    "parent.harm=3</script>'></iframe> said [<b>Bold</b>|person|<svg onload=window.harm=4>].",
)
WAR = " Shelling, it said, had killed two soldiers."
"""In a quarter of the articles, so that the notice stands before all."""
HOSTILE_RUBRIC = "<img src=x onerror=window.harm=5>"


@pytest.fixture(scope="session")
def url(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("corpus") / "invented"
    hostile = article(*HOSTILE[:-1], HOSTILE[-1] + WAR, rubric=HOSTILE_RUBRIC)
    rows = [(*row[:-1], row[-1] + WAR * (at in (0, 8))) for at, row in enumerate(ARTICLES)]
    written(folder, [*(article(*row) for row in rows), hostile], name="Invented <b>Aleppo</b>")
    return serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(folder))


@pytest.fixture
def one(reader: Any) -> Any:
    """The page with nothing asked for but the default."""
    reader.settle()
    reset = reader.page.get_by_role("button", name="Reset")
    if reset.is_enabled():
        reset.click()
        expect(chips(reader)).to_have_text(["✕role: event"])
        reader.settle()
    return reader


def chips(one: Any) -> Any:
    return one.page.locator(".chip")


def rows(one: Any) -> Any:
    return one.page.locator(".list .row")


def open_title(one: Any) -> Any:
    return one.page.locator(".frame h2")


def caption(one: Any) -> Any:
    return one.page.locator(".box .caption")
