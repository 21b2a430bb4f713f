"""RTF: exports of Factiva, the APA and Nexis, or one article; bold letters tell headlines."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.errors import ReadingError
from dateline.reading import Reading, read_bytes


def rtf(lines: Sequence[str]) -> bytes:
    """Lines as RTF; one that begins with an asterisk is bold."""

    def written(line: str) -> str:
        escaped = "".join(
            f"\\u{ord(mark)}?" if ord(mark) > 126 else f"\\{mark}" if mark in "{}\\" else mark
            for mark in line.removeprefix("*")
        )
        return f"\\b\\i0 {escaped}\\b0 \\par" if line.startswith("*") else f"{escaped}\\par"

    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f1 Dialog;}}{\info{\author IRMA EXAMPLE}}"
    return (
        head + r"{\header\pard Suche nach Br\u252?cke\par}" + "\n".join(map(written, lines)) + "}"
    ).encode("ascii")


def read(lines: Sequence[str]) -> Reading:
    return read_bytes("a.rtf", rtf(lines))


APA = [
    '"Nordstädter Nachrichten" vom 23.10.2016 Seite: 2',
    "Ressort: Politik",
    "",
    "Abend",
    "*Brücke gesperrt",
    "",
    "HOMS. Die Brücke wurde am Montag gesperrt.",
    "",
    "Sie öffnet bald.",
]


def test_articles_of_the_apa_begin_at_their_headers() -> None:
    other = ['"Das Blatt" Nr. 246 vom 24.10.2016 Seite L3', "*Markt offen", "", "Er blieb offen."]
    first, second = read([*APA, *other]).articles
    assert first.text == (
        "Brücke gesperrt\n\nHOMS. Die Brücke wurde am Montag gesperrt.\n\nSie öffnet bald."
    )
    assert (first.source, str(first.published)[:10]) == ("Nordstädter Nachrichten", "2016-10-23")
    kept = {name: first.further[name] for name in ("section", "page", "kicker")}
    assert kept == {"section": "Politik", "page": "2", "kicker": "Abend"}
    assert (second.title, second.source, second.further["page"]) == (
        "Markt offen",
        "Das Blatt",
        "L3",
    )


def test_what_was_searched_and_by_whom_is_not_kept() -> None:
    reading = read(APA)
    assert "Suche nach" not in repr(reading)
    assert "IRMA" not in repr(reading)


def test_articles_of_factiva_end_at_their_numbers() -> None:
    def article(title: str, number: int) -> list[str]:
        return [
            "World; A",
            f"*{title}",
            "By Ada Example",
            "562 words",
            "9 January 2016",
            "The Ledger",
            "LEDG",
            "English",
            "(c) 2016 The Ledger",
            "",
            "HOMS: It was closed.",
            "",
            "It rained.",
            "",
            f"Document LEDG000020161217ecgg00{number:03}",
            "",
        ]

    reading = read([*article("Bridge closed", 1), *article("Market open", 2), "Search Summary"])
    first, second = reading.articles
    assert first.text == "Bridge closed\n\nHOMS: It was closed.\n\nIt rained."
    assert (first.source, first.author) == ("The Ledger", "Ada Example")
    assert first.further["section"] == "World; A"
    assert (second.title, second.identifier) == ("Market open", "LEDG000020161217ecgg00002")


def test_the_publisher_under_an_article_of_factiva_and_the_foot_of_a_page_are_not_its_text() -> (
    None
):
    (article,) = read(
        [
            "*Bridge closed",
            "562 words",
            "9 January 2016",
            "The Ledger",
            "LEDG",
            "English",
            "(c) 2016 The Ledger",
            "",
            "HOMS: It was closed.",
            "Page 1 of 2 © 2016 Factiva, Inc. All rights reserved.",
            "",
            "It rained.",
            "",
            "Harbour & Sons, Inc.",
            "",
            "ID документа LEDGERHN20161217ecgg00001",
        ]
    ).articles
    assert article.text == "Bridge closed\n\nHOMS: It was closed.\n\nIt rained."
    assert article.further["publisher"] == "Harbour & Sons, Inc."
    assert article.identifier == "LEDGERHN20161217ecgg00001"


def test_documents_of_nexis_are_read_from_rtf_too() -> None:
    (article,) = read(
        [
            "*Bridge closed",
            "The Ledger",
            "December 16, 2016 Friday",
            "",
            "Length: 104 words",
            "Body",
            "",
            "It was closed.",
            "",
            "Load-Date: December 17, 2016",
            "",
            "End of Document",
        ]
    ).articles
    assert article.text == "Bridge closed\n\nIt was closed."
    assert article.source == "The Ledger"


def test_any_other_rtf_is_one_article() -> None:
    (article,) = read(["Bridge closed", "", "HOMS: It was {closed} — says the mayor."]).articles
    assert article.text == "Bridge closed\n\nHOMS: It was {closed} — says the mayor."


@pytest.mark.parametrize("data", [b"{\\rtf1 }", b"{\\rtf1", b"{\\rtf1\\par\\par}"])
def test_rtf_without_a_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"a\.rtf"):
        read_bytes("a.rtf", data)


def test_articles_of_the_web_begin_where_the_apa_says_when_it_found_them() -> None:
    first, second = read(
        [
            '"Blatt.at" gefunden am 28.12.2016 10:36 Uhr',
            "",
            "*Brücke: gesperrt",
            "",
            "Es regnete.",
            "",
            "_" * 60,
            '"Blatt.at" gefunden am 29.12.2016 10:36 Uhr',
            "",
            "*Markt offen",
            "",
            "Er blieb offen.",
        ]
    ).articles
    assert first.text == "Brücke: gesperrt\n\nEs regnete."
    assert (first.source, str(first.published)) == ("Blatt.at", "2016-12-28 10:36:00")
    assert second.text == "Markt offen\n\nEr blieb offen."
