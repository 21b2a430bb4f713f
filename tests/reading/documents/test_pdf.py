"""PDF: pages joined to texts, and the databases whose PDFs are told apart."""

from __future__ import annotations

import itertools
from datetime import datetime

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from tests.reading.made_files import pdf, placed_pdf


def test_lines_of_a_pdf_are_joined_and_page_numbers_left_out() -> None:
    pages = [
        [
            "The Ledger",
            "Bridge closed",
            "",
            "The bridge over the river was closed on Monday after a night of rain, the may-",
            "or of the town said. Traffic was sent over the old ford that lies to the north of",
            "1",
        ],
        [
            "The Ledger",
            "Deir ez-Zor until noon, when the water had fallen to where it stood before. Two",
            "carts were left in the river, and their owners came for them in the afternoon with",
            "2",
        ],
        ["The Ledger", "ropes, two mules and a neighbour.", "3"],
    ]
    reading = read_bytes("2016-12-16 bridge.pdf", pdf(pages))
    (article,) = reading.articles
    assert "the mayor of the town said" in article.text
    assert "north of Deir ez-Zor until" in article.text
    assert "The Ledger" not in article.text
    assert article.published == datetime(2016, 12, 16)


PRINTED = (
    "The bridge over the river was closed on Monday after a night of rain, the mayor said in a",
    "letter that was read in the town hall on Tuesday. Traffic was sent over the old ford until",
    "noon, when the water had fallen to where it stood before.",
    "It will open again.",
)

BODY_OF_PRINT = f"{' '.join(PRINTED[:3])}\n\n{PRINTED[3]}"


def printed(*lines: tuple[float, str]) -> list[tuple[float, float, float, str]]:
    """Lines of a page, each with the size of its letters, under one another."""
    heights = itertools.accumulate(size for size, _ in lines)
    return [
        (60, 810 - 1.5 * height, size, line)
        for height, (size, line) in zip(heights, lines, strict=True)
    ]


def nexis(title: str) -> list[list[tuple[float, float, float, str]]]:
    lines = ("The Northtown Ledger", "December 16, 2016 Friday", "Section: WORLD; Pg. 3",
             "Length: 104 words", "Byline: Ada Example")  # fmt: skip
    head = ((8, "Page 1 of 2"), (8, title), (16, title))
    foot = ((10, "Load-Date: December 17, 2016"), (10, "End of Document"))
    text = [(10, line) for line in PRINTED[:3]]
    return [
        printed(*head, *((10, line) for line in lines), (12, "Body"), *text),
        printed((8, "Page 2 of 2"), (8, title), (10, PRINTED[3]), *foot),
    ]


def test_a_pdf_of_nexis_is_its_articles_without_labels_cover_and_running_heads() -> None:
    cover = printed(
        *((10, line) for line in ("User Name: IRMA EXAMPLE", "Job Number: 2113", "Documents (2)")),
        *((10, line) for line in ("1. Bridge closed", "Client/Matter: -None-", "2. Market open")),
    )
    data = placed_pdf(cover, *nexis("Bridge closed"), *nexis("Market open again"))
    reading = read_bytes("a.pdf", data)
    first, second = reading.articles
    assert first.text == f"Bridge closed\n\n{BODY_OF_PRINT}"
    assert (second.title, second.source) == ("Market open again", "The Northtown Ledger")
    assert (second.author, str(second.published)[:10]) == ("Ada Example", "2016-12-16")
    assert "IRMA" not in repr(reading)
    of_one_outlet = [page for at in range(4) for page in nexis(f"Bridge {at} closed")]
    assert {each.source for each in read_bytes("c.pdf", placed_pdf(*of_one_outlet)).articles} == {
        "The Northtown Ledger"
    }
    (alone,) = read_bytes("b.pdf", placed_pdf(*nexis("Bridge closed"))).articles
    assert alone.text == first.text


def test_a_headline_that_was_cut_to_fit_above_the_pages_is_read_once() -> None:
    title = "Bridge closed over the river after rain"
    pages = [
        [
            (x, y, size, f"{title[:34]} …" if size == 8 and line == title else line)
            for x, y, size, line in lines
        ]
        for lines in nexis(title)
    ]
    (article,) = read_bytes("a.pdf", placed_pdf(*pages)).articles
    assert article.text == f"{title}\n\n{BODY_OF_PRINT}"


def test_a_pdf_of_nexis_whose_parts_are_not_sure_is_refused_with_its_advice() -> None:
    lines = ["Length: 9 words", "Body", "It rained.", "Load-Date: May 1, 2016", "End of Document"]
    with pytest.raises(ReadingError, match=r"export of 2 articles as PDF.*DOCX"):
        read_bytes("a.pdf", pdf([lines, lines]))


