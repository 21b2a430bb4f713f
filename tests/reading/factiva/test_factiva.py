"""Factiva: HTML with field codes and without, XML, RTF; the search that found it is not kept."""

from __future__ import annotations

import io
from datetime import datetime

import docx
import pytest

from dateline.reading import Reading, read_bytes
from dateline.reading.factiva.fields import by_order
from tests.reading.made_files import pdf

NUMBER = "LEDG000020161217ecgg00{number:03}"


def page(*articles: str, charset: str = "UTF-8") -> str:
    return (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"/>'
        "<title>Factiva</title></head><body><form><div id='contentWrapper'>"
        f"{''.join(articles)}<table class='searchPreview'><tr><td>Text</td>"
        "<td>bridge AND river</td></tr></table></div></form></body></html>"
    )


def plain(number: int, title: str, language: str = "de") -> str:
    paragraph = f'<p class="articleParagraph {language}articleParagraph">'
    return (
        f'<div id="article-{number}" class="article"><div class="article {language}Article"><p>'
        f'</p><div>Ausland; 1</div><div id="hd"><span class="{language}Headline">{title}</span>'
        '</div><div class="author">Von Ada Beispiel</div><div>Sonderbericht</div>'
        "<div>1.877 Wörter</div><div>9 März 2016</div><div>15:32</div>"
        "<div>Nordstädter Blatt</div><div>NSB</div><div>Spätausgabe</div><div>12</div>"
        "<div>Deutsch</div><div>(c) 2016 Nordstädter Blatt GmbH</div><p></p>"
        f"{paragraph}HOMS. Die Brücke wurde <b>gesperrt</b>.</p>{paragraph}Sie öffnet bald.</p>"
        f"<p>Verlag des Blatts</p><p>Dokument {NUMBER.format(number=number)}</p></div></div><br/>"
    )


def coded(number: int, title: str) -> str:
    fields = {
        "SE": "Monde",
        "HD": f"<b class='frHeadline'>{title}</b>",
        "BY": "Par Ada Exemple",
        "WC": "295 mots",
        "PD": "29 décembre 2016",
        "ET": "15:32",
        "SN": "La Gazette",
        "LA": "Français",
        "CY": "(c) La Gazette",
        "LP": "<p class='articleParagraph'>Le pont est fermé.</p>",
        "TD": "<p class='articleParagraph'>Il rouvrira.</p>",
        "NS": "gcat : Political/General News",
        "AN": f"Document {NUMBER.format(number=number)}",
    }
    rows = "".join(
        f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'
        for code, value in fields.items()
    )
    return f'<div class="article frArticle"><table>{rows}</table></div>'


def test_fields_without_codes_are_told_by_order_and_look() -> None:
    reading = read_bytes("a.html", page(plain(1, "Brücke gesperrt"), plain(2, "Markt")).encode())
    first, second = reading.articles
    assert first.text == "Brücke gesperrt\n\nHOMS. Die Brücke wurde gesperrt.\n\nSie öffnet bald."
    assert (first.source, first.author) == ("Nordstädter Blatt", "Ada Beispiel")
    assert str(first.published) == "2016-03-09 15:32:00"
    assert first.identifier == "LEDG000020161217ecgg00001"
    kept = {name: first.further[name] for name in ("section", "page", "edition", "credit")}
    assert kept == {
        "section": "Ausland; 1",
        "page": "12",
        "edition": "Spätausgabe",
        "credit": "Sonderbericht",
    }
    assert second.title == "Markt"
    assert "bridge AND river" not in repr(reading)


def test_a_page_that_declares_utf_8_and_is_latin_1_is_read_and_said() -> None:
    reading = read_bytes("a.html", page(plain(1, "Brücke gesperrt")).encode("latin-1"))
    assert reading.articles[0].title == "Brücke gesperrt"
    assert "a.html: It declares UTF-8 and is cp1252; read as cp1252." in reading.notes


