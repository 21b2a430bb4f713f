"""Only the name of a place follows "the village of", and a list of them may follow "villages"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.recognition.slots import villages
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import LanguageModel

Mentions = Callable[[str], tuple[Mention, ...]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ships shelled the villages of Sai Chone, Gant Gar Taw and Minpyin.",
            ["Sai Chone", "Gant Gar Taw", "Minpyin"],
        ),
        (
            "They took the towns of Rubaya, Kibumba, and Sake.",
            ["Rubaya", "Kibumba", "Sake"],
        ),
        ("They took the towns of Hit and Rutba, Iraqi police said.", ["Hit", "Rutba"]),
        ("A man died in the hamlet of Kwonbar, Monday's paper said.", ["Kwonbar"]),
        ("They left the towns of Sake, Reuters said.", ["Sake"]),
        ("He died in the town of Ain al-Arab.", []),
        ("The Village of Hope, a charity, and the village of", []),
        (
            "The Villages of Abu Karim, Abira and Jabir burned.",
            ["Abu Karim", "Abira", "Jabir"],
        ),
        ("The Villages of Avalon, a firm, has grown.", []),
        (
            "Shells hit the neighbourhoods of Salam South, Tarbiya and Sahafa.",
            ["Salam South", "Tarbiya", "Sahafa"],
        ),
        ("They burned the village Tell Karsuna. Then they left.", ["Tell Karsuna"]),
        (
            "They left the village Friday. They asked the village Elder, and the town Council.",
            [],
        ),
        ("The areas of Rubaya and Sake are calm.", []),
        ("Residents of Kapurkot fled, and villagers of Tel Hormud.", ["Kapurkot", "Tel Hormud"]),
        ("Residents of Monday's storm area, of Syrian origin, and residents of Marigold Hall.", []),
        ("They searched Kirkuk's Dumiz quarter and the Tamarin suburb.", ["Dumiz", "Tamarin"]),
        ("The Second quarter was bad. A Dumiz quarter man sold the Mayor Lund quarter.", []),
        (
            "Two died in Barangay Tomicor, one in the barrio Tamarindo.",
            ["Barangay Tomicor", "Tamarindo"],
        ),
        ("The Hon. Member for Zebilla asked, and the MP for Tempane.", ["Zebilla", "Tempane"]),
        ("The MP for Labour spoke. A member for Hormud, the Member for Health.", []),
        ("The Barangay Captain spoke. Barrio Azteca men fled. The colonia is poor.", []),
    ],
)
def test_each_name_of_a_list_of_villages_is_a_place(
    language: LanguageModel, text: str, names: list[str]
) -> None:
    words = Words(language.nlp(text))
    found = sorted(villages(words))
    assert [text[words.start[first] : words.end[last - 1]] for first, last in found] == names


def test_a_village_that_nobody_lists_is_a_mention(mentions: Mentions) -> None:
    text = "Junta ships shelled the villages of Sai Chone, Gant Gar Taw and Minpyin in Rakhine."
    read = [mention.surface for mention in mentions(text)]
    assert read == ["Sai Chone", "Gant Gar Taw", "Minpyin", "Rakhine"]
