"""Bare dates in a sentence that begins with a year, on sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dateline import language_model
from dateline.dates import find_dates

PUBLISHED = date(2016, 12, 16)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language_model.load().nlp


def last(nlp: Language, text: str) -> str:
    return str(find_dates(nlp(text), PUBLISHED)[-1].earliest)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 1944 the bridge fell, on 5 June.", "1944-06-05"),
        ("The mill is old. In 1944, on Jan. 5, it burned.", "1944-01-05"),
        ("In 1944 the siege took 78 days, from 24 March to 10 June.", "1944-03-24"),
        ("Five years ago, in March, it burned.", "2011-03-01"),
        ("The mill burned four years ago on 3 May.", "2012-05-03"),
    ],
)
def test_a_sentence_that_begins_with_a_year_goes_on_in_it(
    nlp: Language, text: str, day: str
) -> None:
    assert last(nlp, text) == day


@pytest.mark.parametrize(
    "text",
    [
        "In 1944 prices doubled, the bureau said on 5 June.",
        "In 1944 the mill burned. On 5 June the new one was opened.",
        "The mill of 1944 was opened again on 5 June.",
        "In 1944 it burned\nOn 5 June it was opened again",
    ],
)
def test_beyond_the_sentence_and_by_who_tells_it_days_count_from_publication(
    nlp: Language, text: str
) -> None:
    assert last(nlp, text) == "2016-06-05"
