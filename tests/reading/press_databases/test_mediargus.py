"""Mediargus: lists of headlines with where they stood and how the article begins."""

from __future__ import annotations

import pytest

from dateline.reading import read_bytes

LIST = """\
1. De brug is gesloten

De Voorbeeld, woensdag 30 november 2011, p. 23, 853w.

Het regende de hele nacht (DV 26/11). De burgemeester sloot de brug en ...


2. Na de regen komt 3. de zon

Het Blad, dinsdag 29 november 2011, 78 w.

De markt is weer open.
"""


@pytest.mark.parametrize("before", ["", "\ufeff", "?"])
def test_each_numbered_entry_is_an_article(before: str) -> None:
    reading = read_bytes("lijst.txt", (before + LIST).encode())
    first, second = reading.articles
    assert (first.title, first.source) == ("De brug is gesloten", "De Voorbeeld")
    assert str(first.published)[:10] == "2011-11-30"
    assert (first.further["page"], first.further["length"]) == ("23", "853 words")
    assert first.text.endswith("sloot de brug en …")
    assert (second.title, second.text.partition("\n\n")[2]) == (
        "Na de regen komt 3. de zon",
        "De markt is weer open.",
    )
    assert any(
        "1 of its 2 entries is the beginning of an article" in note for note in reading.notes
    )


def test_a_numbered_list_of_anything_else_is_a_text() -> None:
    text = (
        "1. First point\n\nIt rained, on 30 November 2011, all night.\n\n2. Second\n\nIt stopped."
    )
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert "Second" in article.text
