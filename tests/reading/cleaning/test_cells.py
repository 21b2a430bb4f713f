"""Words that a printed column parts at the ends of its lines become whole, where it often does."""

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
