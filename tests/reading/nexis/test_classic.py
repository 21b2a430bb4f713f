"""Nexis before 2018: counters, centred lines, LABELS, hard-wrapped text, in text and in HTML."""

from __future__ import annotations

import textwrap

import pytest

from dateline.reading import Reading, read_bytes

BODY = (
    "The bridge over the river was closed on Monday after a night of rain, the mayor of the town "
    "said. It will open again when the water has fallen to where it stood before the storm. ",
    "The market stayed open. LENGTH: 19 metres, said the mayor of the bridge that was closed.",
)
REQUEST = """\
Download Request: Selected Items: 1-2
Time Of Request: Friday, March 20, 2016  16:51:31

Send To:
IRMA EXAMPLE
UNIVERSITY OF NORTHTOWN LIBRARY

Terms: (bridge AND river)
"""


def centred(*lines: str) -> str:
    return "\n".join(line.center(80).rstrip() for line in lines) + "\n\n"


def document(number: int, count: int, head: str, tail: str = "", body: str = "") -> str:
    text = body or "\n\n".join(textwrap.fill(paragraph, 78) for paragraph in BODY)
    ending = tail or "LOAD-DATE: December 17, 2016\n\nLANGUAGE: ENGLISH\n"
    rights = centred("Copyright 2016 Ledger Holdings", "All Rights Reserved")
    return f"{centred(f'{number} of {count} DOCUMENTS')}\n{head}{text}\n\n{ending}\n\n{rights}"


HEAD = (
    centred("The Northtown Ledger")
    + centred("December 16, 2016 Friday", "2 - Late Edition")
    + "Bridge closed;\nMarket open\n\nBYLINE: BY ADA EXAMPLE\n\nSECTION: WORLD; Pg. 3\n\n"
    "LENGTH: 104 words\n\n"
)


def read_text(text: str) -> Reading:
    return read_bytes("a.txt", text.replace("\n", "\r\n").encode("utf-8-sig"))


def test_documents_are_articles_and_their_wrapped_lines_paragraphs() -> None:
    second = HEAD.replace("Bridge", "Road")
    reading = read_text(REQUEST + document(1, 2, HEAD) + document(2, 2, second))
    first, other = reading.articles
    assert first.title == "Bridge closed; Market open"
    assert first.text == f"{first.title}\n\n{BODY[0].strip()}\n\n{BODY[1]}"
    assert (first.source, str(first.published)[:10]) == ("The Northtown Ledger", "2016-12-16")
    assert first.author == "ADA EXAMPLE"
    assert first.further["edition"] == "2 - Late Edition"
    assert first.further["section"] == "WORLD; Pg. 3"
    assert first.further["language as given"] == "ENGLISH"
    assert other.title == "Road closed; Market open"


def test_the_request_before_the_documents_is_kept_nowhere() -> None:
    reading = read_text(REQUEST + document(1, 1, HEAD))
    everything = repr(reading.articles) + repr(reading.notes)
    for words in ("IRMA", "UNIVERSITY", "bridge AND river", "LOAD-DATE", "Copyright"):
        assert words not in everything


def test_a_number_of_documents_that_is_not_there_is_said() -> None:
    reading = read_text(document(1, 74, HEAD))
    assert "a.txt: It says that it holds 74 articles; 1 was found in it." in reading.notes


