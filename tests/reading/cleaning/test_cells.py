"""Words and sentences that a column parts at the ends of its lines become whole."""

from __future__ import annotations

import pytest

from dateline.reading.cleaning.cells import Cleaning

SCAN = (
    "Heavy guns were heard in the neigh-\nbourhood of Gi-\nvenchy, and at Zee-\nbrugge.\n"
    "Nothing is known of the Anglo-\nFrench squadron."
)


def test_words_of_a_scan_become_whole() -> None:
    cleaning = Cleaning()
    assert cleaning.clean(SCAN) == (
        "Heavy guns were heard in the neighbourhood\nof Givenchy,\nand at Zeebrugge.\n"
        "Nothing is known of the Anglo-\nFrench squadron."
    )
    assert [*cleaning.notes()] == ["3 words parted at the end of a line were joined."]


@pytest.mark.parametrize(
    "text",
    [
        "A well-\nknown man. He left.",  # once: it may be a compound
        "Items:\n-\none\n-\ntwo\n-\nthree\n-\nfour",
        "1914-\nto 1915-\nto 1916-\nto",
    ],
)
def test_other_hyphens_stay(text: str) -> None:
    cleaning = Cleaning()
    assert cleaning.clean(text) == text
    assert not [*cleaning.notes()]


def test_a_whole_text_that_somebody_counted_in_stays_as_it_is() -> None:
    assert Cleaning(as_it_is=True).clean(SCAN) == SCAN


WRAPPED = """\
Fighters of an unnamed group shelled the camp near the port on Monday, and Khan
Younis was hit as well, residents said. In the north, planes struck villages near
Ras al-Ayn, while nothing of the kind was heard of by those who had come to Port
Sudan.

- bread
- water"""


def test_lines_broken_to_fit_a_width_become_paragraphs_so_that_no_name_is_parted() -> None:
    cleaning = Cleaning()
    first, *rest = cleaning.clean(WRAPPED).split("\n")
    assert "Khan Younis" in first and "Port Sudan." in first
    assert rest == ["", "- bread", "- water"]
    assert [*cleaning.notes()] == [
        "1 text had lines broken to fit a width; they were joined to paragraphs."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Minister leaves after long talks about the port and people in\nThe talks lasted a day.",
        "A first paragraph that ends in its own time.\nA second one, just as long as it is.\n" * 3,
        "bread\nwater\nsalt\nsugar\noil",
        "Minister leaves after long talks about the port and people in\nThey go on.\n \n \n \nEnd.",
    ],
)
def test_headings_lists_and_paragraphs_stay_as_they_are(text: str) -> None:
    cleaning = Cleaning()
    assert cleaning.clean(text) == text.strip()
    assert [*cleaning.notes()] == []


def test_records_that_have_their_text_keep_its_lines() -> None:
    assert Cleaning(as_it_is=True).clean(WRAPPED) == WRAPPED
