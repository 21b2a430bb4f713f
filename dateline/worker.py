"""A process that works for visitors: what is handed in, how far it is, and what it says of errors.

worker = Worker()
future = worker.submit(preview, "notes.csv", data)      # started with the first call
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from threading import Lock
from typing import Final, TypeVar

from dateline.errors import DatelineError
from dateline.hosting import without_paths

__all__ = ["Pace", "Progress", "Worker", "problem"]

logger = logging.getLogger(__name__)

_SAID: Final = 200
"""Characters of an unforeseen error that a visitor is told."""

_TODO: Final = "try it as plain text, and tell whoever runs this page if that fails too"

Answer = TypeVar("Answer")


class Worker:
    """One process that reads; it is started when first needed and again should it die."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, work: Callable[..., Answer], *args: object) -> Future[Answer]:
        """Hand in one call; they are answered in order."""
        with self._lock:
            if self._pool is None:
                # Spawned, not forked: a fork of a process with threads can hang.
                self._pool = ProcessPoolExecutor(
                    1, mp_context=multiprocessing.get_context("spawn"), initializer=_one_thread
                )
            try:
                return self._pool.submit(work, *args)
            except BrokenProcessPool:
                self._pool = None
        return self.submit(work, *args)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
                self._pool = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        done: Articles read or set aside.
        total: Articles in all; 0 while files are still being opened.
        is_done: Nothing is left to do.
        seconds_left: At the pace so far; None until there is one.
    """

    done: int
    total: int
    is_done: bool
    seconds_left: float | None = None


class Pace:
    """How long what is left will take, at the pace so far."""

    def __init__(self) -> None:
        self._began: tuple[float, int] | None = None

    def seconds_left(self, done: int, total: int) -> float | None:
        """Seconds until `total`; None until something was done since the first call."""
        now = time.monotonic()
        if self._began is None:
            self._began = now, done
        began, before = self._began
        return (now - began) / (done - before) * (total - done) if done > before else None


def problem(error: Exception, what: str, todo: str = _TODO) -> str:
    """What a visitor is told of an error in the worker, in three parts.

    Args:
        error: What was raised there, foreseen or not.
        what: What was being done, such as "reading notes.csv".
        todo: What he can do about it, if nobody foresaw it.
    """
    if isinstance(error, DatelineError):
        return without_paths(str(error))
    if isinstance(error, BrokenProcessPool):
        came = f"{what} brought the process down"
    else:
        came = f"{what} failed: {type(error).__name__}: {without_paths(str(error))[:_SAID]}"
        logger.error("%s failed", what, exc_info=error)
    return str(DatelineError(came, "a reason that this program knows", todo))


def _one_thread() -> None:
    os.environ["OMP_NUM_THREADS"] = "1"
