"""Archives to the files in them, held against what archives of articles are.

An archive is never unpacked to disk: each file in it is read into memory when its turn comes, and
its name serves for messages only, so a name that leads out of the folder leads nowhere.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Final

from dateline.errors import ReadingError
from dateline.reading.contents import Aside
from dateline.reading.files import File

__all__ = ["LARGEST", "PACKED", "RATIO", "SMALL", "unpacked"]

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

_XZ_MEMORY: Final = 200_000_000
"""Bytes; the hardest packing, which R may use, takes 67 million."""

_OFFICE: Final = ("[Content_Types].xml", "mimetype")
"""What office documents and e-books have that archives of articles have not."""

_WEB_ARCHIVE: Final = "datapackage.json"
_ITS_PAGES: Final = "archive/"
"""Where a web archive that was packed (WACZ) tells of itself, and where its pages are; beside them
lie lists of them, an index and a log."""

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

    ZIP archives, but for office documents, and what gzip, bzip2 and xz packed are unpacked, also
    within one another.

    Args:
        file: Any file.
        largest: Bytes that all files of an archive may have together.
        depth: How many archives it lies in.

    Returns:
        Files, and what of an archive cannot be read, with the reason.

    Raises:
        OSError: It cannot be opened.
    """
    head = file.head(_MAGIC)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not _is_office(file):
        packed = _from_zip(file, largest)
    elif not file.name.lower().endswith(_READ_PACKED) and head.startswith(tuple(_PARTS)):
        packed = _from_stream(file, largest, _PARTS[head[:3]])
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

PACKED: Final = (".gz", ".bz2", ".xz")
"""What names of files that were packed one by one end in."""


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
            if _WEB_ARCHIVE in archive.namelist():
                pages = [each for each in members if each.filename.startswith(_ITS_PAGES)]
                members = pages or members
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
            data = _read(_in_parts(stream), member.file_size)
    except ReadingError as error:
        return Aside(name, 0, str(error), "")
    except (*_DAMAGED, RuntimeError) as error:
        return Aside(name, 0, f"damaged, perhaps cut short ({error})"[:160], "")
    return File(name, len(data), data)


def _from_stream(
    file: File, largest: int, parts: Callable[[IO[bytes]], Iterator[bytes]]
) -> Iterator[File | Aside]:
    ending = next((each for each in PACKED if file.name.lower().endswith(each)), "")
    name = file.name[: len(file.name) - len(ending)]
    try:
        with file.open() as packed:
            data = _read(parts(packed), min(largest, max(SMALL, RATIO * file.size)))
    except ReadingError as error:
        yield Aside(file.name, 0, str(error), "")
    except _DAMAGED as error:
        yield Aside(file.name, 0, f"damaged, perhaps cut short ({error})"[:160], "")
    else:
        yield File(name, len(data), data)


def _in_parts(stream: IO[bytes]) -> Iterator[bytes]:
    return iter(partial(stream.read, _CHUNK), b"")


def _gzip_parts(packed: IO[bytes]) -> Iterator[bytes]:
    with gzip.open(packed) as stream:
        yield from iter(partial(stream.read, _CHUNK), b"")


def _bzip2_parts(packed: IO[bytes]) -> Iterator[bytes]:
    with bz2.open(packed) as stream:
        yield from iter(partial(stream.read, _CHUNK), b"")


def _xz_parts(packed: IO[bytes]) -> Iterator[bytes]:
    """The file says how much memory it wants to be unpacked with, so that is limited here."""
    unpacker = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
    while not unpacker.eof:
        data = packed.read(_CHUNK) if unpacker.needs_input else b""
        if not data and unpacker.needs_input:
            raise EOFError("it ends in the middle")
        yield unpacker.decompress(data, _CHUNK)


_PARTS: Final = {b"\x1f\x8b\x08": _gzip_parts, b"BZh": _bzip2_parts, b"\xfd7z": _xz_parts}
"""What unpacks a file, by its first bytes."""
_MAGIC: Final = 4


def _read(parts: Iterator[bytes], most: int) -> bytes:
    """All of a stream; ReadingError where it holds more than it said."""
    kept, size = [], 0
    for part in parts:
        size += len(part)
        if size > most:
            raise ReadingError(f"more than {most:,} bytes unpacked", "a file as large as it says")
        kept.append(part)
    return b"".join(kept)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _leads_out(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("/") or plain[1:2] == ":" or ".." in PurePosixPath(plain).parts


def _hidden(name: str) -> bool:
    """What systems leave in archives beside the files: folders of their own, hidden files."""
    parts = PurePosixPath(_plain(name)).parts
    return any(part == "__MACOSX" or (part[0] == "." and part != "..") for part in parts)
