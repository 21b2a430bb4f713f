"""Villages that a report lists by their district."""

from __future__ import annotations

import pytest

from dateline.geoparsing.recognition.annexes import annex_places
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import LanguageModel


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kunda township: Min Taw; Zee Gonyah (burned twice), Ywathitgon.",
            ["Min Taw", "Zee Gonyah", "Ywathitgon"],
        ),
        ("Villages: Umm Harqal and Tel Zuwayn\nOthers fled.", ["Umm Harqal", "Tel Zuwayn"]),
        ("Nyala district: Soldiers burned Harqalan.", []),  # a sentence
        ("Dead of Kunda township: Tin Maungya, 45; Daw Myatha, 60.", []),  # persons
        ("Needs by district: Health, Education, Water.", []),  # ordinary words
        ("He said: Harqalan, Zuwayn.", []),
    ],
)
def test_the_names_of_an_annex_are_places(
    language: LanguageModel, text: str, names: list[str]
) -> None:
    words = Words(language.nlp(text))
    found = sorted(annex_places(words))
    assert [text[words.start[first] : words.end[last - 1]] for first, last in found] == names