def test_exports_glued_together_are_all_read_and_said() -> None:
    other = HEAD.replace("Ledger", "Herald")
    reading = read_text(REQUEST + document(1, 4, HEAD) + REQUEST + document(1, 1200, other))
    assert [article.source for article in reading.articles] == [
        "The Northtown Ledger",
        "The Northtown Herald",
    ]
    assert "a.txt: It was put together from parts of 2 exports." in reading.notes


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (  # the headline before the date, section and length after the text
            centred("Nachrichten-Agentur")
            + "LEAD: Bridge closed\n\n"
            + centred("April 20, 2016, Wednesday", "23:22 Central European Time"),
            ("LEAD: Bridge closed", "Nachrichten-Agentur", "2016-04-20 23:22:00", ""),
        ),
        (  # German labels, an author without one
            centred("Nordstädter Blatt")
            + "Brücke gesperrt\n\n"
            + centred("15. April 2016")
            + "Ada Beispiel\n\nORTSZEILE: Homs\n\nLÄNGE: 104 Wörter\n\n",
            ("Brücke gesperrt", "Nordstädter Blatt", "2016-04-15 00:00:00", "Ada Beispiel"),
        ),
        (  # rights and outlet in one block, everything labelled, in French
            centred("Copyright 2016 La Gazette", "La Gazette")
            + centred("27 mars 2016")
            + "SECTION: Monde\n\nLONGUEUR: 876 mots\n\nTITRE: Le pont fermé;\nLe marché ouvert\n\n"
            "SIGNATURE: Ada Exemple\n\nCHAPEAU:\n\n\n",
            ("Le pont fermé; Le marché ouvert", "La Gazette", "2016-03-27 00:00:00", "Ada Exemple"),
        ),
        (  # Dutch, HEADLINE and BODY as labels
            centred("Copyright 2016 De Uitgever B.V.", "All Rights Reserved")
            + centred("Noordstadse Courant")
            + centred("December 31, 2016", "zaterdag")
            + "HEADLINE: Brug dicht\n\nBYLINE: Ada Voorbeeld\n\nBODY:\n\n",
            ("Brug dicht", "Noordstadse Courant", "2016-12-31 00:00:00", "Ada Voorbeeld"),
        ),
        (  # nothing is centred
            "Noordstad / Dagblad\n\nhttp://example.org/2016/04/03/brug-\ndicht.html\n\n"
            "3 april 2016 zondag\n\n'Brug dicht'\n\n184 words\n\n\n",
            ("'Brug dicht'", "Noordstad / Dagblad", "2016-04-03 00:00:00", ""),
        ),
    ],
)
def test_heads_are_read_in_whatever_order_they_come(
    head: str, expected: tuple[str, str, str, str]
) -> None:
    (article,) = read_text(document(1, 1, head)).articles
    found = (article.title, article.source, str(article.published), article.author)
    assert found == expected
    assert article.text.endswith(BODY[1])
    assert BODY[0].strip() in article.text


def test_a_date_without_a_day_is_kept_as_printed() -> None:
    head = centred("Quarterly of Bridges") + centred("Summer, 2016") + "On bridges\n\nTEXT:\n\n"
    (article,) = read_text(document(1, 1, head)).articles
    assert article.published is None
    assert article.further["date as printed"] == "Summer, 2016"
    assert article.source == "Quarterly of Bridges"


def test_a_word_in_capitals_before_a_colon_within_the_text_is_no_label() -> None:
    body = "\n\n".join(["The bridge was closed.", "NOTES: the mayor took some.", *["More."] * 4])
    (article,) = read_text(document(1, 1, HEAD, body=body)).articles
    assert article.text.endswith("NOTES: the mayor took some." + "\n\nMore." * 4)


def test_a_document_without_a_text_is_set_aside_with_its_headline() -> None:
    empty = HEAD + "LOAD-DATE: December 17, 2016\n\nGRAPHIC: The bridge at night.\n\n"
    reading = read_text(document(1, 2, HEAD) + centred("2 of 2 DOCUMENTS") + empty)
    assert len(reading.articles) == 1
    assert list(reading.set_aside["reason"]) == ["no text"]
    assert list(reading.set_aside["text"]) == ["Bridge closed; Market open"]


def page(*documents: str, count: int) -> bytes:
    """The layout as HTML: what is centred is told by styles alone, whose names differ by file."""
    return (
        "<HTML><HEAD><STYLE TYPE='text/css'><!--\n.k7 { text-align: center; }\n"
        ".k2 { text-align: left; }\n--></STYLE><!-- LXNComment 1:2 -->"
        f'<META TOPIC="null" DOCUMENTS="{count}" UPDATED="x" /></HEAD><BODY>{"".join(documents)}'
        "</BODY></HTML>"
    ).encode("ascii")


