"""What the map of Explore says where it has no mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest

from components.choice import Choice
from components.pages.coverage import _image, _why_empty
from components.pages.shown import look
from dateline.assembly import tables_of
from dateline.corpus import Corpus
from dateline.credits import BORDERS, PLACE_NAMES
from dateline.query import Query
from tests.corpora import article

UNREAD = "Places are read in English only; none of these articles is in English."
WITH_A_MARK, WITHOUT = "Shells fell on [Aleppo|event|aleppo].", "It rained all day."


def corpus_in(languages: Sequence[Any], text: str) -> Corpus:
    rows = [article(f"2016-12-0{at}", "", "", "", text) for at in range(1, len(languages) + 1)]
    tables = tables_of(rows)
    codes = pd.Series(list(languages), dtype="str").astype("category")
    tables["articles"]["language"] = codes
    return Corpus.from_tables(tables, name="Invented", provenance={})


@pytest.mark.parametrize(
    ("languages", "text", "said"),
    [
        (("ar", "uk"), WITHOUT, UNREAD),
        (("ar", "en"), WITHOUT, ""),
        (("ar", None), WITHOUT, ""),
        (("ar", "uk"), WITH_A_MARK, ""),  # built with every language
    ],
)
def test_where_only_other_languages_are_chosen_the_map_says_that_they_are_not_read(
    languages: Sequence[Any], text: str, said: str
) -> None:
    assert _why_empty(look(corpus_in(languages, text), Choice())) == said


def test_a_picture_of_one_article_says_so_in_the_singular() -> None:
    image = _image(look(corpus_in(("en",), WITH_A_MARK), Choice()), "map", step=None)
    assert image.lines[0] == "1 article, 1 text · role: event"


def test_a_picture_says_whose_the_names_are_on_which_data_and_what_a_bar_is() -> None:
    shown = look(corpus_in(("en",), WITH_A_MARK), Choice())
    image = _image(shown, "timeline", step=None, size="week")
    assert image.title.endswith("articles by week of publication")
    assert PLACE_NAMES in image.lines
    assert f"data {shown.corpus.fingerprint[:16]}" in image.lines[-1]
    assert {BORDERS, PLACE_NAMES} <= set(_image(shown, "map", step=None).lines)


def test_where_nothing_is_found_or_nothing_is_there_the_map_says_so() -> None:
    corpus = corpus_in(("en",), WITHOUT)
    assert "No article matches" in _why_empty(look(corpus, Choice(query=Query(words="zeppelin"))))
    assert "no articles yet" in _why_empty(look(corpus_in((), WITHOUT), Choice()))
