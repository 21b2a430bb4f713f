"""How a file starts: what its format is recognised by, whatever it is called."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateline.reading.files import File

__all__ = ["SIZE", "Start"]

SIZE: Final = 64 * 1024
"""Bytes looked at: scripts and styles of a saved page may come before what tells its kind."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Start:
    """The start of a file, read once for all formats that look at it.

    Attributes:
        file: The file.
        head: Its first `SIZE` bytes, or all of them.
    """

    file: File
    head: bytes

    @classmethod
    def of(cls, file: File) -> Start:
        """Read it. OSError if the file cannot be opened."""
        return cls(file, file.head(SIZE))

    @cached_property
    def text(self) -> str:
        """The head as text, line ends as "\\n": as UTF-8 if most of it is, else as cp1252.

        It serves to recognise marks of a layout only; a character may be cut at its end.
        """
        name = next((name for mark, name in _MARKS if self.head.startswith(mark)), "utf-8")
        text = self.head.decode(name, "replace")
        if name == "utf-8" and text.rstrip("\ufffd").count("\ufffd"):
            text = self.head.decode("cp1252", "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @property
    def is_markup(self) -> bool:
        """Whether it begins as HTML and XML do."""
        return self.text.lstrip("\ufeff \t\n").startswith("<")

    @property
    def is_zip(self) -> bool:
        """Whether it is a ZIP archive, as DOCX and XLSX are."""
        return self.head.startswith(b"PK\x03\x04")
