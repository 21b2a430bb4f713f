"""Bylines, rights and lengths as databases print them."""

from __future__ import annotations

import pytest

from dateline.reading.imprint import author_of, is_copyright, is_length


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By ADA EXAMPLE", "ADA EXAMPLE"),
        ("by staff reporters", "staff reporters"),
        ("Von Ada von Hagen", "Ada von Hagen"),
        ("von Hagen, Ada", "von Hagen, Ada"),
        ("Von der Leyen, Ada", "Von der Leyen, Ada"),
        ("Par Ada Exemple", "Ada Exemple"),
        ("Byron Example", "Byron Example"),
        ("From our foreign desk", "From our foreign desk"),
        ("BY OUR CORRESPONDENT", "BY OUR CORRESPONDENT"),
        ("By a staff reporter in Homs", "By a staff reporter in Homs"),
        ("By The Northline Press", "The Northline Press"),
        ("By A. Example", "A. Example"),
        (", Bridge closed", ""),
        ("Ada Example, Bridge closed", "Ada Example"),
        ("", ""),
    ],
)
def test_a_byline_is_the_name_in_it(byline: str, author: str) -> None:
    assert author_of(byline, "Bridge closed") == author


@pytest.mark.parametrize(
    ("line", "rights"),
    [
        ("Copyright 2016 Ledger Holdings", True),
        ("Copyright © 2016 Ledger", True),
        ("(c) 2016 The Ledger", True),
        ("© Ledger", True),
        ("Alle Rechte vorbehalten", True),
        ("Copyright law was changed on Monday.", False),
        ("(c) the third reason", False),
    ],
)
def test_lines_on_rights_are_told_from_sentences_on_them(line: str, rights: bool) -> None:
    assert is_copyright(line) is rights


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("877 words", True),
        ("1.204 Wörter", True),
        ("143 mots", True),
        ("312 كلمة", True),
        ("312 słów", True),
        ("312 слов(а)", True),
        ("312 kelime", True),
        ("312 단어", True),
        ("a few words", False),
    ],
)
def test_a_length_is_a_number_of_words(line: str, length: bool) -> None:
    assert is_length(line) is length
