"""Full text: the best fifty, and all, that match; ours beside SQLite FTS5.

    python -m benchmarks.search             # 10k and 100k articles; writes benchmarks/search.txt
    python -m benchmarks.search 10000

Both indexes lie on disk, stem English words and answer the same questions in turn, in one process;
every answer is compared before it is timed. Each question is timed once, so that nothing is
remembered. FTS5 holds no texts (`content=''`), which is its fastest form.
"""

from __future__ import annotations

import platform
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.synthetic import tables
from dateline import store
from dateline.corpus import Corpus
from dateline.query.search import matching, ranked

SIZES: Final = (10_000, 100_000)
WORDS: Final = 300
"""In a text."""

QUESTIONS: Final = 15
PAGE: Final = 50
OUTPUT: Final = Path(__file__).with_suffix(".txt")

_ALL: Final = "SELECT rowid FROM articles WHERE articles MATCH ?"
_BEST: Final = f"{_ALL} ORDER BY rank LIMIT {PAGE}"


def fts5(path: Path, whole: dict[str, pd.DataFrame]) -> sqlite3.Connection:
    """The same articles in SQLite."""
    base = sqlite3.connect(path)
    base.execute(
        "CREATE VIRTUAL TABLE articles USING fts5("
        "title, text, content='', tokenize='porter unicode61')"
    )
    rows = zip(
        range(len(whole["texts"])), whole["articles"]["title"], whole["texts"]["text"], strict=True
    )
    base.executemany("INSERT INTO articles(rowid, title, text) VALUES (?, ?, ?)", rows)
    base.execute("INSERT INTO articles(articles) VALUES ('optimize')")
    base.commit()
    return base


def questions(whole: dict[str, pd.DataFrame]) -> dict[str, list[str]]:
    """Questions of each kind; their words end in `a`, where both stemmers agree."""
    sample = whole["texts"]["text"].iloc[:: max(1, len(whole["texts"]) // 1_000)]
    held = Counter(word for text in sample for word in set(text.split()) if word.endswith("a"))
    by_share = sorted(held, key=lambda word: abs(held[word] / len(sample) - 0.5))
    common = by_share[:QUESTIONS]
    others = by_share[QUESTIONS : 2 * QUESTIONS]
    pairs = list(zip(common, others, strict=True))
    return {
        "a common word": common,
        "a rare word": sorted(held, key=lambda word: (held[word], word))[:QUESTIONS],
        "two words": [f"{first} AND {second}" for first, second in pairs],
        "a phrase": [f'"{first} {second}"' for first, second in pairs],
    }


def measure(count: int, folder: Path) -> list[str]:
    """The lines of the table for one size."""
    whole = tables(count, words=WORDS)
    empty = pd.DataFrame(columns=list(store.SET_ASIDE))
    store.write(folder, whole, name="Synthetic", provenance={}, set_aside=empty)
    corpus, base = Corpus.open(folder), fts5(folder / "fts5.sqlite", whole)
    lines = []
    for kind, asked in questions(whole).items():
        matches = [_compared(corpus, base, words) for words in asked]
        took: dict[str, list[float]] = {name: [] for name in ("ours", "fts5", "all", "fts5 all")}
        for words in asked:
            took["ours"].append(_timed(partial(ranked, corpus, words, limit=PAGE)))
            took["fts5"].append(_timed(partial(_rows, base, _BEST, words)))
            took["all"].append(_timed(partial(matching, corpus, words)))
            took["fts5 all"].append(_timed(partial(_rows, base, _ALL, words)))
        best, fts, every, fts_every = (float(np.median(times)) for times in took.values())
        lines.append(
            f"{count:>9,}  {kind:<14}{int(np.median(matches)):>8,}"
            f"{best:>9.2f}{fts:>9.2f}{fts / best:>8.1f}x"
            f"{every:>10.2f}{fts_every:>9.2f}{fts_every / every:>8.1f}x"
        )
    base.close()
    return lines


def _compared(corpus: Corpus, base: sqlite3.Connection, words: str) -> int:
    """How many match.

    Raises:
        ValueError: The two do not find the same articles.
    """
    mine = sorted(ranked(corpus, words, limit=len(corpus.articles)).tolist())
    theirs = sorted(number for (number,) in _rows(base, _ALL, words))
    if mine != theirs:
        raise ValueError(f"{words}: ours {len(mine)}, FTS5 {len(theirs)}")
    return len(mine)


def _rows(base: sqlite3.Connection, statement: str, words: str) -> list[tuple[int]]:
    return base.execute(statement, (words,)).fetchall()


def _timed(search: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    search()
    return 1000 * (time.perf_counter() - begun)


def main(sizes: tuple[int, ...]) -> str:
    """The table, as text."""
    lines = [
        f"Full text, milliseconds, median of {QUESTIONS} questions of a kind, {WORDS} words a text;"
        " interleaved, the same found.",
        f"Python {platform.python_version()}, tantivy {version('tantivy')},"
        f" SQLite {sqlite3.sqlite_version}",
        "",
        f" articles  searched for     match  best {PAGE}     FTS5             all     FTS5",
    ]
    with TemporaryDirectory() as folder:
        for size in sizes:
            lines += measure(size, Path(folder) / str(size))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:])
    table = main(chosen or SIZES)
    print(table)
    if not chosen:
        OUTPUT.write_text(table, encoding="utf-8")
