"""Sharing in the whole page: short links, saved views, corpora to choose from, and the tour."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import address
from components.choice import Choice
from components.pages import own
from components.pages.shelf import Shelf
from dateline import hosting, store, views
from dateline.assembly import article_key
from dateline.corpora import CORPORA
from dateline.query import Query
from dateline.resources import app_folder
from tests.corpora import ARTICLES, article, written

Page = Callable[..., Any]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """`page(q=…, dialog="share")` runs the dashboard once, on one of two corpora."""
    st.cache_resource.clear()
    st.cache_data.clear()
    written(tmp_path / "aleppo", name="Invented Aleppo")
    written(tmp_path / "ports", name="Two *ports*", first=6)
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "aleppo"))

    def run(*, dialog: str = "", brought: Any = None, **parameters: Any) -> Any:
        test = AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60)
        for name, value in parameters.items():
            test.query_params[name] = value
        if dialog:
            test.session_state["dialog"] = dialog
        if brought is not None:
            test.session_state["own"] = brought
        return test.run()

    yield run
    st.cache_resource.clear()
    st.cache_data.clear()


def choice(test: Any) -> Choice:
    found: Choice = test.session_state["visit"].choice
    return found


def said(test: Any) -> str:
    shown = (*test.text, *test.caption, *test.markdown, *test.code)
    return re.sub(r"\\([!-/:-@])", r"\1", "\n".join(one.value for one in shown))


def link(test: Any) -> str:
    (found,) = re.findall(r"s=([0-9a-f]{10})$", test.code[0].value)
    return str(found)


def test_a_short_link_leads_to_the_whole_view(page: Page) -> None:
    test = page(dialog="share", q="snow", role=["event", "setting"], unit="texts")
    asked = choice(test)
    again = page(s=link(test))
    assert not again.exception
    assert choice(again) == asked
    assert "s" not in again.query_params and again.query_params["q"] == "snow"
    assert "could not be read" not in said(again)


def test_the_card_says_what_on_which_data_by_what_and_how_to_cite_it(
    page: Page, tmp_path: Path
) -> None:
    test = page(dialog="share", q="snow")
    fingerprint = store.read_manifest(tmp_path / "aleppo").fingerprint
    for part in (fingerprint, "3 articles", "“snow”", "Dateline test", "“Invented Aleppo”; 3"):
        assert part in said(test)


def test_beside_own_articles_only_what_the_link_shows_is_counted_and_cited(
    page: Page, tmp_path: Path
) -> None:
    fingerprint = store.read_manifest(tmp_path / "aleppo").fingerprint
    alone = page(dialog="share").code[-1].value
    found = article("2016-12-05", "Mine", "", "Seen", "In [Aleppo|event|aleppo].", mood="calm")
    mine = own._Own(found={article_key(found[0]): found})
    for asked in ({}, {"x.mood": "calm"}):
        test = page(dialog="share", brought=mine, **asked)
        assert not test.exception
        assert "yours is shown" in said(test), "his article is in the view"
        assert "without them" in said(test)
        prints = set(re.findall(r"\b[0-9a-f]{16,}\b", said(test)))
        assert {one[:16] for one in prints} == {fingerprint[:16]}
        assert test.code[-1].value == alone
        assert "mood" not in said(test), "a filter on his own column is in the link"


@pytest.mark.parametrize(
    ("url", "who"),
    [
        ("http://localhost:8501/?q=snow", "on this computer alone"),
        ("http://127.0.0.1/?q=localhost.org", "on this computer alone"),
        ("https://localhost.example.org/?q=snow", "to whoever can open this page"),
    ],
)
def test_a_link_that_only_this_computer_can_open_says_so(url: str, who: str) -> None:
    def script(url: str) -> None:
        from components import share

        share.show(url, short="", card={}, citation="", has_own=False, name="", on_save=str)

    test = AppTest.from_function(script, args=(url,)).run()
    assert not test.exception
    assert f"This link shows what you see, {who}" in said(test)


def test_a_link_to_no_view_is_said_and_shows_the_first_view(page: Page) -> None:
    for gone in ("0123456789", "../../etc"):
        test = page(s=gone)
        assert not test.exception and choice(test) == Choice()
        assert "could not be read" in said(test)


def test_the_plain_view_has_a_plain_link_and_stores_nothing(page: Page, tmp_path: Path) -> None:
    test = page(dialog="share")
    assert "?" not in test.code[0].value
    assert not (tmp_path / "aleppo" / views.FILE).exists()


def test_a_view_opened_on_other_data_says_what_differs(page: Page, tmp_path: Path) -> None:
    view_id = link(page(dialog="share", q="snow"))
    written(tmp_path / "aleppo", [article(*row) for row in ARTICLES[:9]], name="Invented Aleppo")
    test = page(s=view_id)
    assert "The corpus then held 11, now 9 articles" in said(test)
    assert "made on other data" not in said(test)


def test_a_view_is_saved_listed_opened_renamed_and_removed(page: Page, tmp_path: Path) -> None:
    test = page(dialog="share", q="snow")
    asked = choice(test)
    test.text_input(key="save_view_name").set_value("First *snow*")
    test.session_state["dialog"] = "share"
    test.button(key="FormSubmitter:save_view-Save").click().run()
    (saved,) = views.named(tmp_path / "aleppo")
    assert saved.name == "First *snow*"
    test = page()
    button = test.button(key=f"view_{saved.id}")
    assert button.label == "First \\*snow\\*"
    button.click().run()
    assert choice(test) == asked and not test.exception
    test.button(key="views_change").click().run()
    test.text_input(key=f"view_name_{saved.id}").set_value("Snow")
    test.button(key="view_rename").click().run()
    assert [view.name for view in views.named(tmp_path / "aleppo")] == ["Snow"]
    test.button(key="views_change").click().run()
    test.button(key="view_remove").click().run()
    assert views.named(tmp_path / "aleppo") == () and not test.exception
    test.button(key="view_put_back").click().run()
    assert views.named(tmp_path / "aleppo") == (replace(saved, name="Snow"),)
    assert not [button for button in test.button if button.key == "view_put_back"]


def test_a_view_that_is_saved_under_another_name_says_which_it_had(
    page: Page, tmp_path: Path
) -> None:
    test = page(dialog="share", q="snow")
    for name in ("Snow", "White"):
        test.text_input(key="save_view_name").set_value(name)
        test.session_state["dialog"] = "share"
        test.button(key="FormSubmitter:save_view-Save").click().run()
    assert "Saved under this name instead of “Snow”" in said(test)
    assert [view.name for view in views.named(tmp_path / "aleppo")] == ["White"]
    assert page(dialog="share", q="snow").text_input(key="save_view_name").value == "White"


def test_where_nothing_may_be_written_views_last_as_long_as_the_visit(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(hosting.READ_ONLY, "1")
    test = page(dialog="share", q="snow")
    assert "q=snow" in test.code[0].value
    test.text_input(key="save_view_name").set_value("Mine")
    test.session_state["dialog"] = "share"
    test.button(key="FormSubmitter:save_view-Save").click().run()
    assert [path.name for path in (tmp_path / "aleppo").glob("views*")] == []
    test.run()
    assert any(button.label == "Mine" for button in test.button)
    assert not any(button.label == "Mine" for button in page().button)


def test_another_corpus_is_opened_by_its_name_in_the_address(page: Page) -> None:
    test = page(corpus="ports", q="aleppo")
    assert not test.exception
    assert test.selectbox(key="corpus_choice").value == "ports"
    assert test.query_params["corpus"] == "ports" and choice(test).query.words == "aleppo"
    test.selectbox(key="corpus_choice").set_value("").run()
    assert "corpus" not in test.query_params and choice(test) == Choice()


@pytest.mark.parametrize("name", ["nowhere", "..", "../aleppo", "/etc", ".hidden", "aleppo/."])
def test_what_is_no_corpus_beside_it_is_not_opened(page: Page, name: str) -> None:
    test = page(corpus=name, q="snow")
    assert not test.exception
    assert test.selectbox(key="corpus_choice").value == ""
    assert "could not be read" in said(test) and choice(test).query.words == "snow"


def test_a_read_only_page_shows_no_corpus_that_it_was_not_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(tmp_path / "public", name="Public", first=2)
    written(tmp_path / "secret", name="Secret", first=2)
    assert {one.name for one in Shelf(first).listed()} == {"Public", "Secret"}
    monkeypatch.setenv(hosting.READ_ONLY, "1")
    shelf = Shelf(first)
    assert [one.name for one in shelf.listed()] == ["Public"]
    assert shelf.folder("secret") is None and shelf.folder("") == first
    monkeypatch.setenv(CORPORA, str(tmp_path))
    assert {one.name for one in Shelf(first).listed()} == {"Public", "Secret"}


def test_a_corpus_that_is_deleted_while_open_gives_way_to_the_first(
    page: Page, tmp_path: Path
) -> None:
    test = page(corpus="ports")
    (tmp_path / "ports" / store.MANIFEST).unlink()
    test.run()
    assert not test.exception
    assert "corpus" not in test.query_params


def test_the_first_visit_has_a_tour_of_four_steps_that_can_be_skipped(page: Page) -> None:
    test = page()
    assert "1 of 4" in said(test)
    for step in ("2 of 4", "3 of 4", "4 of 4"):
        test.button(key="tour_next").click().run()
        assert step in said(test)
    test.button(key="tour_next").click().run()
    assert "of 4 ·" not in said(test)
    test = page()
    test.button(key="tour_skip").click().run()
    assert "of 4 ·" not in said(test.run())


def test_who_comes_by_a_link_sees_what_it_shows_and_no_tour(page: Page) -> None:
    assert "1 of 4" not in said(page(q="snow"))


def test_the_corpus_stands_in_the_address_and_nothing_else_does_by_default() -> None:
    assert address.write(Choice(), "f" * 64) == {}
    written = address.write(Choice(query=Query(words="a")), "f" * 64, corpus="Алеппо 2016")
    assert written["corpus"] == ["Алеппо 2016"]
    assert address.read(written).corpus == "Алеппо 2016"
    for bad in ("../x", "a/b", "", "a\x00", "." * 3, "x" * 200):
        assert address.read({"corpus": [bad]}).corpus == ""