def test_fields_with_codes_are_told_by_them() -> None:
    (article,) = read_bytes("a.htm", page(coded(1, "Pont fermé")).encode()).articles
    assert article.text == "Pont fermé\n\nLe pont est fermé.\n\nIl rouvrira."
    assert (article.source, article.author) == ("La Gazette", "Ada Exemple")
    assert str(article.published) == "2016-12-29 15:32:00"
    assert article.further["language as given"] == "Français"
    assert "gcat" not in repr(article)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (
            ["877 words", "9 January 2016", "The Ledger", "LEDG", "English", "(c) 2016"],
            {"length": "877 words", "published": "2016-01-09", "source": "The Ledger"},
        ),
        (
            ["By Ada Example", "9 January 2016", "The Ledger", "English", "Copyright 2016"],
            {"author": "Ada Example", "published": "2016-01-09", "source": "The Ledger"},
        ),
        (
            ["1,204 palabras", "9 enero 2016", "El Diario", "DIAR", "A12", "Español", "© 2016"],
            {"length": "1,204 palabras", "published": "2016-01-09", "page": "A12"},
        ),
    ],
)
def test_fields_that_are_missing_shift_none_of_the_others(
    after: list[str], expected: dict[str, str]
) -> None:
    cells = by_order([], "Bridge closed", after, ["It was closed."])
    assert {name: cells.get(name) for name in expected} == expected
    assert cells["title"] == "Bridge closed"


XML = """<?xml version="1.0" encoding="utf-8"?>
<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">
<ppsarticleResultSet count="{count}"><ppsarticle><article>
<accessionNo>LEDG000020161217ecgg00001</accessionNo><baseLanguage>EN</baseLanguage>
<headline><paragraph><hlt>Bridge</hlt> closed</paragraph></headline>
<byline>By Ada Example</byline>
<leadParagraph><paragraph>HOMS: It was closed.</paragraph></leadParagraph>
<publicationDate><dateTime>2016-01-09T01:35:58Z</dateTime></publicationDate>
<sourceName>The Ledger</sourceName>
<newsSubject code="gcat"><name>Political News</name></newsSubject>
<tailParagraphs><paragraph>It rained.</paragraph></tailParagraphs>
</article></ppsarticle></ppsarticleResultSet></ppsArticleResponse></PPSResponse>"""


def test_xml_is_read_and_its_count_compared() -> None:
    reading = read_bytes("a.xml", XML.format(count=3).encode("utf-8-sig"))
    (article,) = reading.articles
    assert article.text == "Bridge closed\n\nHOMS: It was closed.\n\nIt rained."
    assert (article.source, str(article.published)) == ("The Ledger", "2016-01-09 01:35:58")
    assert "a.xml: It says that it holds 3 articles; 1 was found in it." in reading.notes


def test_xml_that_declares_entities_is_refused() -> None:
    bomb = XML.format(count=1).replace(
        "?>", '?><!DOCTYPE x [<!ENTITY a "bridge"><!ENTITY b "&a;&a;&a;">]>', 1
    )
    with pytest.raises(ValueError, match=r"no XML that can be read|declares entities"):
        read_bytes("a.xml", bomb.replace("It rained", "&b;").encode())


def test_a_page_in_utf_16_is_recognised() -> None:
    page = (
        '<html><head><title>Factiva</title></head><body><div class="article ptArticle"><table>'
        "<tr><td><b>HD</b></td><td>Ponte fechada</td></tr>"
        "<tr><td><b>PD</b></td><td>5 Fevereiro 2023</td></tr>"
        "<tr><td><b>SN</b></td><td>Diário da Foz</td></tr>"
        "<tr><td><b>TD</b></td><td>A ponte está fechada.</td></tr>"
        "</table></div></body></html>"
    )
    (article,) = read_bytes("a.html", page.encode("utf-16")).articles
    assert (article.title, article.source) == ("Ponte fechada", "Diário da Foz")
    assert article.published == datetime(2023, 2, 5)


def text(*, section: str = "World; A", rights: str = "(c) 2016 The Ledger") -> str:
    return "\n".join(
        [
            *([section] if section else []),
            "Bridge closed after a night of rain",
            "By Ada Example and Ben Example of the Homs bureau",
            *("1,562 words", "9 January 2016", "10:31 AM GMT", "The Ledger", "LEDG", "English"),
            *([rights] if rights else []),
            *("", "HOMS: It was closed.", "", "It rained.", "", "The Ledger Company", ""),
            "Document LEDG000020161217ecgg00001",
            "",
        ]
    )


def word(lines: str) -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    for line in lines.split("\n"):
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


def of_text(lines: str, ending: str) -> Reading:
    return read_bytes(f"a.{ending}", word(lines) if ending == "docx" else lines.encode())


