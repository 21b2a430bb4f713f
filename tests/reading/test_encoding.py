"""Bytes are read as what they are, and anything but UTF-8 is said."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading.encoding import open_text
from dateline.reading.files import File

FRENCH = "Le pont a été fermé lundi après une nuit de bombardements, à côté du marché couvert. "
RUSSIAN = "Мост закрыли в понедельник после ночного обстрела, сообщил мэр города. "
ARABIC = "أغلق الجسر يوم الاثنين بعد ليلة من القصف، بحسب رئيس البلدية في المدينة. "


def read(data: bytes) -> tuple[str, str]:
    stream, encoding = open_text(File("a.txt", len(data), data))
    with stream:
        return stream.read(), encoding.note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_needs_no_word(encoding: str) -> None:
    assert read(RUSSIAN.encode(encoding)) == (RUSSIAN, "")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH * 5, "cp1252"),
        ("It cost €5, “they” said — naïvely. " * 5, "cp1252"),
        ("Most zamknięto w poniedziałek po nocnym ostrzale, powiedział burmistrz. ", "cp1250"),
        ("Köprü pazartesi günü gece bombardımanından sonra kapatıldı, dedi başkan. ", "cp1254"),
        (RUSSIAN * 5, "cp1251"),
        (RUSSIAN * 5, "koi8-r"),
        (ARABIC * 5, "cp1256"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-32"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
    ],
)
def test_other_encodings_are_detected_and_said(text: str, encoding: str) -> None:
    found, note = read(text.encode(encoding))
    assert found == text
    assert "ead as" in note


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    found, note = read(RUSSIAN.encode() + b"\xe9" + RUSSIAN.encode())
    assert found == f"{RUSSIAN}\ufffd{RUSSIAN}"
    assert "not UTF-8" in note


def test_a_file_cut_within_a_letter_is_still_utf_8() -> None:
    assert read((FRENCH + "é").encode()[:-1])[0] == f"{FRENCH}\ufffd"


def test_bad_bytes_far_behind_the_start_are_found() -> None:
    text = "a plain line\n" * 200_000 + FRENCH * 20
    assert read(text.encode("cp1252"))[0] == text


def test_letters_across_the_border_of_two_chunks_are_whole() -> None:
    text = "x" + "é" * 1_100_000
    assert read(text.encode()) == (text, "")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 \x00\x01", "a PDF file"),
        (b"PK\x03\x04rest", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00" * 100, "nothing but zeros"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match=kind):
        read(data)


def test_single_zero_bytes_do_not_make_a_text_binary() -> None:
    assert read(b"The bridge was closed" + b"\0" + b" on Monday." + b" It rained." * 20)[1] == ""
