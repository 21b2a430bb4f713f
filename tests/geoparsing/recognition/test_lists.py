"""Names that stand in a list with places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.recognition.lists import listed_places
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import LanguageModel

Read = Callable[[str], tuple[Mention, ...]]


def listed(language: LanguageModel, text: str, sure: str, doubtful: str) -> bool:
    words = Words(language.nlp(text))

    def tokens(name: str) -> tuple[int, int]:
        own = name.split()
        first = next(i for i in range(len(words)) if words.text[i : i + len(own)] == own)
        return first, first + len(own)

    likely = {tokens(sure): 0.95, tokens(doubtful): 0.2}
    return tokens(doubtful) in listed_places(words, likely)


@pytest.mark.parametrize(
    ("text", "sure", "doubtful", "place"),
    [
        ("Drains near Skegness and Wainsby were full.", "Skegness", "Wainsby", True),
        ("Crews came from Halifax, Elland and Ovenden.", "Halifax", "Ovenden", True),
        ("Snow fell around Leeds, and Wainsby said nothing.", "Leeds", "Wainsby", False),
        ("They spoke with people in Boston and MIT.", "Boston", "MIT", False),
        ("He played at Liverpool and Arsenal.", "Liverpool", "Arsenal", False),
        ("Elland were held in Leeds and Real Ovenden won at York.", "Leeds", "Real Ovenden", False),
        ("They met Halifax and Wainsby.", "Halifax", "Wainsby", False),
        ("He flew from Leeds and Joan Tulley from Perth.", "Leeds", "Joan Tulley", False),
        ("Rain fell in Leeds and Wainsby's cat fled.", "Leeds", "Wainsby", False),
    ],
)
def test_a_name_beside_a_sure_place_is_one_after_a_preposition_of_place(
    language: LanguageModel, text: str, sure: str, doubtful: str, place: bool
) -> None:
    assert listed(language, text, sure, doubtful) == place


def test_nothing_is_one_beside_a_doubtful_place(language: LanguageModel) -> None:
    words = Words(language.nlp("Drains near Skegness and Wainsby were full."))
    assert not listed_places(words, {(2, 3): 0.5, (4, 5): 0.2})


def test_an_unlisted_village_is_found_beside_a_town(mentions: Read) -> None:
    found = mentions("Slurry reached drains around Skegness and Wainsby, a court in Lincoln heard.")
    assert "Wainsby" in {m.surface for m in found}
    found = mentions("Skegness said on Monday that Wainsby had lost, a court in Lincoln heard.")
    assert "Wainsby" not in {m.surface for m in found}
