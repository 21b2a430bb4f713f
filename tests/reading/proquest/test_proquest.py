"""ProQuest: HTML, text parted by underscores, and mail; libraries and accounts are not kept."""

from __future__ import annotations

import quopri

import pytest

from dateline.reading import read_bytes
from tests.reading.made_files import word

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
    assert any(
        "1 of its articles names a place as outlet, such as 'Northtown'" in n for n in reading.notes
    )


def test_an_article_of_which_no_text_came_is_its_abstract_and_that_is_said() -> None:
    text = record("Bridge closed", body="Not available.")
    text = text.replace("None available.", "Of a bridge that was closed.")
    reading = read_bytes("a.txt", text.replace("CREDIT: Ada Example Star Reporter\n", "").encode())
    assert reading.articles[0].text.endswith("Of a bridge that was closed.")
    assert any("1 of its articles is an abstract" in note for note in reading.notes)


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


PARAGRAPH = "<p style='margin-bottom:5pt'>"


def mailed(number: int, title: str, text: str) -> str:
    return (
        f"<div><a name='DocID_MSTAR_{number}'></a><p style='font-size:11pt;font-weight:bold;'>"
        f"{title}</p><p style='font-size:11pt;'><span>Example, Ada.</span><span><strong>The "
        "Northtown Ledger</strong><strong>, Late Edition (East Coast); Northtown, N.Y.</strong> "
        f"[Northtown, N.Y]. 16 Dec 2016.</span></p>{PARAGRAPH}<strong>Author: </strong>Example, "
        f"Ada</p>{PARAGRAPH}<a href='https://x.example?accountid=1'>ProQuest document link</a></p>"
        f"{PARAGRAPH}<strong>Full text: </strong><Text WordCount='9'><html><head><title></title>"
        "</head><body><div><a title='A bridge'>Enlarge this image.</a></div>"
        f"{text}</body></html></Text></p>{PARAGRAPH}<strong>Publication title: </strong>The "
        f"Northtown Ledger, Late Edition (East Coast); Northtown, N.Y.</p>{PARAGRAPH}<strong>"
        f"Publication date: </strong>Dec 16, 2016</p>{PARAGRAPH}<strong>ProQuest document ID: "
        f"</strong>{number}</p></div>"
    )


def test_pages_within_a_page_and_what_the_database_puts_among_their_lines() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>Document Email</title></head><body><table><tr><td>"
        + mailed(11, "Bridge closed", "<p>It rained.</p>")
        + mailed(
            12,
            "Market open",
            "<p>It did not.</p><p>Credit: By Ada Example, reporter</p>"
            "<p>Illustration</p><p>Caption: PHOTO: The market</p>",
        )
        + "</td></tr></table></body></html>"
    )
    first, second = read_bytes("a.html", page.encode()).articles
    assert first.text == "Bridge closed\n\nIt rained."
    assert (first.source, first.author) == ("The Northtown Ledger", "Example, Ada")
    assert first.further["edition"] == "Late Edition (East Coast)"
    assert second.text == "Market open\n\nIt did not."
    assert second.further["credit"] == "By Ada Example, reporter"
    assert second.further["caption"] == "PHOTO: The market"


LABELLED = """\
Bridge closed

Author: Example, Ada

Full text: It rained.

The bridge was closed.

Publication title: The Northtown Ledger; Northtown, N.Y.

Publication date: Dec 16, 2016

ProQuest document ID: 11

Document URL: https://search.proquest.com/docview/11?accountid=1

Database: Some Database
"""


@pytest.mark.parametrize("kind", ["txt", "docx", "rtf"])
def test_without_lines_of_underscores_articles_end_with_their_labels(kind: str) -> None:
    lines = (LABELLED + "\n" + LABELLED.replace("Bridge", "Market").replace("11", "12")).split("\n")
    if kind == "docx":
        data = word(("", line) for line in lines)
    elif kind == "rtf":
        data = ("{\\rtf1\\ansi " + "\\par\n".join(lines) + "}").encode()
    else:
        data = "\n".join(lines).encode()
    first, second = read_bytes(f"a.{kind}", data).articles
    assert first.text == "Bridge closed\n\nIt rained.\n\nThe bridge was closed."
    assert (second.title, second.identifier) == ("Market closed", "12")
    assert first.source == second.source == "The Northtown Ledger"
    assert "accountid" not in repr((first, second))


def test_a_mail_that_was_sent_on_as_text_is_read_without_its_marks() -> None:
    quoted = "".join(f"> {line}\n" for line in f"Jane sent you this:\n\n<>\n{LABELLED}".split("\n"))
    mail = (
        "From: Jane Doe <j@x.example>\nTo: me@x.example\nSubject: Fwd: Your ProQuest Research\n"
        f"Date: Sat, 17 Dec 2016 01:02:03 -0400\nMIME-Version: 1.0\n\nSee below.\n{quoted}"
    )
    (article,) = read_bytes("a.eml", mail.encode()).articles
    assert article.text == "Bridge closed\n\nIt rained.\n\nThe bridge was closed."
    assert "Jane" not in repr(article)


def test_what_the_database_says_of_itself_is_no_article() -> None:
    line = "_" * 60
    foot = "Contact us at: https://x.example\n\nTerms and Conditions: https://x.example/terms"
    text = f"{line}\n\nDocument 1 of 1\n\n{LABELLED}\n{line}\n\n{foot}\n"
    reading = read_bytes("a.txt", text.encode())
    assert [article.title for article in reading.articles] == ["Bridge closed"]
    assert len(reading.set_aside) == 0
