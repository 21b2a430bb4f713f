"""Bare dates in a history, and where a date ends, on sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dateline import language_model
from dateline.dates import find_dates

PUBLISHED = date(2014, 1, 5)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language_model.load().nlp


def found(nlp: Language, text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Every date, and its first day."""
    return [(one.surface, str(one.earliest)) for one in find_dates(nlp(text), published)]


HISTORY = (
    "How the ford was taken\n\nThe first attack began on 17 December 1943. It had rained since "
    "1942.\n\nOn 15 February the mill was burned. In March a flood came."
)


@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_a_history_goes_on_in_its_own_years(nlp: Language, published: date | None) -> None:
    assert found(nlp, HISTORY, published)[2:] == [
        ("15 February", "1944-02-15"),
        ("March", "1944-03-01"),
    ]


@pytest.mark.parametrize(
    "more",
    [
        " It lies empty since 2013.",  # it comes down to our days
        " On Friday the mayor said so.",  # it counts from publication
        " The river rose two weeks ago.",
    ],
)
def test_news_that_looks_back_counts_from_publication(nlp: Language, more: str) -> None:
    assert ("15 February", "2013-02-15") in found(nlp, HISTORY + more)


def test_a_day_of_the_week_in_no_week_counts_from_nothing(nlp: Language) -> None:
    assert ("15 February", "1944-02-15") in found(nlp, HISTORY + " It was a Tuesday.")


def test_what_is_to_come_is_not_of_the_history(nlp: Language) -> None:
    assert found(nlp, HISTORY + " It will reopen in May.")[-1] == ("May", "2014-05-01")


def test_after_a_day_near_publication_the_years_of_the_history_go_on(nlp: Language) -> None:
    text = HISTORY + " Today it is a field. In June they crossed the river."
    assert found(nlp, text)[-1] == ("June", "1944-06-01")


def test_a_date_with_a_year_far_before_says_nothing_of_a_bare_one(nlp: Language) -> None:
    text = HISTORY.replace("On 15", "The fields lay bare. " * 90 + "On 15")
    assert found(nlp, text)[2] == ("15 February", "2013-02-15")


def test_a_date_ends_with_its_line_where_a_list_begins(nlp: Language) -> None:
    assert found(nlp, "Incidents of 3 December\n\n1. Varne: shells fell.") == [
        ("3 December", "2013-12-03")
    ]
    assert found(nlp, "Incidents of 3 December\n1. Varne: shells fell.") == [
        ("3 December", "2013-12-03")
    ]
    assert found(nlp, "The dam broke on March\n13, 2011.") == [("March\n13, 2011", "2011-03-13")]


def test_two_years_are_one_time_only_between_its_ends(nlp: Language) -> None:
    assert len(found(nlp, "It grew from 40 in 2004 to 90 in 2006, and fell in 2008 and 2010.")) == 4
    assert len(found(nlp, "In 2004 and 2006 it burned.")) == 2
    assert not any("to" in words for words, _ in found(nlp, "It grew from 1900 to 2000 people."))


def test_who_began_to_do_it_has_done_it(nlp: Language) -> None:
    assert found(nlp, "They began to leave in May.") == [("May", "2013-05-01")]
    assert found(nlp, "They agreed to leave in May.") == [("May", "2014-05-01")]


def test_a_count_of_people_is_no_year(nlp: Language) -> None:
    assert found(nlp, "They hired 2000 young soldiers.") == []


def test_days_of_two_months_are_two_dates_unless_they_are_ends(nlp: Language) -> None:
    assert len(found(nlp, "They met on 28 July and 3 August.")) == 2
    assert found(nlp, "Two of 3/4 of May's votes were lost.") == [("May", "2013-05-01")]
