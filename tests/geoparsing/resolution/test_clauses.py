"""What a clause names lies in the region that opens it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.resolution.clauses import frames

Read = Callable[[str], tuple[Mention, ...]]


def opened(marked: str) -> dict[str, str]:
    """Names of a text in square brackets, and those that open their clauses."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]+\])", marked):
        bare = piece.strip("[]")
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(bare)))
        text += bare
    names = [text[start:end] for start, end in spans]
    return {names[at]: names[first] for at, first in frames(text, spans).items()}


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (
            "In [Kebbi] State, men fled [Maga]; in the [Niger], [Kagara] was calm. [Zuru] slept.",
            {"Maga": "Kebbi", "Kagara": "Niger"},
        ),
        ("Rain.\n- In northern [Kivu], aid reached [Oicha]\n[Beni] waits.", {"Oicha": "Kivu"}),
        ("Men fled in [Kebbi], and [Maga] burned.", {}),
        ("In [Kebbi] men fled [Maga].", {}),
    ],
)
def test_a_place_opens_the_clause_that_it_begins(marked: str, found: dict[str, str]) -> None:
    assert opened(marked) == found


@pytest.mark.parametrize(
    ("text", "surface", "region"),
    [
        (
            "Bandits attacked Kankara in Katsina. In Niger State, troops repelled an attack on "
            "Kagara.",
            "Kagara",
            "Niger State",
        ),
        (
            "Fighting was heard at Oicha and Eringeti. In Ituri, shelter kits were handed out in "
            "Mambasa.",
            "Mambasa",
            "Ituri",
        ),
        ("In Texas, a jury heard a man from London, and two of Leeds.", "London", "England"),
    ],
)
def test_the_namesake_is_meant_in_the_region_unless_another_is_great(
    mentions: Read, text: str, surface: str, region: str
) -> None:
    place = next(m.place for m in mentions(text) if m.surface == surface)
    assert place is not None and place.admin1 == region
