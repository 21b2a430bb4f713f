"""Long texts are cut before they are parsed, and nothing of them is lost."""

from __future__ import annotations

import pytest

from dateline.extraction.extractor import _pieces, shared_extractor
from dateline.findings import Article, Findings


@pytest.mark.parametrize(
    "text",
    ["(" * 5_000, "Hama fell. " * 12_000, "", "a" * 1_000, "\n" * 250_000, "x " + "-" * 150_000],
)
def test_pieces_make_up_the_text_and_hold_no_long_run_without_a_space(
    text: str,
) -> None:
    pieces = list(_pieces(text))
    assert "".join(pieces) == text
    for piece in pieces:
        assert len(piece) <= 100_000
        assert all(len(word) <= 1_000 for word in piece.split())


def test_what_stands_after_a_long_run_of_brackets_is_found_at_its_place() -> None:
    text = f"Shells fell on Hama. {'(' * 3_000}\n\nA convoy reached Kyiv on Monday."
    found = shared_extractor().read(Article(text))
    assert isinstance(found, Findings)
    assert [text[m.start : m.end] for m in found.mentions] == ["Hama", "Kyiv"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the language model takes Goma for a person
        ("An aid worker in Goma told us: “The lake is behind us.”", "An aid worker in Goma"),
        ("“The lake is behind us,” said Goma Tarek, a baker in Aden.", "Goma Tarek"),
        ("Tripoli said: “The lake is behind us.”", "Tripoli"),
    ],
)
def test_who_speaks_is_no_place_that_only_says_where(text: str, speaker: str) -> None:
    found = shared_extractor().read(Article(f"The rebels came. {text} There is no other road."))
    assert isinstance(found, Findings)
    assert [quote.speaker for quote in found.quotes] == [speaker]