def part(text: str, style: str = "k2") -> str:
    return f'<BR><DIV CLASS="{style}"><P CLASS="{style}"><SPAN CLASS="k9">{text}</SPAN></P></DIV>\n'


def html_document(number: int, title: str) -> str:
    return (
        f"<!-- Hide XML section from browser\n<DOC NUMBER={number}>\n<DOCFULL> -->"
        + part(f"{number} of 2 DOCUMENTS", "k7")
        + part("Northtown Ledger -- English", "k7")
        + part("14</SPAN><SPAN CLASS='k1'> mars 2016 11:21 AM", "k7")
        + part(title)
        + part("RUBRIQUE: </SPAN><SPAN>MONDE; Pg. 35")
        + part("LONGUEUR: </SPAN><SPAN>143 mots")
        + part("Le march&eacute; est ferm&eacute;.&nbsp;")
        + part("&quot;Il rouvrira&quot;, dit\nle maire.")
        + part("DATE-CHARGEMENT: </SPAN><SPAN>15 mars 2016")
        + part("Copyright 2016 Ledger<BR>Tous Droits R&eacute;serv&eacute;s", "k7")
        + "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->"
    )


def test_the_layout_as_html_with_french_labels() -> None:
    data = page(html_document(1, "Le pont"), html_document(2, "Le march&eacute;"), count=2)
    reading = read_bytes("a.html", data)
    first, second = reading.articles
    assert first.text == 'Le pont\n\nLe marché est fermé.\n\n"Il rouvrira", dit le maire.'
    assert (first.source, str(first.published)) == (
        "Northtown Ledger -- English",
        "2016-03-14 11:21:00",
    )
    assert first.further["section"] == "MONDE; Pg. 35"
    assert second.title == "Le marché"
    assert not any("says that it holds" in note for note in reading.notes)


def test_html_that_states_more_documents_than_it_holds_says_so() -> None:
    reading = read_bytes("a.html", page(html_document(1, "Le pont"), count=74))
    assert "a.html: It says that it holds 74 articles; 1 was found in it." in reading.notes


@pytest.mark.parametrize("title", ["UPDATE: bridge closed", "CORRECTION: it was open"])
def test_a_headline_may_begin_like_a_label(title: str) -> None:
    head = HEAD.replace("Bridge closed;\nMarket open", title)
    (article,) = read_text(document(1, 1, head)).articles
    assert (article.title, article.author) == (title, "ADA EXAMPLE")


def test_a_text_that_speaks_of_rights_is_whole() -> None:
    parts = ("The bridge.", "Copyright 2016 was the topic.", "LANGUAGE: a word.", "A.", "B.", "C.")
    body = "\n\n".join(parts)
    (article,) = read_text(document(1, 1, HEAD, body=body)).articles
    assert article.text.endswith(body)


def test_one_document_that_was_cut_out_of_an_export_needs_no_counter() -> None:
    text = """\
                          Copyright 2002 De Voorbeeld

                                  De Voorbeeld

                               24. September 2002

LENGTE: 158 words

KOP: Brug gesloten

AUTEUR: VOORBEELD, ADA

TEKST:


De brug over de rivier is opnieuw gesloten na een nacht van regen, zo heeft de
burgemeester gezegd.

PUB-TYPE: Paper

TAAL: Dutch / Nederlands

LOAD-DATE: September 26, 2002
"""
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert (article.title, article.source) == ("Brug gesloten", "De Voorbeeld")
    assert str(article.published)[:10] == "2002-09-24"
    assert article.text == (
        "Brug gesloten\n\nDe brug over de rivier is opnieuw gesloten na een nacht van regen, zo "
        "heeft de burgemeester gezegd."
    )
