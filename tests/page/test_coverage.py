"""What the map of Explore says, and what is made of a gesture on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.choice import Choice
from components.pages.coverage import _around, _image, _why_empty
from components.pages.shown import look
from dateline.assembly import tables_of
from dateline.corpus import Corpus
from dateline.credits import BORDERS, PLACE_NAMES
from dateline.query import MOST_AREAS, Query, Values
from tests.corpora import article, small_corpus

UNREAD = "Places are read in English only; none of these articles is in English."
AREA = ((170.0, -30.0), (190.0, -30.0), (190.0, 0.0))
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


def drawing() -> None:
    """A page on which a triangle is drawn: where, and whether with Shift, is in the state."""
    import streamlit as st

    from components import session
    from components.pages.coverage import _on_map
    from components.place_map import MapGesture

    session.begin("Explore", is_corpus=lambda key: False, stored=lambda key, view: None)
    at, shift = st.session_state["east"], st.session_state["shift"]
    _on_map(MapGesture("area", polygon=((at, 0), (at + 1, 0), (at, 1)), shift=shift))


@pytest.mark.parametrize(
    ("before", "shift", "after", "said"),
    [
        (MOST_AREAS - 1, True, MOST_AREAS, []),
        (
            MOST_AREAS,
            True,
            MOST_AREAS,
            [f"A link holds {MOST_AREAS} areas at the most: this one was left out."],
        ),
        (MOST_AREAS, False, 1, []),
    ],
)
def test_an_area_more_than_a_link_holds_is_left_out_and_said_so(
    before: int, shift: bool, after: int, said: list[str]
) -> None:
    test = AppTest.from_function(drawing)
    test.query_params["area"] = [f"{east},0;{east + 1},0;{east},1" for east in range(before)]
    test.session_state["east"], test.session_state["shift"] = 40, shift
    test.run()
    assert not test.exception
    assert len(test.session_state["visit"].choice.query.areas) == after
    assert [toast.value for toast in test.toast] == said


@pytest.mark.parametrize(("asked", "centre"), [({}, "Aleppo"), ({"areas": (AREA,)}, "")])
def test_a_distance_around_a_place_is_asked_for_only_where_nothing_stands_beside_it(
    asked: dict[str, Any], centre: str
) -> None:
    query = Query(places=Values(("geonames:170063",)), **asked)
    assert _around(look(small_corpus(), Choice(query))) == (centre, ())
