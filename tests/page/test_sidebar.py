"""The facets at the side: which columns of one's own are among them, and what they are called."""

from __future__ import annotations

from components.choice import Choice
from components.pages.shown import look
from components.pages.sidebar import _facets
from dateline.query import Query, Values
from tests.corpora import ARTICLES, article, corpus_of


def headings(choice: Choice) -> list[str]:
    rows = [
        article(*row, copy_of=("w-012", "w-024")[at % 2], section_name=("world", "sea")[at % 2])
        for at, row in enumerate(ARTICLES)
    ]
    return [facet.label for facet in _facets(look(corpus_of(*rows), choice))]


def test_columns_are_named_in_words_and_those_of_codes_are_left_out() -> None:
    assert "Section name" in headings(Choice())
    assert "Copy of" not in headings(Choice())


def test_a_column_of_codes_that_a_link_asks_for_is_there_to_be_taken_off() -> None:
    asked = Query(further=(("copy_of", Values(("w-012",))),))
    assert "Copy of" in headings(Choice(asked))
