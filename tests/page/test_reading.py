"""The line above an open article."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
import streamlit as st

from components.choice import Choice
from components.pages.reading import _closed, _heights, _meta, _notice
from components.pages.shown import Opened, Shown
from dateline.joined import joined
from tests.corpora import article, corpus_of, small_corpus

NOTE = "places are read in English only"


@pytest.mark.parametrize(
    ("language", "marked", "noted"),
    [
        ("ar", False, f"Arabic: {NOTE}"),
        ("ar", True, ""),  # built with every language
        ("en", False, ""),
        (float("nan"), False, ""),
    ],
)
def test_an_article_without_marks_says_when_its_language_is_why(
    language: Any, marked: bool, noted: str
) -> None:
    corpus = small_corpus()
    given = {"language": language, "source": "Harbour Post", "author": ""}
    row = corpus.articles.iloc[0].to_dict() | given
    mentions = corpus.mentions.iloc[: int(marked)]
    opened = cast(Opened, SimpleNamespace(row=row, mentions=mentions, own=False))
    said = _meta(cast(Shown, SimpleNamespace(corpus=corpus)), opened)
    assert "Harbour Post" in said
    assert (said[-1] == noted) if noted else (NOTE not in " ".join(said))


@pytest.mark.parametrize(("articles", "list_fits"), [(1, True), (2, True), (3, False)])
def test_a_list_that_a_corpus_cannot_fill_leaves_its_room_to_the_article(
    articles: int, list_fits: bool
) -> None:
    corpus = SimpleNamespace(articles=range(articles))
    of_list, of_article = _heights(cast(Shown, SimpleNamespace(corpus=corpus)))
    assert (of_list == "auto") == list_fits
    assert ("100vh" in of_article) == list_fits


def test_the_list_stays_at_its_page_when_an_article_that_lay_over_it_is_closed() -> None:
    assert _closed(Choice(article="ab", mention=7), 3) == Choice(page=3)


def test_the_notice_stands_before_what_it_is_true_of_and_can_be_switched_off() -> None:
    war = corpus_of(article(None, "", "", "", "Shelling killed two people near the old mill."))
    fair = corpus_of(article(None, "", "", "", "A book fair opened. Readers queued in the rain."))
    shown = cast(Shown, SimpleNamespace(corpus=joined(war, fair)))
    of_war, of_fair = (cast(Opened, SimpleNamespace(own=own, text="")) for own in (False, True))
    assert _notice(shown, of_war).startswith("These are reports of war.")
    assert _notice(shown, of_fair) == ""
    st.session_state["notice"] = "off"
    assert _notice(shown, of_war) == ""
    del st.session_state["notice"]