@pytest.mark.parametrize("ending", ["txt", "docx"])
@pytest.mark.parametrize("missing", [{}, {"section": ""}, {"rights": ""}])
def test_an_export_saved_as_text_or_word_is_the_articles_it_holds(
    ending: str, missing: dict[str, str]
) -> None:
    first, second = text(**missing), text(**missing).replace("0001", "0002").replace("9 J", "8 J")
    reading = of_text(f"{first}\n{second}Search Summary\nbridge AND river\n", ending)
    assert [str(a.published) for a in reading.articles] == [
        "2016-01-09 10:31:00",
        "2016-01-08 10:31:00",
    ]
    article = reading.articles[0]
    assert article.text == (
        "Bridge closed after a night of rain\n\nHOMS: It was closed.\n\nIt rained."
    )
    assert article.author == "Ada Example and Ben Example of the Homs bureau"
    assert (article.source, article.further["length"]) == ("The Ledger", "1,562 words")
    assert article.further["publisher"] == "The Ledger Company"
    assert "bridge AND river" not in repr(reading)


@pytest.mark.parametrize("mark", ["|", "\t", " | ", "   "])
def test_codes_in_lines_are_read_and_the_publisher_is_not_kept_in_the_text(mark: str) -> None:
    fields = [
        *(("HD", "Bridge closed"), ("BY", "By Ada Example"), ("WC", "562 words")),
        *(("PD", "9 January 2016"), ("SN", "The Ledger"), ("LA", "English")),
        *(("LP", "HOMS: It was closed."), ("TD", "It rained."), ("NS", "gcat : Politics")),
        *(("PUB", "The Ledger Company"), ("AN", "Document LEDG000020161217ecgg00001")),
    ]
    (article,) = of_text("\n".join(map(mark.join, fields)), "txt").articles
    assert article.text == "Bridge closed\n\nHOMS: It was closed.\n\nIt rained."
    assert article.identifier == "LEDG000020161217ecgg00001"


def test_an_export_printed_as_pdf_is_its_articles_with_whole_paragraphs() -> None:
    first = (
        "HOMS: The bridge over the river was closed on Monday after a night of rain, and",
        "hundreds of families were moved to schools in the north of the city, where the",
        "mayor, Ada Example, told them that engineers would need two weeks before the",
        "first lorries could cross it once more.",
    )
    fields = [
        *("World; A", "Bridge over the river at Homs closed after a night of heavy"),
        *("Rain in the north", "By Ada Example", "562 words", "9 January 2016", "The Ledger"),
        *("LEDG", "English", "(c) 2016 The Ledger"),
    ]
    pages = []
    for number in (1, 2):
        end = ("The Ledger Company", f"Document LEDG000020161217ecgg0000{number}")
        foot = f"Page {number} of 2 (c) 2016 Factiva, Inc. All rights reserved."
        dated = [field.replace("9 Jan", f"{number} Jan") for field in fields]
        pages.append([*dated, *first, *first, *end, foot])
    reading = read_bytes("a.pdf", pdf(pages))
    assert [a.identifier[-1] for a in reading.articles] == ["1", "2"]
    article = reading.articles[0]
    paragraph = " ".join(first)
    assert article.text == f"{article.title}\n\n{paragraph}\n\n{paragraph}"
    assert article.title == (
        "Bridge over the river at Homs closed after a night of heavy Rain in the north"
    )
    assert (article.author, article.further["publisher"]) == ("Ada Example", "The Ledger Company")
    assert article.further["section"] == "World; A"


def test_the_list_above_the_first_article_is_no_part_of_it() -> None:
    article = [
        *("Bridge closed over the river", "By Ada Example", "562 words", "9 January 2016"),
        *("The Ledger", "LEDG", "English", "(c) 2016 The Ledger", "", "It rained."),
        *("Ballots ........ 45", "", "Document LEDG000020161217ecgg00001", ""),
    ]
    above = [
        "Factiva",
        "Bridge closed over the river .......... 2",
        "2 © 2017 Factiva, Inc. All rights",
    ]
    (found,) = of_text("\n".join([*above, *article]), "txt").articles
    assert found.text == "Bridge closed over the river\n\nIt rained.\n\nBallots ........ 45"
    assert (found.author, found.source) == ("Ada Example", "The Ledger")
