"""Many articles on more than one machine: a Dask cluster (the extra `cluster`).

A worker that dies loses nothing: its articles are given to another one. An article that brings
down every worker it is given to is done without.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from threading import Lock
from typing import Any, Final, TypeVar

from dateline.errors import DatelineError
from dateline.findings import Article

__all__ = ["LOCAL", "Cluster", "Share", "on_cluster"]

LOCAL: Final = "local"
"""Stands for a cluster that is started on this machine and ends with the run."""

_CHUNK: Final = 32
"""Articles in a task: some seconds of work, beside which the scheduler's milliseconds are little.
"""

_IN_HAND: Final = 3
"""Tasks handed out for each thread of a worker, so that none waits and few texts are under way."""

_PATIENCE_S: Final = 20

_one_at_a_time: Final = Lock()
"""The language model of a process serves one thread."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Share:
    """What one worker did.

    Attributes:
        articles: Articles it read.
        seconds: Time it was at work on them.
    """

    articles: int
    seconds: float

    @property
    def speed(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where to read many articles.

    Attributes:
        address: Of the scheduler, such as `tcp://10.0.0.5:8786`; or `local`.
        parts: Folder, or address for fsspec, that all workers reach, for what is found; empty for
            the corpus folder itself.
        report: Called with what each worker has done, by its address, whenever that changes.
    """

    address: str
    parts: str = ""
    report: Callable[[Mapping[str, Share]], None] | None = None


def on_cluster(
    work: Callable[[Sequence[Article]], Answer], articles: Sequence[Article], cluster: Cluster
) -> Iterator[tuple[Sequence[Article], Answer | None]]:
    """Hand articles out to the workers of a cluster.

    Args:
        work: What a worker does with a few articles; it must be importable there.
        articles: All of them.
        cluster: Which.

    Yields:
        Some articles and the answer; None for one article that brought down its workers. In the
        order in which they are done.

    Raises:
        DatelineError: The extra is not installed, or there is no cluster at the address.
    """
    shares: dict[str, Share] = {}
    waiting = [articles[at : at + _CHUNK] for at in range(0, len(articles), _CHUNK)][::-1]
    distributed = _distributed()
    with _client(distributed, cluster.address) as client:
        given: dict[Any, Sequence[Article]] = {}
        completed = distributed.as_completed()
        while waiting or given:
            threads = max(1, sum(client.nthreads().values()))
            while waiting and len(given) < _IN_HAND * threads:
                chunk = waiting.pop()
                future = client.submit(_timed, work, chunk, pure=False)
                given[future] = chunk
                completed.add(future)
            future = next(completed)
            chunk = given.pop(future)
            try:
                answer, worker, seconds = future.result()
            except distributed.KilledWorker:
                if len(chunk) > 1:
                    waiting += [[article] for article in reversed(chunk)]
                else:
                    yield chunk, None
                continue
            before = shares.get(worker, Share(0, 0))
            shares[worker] = Share(before.articles + len(chunk), before.seconds + seconds)
            if cluster.report is not None:
                cluster.report(shares)
            yield chunk, answer


def _timed(
    work: Callable[[Sequence[Article]], Answer], chunk: Sequence[Article]
) -> tuple[Answer, str, float]:
    """On a worker."""
    worker = _distributed().get_worker()
    with _one_at_a_time:
        begun = time.perf_counter()
        return work(chunk), str(worker.address), time.perf_counter() - begun


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ImportError as error:
        raise DatelineError(
            f"a cluster needs a package that is not installed: {error}",
            "dask.distributed",
            "pip install 'dateline[cluster]'",
        ) from error


@contextmanager
def _client(distributed: Any, address: str) -> Iterator[Any]:
    if address != LOCAL:
        try:
            client = distributed.Client(address, timeout=_PATIENCE_S)
        except (OSError, ValueError) as error:
            raise DatelineError(
                f"no cluster at {address}: {error}",
                "the address of a Dask scheduler, such as tcp://10.0.0.5:8786",
                "start one with `dask scheduler`, or use --cluster local",
            ) from error
        with client:
            yield client
        return
    with (
        distributed.LocalCluster(
            n_workers=os.cpu_count() or 1,
            threads_per_worker=1,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as local,
        distributed.Client(local) as client,
    ):
        yield client
