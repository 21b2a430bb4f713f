"""Extraction that may be stopped: what a few articles say is kept on disk before the next are read.

Run again, whatever stopped it, it reads only what is not there yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from uuid import uuid4

from dateline.assembly import article_key
from dateline.errors import DatelineError
from dateline.extraction.cluster import Cluster, on_cluster
from dateline.extraction.extractor import shared_extractor
from dateline.extraction.parts import Parts
from dateline.extraction.workers import CHUNK, KILLED, in_processes, processes_for
from dateline.findings import Article

__all__ = ["Kept", "read_into"]

Versions = dict[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run left at its place.

    Attributes:
        parts: All that was found.
        versions: Of gazetteer, language model, trained files and code.
        resumed: Articles that were there from a run before.
    """

    parts: Parts
    versions: Versions
    resumed: int


def read_into(
    place: str,
    articles: Sequence[Article],
    *,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cluster: Cluster | None = None,
) -> Kept:
    """Read articles and keep what they say.

    Args:
        place: A folder, or an address for fsspec, that all workers reach.
        articles: At least one.
        processes: As for `dateline.extraction.workers.read_all`.
        progress: Called with (articles done, articles in all).
        cluster: Where to read; None for this machine.

    Raises:
        ModelError, GazetteerError: As for `dateline.extraction.extractor.Extractor`.
        DatelineError: The workers of a cluster are not all of the same version.
        OSError: The disk refused.
    """
    work = partial(_keep, place, uuid4().hex)
    versions: Versions = {}
    killed: list[Article] = []
    done = resumed = 0
    for chunk, answer in _answers(work, articles, processes_for(articles, processes), cluster):
        if answer is None:
            killed += chunk
        else:
            before, found = answer
            if versions and versions != found:
                raise DatelineError(
                    f"workers of different versions: {_difference(versions, found)}",
                    "the same program, models and gazetteer on each",
                    "install the same ones everywhere, and run again",
                )
            versions, resumed = found, resumed + before
        done += len(chunk)
        if progress is not None:
            progress(done, len(articles))
    versions = versions or shared_extractor().provenance
    parts = Parts.of(place, versions)
    if killed:
        parts.write(killed, [KILLED] * len(killed))
    return Kept(parts, versions, resumed)


def _answers(
    work: Callable[[Sequence[Article]], tuple[int, Versions]],
    articles: Sequence[Article],
    processes: int,
    cluster: Cluster | None,
) -> Iterator[tuple[Sequence[Article], tuple[int, Versions] | None]]:
    if cluster is not None:
        yield from on_cluster(work, articles, cluster)
    elif processes == 1:
        for at in range(0, len(articles), CHUNK):
            yield articles[at : at + CHUNK], work(articles[at : at + CHUNK])
    else:
        for _, chunk, answer in in_processes(work, articles, processes):
            yield chunk, answer


def _keep(place: str, run: str, articles: Sequence[Article]) -> tuple[int, Versions]:
    """In a worker: read what is not kept yet.

    Args:
        place: Where to keep it.
        run: A name for this run, so that what is there is looked through once a run and worker.
        articles: A few.

    Returns:
        How many were kept already, and the versions of what read the others.
    """
    extractor = shared_extractor()
    versions = extractor.provenance
    parts = Parts.of(place, versions)
    known = _known(place, run, tuple(sorted(versions.items())))
    new = [article for article in articles if article_key(article) not in known]
    if new:
        parts.write(new, list(extractor.read_many(new)))
    return len(articles) - len(new), versions


@lru_cache(maxsize=1)
def _known(place: str, run: str, versions: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(Parts.of(place, dict(versions)).kept())


def _difference(first: Versions, second: Versions) -> str:
    names = sorted(name for name in {*first, *second} if first.get(name) != second.get(name))
    return "; ".join(f"{name} {first.get(name)} and {second.get(name)}" for name in names)
