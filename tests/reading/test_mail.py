"""Mail: a newsletter is an article, a mailbox many; who it was for and who sent it on stays out."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ReadingError
from dateline.reading import read_bytes

STORY = "HOMS: The bridge over the river was closed on Monday after a night of rain."
OTHER = "The road to Hama is open again, Ada Example said on Tuesday."

PLAIN = (
    "View in your browser <https://ledger.example/v?u=cy>\n\n"
    f"{STORY}\n\nRead more: https://ledger.example/1?token=cy\n\n{OTHER}\n\n--\n"
    "Unsubscribe: https://ledger.example/u?cy@reader.example\n"
    "You received this email because cy@reader.example signed up.\n"
)
PAGE = (
    "<html><body><table><tr><td><a href='x'>View this email in your browser</a></td></tr>"
    f"<tr><td><h1>Bridge closed</h1><p>{STORY}</p></td></tr>"
    f"<tr><td><p>{OTHER}</p><a href='https://t.example/cy'>Read more</a></td></tr>"
    "<tr><td>Sent to cy@reader.example. <a>Unsubscribe</a></td></tr></table></body></html>"
)


def mail(
    subject: str = "Bridge closed",
    sender: str = '"The Northern Ledger" <news@ledger.example>',
    plain: str = PLAIN,
    page: str = "",
) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, sender
    message["To"], message["Date"] = "cy@reader.example", "Fri, 16 Dec 2016 07:30:00 +0300"
    message["Message-ID"] = "<1@ledger.example>"
    message.set_content(plain)
    if page:
        message.add_alternative(page, subtype="html")
    return message


@pytest.mark.parametrize("page", ["", PAGE])
def test_a_newsletter_is_an_article_with_its_sender_for_an_outlet(page: str) -> None:
    (article,) = read_bytes("letter.eml", mail(page=page).as_bytes()).articles
    assert article.text == f"Bridge closed\n\n{STORY}\n\n{OTHER}"
    assert (article.title, article.source) == ("Bridge closed", "The Northern Ledger")
    assert str(article.published) == "2016-12-16 07:30:00"
    assert "cy@" not in repr(article) and "token" not in repr(article)


def test_letters_beyond_ascii_in_headers_and_text_are_read() -> None:
    message = mail("Brücke gesperrt – Nacht", "Südbote <a@b.example>", "HOMS: Die Brücke – zu.")
    (article,) = read_bytes("a.eml", message.as_bytes()).articles
    assert (article.title, article.source) == ("Brücke gesperrt – Nacht", "Südbote")
    assert article.text.endswith("HOMS: Die Brücke – zu.")


def test_of_a_mail_that_was_sent_on_the_first_sender_and_day_count() -> None:
    head = (
        "------ Forwarded message ------\n\nFrom: The Harbour Gazette <a@gazette.example>\n\n"
        "Date: Thu, 15 Dec 2016 09:00\n\nSubject: Bridge closed\n\nTo: cy@reader.example\n\n"
    )
    message = mail("Fwd: WG: Bridge closed", "Ben Analyst <ben@desk.example>", head + STORY)
    (article,) = read_bytes("a.eml", message.as_bytes()).articles
    assert (article.title, article.source) == ("Bridge closed", "The Harbour Gazette")
    assert str(article.published) == "2016-12-15 09:00:00"
    assert "Analyst" not in repr(article) and "reader.example" not in repr(article)


def test_who_sent_a_mail_on_is_not_its_outlet() -> None:
    (article,) = read_bytes("a.eml", mail("FW: Rain", "Ben <b@desk.example>").as_bytes()).articles
    assert (article.title, article.source) == ("Rain", "")


def test_a_sender_without_a_name_is_called_by_its_domain() -> None:
    (article,) = read_bytes("a.eml", mail(sender="news@ledger.example").as_bytes()).articles
    assert article.source == "ledger.example"


def test_what_is_attached_is_said_not_to_be_read() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    reading = read_bytes("a.eml", message.as_bytes())
    assert len(reading.articles) == 1
    assert any("attached to a mail was not read" in note for note in reading.notes)


def test_the_mails_of_a_mailbox_are_its_rows() -> None:
    mails = [mail("Bridge"), mail("Empty", plain=" "), mail("Road", plain=f">From Homs: {STORY}")]
    box = b"\n".join(b"From a@b Fri Dec 16 07:30:00 2016\n" + each.as_bytes() for each in mails)
    reading = read_bytes("Inbox", box)
    assert [article.title for article in reading.articles] == ["Bridge", "Road"]
    assert reading.articles[1].text == f"Road\n\nFrom Homs: {STORY}"
    assert reading.set_aside[["row", "text"]].values.tolist() == [["2", "Empty"]]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_line_that_begins_with_from_inside_a_text_parts_no_mail(end: bytes) -> None:
    told = f"{STORY}\nFrom Homs to Hama in 2016 it took a day."
    box = b"From a@b Fri Dec 16 07:30:00 2016\n" + mail("Bridge", plain=told).as_bytes()
    reading = read_bytes("box.mbox", box.replace(b"\n", end))
    assert len(reading.articles) == 1
    assert "From Homs to Hama in 2016" in reading.articles[0].text


def test_a_mail_that_is_encrypted_is_set_aside_as_such() -> None:
    message = mail()
    message.clear_content()
    message.add_header("Content-Type", "application/pkcs7-mime")
    message.set_payload("AAAA")
    with pytest.raises(ReadingError, match="an encrypted mail"):
        read_bytes("a.eml", message.as_bytes())


@settings(max_examples=60)  # detecting an encoding may take its time
@given(st.binary(max_size=200), st.integers(0, 600))
def test_a_damaged_mail_is_an_article_or_set_aside(noise: bytes, at: int) -> None:
    data = mail(page=PAGE).as_bytes()
    try:
        assert read_bytes("a.eml", data[:at] + noise + data[at:]).articles
    except ReadingError as error:
        assert str(error)


@pytest.mark.parametrize("foot", ["-- \nAda Example, +1 555 0100", f"{'_' * 47}\nlist@x.example"])
def test_a_signature_and_the_foot_of_a_list_are_no_text(foot: str) -> None:
    mail = (
        "From: Ada Example <a@x.example>\nSubject: Bridge closed\nMIME-Version: 1.0\nDate: Fri, 16 "
        f"Dec 2016 10:30:00 +0200\n\nIt rained all night.\n\n{foot}\n"
    )
    (article,) = read_bytes("a.eml", mail.encode()).articles
    assert article.text == "Bridge closed\n\nIt rained all night."
    counted = f"{len(mail)}\n{mail}<?xml version='1.0'?><plist><dict/></plist>\n"
    (same,) = read_bytes("a.emlx", counted.encode()).articles
    assert (same.text, same.title) == (article.text, "Bridge closed")
