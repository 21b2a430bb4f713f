"""Nexis Uni: a cover that is left out, then title, outlet, date, labels, "Body", text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import docx
import pytest

from dateline.reading import read, read_bytes
from dateline.reading.nexis.uni import read_documents, stated
from tests.reading.nexis.uni_export import BODY, DOCUMENT, export, read_text


def test_each_document_is_an_article_and_the_cover_is_none() -> None:
    reading = read_text(export("Bridge closed", "Market , road open", "January 6, 2016 recalled"))
    assert [article.title for article in reading.articles] == [
        "Bridge closed",
        "Market , road open",
        "January 6, 2016 recalled",
    ]
    for article in reading.articles:
        assert article.source == "The Northtown Ledger"
        assert str(article.published) == "2016-12-16 00:00:00"
        assert article.author == "Ada Example"
        assert article.further["section"] == "WORLD; Pg. 3"
        assert article.further["length"] == "104 words"
    assert len(reading.set_aside) == 0


def test_the_body_is_the_body_alone() -> None:
    (article,) = read_text(export("Bridge closed")).articles
    assert article.text == (
        "Bridge closed\n\nHOMS - The bridge was closed on Monday.\n\n"
        'The mayor said: "It will open again on 3 May 2017."\n\n'
        "Section: a word before a colon is no label here."
    )


def test_who_exported_it_and_what_was_searched_is_kept_nowhere() -> None:
    reading = read_text(export("Bridge closed", "Market open"))
    everything = repr(reading.articles) + repr(reading.notes) + reading.set_aside.to_csv()
    for word in ("IRMA", "211368110", "bridge* and river*", "-None-", "Load-Date", "Copyright"):
        assert word not in everything


def test_fewer_articles_than_the_cover_says_are_said() -> None:
    notes = read_text(export("Bridge closed", "Market open", count=5)).notes
    assert "export.txt: It says that it holds 5 articles; 2 were found in it." in notes


def test_the_same_document_twice_is_set_aside_not_lost_in_silence() -> None:
    reading = read_text(export("Bridge closed", "Market open", "Bridge closed"))
    assert len(reading.articles) == 2
    assert list(reading.set_aside["reason"]) == ["the same article as row 1"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("16 december 2016 vrijdag 11:25 AM GMT", "2016-12-16 11:25"),
        ("Freitag 16. Dezember 2016", "2016-12-16"),
        ("vendredi 16 décembre 2016", "2016-12-16"),
        ("December 16, 2016, Friday,, FINAL EDITION", "2016-12-16"),
    ],
)
def test_dates_are_read_in_the_language_of_the_paper(day: str, expected: str) -> None:
    (cells,) = read_documents(export("Bridge closed", day=day).split("\n"))
    assert cells["published"] == expected


def test_labels_in_german_are_understood() -> None:
    text = (
        export("Brücke gesperrt", day="Freitag 16. Dezember 2016")
        .replace("Section:\u00a0", "Rubrik:\u00a0")
        .replace("Length:\u00a0104 words", "Länge:\u00a0104 Wörter")
        .replace("Byline:\u00a0By", "Autor:\u00a0Von")
        .replace("\nBody\n", "\nHauptteil\n")
        .replace("End of Document", "Ende des Dokuments")
        .replace("Documents (", "Dokumente (")
    )
    (article,) = read_text(text).articles
    assert (article.title, article.author) == ("Brücke gesperrt", "Ada Example")
    assert article.text.startswith("Brücke gesperrt\n\nHOMS - The bridge")
    assert article.further["section"] == "WORLD; Pg. 3"


def test_what_stands_after_the_text_is_no_part_of_it() -> None:
    tail = (
        "\nGraphic\n\n\nThe bridge at night.\n\nClassification\n\nLanguage: ENGLISH\n\n"
        "Subject: RAIN (90%)\n\nLoad-Date:"
    )
    text = export("Bridge closed").replace("\nLoad-Date:", tail)
    (article,) = read_text(text).articles
    assert article.text.endswith("is no label here.")
    assert article.further["graphic"] == "The bridge at night."
    assert article.further["language as given"] == "ENGLISH"


def test_a_byline_that_repeats_the_headline_is_cut() -> None:
    text = export("Bridge closed").replace("By Ada Example", "Ada Example, Bridge closed")
    assert read_text(text).articles[0].author == "Ada Example"
    text = export("Bridge closed").replace("By Ada Example", ", Bridge closed")
    assert read_text(text).articles[0].author == ""


def test_subheadings_of_the_database_are_left_out_of_the_text() -> None:
    text = export("Bridge closed").replace(BODY, f"ABSTRACT\n\nOf bridges.\n\nFULL TEXT\n\n{BODY}")
    (article,) = read_text(text).articles
    assert "ABSTRACT" not in article.text
    assert "Of bridges." in article.text


def test_without_the_line_that_says_body_the_text_begins_after_the_labels() -> None:
    (article,) = read_text(export("Bridge closed").replace("\nBody\n", "\n")).articles
    assert article.title == "Bridge closed"
    assert article.text.startswith("Bridge closed\n\nHOMS - The bridge")


def test_the_cover_tells_how_many_there_are() -> None:
    assert stated(export("Bridge closed", "Market open").split("\n")) == 2
    assert stated(["Bridge closed", "It rained."]) is None


def word(path: Path, text: str) -> Path:
    document = docx.Document()
    before, _, table_and_rest = text.partition("Content Type\n")
    for line in before.split("\n"):
        document.add_paragraph(line)
    if table_and_rest:
        table = document.add_table(2, 2)
        for cell, words in zip(
            (*table.rows[0].cells, *table.rows[1].cells),
            ("Content Type", "Narrowed by", "News", "Timeline: Jan 01, 2016 to Dec 31, 2016"),
            strict=True,
        ):
            cell.text = words
        for line in table_and_rest.split("\n")[3:]:
            document.add_paragraph(line)
    document.save(str(path))
    return path


def test_a_word_file_gives_the_same_articles_with_a_cover_and_without(tmp_path: Path) -> None:
    text = export("Bridge closed", "Market open")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    expected = read([tmp_path / "a.txt"]).articles
    covered = read([word(tmp_path / "covered.docx", text)])
    bare = read([word(tmp_path / "bare.docx", text[text.index("\n\n\n\nBridge closed") :])])
    for reading in (covered, bare):
        assert [(a.text, a.published, a.source, a.author) for a in reading.articles] == [
            (a.text, a.published, a.source, a.author) for a in expected
        ]


def test_a_single_document_saved_under_its_headline_is_one_article(tmp_path: Path) -> None:
    text = DOCUMENT.format(title="Bridge closed", day="December 16, 2016", body=BODY)
    (article,) = read([word(tmp_path / "Bridge closed(2).DOCX", text)]).articles
    assert (article.title, article.source) == ("Bridge closed", "The Northtown Ledger")


def test_a_word_file_that_is_no_export_is_left_to_others(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Minutes")
    document.add_paragraph("The council met. End of Document is a phrase here.")
    document.save(str(tmp_path / "a.docx"))
    reading = read([tmp_path / "a.docx"])
    assert not any("Nexis" in note for note in reading.notes)


@pytest.mark.parametrize(
    "title", ["Update: bridge closed", "Correction: it was open", "Text: ours"]
)
def test_a_headline_may_begin_like_a_label(title: str) -> None:
    for text in (export(title, "Market open"), export(title).replace("\nBody\n", "\n")):
        article = read_text(text).articles[0]
        assert (article.title, article.source) == (title, "The Northtown Ledger")
        assert "is no label here." in article.text


def test_a_text_that_speaks_of_languages_and_rights_is_whole() -> None:
    body = "Copyright law changed.\nLanguage: a barrier, said the mayor.\nThe bridge stays."
    (article,) = read_text(export("Bridge closed").replace(BODY, body)).articles
    assert article.text == "Bridge closed\n\n" + body.replace("\n", "\n\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    ("day", "labels", "end"),
    [
        ("March 5, 2016 Saturday", ("Section", "Length", "Body", "Load-Date"), "End of Document"),
        ("sábado 5 de marzo de 2016", ("Sección", "Longitud", "Cuerpo", "Fecha de carga"),
         "Fin del documento"),
        ("5 марта 2016 г. суббота", ("Раздел", "Длина", "Текст", "Дата загрузки"),
         "Конец документа"),
    ],
)  # fmt: skip
def test_headline_outlet_and_day_are_found_with_empty_lines_between_them(
    encoding: str, day: str, labels: tuple[str, str, str, str], end: str
) -> None:
    section, length, body, loaded = labels
    parts = [
        *("Bridge closed", "The Ledger", day, "Copyright 2016 The Ledger All Rights Reserved"),
        *(f"{section}: NEWS; Pg. 3", f"{length}: 143", body, "It was closed.", "It rained."),
        *(f"{loaded}: {day}", end),
    ]
    text = "\r\n\r\n".join([*parts, *(part.replace("Bridge", "Road") for part in parts)])
    reading = read_bytes("a.txt", text.encode(encoding))
    assert [article.title for article in reading.articles] == ["Bridge closed", "Road closed"]
    for article in reading.articles:
        assert (article.source, article.published) == ("The Ledger", datetime(2016, 3, 5))
        assert article.text == f"{article.title}\n\nIt was closed.\n\nIt rained."


def test_a_page_of_the_newer_layout_is_the_documents_it_holds() -> None:
    def document(title: str) -> str:
        lines = [
            *(title, "The Ledger", "December 16, 2016 Friday", "", "Copyright 2016 The Ledger"),
            *("Section: WORLD; Pg. 3", "<b>Length:</b>&nbsp;104 words", "Byline: Ada Example"),
            *("Body", "", "It was closed.", "It rained.", "Classification", "Language: ENGLISH"),
            *("Load-Date: December 17, 2016", "", "End of Document"),
        ]
        return "".join(f"<p>{line or '&nbsp;'}</p>" for line in lines)

    page = f"<html><head><title>Nexis Uni</title></head><body>{document('A')}{document('B')}</body>"
    reading = read_bytes("a.html", page.encode())
    assert [article.title for article in reading.articles] == ["A", "B"]
    article = reading.articles[0]
    assert article.text == "A\n\nIt was closed.\n\nIt rained."
    assert (article.source, article.author) == ("The Ledger", "Ada Example")
    assert article.further["length"] == "104 words"


def test_a_page_that_speaks_of_the_end_of_a_document_is_a_page() -> None:
    page = (
        "<html><body><article><h1>Archives</h1><p>The clerk wrote at the foot of it in ink, and in "
        "capitals, that nothing was to be added.</p><p>End of Document</p></article></body></html>"
    )
    (article,) = read_bytes("a.html", page.encode()).articles
    assert "The clerk wrote" in article.text


@pytest.mark.parametrize("printed", ["December 2016", "Winter 2016", ""])
def test_a_document_without_a_day_has_its_title_and_outlet_all_the_same(printed: str) -> None:
    (article,) = read_text(export("Bridge closed", day=printed)).articles
    assert (article.title, article.source) == ("Bridge closed", "The Northtown Ledger")
    assert article.published is None
    assert article.further.get("date as printed", "") == printed


@pytest.mark.parametrize(
    ("labels", "word", "tail", "end"),
    [
        (
            ("Rubrique: MONDE", "Longueur: 9 mots", "Auteur: Ada Example"),
            "Corps de l'article",
            ("Langue: FRENCH", "Type de publication: Journal", "Code de la revue: LGZ"),
            "Fin du document",
        ),
        (
            ("Sectie: MONDE", "Lengte: 9 woorden", "Auteur: Ada Example"),
            "Hoofdtekst",
            ("Taal: DUTCH", "Type publicatie: Journal", "Onbekend veld: X"),
            "Einde van document",
        ),
        (
            ("Sección: MONDE", "Longitud: 9 palabras", "Autor: Ada Example"),
            "Cuerpo",
            ("Idioma: SPANISH", "Tipo de publicación: Journal", "Código de la revista: X"),
            "Final del documento",
        ),
    ],
)
def test_each_label_has_its_own_value_and_one_that_is_not_known_none(
    labels: tuple[str, ...], word: str, tail: tuple[str, ...], end: str
) -> None:
    lines = ["Title", "The Northtown Ledger", "16 mai 2016", "", *labels, word, "", BODY, "", *tail]
    (article,) = read_text("\n".join([*lines, "", end, ""])).articles
    assert article.author == "Ada Example"
    assert article.further["section"] == "MONDE"
    assert article.further["publication type"] == "Journal"
    assert article.text.endswith("no label here.")
