"""How long a corpus takes to open with corrections, and to follow one more.

python -m benchmarks.corrections            # 100k articles, 1,000 corrections; writes .txt
python -m benchmarks.corrections 10000
"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.synthetic import tables
from dateline import store
from dateline.corpus import Corpus
from dateline.corrections import NOT_A_PLACE, Correction, ledger
from dateline.query import Query, by_place, narrow

ARTICLES: Final = 100_000
CORRECTIONS: Final = 1_000
RUNS: Final = 5
OUTPUT: Final = Path(__file__).with_suffix(".txt")


def corrections(corpus: Corpus, many: int) -> list[Correction]:
    """A third each of single mentions, of surfaces in an article, and of surfaces everywhere."""
    chance = np.random.default_rng(4)
    table = corpus.table("mentions", ["article_id", "start", "end", "surface"])
    rows = table.iloc[chance.choice(len(table), many, replace=False)].to_dict("records")
    keys = corpus.column("articles", "key")
    ids = corpus.gazetteer_ids
    made = []
    for number, row in enumerate(rows):
        place = NOT_A_PLACE if number % 10 == 0 else str(ids[int(chance.integers(len(ids)))])
        scope = ("mention", "article", "surface")[number % 3]
        key = "" if scope == "surface" else keys.iat[row["article_id"]]
        start, end = (row["start"], row["end"]) if scope == "mention" else (-1, -1)
        made.append(Correction(scope, key, start, end, row["surface"], place))  # type: ignore[arg-type]
    return made


def median_of(run: Callable[[], object]) -> float:
    """Seconds of processor time, the median of some runs; files are in the cache."""
    taken = []
    for _ in range(RUNS):
        begin = time.process_time()
        run()
        taken.append(time.process_time() - begin)
    return float(np.median(taken))


def main() -> None:
    """Measure, print, and write what was printed when it is the whole."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)

        whole = tables(articles)
        places = whole["mentions"]["place_id"].astype("str")
        whole["mentions"]["surface"] = ("Place " + places).astype("str")  # one name, one place
        store.write(
            folder,
            whole,
            name="synthetic",
            provenance={},
            set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
        )
        plain = Corpus.open(folder)
        lines = [
            f"{platform.python_version()} on {platform.machine()}; {articles:,} articles, "
            f"{len(plain.mentions):,} mentions; seconds of processor time, median of {RUNS}",
            f"open without corrections             {median_of(lambda: Corpus.open(folder)):7.3f} s",
        ]
        made = corrections(plain, CORRECTIONS)
        ledger.add(folder, made)
        opened = Corpus.open(folder)
        touched = sum(many or 0 for many in opened.touched)
        one_more = Correction("surface", surface=made[2].surface, place=NOT_A_PLACE)

        def followed() -> None:
            after = opened.put_right([*opened.corrections, one_more])
            by_place(after, narrow(after, Query()))

        lines += [
            f"open with {CORRECTIONS:,} corrections          "
            f"{median_of(lambda: Corpus.open(folder)):7.3f} s   ({touched:,} mentions decided)",
            f"one more, to counts by place         {median_of(followed):7.3f} s",
            f"how much three more would touch      "
            f"{median_of(lambda: opened.reach([one_more] * 3)):7.3f} s",
        ]
    print("\n".join(lines))
    if articles == ARTICLES:
        OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
