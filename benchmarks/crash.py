"""Ingests killed at random moments: is the corpus whole, and does the next run go on from there?

    python -m benchmarks.crash          # 100 kills, some minutes; writes benchmarks/crash.txt
    python -m benchmarks.crash 5

Articles are added to a corpus by `dateline.build.add` in a process of its own, which is killed by
SIGKILL at a moment drawn evenly over the time that a whole run takes. After each kill every byte of
the corpus is read again: it must be the one of before, or the new one if it had been switched, to
the fingerprint that its manifest names; and what had been read of the new articles is still there.
Then the same is run again, and killed again, until it comes to its end; and the next articles are
added. The processes are forked from one that has the language model loaded already, so that the
moments fall into reading and writing.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
import pandas as pd

from dateline import store
from dateline.build import add, build
from dateline.extraction import parts
from dateline.extraction.parts import Parts
from dateline.extraction.storage import storage_at
from dateline.store.fingerprint import fingerprint
from dateline.store.generation import open_generation
from dateline.store.parquet import to_arrow
from dateline.tables import SCHEMAS

KILLS: Final = 100
ARTICLES: Final = 64
OUTPUT: Final = Path(__file__).with_suffix(".txt")
SEED: Final = 7

_PLACES: Final = ("Idlib", "Homs", "Aleppo", "Suva", "Kharkiv", "Geneva", "Tripoli", "Raqqa")
_LINES: Final = (
    "Shells fell on {0} at noon, said Mira Osgood of Orchard Relief.",
    "“Water comes by cart,” a driver said in {0} on 3 December 2016.",
    "Talks were held in {1} while buses left {0}.",
    "A choir in {1} sang for {0}, where classes began again.",
    "Nothing was heard from {0}, and little from {1}, the paper wrote.",
)


@dataclass(frozen=True)
class _Run:
    process: BaseProcess
    answer: Connection


class Runs:
    """A corpus that grows, and what is known of it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._rng = folder, np.random.default_rng(SEED)
        self.corpus = folder / "corpus"
        self.batch = 0
        self.seen: Counter[str] = Counter()
        self.faults: list[str] = []
        self.manifest: store.Manifest
        build([self._source(0)], self.corpus, processes=1)
        self._next()
        self.whole_s = np.inf
        self.kill()

    def kill(self) -> bool:
        """Run, and kill; False where the run came to its end before."""
        kept, begun = self._kept(), time.perf_counter()
        with self._started() as run:
            moment = self._rng.uniform(0, 1.05) * self.whole_s
            run.process.join(None if np.isinf(moment) else moment)
            if run.process.is_alive():
                run.process.kill()
                run.process.join()
                self._examine(kept)
                return True
            self._finished(run, kept)
        if not kept:
            self.whole_s = time.perf_counter() - begun
        return False

    def finish(self) -> None:
        """Run to the end, and hold it against a build that nobody stopped."""
        self.whole_s = np.inf
        self.kill()
        other = self._folder / "other"
        build([self._source(number) for number in range(self.batch)], other, processes=1)
        if _fingerprint(other, bare=True) != _fingerprint(self.corpus, bare=True):
            self.faults.append("the corpus is not what a build at once gives")

    @contextmanager
    def _started(self) -> Iterator[_Run]:
        forking = multiprocessing.get_context("fork")
        here, there = forking.Pipe(duplex=False)
        process = forking.Process(target=_add, args=(self._source(self.batch), self.corpus, there))
        process.start()
        there.close()
        with here:
            yield _Run(process, here)

    def _finished(self, run: _Run, kept: int) -> None:
        if run.process.exitcode or not run.answer.poll():
            self.faults.append(f"a run ended with {run.process.exitcode}")
            return
        new, resumed = run.answer.recv()
        if new and resumed != kept:
            self.faults.append(f"{kept} articles were kept, {resumed} were taken from there")
        self._next()

    def _examine(self, kept: int) -> None:
        now, before = store.read_manifest(self.corpus), self.manifest
        if now.generation != before.generation:
            self.seen["after the new corpus had been switched to"] += 1
        elif any((self.corpus / "generations").glob("*.incoming")):
            self.seen["while the new corpus was being written"] += 1
        elif self._kept() == ARTICLES:
            self.seen["when all had been read and nothing was written yet"] += 1
        elif self._kept() > kept:
            self.seen["after some more articles had been read"] += 1
        else:
            self.seen["before more articles had been read"] += 1
        switched = now.generation != before.generation
        articles = before.counts["articles"] + ARTICLES * switched
        if now.counts["articles"] != articles:
            self.faults.append(f"{now.counts['articles']} articles instead of {articles}")
        if _fingerprint(self.corpus) != now.fingerprint:
            self.faults.append("the tables are not those that the manifest names")
        if self._kept() < kept and now.generation == before.generation:
            self.faults.append(f"{kept} articles were kept before, {self._kept()} now")
        self.manifest = now

    def _next(self) -> None:
        self.manifest = store.read_manifest(self.corpus)
        self.batch += 1

    def _kept(self) -> int:
        folder = self.corpus / parts.FOLDER
        versions = [path for path in folder.glob("*") if path.is_dir()]
        return sum(len(Parts(storage_at(str(path))).kept()) for path in versions)

    def _source(self, number: int) -> Path:
        path = self._folder / f"{number}.csv"
        if not path.exists():
            _articles(number).to_csv(path, index=False)
        return path


