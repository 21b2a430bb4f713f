"""Ships bear the names of towns; what stands beside them may be a town or who acts all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.geoparsing import Geoparser
from dateline.language_model import LanguageModel

Names = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def names(geoparser: Geoparser, language: LanguageModel) -> Names:
    def found(text: str) -> list[str]:
        spans = geoparser.recogniser.spans(language.nlp(text))
        return [text[span.start : span.end] for span in spans]

    return found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The frigate Admiral Essen and the landing ship Saratov lay at Berdyansk.", ["Berdyansk"]),
        ("USS San Antonio sailed from Rota on Monday.", ["Rota"]),
        ("Another vessel, the Novocherkassk, burned in Feodosia.", ["Feodosia"]),
        ("Moskva sinks\n\nThe Moskva, an ageing missile cruiser, sank off Odesa.", ["Odesa"]),
        ("The Kursk submarine went down. Families of the Kursk met in Murmansk.", ["Murmansk"]),
        ("The tanker “Suez Star” was boarded near Hodeidah.", ["Hodeidah"]),
    ],
)
def test_a_ship_is_no_town(names: Names, text: str, left: list[str]) -> None:
    assert names(text) == left


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("A tanker Iran seized in May lay at anchor.", "Iran"),
        ("Crews of a ship Moscow had sent were held in Tartus.", "Moscow"),
        ("The Turkish frigate left the port.", "Turkish"),
        ("The Odesa ferry was late again.", "Odesa"),
        ("A shipment from Saratov was late; the landing ship Saratov left.", "Saratov"),
        ("The ferry to Dover was late.", "Dover"),
        ("In the Bosphorus, a Greek tanker ran aground.", "Bosphorus"),
        ("Shells fell on the Dnipro, where a patrol boat lay.", "Dnipro"),
    ],
)
def test_who_sends_a_ship_and_where_it_goes_are_places(names: Names, text: str, kept: str) -> None:
    assert kept in names(text)
