"""A mosque or a market is a place where something happens at it, though nobody lists it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.recognition.scenes import scenes
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import LanguageModel


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hundreds waited at Hajji Masjid.", ["Hajji Masjid"]),
        ("They closed the gate in the Hajji Karim Mosque on Friday.", ["Hajji Karim Mosque"]),
        (
            "Drivers marched from Rania Market to Hajji Karim Chowk.",
            ["Rania Market", "Hajji Karim Chowk"],
        ),
        ("The crowd at Rania Gardens, in town, was great.", ["Rania Gardens"]),
        (
            "He waited at Hajji Masjid. The gates of Hajji Masjid and of Rania Masjid were shut.",
            ["Hajji Masjid", "Hajji Masjid"],
        ),
        ("He came to the Common Market.", []),
        ("He spoke of Hajji Masjid.", []),
        ("He waited at Rania Market Bank and at Rania Stadium's gate.", []),
        ("HE WAITED AT RANIA MARKET ON FRIDAY", []),
        ("They met at Market, and in the mosque.", []),
    ],
)
def test_what_stands_after_a_preposition_of_place(
    language: LanguageModel, text: str, names: list[str]
) -> None:
    words = Words(language.nlp(text))
    found = sorted(scenes(words))
    assert [text[words.start[first] : words.end[last - 1]] for first, last in found] == names


def test_a_market_that_nobody_lists_is_a_mention(
    mentions: Callable[[str], tuple[Mention, ...]],
) -> None:
    text = "Drivers marched from Rania Market to Hajji Karim Chowk in Srinagar on Friday."
    read = [mention.surface for mention in mentions(text)]
    assert read == ["Rania Market", "Hajji Karim Chowk", "Srinagar"]
