"""Closed lists of words and what they say of a name."""

from __future__ import annotations

import pytest

from dateline.geoparsing.toponym_words import is_generic


@pytest.mark.parametrize("name", ["Old City", "Grand Mosque", "Iron Gate", "Second Street"])
def test_common_nouns_and_what_qualifies_them_are_generic(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize("name", ["Aleppo", "Old Cairo", "City", "Umayyad Mosque", "New York"])
def test_proper_names_and_single_words_are_not(name: str) -> None:
    assert not is_generic(name)
