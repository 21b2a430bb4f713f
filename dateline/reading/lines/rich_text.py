"""RTF: its lines, and which of them are bold.

striprtf gives the text of an RTF file without its formatting, but databases tell a headline from
the line above it by nothing else than bold letters. So a sign that no text holds is written where
bold begins before the file is handed over.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from striprtf.striprtf import rtf_to_text

from dateline.errors import ReadingError
from dateline.reading.contents import LONGEST
from dateline.reading.files import File

__all__ = ["Line", "read_lines"]

LARGEST: Final = 20 * LONGEST
"""Bytes; beyond them an RTF file holds pictures, or more than can be read at once."""

_MARK: Final = "\ue000"  # of the private use area
_BOLD: Final = re.compile(rb"\\b(?![a-z0-9-])")
_PICTURE: Final = re.compile(rb"\{\\\*?\\?(?:shppict|pict)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_CODE_PAGE: Final = re.compile(rb"\\ansicpg(\d+)")


class Line(NamedTuple):
    """One line of text, with whether bold letters begin in it."""

    text: str
    bold: bool


def read_lines(file: File) -> list[Line]:
    """The lines of an RTF file, empty ones too; cells of a table are parted by `|`.

    Raises:
        ReadingError: It is too large, or no RTF after all.
        OSError: It cannot be opened.
    """
    if file.size > LARGEST:
        raise ReadingError(f"an RTF file of {file.size:,} bytes", f"at most {LARGEST:,}")
    with file.open() as stream:
        data = stream.read()
    data = _BOLD.sub(rb"\\b\\u57344?", _PICTURE.sub(b"", data))
    page = _CODE_PAGE.search(data[:4096])
    name = f"cp{page[1].decode()}" if page else "cp1252"
    try:
        text = str(
            rtf_to_text(  # type: ignore[no-untyped-call]
                data.decode("latin-1"), encoding=name, errors="replace"
            )
        )
    except (ValueError, LookupError, IndexError) as error:
        raise ReadingError("no RTF file that can be read", "one whole document") from error
    return [
        Line(line.replace(_MARK, "").replace("\xa0", " "), _MARK in line)
        for line in text.splitlines()
    ]
