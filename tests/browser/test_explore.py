"""Explore under real hands: every gesture narrows the rest, and a link brings it all back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import expect

from dateline.export import PREAMBLE_LINES
from dateline.resources import app_folder
from tests.browser.conftest import PATIENCE_MS
from tests.corpora import ARTICLES, article, written

pytestmark = pytest.mark.browser

PROVINCE = (37.5, 36.25)

HOSTILE = (
    "2016-12-20 10:00",
    "<img src=x onerror=window.harm=1>",
    "![x](https://example.org/x.png)",
    "<script>window.harm = 2</script> [a](javascript:alert(1))",
    "<style>body{display:none}</style> In [Aleppo|event|aleppo] <iframe srcdoc='<script>"
    "parent.harm=3</script>'></iframe> said [<b>Bold</b>|person|<svg onload=window.harm=4>].",
)
HOSTILE_RUBRIC = "<img src=x onerror=window.harm=5>"


@pytest.fixture(scope="module")
def url(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("corpus") / "invented"
    hostile = article(*HOSTILE, rubric=HOSTILE_RUBRIC)
    written(folder, [*(article(*row) for row in ARTICLES), hostile], name="Invented <b>Aleppo</b>")
    return serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(folder))


@pytest.fixture(scope="module")
def reader(visits: Callable[..., Any], url: str) -> Any:
    """One visit that the tests share: a map takes seconds to draw in software."""
    one = visits(url)
    one.wait_drawn(2)
    return one


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


def test_the_page_can_be_asked_for_by_its_name_too(visit: Callable[..., Any], url: str) -> None:
    one = visit(url)
    one.wait_drawn(2)  # whoever leaves before that has asked for files that never come
    one.page.goto(f"{url}explore?q=snow&role=event&role=setting")
    expect(one.page.locator(".chip")).to_have_text(["✕“snow”", "✕role: event, setting"])
    expect(one.page).to_have_url(re.compile(f"^{re.escape(url)}[?]"))
    one.wait_drawn(2)
    one.settle()
    expect(one.page.get_by_text("Page not found")).to_have_count(0)
    current = one.page.locator('[data-testid="stTopNavLink"][aria-current="page"]')
    expect(current).to_have_text("Explore")
    # Streamlit looks for its server under the address of each page before it looks at the root.
    one.errors = [error for error in one.errors if "404" not in error]


WHEN_RUN = """Object.defineProperty(window, 'Plotly', { configurable: true, set(plotly) {
  performance.mark('test:run', { detail: document.fonts.check('16px "Source Serif"') });
  Object.defineProperty(window, 'Plotly', { value: plotly, writable: true });
} })"""


@pytest.mark.parametrize(("asked", "has_text"), [("", True), ("?q=zeppelin", False)])
def test_the_code_of_the_map_is_run_once_the_text_stands_or_where_there_is_none(
    browser: Any, url: str, asked: str, has_text: bool
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(WHEN_RUN)
    page.goto(url + asked)
    page.wait_for_function("() => performance.getEntriesByName('test:run').length")
    text, run, can_be_seen = page.evaluate("""() => {
      const [text, run] = ['dateline:text', 'test:run'].map(
        (name) => performance.getEntriesByName(name)[0]);
      return [text?.startTime ?? null, run.startTime, run.detail];
    }""")
    assert (text is not None) == has_text
    assert text is None or text < run
    assert text is None or can_be_seen, "its letters have not come"
    context.close()


def test_a_click_on_a_mark_narrows_and_a_second_takes_it_back(one: Any) -> None:
    one.settle()
    view = one.view()
    one.page.mouse.click(*one.pixel(*PROVINCE))
    expect(chips(one)).to_have_text(["✕role: event", "✕place: Aleppo Governorate"])
    expect(caption(one)).to_have_text("1 article")
    expect(one.page).to_have_url(re.compile("place=geonames%3A170062"))
    one.settle()
    assert one.view() == view, "the map moved"
    one.page.mouse.click(*one.pixel(*PROVINCE))
    expect(chips(one)).to_have_text(["✕role: event"])
    expect(caption(one)).to_have_text("12 articles")


def test_a_distance_typed_by_hand_holds_and_one_that_cannot_be_gives_way_to_it(one: Any) -> None:
    one.page.mouse.click(*one.pixel(*PROVINCE))
    field = one.page.get_by_label("within").and_(one.page.locator("input"))
    field.fill("35.5")
    field.press("Enter")
    around = "✕within 35.5 km of Aleppo Governorate"
    expect(chips(one)).to_have_text(["✕role: event", around])
    one.settle()  # the field is drawn anew with what is set
    for impossible in ("-3", "0", "1e9"):
        field.fill(impossible)
        field.press("Enter")
        expect(field).to_have_value("35.5")
    one.settle()
    expect(chips(one)).to_have_text(["✕role: event", around])
    field.fill("")
    field.press("Enter")
    expect(chips(one)).to_have_text(["✕role: event", "✕place: Aleppo Governorate"])


def test_a_link_shows_the_same_to_somebody_else(one: Any, visit: Callable[..., Any]) -> None:
    one.page.locator('[data-at="sources Levant Desk include"]').click()
    expect(chips(one)).to_have_count(2)
    one.page.locator('[data-at="roles setting include"]').click()
    expect(chips(one).first).to_have_text("✕role: event, setting")
    expect(one.page).to_have_url(re.compile("role=setting"))
    one.settle()
    key = rows(one).nth(1).get_attribute("data-at")
    row = one.page.locator(f'.list .row[data-at="{key}"]')
    title = row.locator(".title").inner_text()
    row.click()
    expect(row).to_have_attribute("aria-current", "true")
    expect(open_title(one)).to_have_text(title)  # the reader is drawn after the list,
    expect(one.page).to_have_url(re.compile(r"[?&]a="))  # and the address by the browser
    other = visit(one.page.url)
    expect(chips(other)).to_have_text(["✕role: event, setting", "✕source: Levant Desk"])
    expect(caption(other)).to_have_text(caption(one).inner_text())
    expect(open_title(other)).to_have_text(title)
    expect(other.page).to_have_url(one.page.url)


def test_one_filter_more_moves_nothing_on_the_page(one: Any) -> None:
    with one.stays(one.page.locator(".dl-plot-map")):
        for number, facet in enumerate(("countries LY exclude", "sources Levant Desk include"), 2):
            one.page.locator(f'[data-at="{facet}"]').click()
            expect(chips(one)).to_have_count(number)
        one.page.locator(".chip").first.click()
        expect(chips(one)).to_have_count(2)


def test_a_click_is_heard_though_the_page_is_drawn_anew_while_the_button_is_held(one: Any) -> None:
    desk, libya = (
        one.page.locator(f'[data-at="{facet}"]')
        for facet in ("sources Levant Desk include", "countries LY exclude")
    )
    desk.hover()
    one.page.mouse.down()
    libya.dispatch_event("click")
    expect(chips(one)).to_have_text(["✕role: event", "✕not country: Libya"])
    one.settle()
    one.page.mouse.up()
    both = ["✕role: event", "✕source: Levant Desk", "✕not country: Libya"]
    expect(chips(one)).to_have_text(both)
    one.settle()
    expect(chips(one)).to_have_text(both)  # once: a second click would have taken it off again


def test_going_back_in_the_browser_takes_a_filter_off(one: Any) -> None:
    one.page.locator('[data-at="countries LY exclude"]').click()
    expect(chips(one)).to_have_text(["✕role: event", "✕not country: Libya"])
    one.settle()
    one.page.go_back()
    expect(chips(one)).to_have_text(["✕role: event"])
    one.settle()
    one.page.go_forward()
    expect(chips(one)).to_have_count(2)
    one.page.get_by_role("button", name="Undo").click()
    expect(chips(one)).to_have_count(1)


def test_a_place_in_the_text_narrows_and_says_why_it_is_there(one: Any) -> None:
    one.page.locator(".row", has_text="A warning, and an old name").click()
    expect(open_title(one)).to_have_text("A warning, and an old name")
    one.page.locator(".body .mark.comparison", has_text="Srebrenica").click()
    expect(chips(one)).to_have_text(["✕role: event, comparison", "✕place: Srebrenica"])
    receipt = one.page.locator(".receipt")
    expect(receipt).to_contain_text("geonames:3190189")
    expect(receipt).to_contain_text("invoked as a parallel")
    expect(open_title(one)).to_have_text("A warning, and an old name")
    one.settle()
    one.page.get_by_role("button", name="Close the receipt").click()
    expect(receipt).to_have_count(0)


def test_a_brush_on_the_timeline_keeps_its_days(one: Any) -> None:
    box = one.page.locator(".dl-plot").nth(1).bounding_box()
    one.drag((box["x"] + 20, box["y"] + 60), (box["x"] + box["width"] / 2, box["y"] + 62))
    expect(chips(one).first).to_contain_text("published")
    expect(one.page).to_have_url(re.compile("[?&]from=2016-11-01&to="))
    expect(caption(one)).to_have_text("7 articles")


def test_words_are_found_and_marked(one: Any) -> None:
    one.page.get_by_role("textbox", name="Search").fill("library")
    one.page.keyboard.press("Enter")
    expect(caption(one)).to_have_text("3 articles")
    expect(one.page.locator(".list mark.searched").first).to_have_text("library")
    expect(one.page.locator(".body mark.searched").first).to_have_text("library")
    one.page.locator(".chip", has_text="library").click()
    expect(caption(one)).to_have_text("12 articles")
    expect(one.page.get_by_role("textbox", name="Search")).to_have_value("")


def test_nothing_found_offers_the_filter_that_brings_most_back(one: Any) -> None:
    one.page.get_by_role("textbox", name="Search").fill("![x](https://example.org/y.png)")
    one.page.keyboard.press("Enter")
    one.wait_text("No article matches all of this at once.")
    one.page.get_by_role("button", name="Without").click()
    expect(caption(one)).to_have_text("12 articles")


def test_the_tables_of_map_and_timeline_are_in_sight_and_a_row_is_a_click_on_its_mark(
    one: Any,
) -> None:
    for table, rows_in_sight in (("The timeline as a table", 3), ("The places of the map", 4)):
        which = -1 if "timeline" in table else 0
        one.page.get_by_role("button", name="Table", exact=True).nth(which).click()
        grid = one.page.get_by_role("dialog", name=table).get_by_test_id("stDataFrame")
        expect(grid).to_be_in_viewport(ratio=1)
        one.settle()
        assert grid.bounding_box()["height"] > 35 * rows_in_sight
        if which:
            one.page.keyboard.press("Escape")
            expect(grid).to_have_count(0)
    grid.click(position={"x": 16, "y": 35 * 1.5})  # the first, under its head
    expect(grid).to_have_count(0)
    expect(chips(one)).to_have_text(["✕role: event", "✕place: Aleppo"])


def test_on_a_small_laptop_the_list_has_one_line_above_it_and_the_map_its_room(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=1024, height=768)
    one.wait_drawn(2)
    one.settle()
    assert caption(one).bounding_box()["height"] < 30
    assert one.page.locator(".dl-plot-map").bounding_box()["width"] > 340


def test_on_a_small_screen_the_way_out_of_nothing_stands_before_the_map(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(f"{url}?q=unheard-of", width=390, height=844)
    one.wait_drawn(2)
    offer = one.page.get_by_role("button", name="Without")
    expect(offer).to_be_in_viewport()
    one.settle()
    assert offer.bounding_box()["y"] < one.page.locator(".dl-plot-map").bounding_box()["y"]
    expect(one.page.locator(".dl-plot-map")).to_contain_text("No article matches all of this")


def test_the_keyboard_reaches_articles_mentions_search_and_help(one: Any) -> None:
    one.page.locator(".frame").click(position={"x": 5, "y": 300})
    first = open_title(one).inner_text()
    one.page.keyboard.press("j")
    expect(open_title(one)).not_to_have_text(first)
    one.page.keyboard.press("k")
    expect(open_title(one)).to_have_text(first)
    one.page.keyboard.press("n")
    expect(one.page.locator(".body .mark.place:focus")).to_have_count(1)
    one.page.keyboard.press("?")
    expect(one.page.get_by_role("dialog", name="Keys")).to_be_visible()
    one.page.keyboard.press("Escape")
    expect(one.page.get_by_role("dialog", name="Keys")).to_be_hidden()
    one.page.keyboard.press("/")
    expect(one.page.get_by_role("textbox", name="Search")).to_be_focused()
    one.page.keyboard.type("jk")
    expect(open_title(one)).to_have_text(first)
    one.page.keyboard.press("Control+a")
    one.page.keyboard.press("Delete")
    one.page.keyboard.press("Tab")


def test_keys_act_on_what_lies_on_top_and_the_focus_comes_back(one: Any) -> None:
    page = one.page
    page.locator(".frame").click(position={"x": 5, "y": 300})
    first = open_title(one).inner_text()
    following = page.get_by_role("button", name="Next article")
    following.press("Enter")
    expect(open_title(one)).not_to_have_text(first)
    expect(following).to_be_focused()
    page.keyboard.press("k")
    expect(open_title(one)).to_have_text(first)
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.locator(".receipt")).to_be_visible()
    one.settle()
    page.locator(".receipt").get_by_role("button", name="Put right").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".receipt")).to_have_count(0)
    expect(page.locator(".body .mark.place:focus")).to_have_count(1)
    expect(open_title(one)).to_have_text(first)
    share = page.get_by_role("button", name="Share", exact=True)
    share.press("Enter")
    expect(page.get_by_role("dialog", name="Share this view")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(share).to_be_focused()
    expect(open_title(one)).to_have_text(first)


def test_lines_in_context_are_sorted_saved_and_opened(one: Any) -> None:
    page = one.page
    page.get_by_role("button", name="In context").click()
    dialog = page.get_by_role("dialog", name="In context")
    lines = dialog.locator(".line")
    expect(dialog.get_by_text(re.compile(r"^\d+ lines with the places that count"))).to_be_visible()
    expect(lines.first).to_be_visible()  # they are drawn after the words above them
    one.settle()
    before = lines.all_inner_texts()
    dialog.get_by_role("combobox").select_option("after")
    expect(lines.first).not_to_have_text(before[0])
    one.settle()
    assert sorted(lines.all_inner_texts()) == sorted(before)
    with page.expect_download() as saved:
        dialog.get_by_role("button", name="Save as CSV").click()
    assert saved.value.suggested_filename == "in-context.csv"
    line = lines.last
    line.press("ArrowUp")
    expect(lines.nth(len(before) - 2)).to_be_focused()
    said = line.get_attribute("title") or ""
    line.press("Enter")
    expect(dialog).to_have_count(0)
    expect(open_title(one)).to_have_text(said.removeprefix("Open: "))
    expect(open_title(one)).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator(".body .mark.place:focus")).to_have_count(1)
    expect(page.locator(".receipt")).to_be_visible()


def test_what_an_article_holds_is_never_markup(one: Any) -> None:
    one.page.locator(".row", has_text="<script>window.harm").click()
    expect(open_title(one)).to_contain_text("<script>window.harm = 2</script>")
    expect(one.page.locator(".body")).to_contain_text("<style>body{display:none}</style>")
    expect(one.page.locator(".frame .meta")).to_contain_text("<img src=x onerror=window.harm=1>")
    one.page.locator('[data-at="sources <img src=x onerror=window.harm=1> include"]').click()
    expect(chips(one)).to_have_count(2)
    one.settle()
    assert one.page.locator(".frame :is(script, img, iframe, style, svg)").count() == 0
    assert one.page.evaluate("window.harm") is None


def test_what_else_the_table_says_of_an_article_stands_under_it_as_text(one: Any) -> None:
    columns = one.page.locator(".frame dl.columns")
    rows(one).filter(has_text="<script>window.harm").click()
    expect(columns.locator("dt")).to_have_text(["rubric"])
    expect(columns.locator("dd")).to_have_text([HOSTILE_RUBRIC])
    rows(one).filter(has_text="Two ports, one name").click()
    expect(open_title(one)).to_have_text("Two ports, one name")
    expect(columns).to_have_count(0)
    assert one.page.evaluate("window.harm") is None


def test_a_click_that_leaves_the_article_open_does_not_send_its_text_again(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url)

    def times_sent() -> int:
        return sum(
            b'\\"paragraphs\\":' in frame for frame in one.received if isinstance(frame, bytes)
        )

    one.wait_drawn(2)
    rows(one).filter(has_text="<script>window.harm").click()
    expect(open_title(one)).to_contain_text("<script>window.harm")
    one.settle()
    position, before = one.page.locator(".frame .position"), times_sent()
    assert before and position.inner_text() != "1 of 1"
    one.page.locator('[data-at="sources <img src=x onerror=window.harm=1> include"]').click()
    expect(position).to_have_text("1 of 1")
    one.settle()
    assert times_sent() == before


def test_a_bad_link_is_harmless_and_says_what_it_dropped(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(f"{url}?role=victim&from=soon&place=%3Cscript%3E&area=1,2&z=a&c=00000000&q=buses")
    one.wait_text("Part of this link could not be read")
    one.wait_text("made on other data")
    expect(chips(one)).to_have_text(["✕“buses”", "✕role: event"])


@pytest.mark.parametrize(
    ("asked", "said", "gesture"),
    [("", "1 of 4", "Skip"), ("?role=victim", "Part of this link could not be read", "Reset")],
)
def test_what_was_said_once_goes_without_the_map_being_drawn_anew(
    visit: Callable[..., Any], url: str, asked: str, said: str, gesture: str
) -> None:
    one = visit(url + asked)
    one.wait_drawn(2)
    one.page.evaluate("() => { window.map = document.querySelector('.dl-plot-map') }")
    expect(one.page.get_by_text(said)).to_be_visible()
    one.page.locator('[data-at="sources Levant Desk include"]').click()
    expect(chips(one)).to_have_count(2)
    one.page.get_by_role("button", name=gesture).click()
    expect(one.page.get_by_text(said)).to_have_count(0)
    one.settle()
    assert one.page.evaluate("() => window.map.isConnected"), "the map was drawn anew"


def test_on_a_small_screen_an_article_opens_over_the_page_and_closes_to_the_same_place(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844, dark=True)
    expect(rows(one)).to_have_count(12)
    one.wait_drawn(2)  # the map stands above the list
    one.settle()
    width = one.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    expect(one.page.locator(".frame")).to_be_hidden()
    row = rows(one).nth(3)
    row.scroll_into_view_if_needed()
    before = row.bounding_box()
    row.click()
    expect(one.page.locator(".frame.over")).to_be_visible()
    one.settle()
    box = one.page.locator(".frame.over").bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 390)
    in_a_line = one.page.get_by_role("button", name="Do not show again").bounding_box()
    assert in_a_line["height"] <= 24, "the button pushes the lines of the notice apart"
    one.page.get_by_role("button", name="Close the article").click()
    expect(one.page.locator(".frame")).to_be_hidden()
    one.settle()
    assert row.bounding_box() == before


def test_on_a_small_screen_the_focus_goes_into_the_article_stays_there_and_comes_back(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844)
    one.wait_drawn(2)
    rows(one).nth(2).press("Enter")
    expect(open_title(one)).to_be_focused()
    close = one.page.get_by_role("button", name="Close the article")
    close.press("Shift+Tab")
    expect(one.page.locator(".frame :focus")).to_have_count(1)
    expect(close).not_to_be_focused()
    one.page.keyboard.press("Tab")
    expect(close).to_be_focused()
    one.page.keyboard.press("Escape")
    expect(one.page.locator(".frame")).to_be_hidden()
    expect(rows(one).nth(2)).to_be_focused()


def test_a_pasted_article_is_read_shown_on_the_map_and_kept_out_of_the_link(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url)
    one.page.get_by_role("button", name="Bring your own articles").click()
    one.page.get_by_role("textbox", name="Or paste one").fill(
        "Shells on the ridge\n\nBEIRUT — Shells fell on Kharkiv and on Tripoli, Libya, on Monday."
    )
    one.page.keyboard.press("Tab")
    one.page.get_by_role("button", name="Read", exact=True).click()
    expect(open_title(one)).to_have_text("Shells on the ridge", timeout=120_000)
    item = one.page.locator(".list .item").filter(has_text="Shells on the ridge")
    expect(item).to_contain_text("yours")
    expect(caption(one)).to_have_text("13 articles")
    expect(one.page.locator(".body .mark.place", has_text="Kharkiv")).to_have_count(1)
    one.settle()
    assert "a=" not in one.page.url.partition("?")[2]
    one.page.get_by_role("button", name="Share").click()
    one.wait_text("Your own articles are not in it")
    one.page.keyboard.press("Escape")
    one.page.get_by_role("button", name="Take it away").click()
    one.page.get_by_role("dialog").get_by_role("button", name="Take it away").click()
    expect(caption(one)).to_have_text("12 articles")


@pytest.mark.parametrize(("name", "said"), [("Corpus", "How it was read"), ("Method", "Why roles")])
def test_the_other_pages_are_reached_and_the_choice_is_kept(one: Any, name: str, said: str) -> None:
    one.page.locator('[data-at="sources Levant Desk include"]').click()
    expect(chips(one)).to_have_count(2)
    one.page.get_by_role("link", name=name).click()
    one.wait_text(said)
    one.page.get_by_role("link", name="Explore").click()
    expect(chips(one)).to_have_text(["✕role: event", "✕source: Levant Desk"])
    one.wait_drawn(2)


def test_what_is_shown_can_be_downloaded(one: Any) -> None:
    one.page.locator('[data-at="sources Levant Desk include"]').click()
    expect(chips(one)).to_have_count(2)
    one.page.get_by_role("button", name="Download", exact=True).click()
    one.wait_text("Filters: role: event; source: Levant Desk.")
    with one.page.expect_download() as started:
        one.page.get_by_role("button", name="Articles, CSV").click()
    file = started.value
    assert file.suggested_filename == "invented-b-aleppo-b-articles.csv"
    rows = pd.read_csv(file.path(), skiprows=PREAMBLE_LINES)
    assert set(rows["source"]) == {"Levant Desk"} and len(rows) == 3
    one.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(one.page.get_by_role("dialog")).to_have_count(0)


def test_the_copies_of_a_text_are_listed_by_a_click_and_a_link_lists_them_too(
    one: Any, visit: Callable[..., Any]
) -> None:
    item = one.page.locator(".item", has_text="Buses at last")
    expect(item.locator(".copies")).to_have_text("3 copies")
    said = re.compile("^Quayside Post .*3 copies.*")
    expect(item.get_by_role("button", name="Buses at last")).to_have_accessible_description(said)
    item.locator(".copies").press("Enter")
    expect(caption(one)).to_have_text("3 articles")
    listed = "✕copies of “Buses at last”"
    expect(chips(one)).to_have_text(["✕role: event", listed])
    expect(open_title(one)).to_have_text("Buses at last")
    expect(one.page.locator(".copies").and_(one.page.locator("button"))).to_have_count(0)
    expect(rows(one).first).to_be_focused()
    expect(one.page).to_have_url(re.compile(r"copies=[0-9a-f]{8}"))
    other = visit(one.page.url)
    expect(caption(other)).to_have_text("3 articles")
    expect(chips(other).last).to_have_text(listed)
    one.page.get_by_role("button", name="Undo").click()
    expect(caption(one)).to_have_text("12 articles")


def test_all_copies_are_listed_from_the_text_whatever_hides_them(one: Any) -> None:
    one.page.locator('[data-at="sources Quayside Post include"]').click()
    expect(caption(one)).to_have_text("2 articles")
    rows(one).filter(has_text="Buses at last").click()
    expect(open_title(one)).to_have_text("Buses at last")
    one.page.get_by_role("button", name="List all 3 copies").click()
    expect(caption(one)).to_have_text("3 articles")
    expect(chips(one)).to_have_text(["✕role: event", "✕copies of “Buses at last”"])


def test_on_a_small_screen_copies_are_seen_in_the_list_from_the_text_too(
    visit: Callable[..., Any], url: str
) -> None:
    one = visit(url, width=390, height=844)
    one.wait_drawn(2)
    rows(one).filter(has_text="Buses at last").click()
    expect(open_title(one)).to_be_visible()
    one.page.get_by_role("button", name="List all 3 copies").click()
    expect(open_title(one)).to_be_hidden()
    expect(caption(one)).to_have_text("3 articles")
    expect(rows(one).first).to_be_in_viewport()
    one.page.get_by_role("button", name="Undo").click()
    expect(caption(one)).to_have_text("12 articles")
    expect(open_title(one)).to_be_visible()
    one.page.get_by_role("button", name="Close the article").click()
    one.page.locator(".item", has_text="Buses at last").locator(".copies").click()
    expect(caption(one)).to_have_text("3 articles")
    expect(open_title(one)).to_be_hidden()
