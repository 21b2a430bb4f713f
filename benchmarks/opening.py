"""A large corpus opened in a fresh process: CPU time of opening and of clicks, and memory.

    python -m benchmarks.opening              # 1 M articles, 12 M mentions; writes opening.txt
    python -m benchmarks.opening 100000

CPU time of the one thread that does it, so that what else the machine does counts little.
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from benchmarks.click_engines import ours
from benchmarks.synthetic import COUNTRIES, tables
from dateline import store
from dateline.corpus import Corpus
from dateline.query import Query, Values

OUT: Final = Path(__file__).parent / "out"
OUTPUT: Final = Path(__file__).with_suffix(".txt")
SIZE: Final = 1_000_000

ASKED: Final = {
    "unfiltered": Query(),
    "90 days": Query(published=(date(2021, 1, 1), date(2021, 3, 31))),
    "a country, two roles": Query(countries=Values((COUNTRIES[3],)), roles=("event", "setting")),
}


def folder_of(n_articles: int) -> Path:
    """A synthetic corpus, made if it is not there yet."""
    folder = OUT / f"synthetic-{n_articles}"
    if not (folder / store.MANIFEST).exists():
        store.write(
            folder,
            tables(n_articles),
            name="Synthetic",
            provenance={},
            set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
        )
    return folder


def main(n_articles: int) -> str:
    """What it took, as text."""
    folder = folder_of(n_articles)
    begun = time.process_time()
    corpus = Corpus.open(folder)
    lines = [
        f"{n_articles:,} articles, {len(corpus.mentions):,} mentions; seconds of CPU time",
        f"opened                  {time.process_time() - begun:6.2f}   {_memory()}",
    ]
    begun = time.process_time()
    ours(corpus, Query())
    lines.append(f"first click             {time.process_time() - begun:6.2f}   {_memory()}")
    for name, query in ASKED.items():
        times = []
        for _ in range(7):
            begun = time.process_time()
            ours(corpus, query)
            times.append(time.process_time() - begun)
        lines.append(f"click, {name:<17}{sorted(times)[3]:6.3f}   {_memory()}")
    return "\n".join(lines) + "\n"


def _memory() -> str:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    now = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{now / 1e6:.2f} GB of memory, at most {most / 1e6:.2f} until then"


if __name__ == "__main__":
    size = int(sys.argv[1]) if sys.argv[1:] else SIZE
    folder_of(size)  # in memory of its own only if it has to be made
    report = main(size)
    print(report)
    if not sys.argv[1:]:
        OUTPUT.write_text(report, encoding="utf-8")
