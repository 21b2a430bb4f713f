"""ProQuest: HTML, text parted by underscores, and mail; libraries and accounts are not kept."""

from __future__ import annotations

import quopri

import pytest

from dateline.reading import read_bytes

LINE = "_" * 60
PROXY = (
    "https://libproxy.example.edu/login?url=https://www.proquest.com/docview/26373?accountid=15090"
)


def record(title: str, *, source: str = "Northtown Star; Northtown, Ont.", body: str = "") -> str:
    text = (
        body or "HOMS—The bridge was closed.\nLocation: by the river, said the mayor.\nIt rained."
    )
    return f"""{LINE}

{title}

Publication info: Northtown Star ; Northtown, Ont. [Northtown, Ont]. 09 Mar 2016: A.1.

{PROXY}

Abstract: None available.

Links: https://resolver.example.edu/openurl?genre=unknown&amp;atitle=Bridge

Full text: {text}
CREDIT: Ada Example Star Reporter

Subject: Bridges; Rain

Title: {title}: Mayor speaks

Publication title: {source}

Publication date: Mar 9, 2016

Section: News

Place of publication: Northtown

ProQuest document ID: 2637391967

Document URL: {PROXY}

Copyright: Copyright 2016 Star Newspapers Limited.

Database: Newsstream

"""


def test_records_of_a_text_file_are_articles() -> None:
    text = record("Bridge closed") + record("Market open")
    reading = read_bytes("a.txt", (text + LINE).replace("\n", "\r\n").encode())
    first, second = reading.articles
    assert first.text == (
        "Bridge closed: Mayor speaks\n\nHOMS—The bridge was closed.\n\n"
        "Location: by the river, said the mayor.\n\nIt rained."
    )
    assert (first.source, str(first.published)[:10]) == ("Northtown Star", "2016-03-09")
    assert (first.author, first.identifier) == ("Ada Example Star Reporter", "2637391967")
    assert (first.further["page"], first.further["section"]) == ("A.1", "News")
    assert second.title == "Market open: Mayor speaks"


def test_neither_library_nor_account_is_kept() -> None:
    reading = read_bytes("a.txt", record("Bridge closed").encode())
    assert reading.articles[0].url == "https://www.proquest.com/docview/26373"
    for words in ("libproxy", "15090", "openurl"):
        assert words not in repr(reading)


def test_a_place_that_stands_as_the_outlet_is_said() -> None:
    reading = read_bytes("a.txt", record("Bridge closed", source="Northtown").encode())
    assert reading.articles[0].source == "Northtown"
    assert any("name a place, such as 'Northtown', as their outlet" in n for n in reading.notes)


def test_an_article_of_which_no_text_came_is_its_abstract_and_that_is_said() -> None:
    text = record("Bridge closed", body="Not available.")
    text = text.replace("None available.", "Of a bridge that was closed.")
    reading = read_bytes("a.txt", text.replace("CREDIT: Ada Example Star Reporter\n", "").encode())
    assert reading.articles[0].text.endswith("Of a bridge that was closed.")
    assert any("1 of its articles are abstracts" in note for note in reading.notes)


def page(*articles: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>ProQuest Export</title></head><body>"
        f"<div>Irma Example sent you the following:</div>{''.join(articles)}</body></html>"
    )


def part(title: str, number: int) -> str:
    def field(label: str, value: str) -> str:
        return f"<p style='margin:0'><strong>{label}: </strong>{value}</p>"

    return (
        f'<div><a name="DocID_MSTAR_{number}"></a><p></p>'
        f'<p style="font-size:11pt;font-weight:bold;">{title}</p>'
        + field("Author", "Example, Ada")
        + field(
            "Publication info",
            "Northtown Times ; Northtown, Calif. [Northtown, Calif]08 May 2016: AA.2.",
        )
        + f'<p><a href="https://example.com/docview/{number}">ProQuest document link</a></p>'
        + field("Abstract", "<body></p><p>Of a bridge.</body>")
        + '<p><strong>Full text: </strong><Text WordCount="9">html&gt;<head><title></title></head>'
        + "<body><p>The bridge was closed.</p>   <p>It rained.</p></body></html></Text></p>"
        + field("Subject", "Bridges &amp; rain")
        + field("Publication title", "Northtown Times; Northtown, Calif.")
        + field("Publication date", "May 8, 2016")
        + field("ProQuest document ID", str(number))
        + field("Database", "Dailies")
        + "</div>"
    )


def test_a_page_with_tags_that_never_close_is_read_to_its_end() -> None:
    reading = read_bytes("a.html", page(part("Bridge closed", 1), part("Market open", 2)).encode())
    first, second = reading.articles
    assert first.text == "Bridge closed\n\nThe bridge was closed.\n\nIt rained."
    assert (first.source, first.author) == ("Northtown Times", "Example, Ada")
    assert (str(first.published)[:10], first.identifier) == ("2016-05-08", "1")
    assert second.text == "Market open\n\nThe bridge was closed.\n\nIt rained."
    assert "Irma" not in repr(reading)


def mail(content: str) -> bytes:
    head = (
        "From: <noreply@example.com>\nTo: <irma@example.edu>\nSubject: Your research\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="=_1"\n\n--=_1\n'
        'Content-Type: text/html; charset="UTF-8"\nContent-Transfer-Encoding: quoted-printable\n\n'
    )
    return head.encode() + quopri.encodestring(content.encode()) + b"\n--=_1--\n"


def test_articles_are_dug_out_of_a_mail_and_its_headers_are_not_kept() -> None:
    reading = read_bytes("a.eml", mail(page(part("Bridge closed", 1), part("Market", 2))))
    assert [article.title for article in reading.articles] == ["Bridge closed", "Market"]
    assert "irma@" not in repr(reading)


@pytest.mark.parametrize(
    "labels",
    [
        ("Autore", "Titolo pubblicazione", "Data di pubblicazione", "Testo completo"),
        ("Автор", "Название публикации", "Дата публикации", "Полный текст"),
        ("Auteur", "Publicatietitel", "Publicatiedatum", "Volledige tekst"),
        ("Autor", "Tytuł publikacji", "Data publikacji", "Pełny tekst"),
    ],
)
def test_labels_are_known_in_further_languages(labels: tuple[str, str, str, str]) -> None:
    author, source, published, text = labels
    lines = (
        LINE,
        "Bridge closed",
        f"{author}: Ada Quill",
        f"{text}: The bridge is closed.",
        f"{source}: Harbour Gazette; Harbourton",
        f"{published}: Feb 5, 2023",
        LINE,
    )
    (article,) = read_bytes("a.txt", "\n\n".join(lines).encode()).articles
    assert (article.title, article.author) == ("Bridge closed", "Ada Quill")
    assert article.source == "Harbour Gazette"
    assert article.text == "Bridge closed\n\nThe bridge is closed."
    assert article.published is not None
    assert f"{article.published:%Y-%m-%d}" == "2023-02-05"


def test_a_control_character_at_the_head_of_an_article_does_not_stop_the_reading() -> None:
    beginning = '<p style="font-weight:bold">\x01Bridge closed</p>'
    head = part("Bridge closed", 1)
    without_anchor = head.replace('name="DocID_', 'name="')
    reading = read_bytes("a.html", page(beginning + without_anchor).encode())
    assert len(reading.articles) == 1
