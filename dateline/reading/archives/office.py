"""Office documents: ZIP archives of XML, held against what a harmless one is before it is read."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from dateline.errors import ReadingError
from dateline.reading.archives.unpacking import RATIO, SMALL
from dateline.reading.contents import Contents
from dateline.reading.files import File

__all__ = ["is_old", "kind_of", "opened", "read_old"]

LARGEST: Final = 1_000_000_000
"""Bytes that all parts of a document may have when unpacked."""

_OLD: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_HEAD: Final = 4096


@contextmanager
def opened(file: File, part: str, *, declared: bool = False) -> Iterator[BinaryIO]:
    """An office document that is safe to hand to a reader.

    Args:
        file: The document.
        part: The beginning of the name of a part it must have, such as `word/`.
        declared: Its XML may declare its type, as pages do: who reads it forbids entities.

    Raises:
        ReadingError: It is protected by a password, cut short, another kind of archive,
            larger than `LARGEST` when unpacked, or has XML that declares entities.
        OSError: It cannot be opened.
    """
    with file.open() as stream:
        try:
            with zipfile.ZipFile(stream) as archive:
                _check(archive, part, declared=declared)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            EOFError,
            ValueError,
        ) as error:
            if isinstance(error, ReadingError):
                raise
            raise ReadingError(
                f"a damaged document, perhaps cut short ({str(error)[:80]})", "a whole one"
            ) from error
        stream.seek(0)
        yield stream


def is_old(head: bytes) -> bool:
    """Whether bytes at the start are those of a document before 2007 or an encrypted one."""
    return head.startswith(_OLD)


def read_old(file: File) -> Contents:
    """Refuse what office programs wrote before 2007, and what they encrypt.

    Raises:
        ReadingError: Always; it says which of the two it is.
        OSError: It cannot be opened.
    """
    if _ENCRYPTED in file.head(1024 * 1024):
        raise ReadingError(
            "protected by a password", "a document that opens without", "save it without one"
        )
    raise ReadingError(
        "an office document older than 2007", "a newer one", "save it as .docx, .xlsx or as text"
    )


def kind_of(file: File) -> str:
    """`word` or `xl`, by the parts of the archive; by its name where it is damaged; else empty."""
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            parts = {each.partition("/")[0] for each in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError):
        return {".docx": "word", ".xlsx": "xl"}.get(file.ending, "")
    return next((kind for kind in ("word", "xl") if kind in parts), "")


def _check(archive: zipfile.ZipFile, part: str, *, declared: bool) -> None:
    parts = archive.infolist()
    if not any(each.filename.startswith(part) for each in parts):
        raise ReadingError(f"an archive without {part}", "an office document")
    if any(each.flag_bits & 1 for each in parts):
        raise ReadingError(
            "protected by a password", "a document that opens without", "save it without one"
        )
    size = sum(each.file_size for each in parts)
    packed = sum(each.compress_size for each in parts)
    if size > LARGEST or (size > SMALL and size > RATIO * max(packed, 1)):
        raise ReadingError(
            f"{size:,} bytes unpacked out of {packed:,}", f"at most {LARGEST:,}, as articles have"
        )
    for each in parts:
        if not declared and each.filename.endswith((".xml", ".rels")):
            with archive.open(each) as stream:
                head = stream.read(_HEAD).replace(b"\0", b"")
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise ReadingError(
                    f"XML that declares entities, in {each.filename}", "a document without them"
                )
