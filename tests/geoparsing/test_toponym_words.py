"""Closed lists of words and what they say of a name."""

from __future__ import annotations

import pytest

from dateline.geoparsing.toponym_words import is_generic, names_a_facility


@pytest.mark.parametrize("name", ["Kunduz Trauma Centre", "Al-Noor School", "University of Mosul"])
def test_a_facility_says_what_it_is(name: str) -> None:
    assert names_a_facility(name)


@pytest.mark.parametrize("name", ["Hospital", "Mosul", "Kish River", "Bank of Syria", "Port Sudan"])
def test_other_names_are_no_facility_s(name: str) -> None:
    assert not names_a_facility(name)


@pytest.mark.parametrize("name", ["Old City", "Grand Mosque", "Iron Gate", "Second Street"])
def test_common_nouns_and_what_qualifies_them_are_generic(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize("name", ["Aleppo", "Old Cairo", "City", "Umayyad Mosque", "New York"])
def test_proper_names_and_single_words_are_not(name: str) -> None:
    assert not is_generic(name)
