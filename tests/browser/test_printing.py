"""Pages and exhibit on paper: what scrolls or is folded on the screen is printed whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageStat
from pypdf import PdfReader

from dateline.corrections import Correction, ledger
from dateline.export import exhibit
from dateline.query import Query
from dateline.resources import app_folder
from tests.browser.visit import Visit
from tests.corpora import article, small_corpus, written

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"Paragraph {n} is about [Aleppo|event|aleppo]." for n in range(1, 81))
ROAD = [article("2016-12-05 18:30", "Levant Desk", "", "A long road", LONG)]


def sheets(page: Any, size: str = "A4") -> list[str]:
    """The words of each."""
    printed = PdfReader(io.BytesIO(page.pdf(format=size))).pages
    return [" ".join(sheet.extract_text().split()) for sheet in printed]


def printed(page: Any) -> str:
    return " ".join(sheets(page))


def test_explore_and_method_are_printed_to_their_ends_without_what_can_only_be_pressed(
    serve: Callable[..., str], visit: Callable[..., Visit], tmp_path: Path
) -> None:
    written(tmp_path / "long", ROAD, name="Invented roads")
    one = visit(serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(tmp_path / "long")))
    one.wait_drawn(2)
    one.settle()
    paper = printed(one.page)
    assert "Paragraph 1 is about" in paper and "Paragraph 80 is about" in paper
    assert "1 article" in paper and "role: event" in paper
    for pressed in ("Bring your own articles", "Share", "Skip", "Borders ", "Explore", "Drag"):
        assert pressed not in paper.replace("Borders: Natural Earth", "")
    for size in ("A4", "Letter"):
        begins = [sheet.startswith("A long road Levant Desk") for sheet in sheets(one.page, size)]
        assert begins.count(True) == 1 and not begins[0], "the article cannot be printed alone"
    one.page.get_by_role("link", name="Corpus").click()
    one.wait_text("Of these not placed")  # in a table, which is drawn after the words
    one.settle()
    assert "Invented roads, open 1 5 Dec 2016" in printed(one.page), "which corpora there are"
    one.page.get_by_role("link", name="Method").click()
    one.wait_text("no piece of the map")
    one.settle()
    assert "no piece of the map is asked of any other" in printed(one.page)


def test_on_paper_nothing_stands_in_a_flexible_box_that_a_page_end_would_not_stretch(
    serve: Callable[..., str], visit: Callable[..., Visit], tmp_path: Path
) -> None:
    written(tmp_path / "rows", ROAD, name="Invented roads")
    one = visit(serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(tmp_path / "rows")))
    one.wait_drawn(2)
    one.settle()
    one.page.emulate_media(media="print")
    assert one.page.evaluate(
        """() => [...document.querySelectorAll('.dl-plot')].every((plot) => {
          for (let box = plot.parentElement; box; box = box.parentElement) {
            const { display, flexDirection } = getComputedStyle(box);
            if (display.includes('flex') && flexDirection === 'column') return false;
          }
          return true;
        })"""
    )


def test_a_long_list_of_corrections_says_on_paper_that_it_is_not_all(
    serve: Callable[..., str], visit: Callable[..., Visit], tmp_path: Path
) -> None:
    written(tmp_path / "many", ROAD, name="Invented roads")
    ledger.add(
        tmp_path / "many",
        [Correction("surface", surface=f"Road {n}", role="name") for n in range(40)],
    )
    one = visit(serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(tmp_path / "many")))
    one.page.get_by_role("link", name="Corpus").click()
    one.wait_text("Nothing: every file")
    one.settle()
    assert not one.page.get_by_text("Printed are the first of 40").is_visible()
    assert "Printed are the first of 40" in printed(one.page)


def test_the_map_of_a_dark_page_is_light_on_paper(
    serve: Callable[..., str], visit: Callable[..., Visit], tmp_path: Path
) -> None:
    written(tmp_path / "dark", ROAD, name="Invented roads")
    url = serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(tmp_path / "dark"))
    one = visit(url, dark=True)
    one.wait_drawn(2)
    one.settle()
    box = one.page.locator(".dl-plot-map").bounding_box()
    at = (box["width"] / 2, box["height"] / 5)

    def brightness() -> float:
        shot = Image.open(io.BytesIO(one.page.locator(".dl-plot-map").screenshot())).convert("L")
        return ImageStat.Stat(shot.crop((at[0] - 40, at[1], at[0] + 40, at[1] + 40))).mean[0]

    assert brightness() < 100
    one.page.emulate_media(media="print")
    assert brightness() > 150


def test_printed_it_is_all_there(browser: Any) -> None:
    page = browser.new_page()
    page.set_content(exhibit(small_corpus(), Query(roles=()), texts=True).decode())
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    one_line = "(th) => th.getBoundingClientRect().height < 30"
    assert page.evaluate(f"[...document.querySelectorAll('tbody th')].every({one_line})")
    paper = printed(page)
    page.close()
    assert "A choir in Suva sang" in paper
    assert "A page without a place." in paper
    assert "У Харкові вранці" in paper
