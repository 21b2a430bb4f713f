"""Archives to the files in them, held against what archives of articles are.

An archive is never unpacked to disk: each file in it is read into memory when its turn comes, and
its name serves for messages only, so a name that leads out of the folder leads nowhere.
"""

from __future__ import annotations

import gzip
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Final

from dateline.errors import ReadingError
from dateline.reading.contents import Aside
from dateline.reading.files import File

__all__ = ["LARGEST", "RATIO", "SMALL", "unpacked"]

LARGEST: Final = 2_000_000_000
"""Bytes that the files of one archive may have together when unpacked."""

MOST: Final = 200_000
"""Files in one archive."""

DEEPEST: Final = 3
"""Archives within archives."""

RATIO: Final = 200
"""How many times its packed size a file may have: text shrinks to a fifth, a bomb to nothing."""

SMALL: Final = 10_000_000
"""Bytes up to which the ratio does not matter."""

_CHUNK: Final = 1024 * 1024

_OFFICE: Final = ("[Content_Types].xml", "mimetype")
"""What office documents and e-books have that archives of articles have not."""

_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    ValueError,
    OSError,
)


def unpacked(file: File, *, largest: int = LARGEST, depth: int = 0) -> Iterator[File | Aside]:
    """The files that a file stands for: those in it if it is an archive, else itself.

    ZIP archives, but for office documents, and gzip are unpacked, also within one another.

    Args:
        file: Any file.
        largest: Bytes that all files of an archive may have together.
        depth: How many archives it lies in.

    Returns:
        Files, and what of an archive cannot be read, with the reason.

    Raises:
        OSError: It cannot be opened.
    """
    head = file.head(4)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not _is_office(file):
        packed = _from_zip(file, largest)
    elif head.startswith(b"\x1f\x8b") and not file.name.lower().endswith(_READ_PACKED):
        packed = _from_gzip(file, largest)
    else:
        yield file
        return
    if depth == DEEPEST:
        yield Aside(file.name, 0, f"an archive within {DEEPEST} archives; not unpacked", "")
        return
    for item in packed:
        if isinstance(item, File):
            yield from unpacked(item, largest=largest, depth=depth + 1)
        else:
            yield item


_READ_PACKED: Final = (".warc.gz",)


def _is_office(file: File) -> bool:
    with file.open() as stream:
        try:
            with zipfile.ZipFile(stream) as archive:
                return not set(_OFFICE).isdisjoint(archive.namelist())
        except _DAMAGED:
            return file.ending in (".docx", ".xlsx")


def _from_zip(file: File, largest: int) -> Iterator[File | Aside]:
    with file.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _DAMAGED as error:
            yield Aside(file.name, 0, f"a damaged archive, perhaps cut short ({error})"[:160], "")
            return
        with archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            size = sum(each.file_size for each in members)
            if size > largest or len(members) > MOST:
                reason = (
                    f"an archive of {len(members):,} files, {size:,} bytes unpacked; "
                    f"at most {MOST:,} and {largest:,} are read"
                )
                yield Aside(file.name, 0, reason, "")
                return
            for member in members:
                if not _hidden(member.filename):
                    yield _member(file, archive, member)


def _member(file: File, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> File | Aside:
    name = f"{file.name}/{_plain(member.filename)}"
    if _leads_out(member.filename):
        return Aside(name, 0, "its name leads out of the archive; not read", "")
    if member.flag_bits & 1:
        return Aside(name, 0, "protected by a password", "")
    if (member.external_attr >> 28) == 0xA:
        return Aside(name, 0, "a link; not followed", "")
    if member.file_size > max(SMALL, RATIO * member.compress_size):
        reason = (
            f"{member.file_size:,} bytes out of {member.compress_size:,}; no text packs so well"
        )
        return Aside(name, 0, reason, "")
    try:
        with archive.open(member) as stream:
            data = _read(stream, member.file_size)
    except ReadingError as error:
        return Aside(name, 0, str(error), "")
    except (*_DAMAGED, RuntimeError) as error:
        return Aside(name, 0, f"damaged, perhaps cut short ({error})"[:160], "")
    return File(name, len(data), data)


def _from_gzip(file: File, largest: int) -> Iterator[File | Aside]:
    name = file.name[:-3] if file.name.lower().endswith(".gz") else file.name
    try:
        with file.open() as packed, gzip.open(packed) as stream:
            data = _read(stream, min(largest, max(SMALL, RATIO * file.size)))
    except ReadingError as error:
        yield Aside(file.name, 0, str(error), "")
    except _DAMAGED as error:
        yield Aside(file.name, 0, f"damaged, perhaps cut short ({error})"[:160], "")
    else:
        yield File(name, len(data), data)


def _read(stream: IO[bytes] | gzip.GzipFile, most: int) -> bytes:
    """All of a stream; ReadingError where it holds more than it said."""
    parts, size = [], 0
    while part := stream.read(_CHUNK):
        size += len(part)
        if size > most:
            raise ReadingError(f"more than {most:,} bytes unpacked", "a file as large as it says")
        parts.append(part)
    return b"".join(parts)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _leads_out(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("/") or plain[1:2] == ":" or ".." in PurePosixPath(plain).parts


def _hidden(name: str) -> bool:
    """What systems leave in archives beside the files: folders of their own, hidden files."""
    parts = PurePosixPath(_plain(name)).parts
    return any(part == "__MACOSX" or (part[0] == "." and part != "..") for part in parts)
