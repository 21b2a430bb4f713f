"""The whole gesture under real hands: receipt, another place, the whole corpus, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from dateline.corrections import Correction, ledger
from dateline.resources import app_folder
from tests.corpora import PLACES, written

pytestmark = pytest.mark.browser

LIBYA = PLACES["tripoli libya"].gazetteer_id
HAS_MARK = """([place, isThere]) => {
  const data = document.querySelector('.dl-plot-map .dl-plot-figure')?.data ?? [];
  const drawn = data.flatMap((trace) => trace.customdata ?? []).flat();
  return drawn.length > 0 && drawn.includes(place) === isThere;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("corpus") / "invented", name="Invented Aleppo")


def test_a_place_is_put_right_everywhere_from_its_receipt_and_taken_back(
    serve: Callable[..., str], visit: Callable[..., Any], folder: Path
) -> None:
    one = visit(serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(folder)))
    page = one.page
    page.wait_for_function(HAS_MARK, arg=[LIBYA, True])
    one.settle()
    page.locator(".row", has_text="Two ports, one name").click()
    expect(page.locator(".frame h2")).to_have_text("Two ports, one name")
    page.locator(".body .mark.background", has_text="Tripoli").click()
    receipt = page.locator(".receipt")
    expect(receipt).to_contain_text("Tripoli, Lebanon (Liban-Nord), 40% sure")
    expect(receipt.locator("svg circle")).to_have_count(2)
    expect(receipt.get_by_role("link", name="geonames:266826")).to_have_attribute(
        "href", "https://www.geonames.org/266826"
    )
    page.reload()  # the address holds it
    expect(receipt).to_contain_text("Tripoli, Lebanon (Liban-Nord), 40% sure")
    one.settle()
    page.get_by_role("button", name="Close the receipt").click()
    expect(page.get_by_role("button", name="Close the receipt")).to_have_count(0)
    one.settle()

    page.locator(".body .mark.event", has_text="Tripoli").click()
    receipt.get_by_role("button", name="Put right").click()
    dialog = page.get_by_role("dialog", name="Put right")
    dialog.get_by_text("another place, by name").click()
    name = dialog.get_by_label("Name, in any script")
    name.fill("Tripoli, Lebanon")
    name.press("Enter")
    dialog.get_by_text("Tripoli, North Lebanon, Lebanon · city").click()
    dialog.get_by_text("in the corpus: 3 mentions in 2 articles").click()
    expect(dialog).to_contain_text("Touches 3 mentions; 1 of them changes.")
    assert not (folder / ledger.FILE).exists(), "nothing is written before it is said"
    dialog.get_by_label("Why").fill("<b>Lebanese</b> port")
    dialog.get_by_role("button", name="Put right").click()

    done = page.locator(".done")
    expect(done).to_contain_text("“Tripoli” → Tripoli, Lebanon, 3 mentions")
    expect(receipt).to_contain_text("put right by a reader")
    expect(page.locator(".chip", has_text="place: Tripoli")).to_have_count(1)
    page.wait_for_function(HAS_MARK, arg=[LIBYA, False])
    assert len(ledger.read(folder).corrections) == 1

    expect(receipt.locator(".put-right-by")).to_contain_text(
        "Tripoli, Lebanon · everywhere, 3 mentions"
    )
    expect(receipt.locator("q")).to_have_text("<b>Lebanese</b> port")

    done.get_by_role("button", name="Undo").click()
    expect(done).to_have_count(0)
    expect(receipt).to_contain_text("marked")
    page.wait_for_function(HAS_MARK, arg=[LIBYA, True])
    assert ledger.read(folder).corrections == ()

    one.settle()  # whoever leaves before that has asked for files that never come
    said = Correction("surface", surface="Tripoli", role="actor", note="Again")
    ledger.add(folder, [said])
    page.goto(page.url.partition("?")[0])
    one.wait_drawn(2)
    one.settle()
    page.locator(".row", has_text="Two ports, one name").click()
    expect(page.locator(".frame h2")).to_have_text("Two ports, one name")
    page.locator(".body .mark.actor", has_text="Tripoli").first.click()
    receipt.get_by_role("button", name="Undo this").click()
    expect(done).to_contain_text("“Tripoli” as it was before")
    expect(receipt.locator(".put-right-by")).to_have_count(0)
    assert ledger.read(folder).corrections == ()
    done.get_by_role("button", name="Undo").click()
    expect(receipt.locator("q")).to_have_text("Again")
    assert ledger.read(folder).corrections == (said,)


def test_a_copy_is_made_a_text_of_its_own_on_a_small_screen_too_and_taken_back(
    serve: Callable[..., str], visit: Callable[..., Any], folder: Path
) -> None:
    url = serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(folder))
    one = visit(url, width=390, height=844)
    one.wait_drawn(2)
    one.settle()
    page = one.page
    page.locator(".item", has_text="3 copies").first.locator(".row").click()
    copies = page.locator(".frame .copies")
    expect(copies).to_contain_text("One of 3 copies of a text.")
    copies.get_by_role("button", name="Count it as a text of its own").click()
    expect(page.locator(".done")).to_contain_text("this article is a text of its own")
    expect(copies).to_have_count(0)
    page.get_by_role("button", name="Undo what was put right").click()
    expect(copies).to_have_count(1)
