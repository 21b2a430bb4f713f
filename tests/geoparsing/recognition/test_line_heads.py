"""Where a list goes from place to place, each line begins with one."""

from __future__ import annotations

import pytest

from dateline.geoparsing.recognition.line_heads import headed_places
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import LanguageModel


def heads(language: LanguageModel, marked: str) -> list[str]:
    """The heads of a text in which [likely] and {unlikely} names stand in brackets."""
    bare = marked.translate(dict.fromkeys(map(ord, "[]{}")))
    words, likely, at = Words(language.nlp(bare)), {}, 0
    for sign in marked:
        if sign in "[{":
            begin = at
        elif sign in "]}":
            first, last = words.start.index(begin), words.end.index(at) + 1
            likely[first, last] = 0.9 if sign == "]" else 0.05
        else:
            at += 1
    found = sorted(headed_places(words, likely, frozenset(likely)))
    return [bare[words.start[first] : words.end[last - 1]] for first, last in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "• [Jowhar]: a bank was breached.\n• {Mahaday} and {Balcad}: farms lost.\n"
            "• [Luuq]: the river rose.",
            ["Jowhar", "Mahaday", "Balcad", "Luuq"],
        ),
        (
            "[Galway] — no power.\n{Ennis} — the road is shut.\n[Kilkee] — a roof fell.",
            ["Galway", "Ennis", "Kilkee"],
        ),
        ("• [Jowhar]: farms lost.\n• {Mahaday}: farms lost.", []),  # too few to tell
        (  # who speaks, though one bears a town's name
            "{Amal}: We left.\n[Florence]: Where to?\n{Amal}: To the river.\n{Hodan}: By night.",
            [],
        ),
        (  # clusters, with one place among them
            "- {Health}: two teams.\n- [Baidoa]: trucks.\n- {Shelter}: 400 kits.",
            [],
        ),
        (  # a line that goes on after the name is of another form
            "• [Jowhar]: farms.\n• [Luuq]: farms.\n• [Dolow]: farms.\n• {Balcad} is calm: no rain.",
            ["Jowhar", "Luuq", "Dolow"],
        ),
    ],
)
def test_the_lines_of_a_list_begin_alike(
    language: LanguageModel, text: str, found: list[str]
) -> None:
    assert heads(language, text) == found
