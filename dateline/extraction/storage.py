"""Where files lie that are written once: a folder, or storage that fsspec reaches by an address.

A file is written under a name nobody reads and renamed, so that it is there whole or not at all.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Protocol
from uuid import uuid4

from dateline.durable import sync
from dateline.errors import DatelineError

__all__ = ["FOLDER", "Storage", "storage_at"]

FOLDER: Final = "parts"
"""Name of the folder of parts (`dateline.extraction.parts`) in a corpus folder."""

_INCOMING: Final = ".incoming"


class Storage(Protocol):
    """Files by name."""

    def names(self) -> Iterator[str]:
        """Names of the files that are there whole, in any order."""

    def read(self, name: str) -> bytes:
        """What one file holds."""

    def write(self, name: str, data: bytes) -> None:
        """Put a file there; it replaces one of the same name."""

    def clear(self) -> None:
        """Remove the storage with all that is in it."""


def storage_at(place: str) -> Storage:
    """The storage at a place.

    Args:
        place: A folder, or an address such as `s3://bucket/folder`.

    Raises:
        DatelineError: An address, and fsspec or what it needs for it is not installed.
    """
    if "://" not in place:
        return _Folder(Path(place))
    try:
        from fsspec.core import url_to_fs

        return _Remote(*url_to_fs(place))
    except (ImportError, ValueError) as error:
        raise DatelineError(
            f"no way to write to {place}: {error}",
            "a folder, or an address whose fsspec package is installed",
            "pip install 'dateline[cluster]' and the package for this kind of storage",
        ) from error


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> Iterator[str]:
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if not path.name.endswith(_INCOMING):
                    yield path.name

    def read(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        incoming = self._folder / f"{name}.{uuid4().hex}{_INCOMING}"
        try:
            with incoming.open("wb") as file:
                file.write(data)
                sync(file)
            incoming.replace(self._folder / name)
        except OSError:
            incoming.unlink(missing_ok=True)
            raise

    def clear(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


class _Remote:
    def __init__(self, files: Any, root: str) -> None:
        self._files, self._root = files, root.rstrip("/")

    def names(self) -> Iterator[str]:
        self._files.invalidate_cache()
        if self._files.exists(self._root):
            for path in self._files.ls(self._root, detail=False):
                name = str(path).rsplit("/", 1)[-1]
                if not name.endswith(_INCOMING):
                    yield name

    def read(self, name: str) -> bytes:
        return bytes(self._files.cat_file(f"{self._root}/{name}"))

    def write(self, name: str, data: bytes) -> None:
        incoming = f"{self._root}/{name}.{uuid4().hex}{_INCOMING}"
        self._files.makedirs(self._root, exist_ok=True)
        self._files.pipe_file(incoming, data)
        self._files.mv(incoming, f"{self._root}/{name}")

    def clear(self) -> None:
        if self._files.exists(self._root):
            self._files.rm(self._root, recursive=True)
