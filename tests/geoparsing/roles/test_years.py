"""Which years are history to an article."""

from __future__ import annotations

import pytest

from dateline.geoparsing.roles.years import history_until, is_year


@pytest.mark.parametrize(
    ("words", "published", "until"),
    [
        ("no year at all", 2024, 2020),
        ("no year at all", 0, 1999),
        ("once in 1994", 0, 1999),  # what has no date is taken for an article of today
        ("in 2014 and 2023", 0, 2019),
        ("in 1994", 1995, 1991),
    ],
)
def test_history_ends_some_years_before_the_article(words: str, published: int, until: int) -> None:
    assert history_until(words.split(), published) == until


def test_a_text_that_names_no_other_years_is_a_history_of_its_own() -> None:
    war = ["1992", "1993", "1995"]
    assert history_until(war, 2020) == history_until(war, 0) == 0
    assert history_until([*war, "2019"], 2020) == 2016
    assert history_until(war[1:], 2020) == 2016


@pytest.mark.parametrize("word", ["199", "1699", "2100", "19.4", "١٩٩٤", "1990s"])
def test_other_numbers_are_no_years(word: str) -> None:
    assert not is_year(word)
