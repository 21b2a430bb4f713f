"""The years of a chronicle's entries, in lists of our own."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dateline import language_model
from dateline.dates import find_dates
from dateline.dates.chronicle import Chronicle

PUBLISHED = date(2016, 12, 16)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language_model.load().nlp


def years(nlp: Language, text: str) -> list[int | None]:
    return [
        found.earliest.year if found.earliest else None
        for found in find_dates(nlp(text), PUBLISHED)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 23, 2011: Men take the jail.\nMay 25: Curfew.\nJune 9: Nine die.", [2011] * 3),
        (
            "• 9 June 2011 – the dam breaks\n• Late August – the water falls\n• 3 Feb. – mud\n"
            "• 5 March 2013 – work begins",
            [2011, 2011, 2012, 2013],
        ),
        (
            "2011\n9 June - rain\n3 July - more rain\n2012\n3 May - sun",
            [2011, 2011, 2011, 2012, 2012],
        ),
        (
            "3 Feb. 2013: mud\n12 December: a flood\n9 June: rain\n1 May 2012: sun",
            [2013, 2012, 2012, 2012],
        ),
        (
            "3 Oct. 2011: mud\n12 July: a flood\n9 May: rain\n2 December: rain",
            [2011, 2011, 2011, 2010],
        ),
        ("2011\r\n9 June\r\nRain.\r\n3 July\r\nMud.\r\n1 Aug. – mud", [2011] * 4),
        ("14 April 2011. Rain.\n15 April. Rain.\n2 May. We dug until dark.", [2011] * 3),
        ("Monday, May 23, 2011: Rain.\nTuesday, May 24: Rain.\nMay 25-27: Sun.", [2011] * 3),
    ],
)
def test_an_entry_is_of_the_year_that_the_list_has_come_to(
    nlp: Language, text: str, expected: list[int]
) -> None:
    assert years(nlp, text) == expected


def test_entries_above_the_first_year_count_from_publication(nlp: Language) -> None:
    text = "Nov. 1: It rained.\nNov. 2: It rained.\nMay 5, 2011: It rained."
    assert years(nlp, text) == [2016, 2016, 2011]


def test_dates_inside_an_entry_and_two_lone_lines_are_no_entries() -> None:
    text = "May 23, 2011: On June 3 he left.\nMay 25: Curfew.\nJune 9: Nine die."
    assert Chronicle(text).year(text.index("June 3")) is None
    assert Chronicle(text).year(text.index("June 9")) == 2011
    assert Chronicle("May 23, 2011: rain\nMay 25: sun").year(20) is None


def test_a_year_before_many_blanks_is_looked_at_once() -> None:
    assert Chronicle("2011" + " " * 100_000 + "x").year(0) is None
