"""Many articles on all cores: a pool of processes that does without an article that kills one."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Thread
from typing import Final, TypeVar

from dateline.errors import ChoiceError
from dateline.extraction.extractor import Failure, shared_extractor
from dateline.findings import Article, Findings

__all__ = ["CHUNK", "KILLED", "in_processes", "processes_for", "read_all"]

CHUNK: Final = 16
"""Articles handed to a process at once: a second or so of work."""

KILLED: Final = Failure("its reading brought the process down")

_WORTH_A_PROCESS: Final = 48
"""Articles below which starting a second process costs more than it saves (about 3 s each)."""

Result = Findings | Failure
Answer = TypeVar("Answer")


def read_all(
    articles: Sequence[Article],
    *,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[Result], dict[str, str]]:
    """What each article says, in order, and the versions of what read it.

    Args:
        articles: What to read.
        processes: None for as many as cores and work allow; 1 for none but this one.
        progress: Called with (articles done, articles in all).

    Returns:
        One `Findings` or `Failure` an article. An article that brings its process down is set
        aside; the rest of its chunk is read again.

    Raises:
        ModelError, GazetteerError: As for `dateline.extraction.extractor.Extractor`.
    """
    processes = processes_for(articles, processes)
    tell = progress or (lambda done, total: None)
    results: list[Result] = []
    if processes == 1:
        extractor = shared_extractor()
        for result in extractor.read_many(articles):
            results.append(result)
            tell(len(results), len(articles))
        return results, extractor.provenance
    results = [KILLED] * len(articles)
    provenance: dict[str, str] = {}
    done = 0
    for at, chunk, answer in in_processes(_read, articles, processes):
        if answer is not None:
            results[at : at + len(chunk)], provenance = answer
        done += len(chunk)
        tell(done, len(articles))
    return results, provenance


def processes_for(articles: Sequence[Article], processes: int | None) -> int:
    """As many processes as were asked for; if none was, as many as cores and work allow.

    Raises:
        ChoiceError: Fewer than one were asked for.
    """
    if processes is not None:
        if processes < 1:
            raise ChoiceError(f"{processes} processes", "1 or more", "leave it out for all cores")
        return processes
    return max(1, min(os.cpu_count() or 1, len(articles) // _WORTH_A_PROCESS))


def in_processes(
    work: Callable[[Sequence[Article]], Answer], articles: Sequence[Article], processes: int
) -> Iterator[tuple[int, Sequence[Article], Answer | None]]:
    """Hand articles out in chunks.

    When a process dies, the chunks that were being read are read again, article by article, and the
    others by a new pool.

    Args:
        work: What a process does with a chunk; it must be importable.
        articles: All of them.
        processes: How many.

    Yields:
        Number of the first article of a chunk, its articles, and the answer; None for one article
        that brought its process down. In the order in which they are done.
    """
    waiting = [(at, articles[at : at + CHUNK]) for at in range(0, len(articles), CHUNK)]
    while waiting:
        lost = []
        with _pool(processes) as pool:
            with _interrupts_held_back():
                futures = {pool.submit(work, chunk): (at, chunk) for at, chunk in waiting}
            for future in as_completed(futures):
                at, chunk = futures.pop(future)
                try:
                    yield at, chunk, future.result()
                except BrokenProcessPool:
                    lost.append((at, chunk))
        lost.sort(key=lambda chunk: chunk[0])
        waiting = lost[processes:]
        for at, chunk in lost[:processes]:
            for offset, answer in enumerate(_one_by_one(work, chunk)):
                yield at + offset, chunk[offset : offset + 1], answer


def _one_by_one(
    work: Callable[[Sequence[Article]], Answer], articles: Sequence[Article]
) -> Iterator[Answer | None]:
    waiting = list(articles)
    while waiting:
        with _pool(1) as pool:
            try:
                while waiting:
                    with _interrupts_held_back():
                        future = pool.submit(work, [waiting[0]])
                    answer = future.result()
                    del waiting[0]
                    yield answer
            except BrokenProcessPool:
                del waiting[0]
                yield None


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: forking after threads have started (the page, OpenMP) can hang.
    pool = ProcessPoolExecutor(
        processes, mp_context=multiprocessing.get_context("spawn"), initializer=_start
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Ctrl+C goes to all processes of a terminal; those that are started within hear it only when
    they are ready (`_start`), since one that is still importing would tell where it was."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # it ends without a word: its parent has the last
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    os.environ["OMP_NUM_THREADS"] = "1"
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(articles: Sequence[Article]) -> tuple[list[Result], dict[str, str]]:
    extractor = shared_extractor()
    return list(extractor.read_many(articles)), extractor.provenance
