"""What a visitor brings a second time is not taken twice, and he is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.pages import own
from components.pages.already_here import said, same_article
from components.pages.labels import escaped
from dateline.assembly import article_key
from dateline.findings import Article
from dateline.resources import app_folder
from tests.corpora import ARTICLES, article, corpus_of, small_corpus

pytestmark = pytest.mark.usefixtures("fresh")

SEEN = article("2016-12-05", "My notes", "", "Seen", "Lights over [Aleppo|event|aleppo].")
FIRST, FINDINGS = article(*ARTICLES[0])


def job(*found: Any) -> Any:
    aside = pd.DataFrame(columns=["file", "row", "reason", "text"], dtype="str")
    return SimpleNamespace(found=list(found), set_aside=aside, notes=(), tables=())


@pytest.mark.parametrize(
    ("changes", "is_same"),
    [
        ({}, True),
        ({"source": "", "published": None, "title": ""}, True),  # pasted without a word about it
        ({"text": FIRST.text + "\n"}, True),
        ({"source": "", "published": datetime(2016, 9, 20)}, True),  # the day without the hour
        ({"source": "The Harbour Gazette"}, False),  # a copy
        ({"published": datetime(2016, 9, 21)}, False),
        ({"text": FIRST.text.replace("still", "idle")}, False),  # as many words
    ],
)
def test_a_text_of_which_nothing_else_is_said_is_the_same_article(
    changes: dict[str, Any], is_same: bool
) -> None:
    corpus = small_corpus()
    found = same_article(corpus, replace(FIRST, **changes), FINDINGS)
    there = corpus.listing([0])["key"].iat[0]
    assert found == (there if is_same else "")


def test_an_undated_article_of_the_corpus_is_no_stumbling_block() -> None:
    undated = Article(text="Seen.", title="")
    corpus = corpus_of((undated, FINDINGS))
    dated = replace(undated, published=datetime(2016, 9, 21))
    assert same_article(corpus, dated, FINDINGS)
    assert not same_article(corpus_of(), dated, FINDINGS)


@pytest.mark.parametrize(
    ("count", "repeated", "sentence"),
    [
        (1, 0, ""),
        (1, 1, "This article is here already."),
        (3, 3, "These articles are here already."),
        (3, 1, "1 of 3 articles was here already."),
    ],
)
def test_it_is_said_in_one_sentence(count: int, repeated: int, sentence: str) -> None:
    assert said(count, repeated) == sentence


def test_what_is_new_is_taken_and_opened_first() -> None:
    mine = own._Own()
    assert mine.take(job(SEEN)) == [article_key(SEEN[0])]
    assert mine.outcome == ""
    other = article("2016-12-06", "", "", "Heard", "Steps in [Aleppo|event|aleppo].")
    keys = mine.take(job(SEEN, other, (FIRST, FINDINGS)), small_corpus())
    assert keys[0] == article_key(other[0])
    assert len(mine.found) == 2, "one of the corpus was taken"
    assert mine.outcome == "2 of 3 articles were here already."


def test_the_article_is_opened_and_the_visitor_told(folder: Any) -> None:
    test = AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60)
    bare = replace(FIRST, source="", published=None)
    reading = job((bare, FINDINGS))
    reading.poll = lambda: SimpleNamespace(is_done=True, done=1, total=1, seconds_left=None)
    test.session_state["own"] = own._Own(job=reading)
    test.run()
    assert not test.exception
    assert escaped("This article is here already.") in [one.value for one in test.caption]
    assert test.session_state["visit"].choice.article == article_key(FIRST)
    assert test.session_state["own"].found == {}
