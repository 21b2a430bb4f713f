"""Many articles on all cores: a pool of processes, results in the order the articles came."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from dateline.extractor import Failure, shared_extractor
from dateline.findings import Article, Findings

__all__ = ["read_all"]

_CHUNK: Final = 16
_WORTH_A_PROCESS: Final = 48
"""Articles below which starting a second process costs more than it saves (about 3 s each)."""

Result = Findings | Failure


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
    """
    if processes is None:
        processes = max(1, min(os.cpu_count() or 1, len(articles) // _WORTH_A_PROCESS))
    tell = progress or (lambda done, total: None)
    if processes == 1:
        extractor = shared_extractor()
        results: list[Result] = []
        for result in extractor.read_many(articles):
            results.append(result)
            tell(len(results), len(articles))
        return results, extractor.provenance
    return _in_processes(articles, processes, tell)


def _in_processes(
    articles: Sequence[Article], processes: int, tell: Callable[[int, int], None]
) -> tuple[list[Result], dict[str, str]]:
    chunks = [articles[at : at + _CHUNK] for at in range(0, len(articles), _CHUNK)]
    results: list[Result] = []
    lost: list[int] = []
    provenance: dict[str, str] = {}
    with _pool(processes) as pool:
        futures = [pool.submit(_read_chunk, chunk) for chunk in chunks]
        for number, future in enumerate(futures):
            answer = _answer(future)
            if answer is None:
                lost.append(number)
                results += [Failure("not read")] * len(chunks[number])
            else:
                results += answer[0]
                provenance = answer[1]
            tell(len(results), len(articles))
    for number in lost:  # a process died: find the article that did it, one at a time
        for offset, article in enumerate(chunks[number]):
            with _pool(1) as pool:
                answer = _answer(pool.submit(_read_chunk, [article]))
            if answer is None:
                answer = [Failure("its reading brought the process down")], provenance
            results[number * _CHUNK + offset], provenance = answer[0][0], answer[1]
    return results, provenance


def _answer(
    future: Future[tuple[list[Result], dict[str, str]]],
) -> tuple[list[Result], dict[str, str]] | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned, not forked: forking after threads have started (the page, OpenMP) can hang.
    return ProcessPoolExecutor(
        processes, mp_context=multiprocessing.get_context("spawn"), initializer=_one_thread
    )


def _one_thread() -> None:
    os.environ["OMP_NUM_THREADS"] = "1"


def _read_chunk(articles: Sequence[Article]) -> tuple[list[Result], dict[str, str]]:
    extractor = shared_extractor()
    return list(extractor.read_many(articles)), extractor.provenance
