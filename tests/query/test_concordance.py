"""Keyword in context: every line stands in its text, in order, and no more than asked for."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dateline.query import Query, narrow
from dateline.query.concordance import COLUMNS, concordance
from tests.corpora import article, corpus_of, small_corpus


def lines(words: str = "", roles: tuple[str, ...] = ("event",), most: int = 1000) -> pd.DataFrame:
    corpus = small_corpus()
    query = Query(roles=roles, words=words)
    selection = narrow(corpus, query)
    return concordance(corpus, selection, selection.articles.nonzero()[0], words, most=most)


def test_a_line_is_the_text_around_its_keyword() -> None:
    for line in lines().to_dict("records"):
        text = small_corpus().text(line["article_id"])
        assert text[line["start"] :].startswith(line["keyword"])
        flat = " ".join(text.replace("\x00", " ").split())
        assert f"{line['keyword']}" in flat
        assert line["before"].replace("¶ ", "").removesuffix(" ¶") in flat
        assert line["after"].replace("¶ ", "").removesuffix(" ¶") in flat


def test_without_words_the_mentions_that_count_are_the_lines() -> None:
    corpus = small_corpus()
    for roles in (("event",), ("actor", "setting"), ()):
        counted = int(narrow(corpus, Query(roles=roles)).mentions.sum())
        assert len(lines(roles=roles)) == counted
    places = lines(roles=("event",))
    assert set(places["role"]) == {"event"}
    assert "" in set(places["place"])  # Port Nowhere is not placed, and shown all the same


def test_words_give_a_line_for_each_place_where_they_stand() -> None:
    found = lines("convoys")
    texts = [small_corpus().text(number).casefold() for number in range(11)]
    assert len(found) == sum(text.count("convoys") for text in texts)
    assert set(found["keyword"].str.casefold()) == {"convoys"}
    assert set(found["role"]) == {""}


def test_there_are_never_more_lines_than_asked_for() -> None:
    assert len(lines(most=3)) == 3
    assert list(lines("nowhere-to-be-found").columns) == list(COLUMNS)


def test_cyrillic_and_a_nul_byte_stay_on_one_line() -> None:
    found = lines(roles=("event",))
    assert "Харкові" in set(found["keyword"])
    assert not found["before"].str.contains("[\x00\n]", regex=True).any()


@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_stands_around_it_the_keyword_is_whole(before: str, after: str) -> None:
    marked = (
        before.replace("[", "(").replace("|", "!")
        + " [Suva|event|suva] "
        + after.replace("[", "(").replace("|", "!")
    )
    corpus = corpus_of(article("2020-01-01", "", "", "", marked))
    selection = narrow(corpus, Query())
    (line,) = concordance(corpus, selection, [0]).to_dict("records")
    assert line["keyword"] == "Suva"
    for side in (line["before"], line["after"]):
        assert len(side) <= 90 + side.count("¶")  # one sign more than the empty line


def test_a_title_and_a_paragraph_are_told_from_what_follows() -> None:
    text = "In [Suva|event|suva]\n\nit never does."
    corpus = corpus_of(article("2020-01-01", "", "", "Snow at last.", text))
    (line,) = concordance(corpus, narrow(corpus, Query()), [0]).to_dict("records")
    assert (line["before"], line["after"]) == ("Snow at last. ¶ In", "¶ it never does.")
