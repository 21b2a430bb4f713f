"""Files to read: those named, those in folders, and those uploaded as bytes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from dateline.errors import ReadingError
from dateline.reading.contents import Aside

__all__ = ["File", "find"]


@dataclass(frozen=True, slots=True)
class File:
    """A file that can be opened more than once.

    Attributes:
        name: What it is called in notes and tables: relative to the folder above its source.
        size: In bytes.
        where: Its path, or its bytes where it was uploaded, unpacked or fetched.
        url: Where it was fetched from, or empty.
    """

    name: str
    size: int
    where: Path | bytes
    url: str = ""

    @property
    def ending(self) -> str:
        """The end of its name in small letters, such as `.csv`."""
        return PurePath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """Its name without folder and ending."""
        return PurePath(self.name).stem

    def open(self) -> BinaryIO:
        """Its bytes from the start. OSError if it cannot be opened."""
        return io.BytesIO(self.where) if isinstance(self.where, bytes) else self.where.open("rb")

    def head(self, size: int) -> bytes:
        """Its first `size` bytes, or all of them. OSError if it cannot be opened."""
        with self.open() as stream:
            return stream.read(size)


def find(sources: Iterable[Path | str]) -> Iterator[File | Aside]:
    """The files that sources stand for, each once, folders in the order of names.

    Folders are walked to the bottom. Links out of them are not followed, hidden files are left. A
    name that is not UTF-8 has � for what cannot be read of it.

    Args:
        sources: Files and folders.

    Returns:
        Files, and what is no file and cannot be read.

    Raises:
        ReadingError: A source does not exist.
    """
    paths = [Path(source) for source in sources]
    for path in paths:
        if not path.exists():
            raise ReadingError(f"no file or folder {path}", "one that exists", "check its name")
    seen: set[Path] = set()
    taken: set[str] = set()
    for source in paths:
        top = _real(source)
        for path in _walk(top):
            name = _readable(path.relative_to(top.parent))
            if name in taken:  # of two sources with the same name
                name = _readable(path)
            real = _real(path)
            if real in seen:
                continue
            seen.add(real)
            taken.add(name)
            yield _file(path, real, name, top)


def _real(path: Path) -> Path:
    """Where a path leads; of links in a circle, one of them."""
    return Path(os.path.realpath(path))


def _readable(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _walk(top: Path) -> Iterator[Path]:
    if not top.is_dir():
        yield top
        return
    refused: list[Path] = []
    for folder, folders, names in os.walk(top, onerror=lambda e: refused.append(Path(e.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in sorted([*names, *links]):
            if not name.startswith("."):
                yield Path(folder, name)
    yield from refused


def _file(path: Path, real: Path, name: str, top: Path) -> File | Aside:
    if path.is_symlink() and not real.is_relative_to(top):
        return Aside(name, 0, "a link that leads out of the folder; not followed", "")
    if path.is_dir():
        link = "a link to a folder; not followed"
        return Aside(name, 0, link if path.is_symlink() else "a folder that cannot be read", "")
    if not path.is_file():  # a pipe or a device would keep us waiting
        return Aside(name, 0, "no ordinary file", "")
    try:
        return File(name, path.stat().st_size, path)
    except OSError as error:
        return Aside(name, 0, f"cannot be opened: {error.strerror}", "")