def _add(source: Path, corpus: Path, answer: Connection) -> None:
    built = add([source], corpus, processes=1)
    answer.send((built.new, built.resumed))


def _articles(batch: int) -> pd.DataFrame:
    rng = np.random.default_rng(batch)
    rows = []
    for number in range(ARTICLES):
        chosen = rng.choice(_LINES, 6)
        lines = [line.format(*rng.choice(_PLACES, 2, replace=False)) for line in chosen]
        day = f"2016-{1 + number % 12:02}-{1 + number % 28:02}"
        rows.append((f"Title {batch}.{number}", " ".join(lines), day, "Levant Desk"))
    return pd.DataFrame(rows, columns=["title", "text", "published", "source"])


def _fingerprint(corpus: Path, *, bare: bool = False) -> str:
    """Of every byte of it, read again; bare of which file an article came from, and of versions."""
    generation = open_generation(corpus)
    tables = {}
    for schema in SCHEMAS:
        further = generation.further if schema.further else ()
        columns = [*(column.name for column in schema.columns), *further]
        columns = [name for name in columns if not (bare and name == "file")]
        tables[schema.name] = to_arrow(generation.table(schema, columns), schema)
    return fingerprint(tables, {} if bare else generation.manifest.provenance)


def main(kills: int) -> str:
    """What came of it, as text."""
    with TemporaryDirectory() as folder:
        runs = Runs(Path(folder))
        killed = ended = 0
        begun = time.perf_counter()
        while killed < kills:
            if runs.kill():
                killed += 1
            else:
                ended += 1
            print(f"{killed} kills", *runs.faults, end="\r", file=sys.stderr)
        runs.finish()
        lines = [
            f"An ingest of {ARTICLES} articles killed by SIGKILL at {kills} random moments.",
            f"Faults: {len(runs.faults)}. Runs that came to their end in between: {ended + 1}.",
            "After each kill the corpus was read whole and had the fingerprint its manifest names; "
            "what was kept of the",
            "articles read so far was taken from there by the next run; the last corpus is to the "
            "byte the one that a build",
            "of the same files at once gives.",
            "",
            *(f"{count:>4}  killed {moment}" for moment, count in runs.seen.most_common()),
            *runs.faults,
            f"\n{time.perf_counter() - begun:.0f} s",
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    asked = int(sys.argv[1]) if sys.argv[1:] else KILLS
    report = main(asked)
    print(report)
    if not sys.argv[1:]:
        OUTPUT.write_text(report, encoding="utf-8")
