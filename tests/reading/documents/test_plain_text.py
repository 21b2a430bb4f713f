"""A text file is one article: title, blank line, body."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from dateline.reading.documents.plain_text import read_plain_text
from dateline.reading.files import File
from dateline.reading.titles import split_title


def cells(text: str, name: str = "a.txt") -> dict[str, str]:
    data = text.encode()
    (record,) = read_plain_text(File(name, len(data), data)).records
    return record.cells


def test_the_first_line_is_the_title_and_the_rest_the_body() -> None:
    assert cells("Bridge closed\n\nHOMS: It was closed.\nIt rained.\n") == {
        "title": "Bridge closed",
        "text": "HOMS: It was closed.\nIt rained.",
    }


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Bridge closed\n  \n\n It rained.", "Bridge closed", "It rained."),
        ("Bridge closed\nIt rained.", "Bridge closed", "It rained."),
        ("It rained on Monday.\nIt rained on Tuesday.", "", None),
        ("It rained.", "", None),
        ("Bridge closed", "", None),
        ("It rained and rained. " * 10 + "\n\nThen it stopped.", "", None),
    ],
)
def test_what_is_no_title_stays_in_the_body(text: str, title: str, body: str | None) -> None:
    assert split_title(text) == (title, text if body is None else body)


def test_line_ends_of_windows_and_old_macintosh_become_one_kind() -> None:
    assert cells("Bridge closed\r\n\r\nOne.\r\nTwo.\rThree.")["text"] == "One.\nTwo.\nThree."


def test_markdown_marks_of_the_title_are_no_part_of_it() -> None:
    assert cells("# Bridge closed\n\nIt rained.", "a.md")["title"] == "Bridge closed"


def test_a_first_line_beside_a_stated_title_is_part_of_the_article() -> None:
    found = cells("---\ntitle: Bridge closed\n---\nHoms, Monday\n\nIt rained.", "a.md")
    assert (found["title"], found["text"]) == ("Bridge closed", "Homs, Monday\n\nIt rained.")


def test_entries_at_the_top_of_markdown_fill_the_columns() -> None:
    text = '---\ntitle: "Bridge closed"\ndate: 2016-12-16\noutlet: The Ledger\n---\nIt rained.'
    assert cells(text, "a.md") == {
        "title": "Bridge closed",
        "date": "2016-12-16",
        "outlet": "The Ledger",
        "text": "It rained.",
    }


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("20220203T223000Z_US_en_7a85.txt", "2022-02-03 22:30"),
        ("2016-12-16 bridge.txt", "2016-12-16"),
        ("20161301.txt", None),
        ("20161216123.txt", None),
        ("1914947530.txt", None),
        ("bridge 2016-12-16.txt", "2016-12-16"),
        ("2016-12-16 to 2016-12-20.txt", None),
        ("16.12.2016_Kurier.txt", "2016-12-16"),
        ("Ledger_16_December_2016.txt", "2016-12-16"),
        ("Dec-16-2016 bridge.txt", "2016-12-16"),
        ("16-12-2016.txt", None),
        ("1 May 2016 to 5 May 2016.txt", None),
    ],
)
def test_a_file_named_by_a_day_is_published_on_it(name: str, published: str | None) -> None:
    assert cells("It rained.", name).get("published") == published


@pytest.mark.parametrize("text", ["", " \n\n\t", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match="empty"):
        cells(text)


@pytest.mark.parametrize("line", ["End of Document", "   1 of 4 DOCUMENTS", "_" * 60])
def test_several_articles_in_one_file_are_not_taken_for_one(line: str) -> None:
    with pytest.raises(ReadingError, match="about 2 articles in one file"):
        cells(f"Cover\n\nIt rained.\n{line}\nIt rained again.\n{line}\n")
    assert cells(f"Bridge closed\n\nIt rained.\n{line}\n")["title"] == "Bridge closed"


def test_a_text_of_400_megabytes_is_refused_before_it_is_read() -> None:
    def never() -> bytes:
        raise AssertionError("it was read")

    class Huge(File):
        open = head = staticmethod(never)

    with pytest.raises(ReadingError, match="more than 50,000,000 characters"):
        read_plain_text(Huge("a.txt", 400_000_000, b""))


def test_a_text_of_several_megabytes_is_kept_and_told_to_be_mapped_in_part() -> None:
    line = "The bridge was closed on Monday.\n"
    reading = read_bytes("a.txt", (line * 70_000).encode())
    assert len(reading.articles[0].text) > 2_000_000
    assert any("only its first 1,000,000 characters are mapped" in n for n in reading.notes)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02Hello\x03\x04",
        b"\x00\x01\x02\x03\x04\x05\x06\x07Bridge",
        b"\x01\x02\x03 bridge\x00\x00\n",
        bytes(range(32)) * 3,
    ],
)
def test_a_short_file_of_control_characters_is_set_aside_as_binary(data: bytes) -> None:
    with pytest.raises(ReadingError, match="binary, not text"):
        read_bytes("bad.txt", data)


def test_a_file_of_zeros_is_set_aside_as_such() -> None:
    with pytest.raises(ReadingError, match="nothing but zeros"):
        read_bytes("bad.txt", b"\0" * 50)


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (b"It was clo\0sed on Monday.", "1 zero byte was left out."),
        (b"It was closed on Monday." + b"\0" * 4000, "4,000 zero bytes were left out."),
        (b"It was \x02closed\x07 on Monday.", "2 control characters were left out."),
        (
            "It was clo\u200bsed on\ufeff Monday.".encode(),
            "2 spaces without a width were left out.",
        ),
        ("It was clo\u200bsed on Monday.".encode(), "1 space without a width was left out."),
    ],
)
def test_signs_that_nobody_sees_are_left_out_of_a_good_text_and_told(
    data: bytes, note: str
) -> None:
    reading = read_bytes("a.txt", data)
    assert reading.articles[0].text == "It was closed on Monday."
    assert f"a.txt: {note}" in reading.notes


def test_what_ends_a_page_or_a_line_ends_a_line() -> None:
    (article,) = read_bytes("a.txt", "It rained.\fIt snowed.\u2028It froze.".encode()).articles
    assert article.text == "It rained.\nIt snowed.\nIt froze."


def test_a_space_without_a_width_parts_words_of_khmer() -> None:
    text = "ផ្ទះ\u200bធំ"
    assert read_bytes("a.txt", text.encode()).articles[0].text == text
