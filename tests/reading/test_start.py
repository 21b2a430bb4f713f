"""How a file starts, whatever it is encoded in."""

from __future__ import annotations

import pytest

from dateline.reading.files import File
from dateline.reading.start import SIZE, Start

TEXT = "LÄNGE: 104 Wörter\nBrücke gesperrt"


def start(data: bytes) -> Start:
    return Start.of(File("a", len(data), data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_labels_can_be_read_in_any_usual_encoding(encoding: str) -> None:
    assert start(TEXT.replace("\n", "\r\n").encode(encoding)).text == TEXT


def test_a_character_cut_at_the_end_does_not_make_it_another_encoding() -> None:
    data = b"x" * (SIZE - 1) + "ä".encode() + b"rest"
    assert start(data).text.startswith("x")
    assert "Ã" not in start(data).text


@pytest.mark.parametrize(
    ("data", "markup", "archive"),
    [
        (b"\xef\xbb\xbf \n<html>", True, False),
        (b"PK\x03\x04rest", False, True),
        (b"Bridge < road", False, False),
        (b"", False, False),
    ],
)
def test_kinds_are_told_by_the_first_bytes(data: bytes, markup: bool, archive: bool) -> None:
    assert (start(data).is_markup, start(data).is_zip) == (markup, archive)
