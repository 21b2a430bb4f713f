"""Lines above a text that say what it is: title, day, outlet and address, by their usual names."""

from __future__ import annotations

import pytest

from dateline.reading import read_bytes
from dateline.reading.labelled_head import labelled_head

TEXT = "HOMS: The bridge was closed.\n\nIt rained all night."


@pytest.mark.parametrize("end", ["\n", "\nText:\n", "Text: "])
def test_lines_above_a_text_are_what_they_say(end: str) -> None:
    head = (
        "Title: Bridge closed\nSource : The Ledger\nDATE: 16 December 2016\nByline: Ada Example\n"
        "Section: World\nURL: https://ledger.example/1\n"
    )
    (article,) = read_bytes("a.txt", f"{head}{end}{TEXT}".encode()).articles
    assert article.text == f"Bridge closed\n\n{TEXT}"
    assert (article.source, article.author) == ("The Ledger", "Ada Example")
    assert (str(article.published)[:10], article.url) == ("2016-12-16", "https://ledger.example/1")
    assert article.further["Section"] == "World"


@pytest.mark.parametrize(
    "text",
    [
        "MAYOR: It rained.\nREPORTER: All night?\nMAYOR: All night.",
        "Title: Bridge closed\n\nIt rained.",
        "Note: this is about a title: none.\nSource: unknown\n\nIt rained.",
        "From: Ada\nTo: Ben Muster\nSubject: Bridge\nDate: 16 December 2016\n\nIt rained.",
        "Title: Bridge closed\nSource: The Ledger",
        "",
    ],
)
def test_any_other_text_is_left_whole(text: str) -> None:
    assert labelled_head(text) == ({}, text)


def test_a_paragraph_that_begins_with_a_place_is_not_one_of_them() -> None:
    body = f"HOMS: {'It rained all night. ' * 20}".strip()
    cells, rest = labelled_head(f"Title: Bridge\nSource: The Ledger\n{body}")
    assert cells == {"title": "Bridge", "source": "The Ledger"}
    assert rest == body
