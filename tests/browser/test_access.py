"""Nothing serious by axe-core's rules on any page, in light and dark, wide and narrow.

https://github.com/dequelabs/axe-core: rules after WCAG 2.2, run in the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import expect

from dateline.resources import app_folder
from tests.corpora import written

pytestmark = pytest.mark.browser

LONG = "exports_of_the_year/a_name_without_any_space_that_is_far_wider_than_a_telephone.csv"


@pytest.fixture(scope="module")
def url(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("corpus") / "invented"
    written(folder, name="Invented Aleppo", set_aside=[(LONG, 3, "no text", "")])
    return serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(folder))


def serious(page: Any) -> list[str]:
    """What axe finds that hinders somebody seriously: rule, help and the elements.

    Streamlit's tables number their cells anew in each table: not ours to put right.
    """
    found = Axe().run(page)["violations"]
    return [
        f"{each['id']}: {each['help']}: {node['target']} {node['html'][:200]}"
        for each in found
        if each["impact"] in ("serious", "critical") and each["id"] != "duplicate-id-active"
        for node in each["nodes"]
    ]


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (1440, True), (390, False)])
@pytest.mark.parametrize(
    ("name", "said"),
    [("Explore", "Reset"), ("Corpus", "What it holds"), ("Method", "Why roles")],
)
def test_nothing_serious_hinders_anybody(
    visit: Callable[..., Any], url: str, name: str, said: str, width: int, dark: bool
) -> None:
    one = visit(url, width=width, dark=dark)
    one.wait_drawn(2)
    if name != "Explore":
        if width < 600:  # the pages are in the drawer
            one.page.get_by_test_id("stExpandSidebarButton").click()
        one.page.get_by_role("link", name=name).click()
    expect(one.page.get_by_text(said).locator("visible=true").first).to_be_visible()
    one.settle()  # while the page runs, what it is about to replace is pale
    assert serious(one.page) == []


def test_what_is_not_chosen_yet_has_an_edge_that_can_be_seen(
    visit: Callable[..., Any], url: str
) -> None:
    """WCAG 2.2, 1.4.11: three to one against what it stands on."""
    for dark in (False, True):
        one = visit(url, dark=dark)
        page = one.page
        page.get_by_role("button", name="Download", exact=True).click()
        box = page.get_by_role("dialog").get_by_test_id("stCheckbox").locator("label > div").first
        expect(box).to_be_visible()
        one.settle()
        edge, alpha, paper = box.evaluate(
            """(box) => {
              const read = (colour) => {
                const canvas = document.createElement('canvas').getContext('2d');
                canvas.fillStyle = colour;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data];
              };
              const at = read(getComputedStyle(box).borderTopColor);
              const under = (node) => read(getComputedStyle(node).backgroundColor);
              let ground = box.parentElement;
              while (under(ground)[3] < 255) ground = ground.parentElement;
              return [at.slice(0, 3), at[3] / 255, under(ground)];
            }"""
        )
        drawn = [alpha * e + (1 - alpha) * p for e, p in zip(edge, paper[:3], strict=True)]
        light, low = sorted((luminance(drawn), luminance(paper[:3])), reverse=True)
        assert (light + 0.05) / (low + 0.05) >= 3


def luminance(colour: list[float]) -> float:
    """Relative, after WCAG; red, green and blue from 0 to 255."""
    parts = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def test_every_column_of_the_tables_is_in_sight_on_a_small_screen(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844)
    page = one.page
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Corpus").click()
    expect(page.get_by_role("cell", name=LONG)).to_be_visible()
    one.settle()
    widths = page.evaluate(
        """() => [...document.querySelectorAll('table')]
          .map((table) => [table.scrollWidth, table.parentElement.clientWidth])"""
    )
    assert len(widths) >= 5 and all(table <= screen for table, screen in widths)


def test_days_can_be_typed_and_taken_back_by_keyboard(visit: Callable[..., Any], url: str) -> None:
    page = visit(url).page
    heading = page.get_by_text("Days of publication", exact=True)
    heading.focus()
    page.keyboard.press("Enter")
    page.get_by_label("From", exact=True).first.fill("2016-12-06")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("from=2016-12-06"))
    page.get_by_label("From", exact=True).first.fill("")  # while the page runs for the first
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("from="))
