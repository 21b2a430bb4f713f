"""Copies of the open article: said, listed together, taken apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.choice import Choice
from components.pages import copies
from dateline.corrections import splits
from dateline.query import Query, Values
from dateline.query.wording import filters_on, in_words
from tests.corpora import PLACES, small_corpus

KEYS = small_corpus().column("articles", "key").tolist()
SNOW = Query(words="snow")
SYRIA, ALEPPO = Values(("SY",)), Values((PLACES["aleppo"].gazetteer_id,))

pytestmark = pytest.mark.usefixtures("fresh")


def page() -> None:
    import os
    from pathlib import Path

    import streamlit as st

    from components import session
    from components.pages import copies
    from components.pages.shown import look
    from dateline.corpus import Corpus

    session.begin("Explore", is_corpus=lambda _: False, stored=lambda *_: None)
    shown = look(Corpus.open(Path(os.environ["DATELINE_CORPUS"])), session.choice())
    opened = shown.opened()
    assert opened is not None
    found = copies.copies(shown, opened)
    st.text(found.said)
    if found.listing:
        st.button(found.listing, key="list", on_click=copies.list_all, args=(shown, opened))
    if found.split:
        st.button(found.split, key="split", on_click=copies.split, args=(shown, opened))
    st.text(f"{len(shown.ids)} articles")


def opened(key: str, query: Query = Query()) -> Any:  # noqa: B008  # a frozen value
    test = AppTest.from_function(page, default_timeout=60).run()
    visit = test.session_state["visit"]
    visit.choice, visit.moved = Choice(query, article=key), True
    return test.run()


def choice(test: Any) -> Choice:
    found: Choice = test.session_state["visit"].choice
    return found


def test_a_copy_can_be_made_a_text_of_its_own_and_back(folder: Path) -> None:
    test = opened(KEYS[3])
    assert test.text[0].value == "One of 3 copies of a text."
    test.button(key="split").click().run()
    assert not test.exception
    assert splits.read(folder) == {KEYS[3]: KEYS[3]}
    assert test.text[0].value == "" and not test.button
    test.session_state["put_right"].take_back()
    assert splits.read(folder) == {}


def test_a_reader_who_may_not_write_can_list_copies_and_nothing_more(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    test = opened(KEYS[3])
    assert test.text[0].value == "One of 3 copies of a text."
    assert [button.label for button in test.button] == ["List all 3"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SNOW, SNOW),
        (Query(words="snow", sources=Values(("Levant Desk",))), SNOW),
        (Query(published=(date(2016, 12, 6), None)), Query()),
        (Query(countries=SYRIA, places=ALEPPO), Query(countries=SYRIA, places=ALEPPO)),
        (Query(roles=("actor",), countries=SYRIA), Query(roles=("actor",), countries=SYRIA)),
    ],
)
def test_all_copies_are_listed_and_only_what_would_hide_one_gives_way(
    before: Query, after: Query
) -> None:
    key = KEYS[3] if before.published[0] else KEYS[1]
    test = opened(key, before)
    test.button(key="list").click().run()
    assert not test.exception
    assert test.text[-1].value == "3 articles"
    assert "list" not in {button.key for button in test.button}
    assert choice(test).query.without("copies") == after
    assert choice(test).query.copies == choice(test).article == key
    assert test.session_state["visit"].before[-1].query == before


def test_where_the_article_lies_over_the_list_it_is_closed() -> None:
    closed = copies._listed(Choice(article=KEYS[3]), KEYS[3], (), True)
    assert closed == Choice(Query(copies=KEYS[3]))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (KEYS[3], "copies of “Buses at last”"),
        ("0" * 16, "copies of an article that is not here"),
    ],
)
def test_the_filter_says_of_which_article_and_in_a_file_its_key_too(key: str, said: str) -> None:
    query = Query(roles=(), copies=key)
    assert [one.label for one in filters_on(small_corpus(), query)] == [said]
    assert in_words(small_corpus(), query) == f"{said} ({key})"


def test_a_copy_taken_out_of_the_listed_ones_leaves_the_others_listed(folder: Path) -> None:
    test = opened(KEYS[3], Query(copies=KEYS[3]))
    test.button(key="split").click().run()
    assert not test.exception
    assert splits.read(folder) == {KEYS[3]: KEYS[3]}
    assert choice(test).query.copies == KEYS[1]
    assert test.text[-1].value == "2 articles"
