"""The ends of a road, and a front named twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.recognition.paired import paired_places
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import LanguageModel

Read = Callable[[str], tuple[Mention, ...]]


def paired(language: LanguageModel, text: str, *likely: float) -> list[str]:
    """Which of the names in brackets are sure, the gazetteer knowing all of them."""
    bare = text.replace("[", "").replace("]", "")
    names = [part.split("]")[0] for part in text.split("[")[1:]]
    words = Words(language.nlp(bare))

    def tokens(name: str) -> tuple[int, int]:
        start = bare.index(name)
        first = words.start.index(start)
        return first, words.end.index(start + len(name)) + 1

    spans = {tokens(name): chance for name, chance in zip(names, likely, strict=True)}
    found = paired_places(words, spans, frozenset(spans))
    return [bare[words.start[first] : words.end[last - 1]] for first, last in sorted(found)]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("A priest was seized on the [Fada N'Gourma] - [Pama] axis.", ["Fada N'Gourma", "Pama"]),
        ("The road [Bukavu]–[Kavumu] is open.", ["Bukavu", "Kavumu"]),
        ("They mined the [Djibo]-[Bourzanga] road.", ["Djibo", "Bourzanga"]),
        ("[Kobani]/[Manbij]: shelling since noon.", ["Kobani", "Manbij"]),
        ("Talks between the [Kyiv]-[Pama] camps went on.", []),  # no way
        ("[Goma] - [Pama] has moved.", []),
        ("Photo: [Goma] / [Pama] on Monday.", []),  # agency and photographer stand apart so
        ("The [Goma]-[OLA] road is open.", ["Goma"]),
    ],
)
def test_the_other_end_of_a_road_is_a_place(
    language: LanguageModel, text: str, sure: list[str]
) -> None:
    assert paired(language, text, 0.95, 0.1) == sure


def test_all_ends_of_a_road_are_places(language: LanguageModel) -> None:
    text = "The road [Bukavu]–[Kavumu]–[Kalehe] is open."
    assert paired(language, text, 0.95, 0.1, 0.1) == ["Bukavu", "Kavumu", "Kalehe"]
    assert paired(language, text, 0.4, 0.1, 0.1) == []  # none of them is sure


def test_two_known_names_before_a_road_are_its_ends(language: LanguageModel) -> None:
    text = "The [Yei]-[Lainya] road was ambushed."
    assert paired(language, text, 0.1, 0.1) == ["Yei", "Lainya"]
    text = "He lived on [Fremont]-[Sylvan] Road."  # the name of one street
    assert paired(language, text, 0.1, 0.1) == []


def test_a_village_at_the_end_of_a_road_is_a_mention(mentions: Read) -> None:
    text = "Gunmen seized a priest on the Fada N'Gourma - Pama axis in Burkina Faso on Sunday."
    assert [m.surface for m in mentions(text)] == ["Fada N'Gourma", "Pama", "Burkina Faso"]
