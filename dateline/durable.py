"""Files that several processes share: one writer at a time, and no half-written file ever seen."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from dateline.errors import CorpusError

__all__ = ["alone", "expect_place_for", "replace", "sync", "sync_folder"]

_AGAIN_AFTER: Final = 0.02
"""Seconds until a lock is tried again."""


@contextmanager
def alone(lock: Path, *, patience: float = 0.0) -> Iterator[None]:
    """Hold a lock; the system lets go of it when the process ends, however it ends.

    Args:
        lock: The file that stands for it; made if it is not there.
        patience: Seconds to wait for another holder.

    Raises:
        CorpusError: Another process holds it, or another thread that came by itself.
    """
    until = time.monotonic() + patience
    with lock.open("ab") as file:
        while True:
            try:
                _lock(file)
                break
            except OSError as error:
                if time.monotonic() >= until:
                    raise CorpusError(
                        f"another process is writing to {lock.parent}",
                        "one writer at a time",
                        "wait until it is done; reading goes on meanwhile",
                    ) from error
            time.sleep(_AGAIN_AFTER)
        yield


def replace(path: Path, content: bytes) -> None:
    """Put a file in place of another: readers see the old one whole or the new one whole.

    A link stays one, and who may read the old file may read the new one. What is no file (a
    terminal, `/dev/stdout`), or lies in a folder where nothing may be made, is written as it is.

    Raises:
        OSError: The folder cannot be written, or the disk is full; the old file is as it was.
    """
    there = path.exists()
    real = Path(os.path.realpath(path))
    if there and not (path.is_file() and os.access(real.parent, os.W_OK)):
        path.write_bytes(content)
        return
    path = real
    incoming = path.with_name(f"{path.name}.incoming")
    try:
        with incoming.open("wb") as file:
            file.write(content)
            sync(file)
        if there:
            shutil.copymode(path, incoming)
        incoming.replace(path)
    except OSError as error:
        with suppress(OSError):
            incoming.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    sync_folder(path.parent)


def expect_place_for(path: Path) -> None:
    """Say before long work that a file could not be written; nothing is made.

    Raises:
        OSError: It is a folder, the folder it would lie in is not there, or one of the two is for
            reading only.
    """
    if path.is_dir():
        raise _of_file(errno.EISDIR, path)
    if not path.parent.is_dir():
        raise _of_file(errno.ENOENT, path)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise _of_file(errno.EACCES, path)


def _of_file(number: int, path: Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))


def sync(file: IO[bytes] | IO[str]) -> None:
    """Bring a file to the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    if os.name == "nt":  # Windows opens no folders; its renames are journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
