"""One click: everything the page counts for one question, ours beside pandas, polars and DuckDB.

    pip install -r benchmarks/click-requirements.txt    # polars, only for this
    python -m benchmarks.click              # 1k to 1M articles; writes benchmarks/click.txt
    python -m benchmarks.click 1000

Counted are totals, places (articles, texts, mentions, confidence), weeks of publication, weeks
spoken of, nine facets each without its own filter, and the first page of the list. All answer the
same random questions in turn, in one process; every answer is compared with ours. The corpora are
kept in `benchmarks/out`.
"""

from __future__ import annotations

import os
import platform
import resource
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from benchmarks.click_engines import Answer, DuckDB, Groupby, ours, plain
from benchmarks.click_polars import Polars
from benchmarks.opening import OUT, folder_of
from benchmarks.synthetic import COUNTRIES, DAYS, FIRST_DAY
from dateline.corpus import Corpus
from dateline.findings import ROLES
from dateline.query import Query, Values
from dateline.store.beyond import LIMIT

SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
QUESTIONS: Final = {1_000: 30, 10_000: 20, 100_000: 12}
FEW: Final = 5
OUTPUT: Final = Path(__file__).with_suffix(".txt")

Engine = Callable[[Query], Answer]


def questions(count: int, n_places: int, seed: int = 1) -> list[Query]:
    """As the page opens, 90 days of it, a country in two roles; the others with random filters."""
    rng = np.random.default_rng(seed)
    asked = [
        Query(),
        Query(published=(date(2021, 1, 1), date(2021, 3, 31))),
        Query(countries=Values((COUNTRIES[3],)), roles=("event", "setting")),
    ]
    while len(asked) < count:
        published: Any = (None, None)
        if rng.random() < 0.5:
            first = FIRST_DAY.astype("datetime64[D]").item() + timedelta(int(rng.integers(DAYS)))
            published = (first, first + timedelta(int(rng.choice([30, 90, 365, 900]))))
        sources = [f"Source {n:03d}" for n in rng.choice(30, 3)]
        countries = [COUNTRIES[n] for n in rng.choice(12, 2)]
        places = [f"synthetic:{n}" for n in rng.choice(min(50, n_places), 2)]
        roles = list(rng.choice(ROLES, 2))
        asked.append(
            Query(
                published=published,
                sources=Values(tuple(sources) if rng.random() < 0.3 else ()),
                countries=Values(tuple(countries) if rng.random() < 0.35 else ()),
                places=Values(tuple(places) if rng.random() < 0.2 else ()),
                roles=tuple(roles) if rng.random() < 0.2 else ("event",),
            )
        )
    return asked


def opened(n_articles: int) -> tuple[Corpus, str]:
    """A synthetic corpus, made if it is not there yet, and what opening it took."""
    folder = folder_of(n_articles)
    begun, cpu = time.perf_counter(), time.process_time()
    corpus = Corpus.open(folder)
    took, cpu = time.perf_counter() - begun, time.process_time() - cpu
    begun = time.perf_counter()
    ours(corpus, Query())
    first = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return corpus, (
        f"{n_articles:>9,} articles: opened in {took:.1f} s ({cpu:.1f} s of CPU), first click "
        f"{first:.1f} s, at most {memory:.2f} GB of memory until then"
    )


def engines(corpus: Corpus, folder: Path) -> dict[str, Engine]:
    """All that answer, ours first."""
    os.environ[LIMIT] = "0"
    on_disk, held = Corpus.open(folder), Corpus.open(folder)
    del os.environ[LIMIT]
    groupby = Groupby(corpus)
    return {
        "ours": lambda query: ours(corpus, query),
        "pandas": groupby,
        "polars": Polars(groupby),
        "DuckDB": DuckDB(held, in_memory=True),
        "on Parquet": DuckDB(on_disk, in_memory=False),
    }


def measure(n_articles: int, corpus: Corpus) -> tuple[str, dict[str, float]]:
    """A block of the table, and the median of each engine in milliseconds."""
    answering = engines(corpus, OUT / f"synthetic-{n_articles}")
    asked = questions(QUESTIONS.get(n_articles, FEW), len(corpus.places))
    took: dict[str, list[float]] = {name: [] for name in answering}
    for query in asked:
        runs: dict[str, list[float]] = {name: [] for name in answering}
        for _ in range(2):
            for name, engine in answering.items():
                begun = time.perf_counter()
                answer = engine(query)
                runs[name].append(1000 * (time.perf_counter() - begun))
                given = getattr(engine, "plain", plain)(answer)
                if name == "ours":
                    mine = given
                elif given != mine:
                    part = next(key for key in mine if mine[key] != given[key])
                    raise ValueError(f"{name}, {query}: {part} {mine[part]} {given[part]}"[:400])
        for name, times in runs.items():
            took[name].append(min(times))
    lines = []
    for name, times in took.items():
        ratio = float(np.median(np.divide(times, took["ours"])))
        spread = " ".join(f"{value:>8.1f}" for value in np.percentile(times, [50, 95]))
        shown = " ".join(f"{value:>9.1f}" for value in times[:3])
        lines.append(f"{n_articles:>9,} {name:<11} {spread} {ratio:>7.1f}x {shown}")
    return "\n".join(lines), {name: float(np.median(times)) for name, times in took.items()}


def plot(medians: dict[int, dict[str, float]]) -> list[str]:
    """How the median grows, one mark a factor of 1.25 above a millisecond."""
    lines = []
    for name in next(iter(medians.values())):
        lines.append(name)
        for size, found in medians.items():
            length = max(1, round(np.log(max(found[name], 1)) / np.log(1.25)))
            lines.append(f"  {size:>9,} {'▇' * length} {found[name]:,.0f} ms")
    return lines


def main(sizes: tuple[int, ...]) -> str:
    """The table, as text."""
    blocks: list[str] = []
    opening: list[str] = []
    medians: dict[int, dict[str, float]] = {}
    for size in sizes:
        corpus, said = opened(size)
        opening.append(said)
        block, medians[size] = measure(size, corpus)
        blocks.append(block)
        print(said, block, sep="\n", file=sys.stderr)
    import duckdb
    import polars

    versions = (
        f"Python {platform.python_version()}, pandas {pd.__version__}, numpy {np.__version__}, "
        f"polars {polars.__version__}, DuckDB {duckdb.__version__}"
    )
    return (
        "\n".join(
            [
                "One click, milliseconds; random questions, engines in turn, every answer equal.",
                f"{versions}; {os.cpu_count()} cores, load {os.getloadavg()[1]:.0f} while it ran",
                "",
                " articles engine           p50      p95 × ours  unfiltered   90 days  country",
                *blocks,
                "",
                *opening,
                "",
                "How the median grows (logarithmic):",
                *plot(medians),
            ]
        )
        + "\n"
    )


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:])
    table = main(chosen or SIZES)
    print(table)
    if not chosen:
        OUTPUT.write_text(table, encoding="utf-8")
