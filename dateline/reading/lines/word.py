"""The lines of a Word file as databases write them: each paragraph and each row of a table one."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import Final

from docx import Document
from docx.opc.exceptions import OpcError
from docx.table import Table

from dateline.errors import ReadingError
from dateline.reading.archives.office import opened
from dateline.reading.files import File

__all__ = ["first_lines", "read_lines"]

_DAMAGES: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError)
_BEGINNING: Final = 2_000_000
_TAG: Final = re.compile(r"<[^>]*>")
_BREAK: Final = re.compile(r"</w:p>|<w:br[ /]")


def read_lines(file: File) -> list[str]:
    """All lines, empty ones too; a line break within a paragraph begins a new line.

    Raises:
        ReadingError: It is damaged, needs a password or is no Word file.
        OSError: It cannot be opened.
    """
    lines: list[str] = []
    with opened(file, "word/") as stream:
        try:
            document = Document(stream)
        except (OpcError, SyntaxError, KeyError, *_DAMAGES) as error:
            raise ReadingError("a damaged Word file", "a whole one") from error
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                lines += [" ".join(cell.text for cell in row.cells) for row in part.rows]
            else:
                lines += part.text.split("\n")
    return [line.replace("\xa0", " ") for line in lines]


def first_lines(file: File) -> list[str]:
    """The first lines, roughly and at little cost: to see what a file is. None of no Word file."""
    try:
        with (
            file.open() as stream,
            zipfile.ZipFile(stream) as archive,
            archive.open("word/document.xml") as part,
        ):
            xml = part.read(_BEGINNING).decode("utf-8", "replace")
    except (KeyError, RuntimeError, OSError, *_DAMAGES):
        return []
    return _TAG.sub("", _BREAK.sub("\n<", xml)).replace("\xa0", " ").split("\n")
