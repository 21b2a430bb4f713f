"""The ends of a road, and a front named twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.paired import paired_places
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import LanguageModel

Read = Callable[[str], tuple[Mention, ...]]


def paired(language: LanguageModel, text: str, *likely: float, near: bool = False) -> list[str]:
    """Which of the names in brackets are sure, the gazetteer knowing all of them.

    Args:
        likely: How likely each is a place by its words.
        near: Whether places of two of the names lie close together.
    """
    bare = text.replace("[", "").replace("]", "")
    names = [part.split("]")[0] for part in text.split("[")[1:]]
    words = Words(language.nlp(bare))

    def tokens(name: str) -> tuple[int, int]:
        start = bare.index(name)
        first = words.start.index(start)
        return first, words.end.index(start + len(name)) + 1

    spans = {tokens(name): chance for name, chance in zip(names, likely, strict=True)}
    found = paired_places(words, spans, frozenset(spans), lambda one, other: near)
    return [bare[words.start[first] : words.end[last - 1]] for first, last in sorted(found)]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("A priest was seized on the [Fada N'Gourma] - [Pama] axis.", ["Fada N'Gourma", "Pama"]),
        ("The road [Bukavu]–[Kavumu] is open.", ["Bukavu", "Kavumu"]),
        ("They mined the [Djibo]-[Bourzanga] road.", ["Djibo", "Bourzanga"]),
        ("[Kobani]/[Manbij]: shelling since noon.", ["Kobani", "Manbij"]),
        ("4. Strike, [Kobani] / [Manbij], Aleppo. Three killed.", ["Kobani", "Manbij"]),
        ("So is the [Kisumu]–[Mwanza] sailing.", ["Kisumu", "Mwanza"]),
        ("He was in [Hama] and/or [Tell Tut], Syria.", ["Tell Tut"]),
        ("They wanted [Hama] or [Tell Tut] for it.", []),
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


def test_a_slash_joins_neighbours_though_neither_is_sure(language: LanguageModel) -> None:
    text = "⚡ [Vuhledar]/[Mykilske]: two houses gone."
    assert paired(language, text, 0.1, 0.1, near=True) == ["Vuhledar", "Mykilske"]
    assert paired(language, text, 0.1, 0.1) == []


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Vuhledar", "Mykilske", True),
        ("Robotyne", "Verbove", True),
        ("Clinton", "Lincoln", False),
        ("Hassan", "Hussein", False),
        ("Syria", "Homs", False),
        ("Goma", "Vuhledar", False),
    ],
)
def test_neighbours_are_told_by_names_of_one_land(
    book: NameBook, one: str, other: str, near: bool
) -> None:
    assert book.are_neighbours(one, other) == near