def europresse(title: str, day: int) -> list[tuple[float, float, float, str]]:
    beside = ("Nom de la source", "La Gazette", "Type de source", "Presse", "Provenance", "Paris")
    number = f"news·201612{day}·GZ·00{day}"
    return printed(
        *((8, line) for line in beside),
        (9, f"Vendredi {day} décembre 2016"),
        (9, "La Gazette • no. 12 • p. 3 • 512 mots"),
        (15, title),
        (10, "Ada Exemple"),
        *((10, line) for line in PRINTED),
        (8, "© 2016 La Gazette. Tous droits réservés."),
        (8, "Certificat émis le 2 janvier 2017 à Université d'Exemple."),
        (8, number),
    )


def test_a_pdf_of_europresse_is_its_articles_without_certificates() -> None:
    cover = printed((20, "Documents sauvegardés"), (10, "Par UNIVERSITÉ D'EXEMPLE"))
    data = placed_pdf(cover, europresse("Le pont fermé", 16), europresse("Le marché", 17))
    reading = read_bytes("a.pdf", data)
    first, second = reading.articles
    assert first.text == f"Le pont fermé\n\n{BODY_OF_PRINT}"
    assert (first.source, first.author) == ("La Gazette", "Ada Exemple")
    assert (first.further["page"], first.identifier) == ("3", "news·20161216·GZ·0016")
    assert (second.title, str(second.published)[:10]) == ("Le marché", "2016-12-17")
    assert "niversit" not in repr(reading)
    days = [europresse("Lettres", day) for day in (11, 12, 13, 14)]
    assert len(read_bytes("b.pdf", placed_pdf(*days)).articles) == 4
    assert any("told apart by what is printed" in note for note in reading.notes)


def proquest(title: str, number: int) -> list[tuple[float, float, float, str]]:
    outlet = "The Northtown Ledger, Late Edition; Northtown, N.Y."
    details = (
        "Subject: Bridges",
        f"Publication title: {outlet}",
        "Publication date: Dec 16, 2016",
        f"ProQuest document ID: {number}",
        f"Document URL: https://x.example/docview/{number}?accountid=1",
        "Database: Some Database",
    )
    return printed(
        (16, title),
        (10, f"Example, Ada . {outlet} [Northtown, N.Y]. 16 Dec 2016."),
        (10, "ProQuest document link"),
        (12, "ABSTRACT (ENGLISH)"),
        (10, "It was closed."),
        (12, "FULL TEXT"),
        *((10, line) for line in PRINTED),
        (12, "DETAILS"),
        *((9, line) for line in details),
        (8, "PDF GENERATED BY PROQUEST.COM Page 1 of 1"),
    )


def test_a_pdf_of_proquest_is_its_articles_with_their_details() -> None:
    contents = printed((14, "Table of contents"), (10, "1. Bridge closed ....... 1"))
    data = placed_pdf(contents, proquest("Bridge closed", 11), proquest("Market open", 12))
    first, second = read_bytes("a.pdf", data).articles
    assert first.text == f"Bridge closed\n\n{BODY_OF_PRINT}"
    assert (first.source, first.author) == ("The Northtown Ledger", "Example, Ada")
    assert first.further["abstract"] == "It was closed."
    assert (second.title, second.identifier) == ("Market open", "12")
    assert "accountid" not in repr((first, second))


@pytest.mark.parametrize(
    ("database", "number"),
    [("Europresse", "news.2016121{}.GN.001"), ("ProQuest", "ProQuest document ID: 12{}")],
)
def test_a_pdf_of_many_articles_of_another_database_is_refused_with_its_advice(
    database: str, number: str
) -> None:
    days = ("Monday", "Tuesday", "Sunday")
    pages = [
        [f"Bridge closed on {day}", f"In {day}'s rain it was closed.", number.format(at)]
        for at, day in enumerate(days)
    ]
    with pytest.raises(ReadingError, match=rf"export of 3 articles of {database}.*HTML"):
        read_bytes("a.pdf", pdf(pages))
    assert len(read_bytes("a.pdf", pdf(pages[:1])).articles) == 1


def test_a_pdf_with_a_password_or_without_text_or_cut_is_refused() -> None:
    for data, reason in (
        (pdf([["It rained."]], "opens-nothing"), "protected by a password"),
        (pdf([[""]]), "may be pictures"),
        (pdf([["It rained."]])[:60], "damaged"),
        (b"%PDF-1.7\n" + b"\0" * 100, "damaged"),
    ):
        with pytest.raises(ReadingError, match=reason):
            read_bytes("a.pdf", data)
