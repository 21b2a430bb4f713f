"""Lines above a text that say what it is: title, day, outlet and address, by their usual names."""

from __future__ import annotations

import pytest

from dateline.reading import read_bytes
from dateline.reading.documents.labelled_head import labelled_head

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


def test_several_texts_of_one_file_are_told_apart_by_their_labels() -> None:
    one = f"Title: Bridge closed\nDate: 2016-12-16\nSource: The Ledger\n\n{TEXT}\n"
    other = one.replace("Bridge", "Market").replace("16\n", "17\n")
    reading = read_bytes("a.txt", f"{one}\n==========\n{other}".encode())
    first, second = reading.articles
    assert first.text == f"Bridge closed\n\n{TEXT}"
    assert (second.title, str(second.published)[:10]) == ("Market closed", "2016-12-17")
    assert any("2 texts were told apart by the labels" in note for note in reading.notes)


def test_a_text_that_quotes_a_label_is_one() -> None:
    text = f"Title: Bridge closed\nSource: The Ledger\n\n{TEXT}\n\nTitle: the mayor's own."
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert article.text.endswith("Title: the mayor's own.")
