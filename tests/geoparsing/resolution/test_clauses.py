"""The place that opens a clause."""

from __future__ import annotations

import pytest

from dateline.geoparsing.resolution.clauses import frames
from tests.geoparsing.resolution.bracketed import unmarked


def opened(marked: str) -> dict[str, str]:
    """Names of a text in square brackets, and those that open their clauses."""
    text, spans = unmarked(marked)
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
