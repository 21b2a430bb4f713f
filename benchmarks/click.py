"""One click: everything the page counts for one question, ours beside pandas groupby.

    python -m benchmarks.click              # 1k, 10k and 100k articles; writes benchmarks/click.txt
    python -m benchmarks.click 1000

Counted are totals, places (articles, texts, mentions, confidence), weeks of publication, weeks
spoken of, nine facets each without its own filter, and the first page of the list. Both answer the
same random questions in turn, in one process; every answer is compared before it is timed.
"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import pandas as pd

from benchmarks.synthetic import COUNTRIES, DAYS, FIRST_DAY, tables
from dateline import store
from dateline.corpus import Corpus
from dateline.findings import ROLES
from dateline.query import (
    FACETS,
    Query,
    Values,
    by_day,
    by_facets,
    by_place,
    narrow,
    page,
    spoken_by_day,
    totals,
)
from dateline.spoken import spoken_days

SIZES: Final = (1_000, 10_000, 100_000)
QUESTIONS: Final = 40
OUTPUT: Final = Path(__file__).with_suffix(".txt")

Answer = dict[str, Any]


def ours(corpus: Corpus, query: Query) -> Answer:
    """A click by the kernels of `dateline.query`."""
    selection = narrow(corpus, query)
    return {
        "totals": totals(corpus, selection),
        "places": by_place(corpus, selection),
        "weeks": by_day(corpus, selection, "week"),
        "spoken": spoken_by_day(corpus, selection, "week"),
        "facets": by_facets(corpus, query, selection=selection),
        "page": page(corpus, selection),
    }


class Groupby:
    """A click by pandas: categoricals, everything that can be joined beforehand is."""

    def __init__(self, corpus: Corpus, whole: dict[str, pd.DataFrame]) -> None:
        self.articles = whole["articles"].assign(
            week=corpus.articles["published"].dt.to_period("W").dt.start_time
        )
        by_article = self.articles.set_index("article_id")
        places = corpus.places.set_index("place_id")
        mentions = corpus.mentions
        self.mentions = mentions.assign(
            copy_group=by_article["copy_group"].to_numpy()[mentions["article_id"]],
            country=places["country_code"].reindex(mentions["place_id"]).to_numpy(),
        )
        days = spoken_days(corpus.dates)
        count = days.last - days.first + 1
        first = np.repeat(np.cumsum(count) - count, count)
        spoken = np.repeat(days.first, count) + np.arange(count.sum()) - first
        moments = pd.Series(spoken.astype("datetime64[D]").astype("datetime64[us]"))
        self.spoken = pd.DataFrame(
            {
                "article_id": np.repeat(days.articles, count),
                "week": moments.dt.to_period("W").dt.start_time,
            }
        ).drop_duplicates()
        self.names, self.quotes = corpus.names, corpus.quotes

    def __call__(self, query: Query) -> Answer:
        masks = self._masks(query)
        mentions = self.mentions[_all(masks, len(self.mentions))]
        left = self._articles(masks, query)
        articles = self.articles[left]
        placed = mentions[left[mentions["article_id"]] & (mentions["place_id"] >= 0).to_numpy()]
        groups = placed.groupby("place_id")
        said = self.spoken[left[self.spoken["article_id"]]]
        return {
            "articles": len(articles),
            "texts": articles["copy_group"].nunique(),
            "places": pd.DataFrame(
                {
                    "articles": groups["article_id"].nunique(),
                    "texts": groups["copy_group"].nunique(),
                    "mentions": groups.size(),
                    "confidence": groups["confidence"].mean(),
                }
            ),
            "weeks": articles.groupby("week").agg(
                articles=("article_id", "size"), texts=("copy_group", "nunique")
            ),
            "spoken": said.groupby("week")["article_id"].size(),
            "facets": {facet: self._facet(facet, masks, query) for facet in FACETS},
            "page": articles.sort_values("published", ascending=False, kind="stable").head(12),
        }

    def _masks(self, query: Query) -> dict[str, Any]:
        """What is asked for, as masks over mentions, by filter."""
        masks: dict[str, Any] = {}
        if query.roles:
            masks["roles"] = self.mentions["role"].isin(query.roles).to_numpy()
        if query.countries:
            masks["countries"] = self.mentions["country"].isin(query.countries.include).to_numpy()
        if query.places:
            wanted = [int(gid.removeprefix("synthetic:")) for gid in query.places.include]
            masks["places"] = self.mentions["place_id"].isin(wanted).to_numpy()
        return masks

    def _articles(self, masks: dict[str, Any], query: Query, without: str = "") -> Any:
        """Mask over articles."""
        keep = np.ones(len(self.articles), dtype=bool)
        first, last = query.published
        if first is not None and last is not None:
            published = self.articles["published"]
            after = pd.Timestamp(last) + pd.Timedelta(days=1)
            keep &= ((published >= pd.Timestamp(first)) & (published < after)).to_numpy()
        if query.sources and without != "sources":
            keep &= self.articles["source"].isin(query.sources.include).to_numpy()
        if {"countries", "places"} - {without} & set(masks):
            passing = _all({n: m for n, m in masks.items() if n != without}, len(self.mentions))
            keep &= (
                self.articles["article_id"].isin(self.mentions["article_id"][passing]).to_numpy()
            )
        return keep

    def _facet(self, facet: str, masks: dict[str, Any], query: Query) -> pd.Series[int]:
        left = self._articles(masks, query, without=facet)
        column = {"sources": "source", "languages": "language", "agencies": "agency"}.get(facet)
        if column:
            return self.articles[left].groupby(column, observed=True).size()
        if facet == "speaker_kinds":
            found, column = self.quotes, "speaker_kind"
        elif facet in ("people", "organisations"):
            kind = "person" if facet == "people" else "organisation"
            found, column = self.names[(self.names["kind"] == kind).to_numpy()], "canonical"
        else:
            others = {name: mask for name, mask in masks.items() if name != facet}
            found = self.mentions[_all(others, len(self.mentions))]
            column = {"roles": "role", "countries": "country", "places": "place_id"}[facet]
        found = found[left[found["article_id"]]]
        return found.groupby(column, observed=True)["article_id"].nunique()


def _all(masks: dict[str, Any], length: int) -> Any:
    """Where all masks hold."""
    return np.logical_and.reduce(list(masks.values())) if masks else np.ones(length, dtype=bool)


def same(mine: Answer, theirs: Answer) -> None:
    """Refuse to time two answers that differ.

    Raises:
        ValueError: Names the part that does.
    """
    places, weeks = mine["places"], mine["weeks"]
    pairs = {
        "articles": (mine["totals"].articles, theirs["articles"]),
        "texts": (mine["totals"].texts, theirs["texts"]),
        "spoken": (mine["spoken"]["articles"].tolist(), theirs["spoken"].tolist()),
        "page": (
            mine["page"]["published"].tolist()[:1],
            theirs["page"]["published"].tolist()[:1],
        ),
    }
    for column in ("articles", "texts", "mentions"):
        pairs[f"{column} by place"] = (places[column].tolist(), theirs["places"][column].tolist())
    for column in ("articles", "texts"):
        pairs[f"{column} by week"] = (weeks[column].tolist(), theirs["weeks"][column].tolist())
    for facet, counted in mine["facets"].items():
        wanted = theirs["facets"][facet]
        wanted = wanted.drop(-1, errors="ignore") if facet == "places" else wanted[wanted > 0]
        given = counted.loc[counted["value"] != "", "articles"]
        pairs[facet] = (given.tolist(), sorted(wanted, reverse=True))
    for name, (ours, pandas) in pairs.items():
        if ours != pandas:
            raise ValueError(f"{name}: ours {str(ours)[:60]}, pandas {str(pandas)[:60]}")


def questions(count: int, n_places: int, seed: int = 1) -> list[Query]:
    """The first as the page opens, the others with one to four filters."""
    rng = np.random.default_rng(seed)
    asked = [Query()]
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


def measure(n_articles: int, folder: Path) -> str:
    """One line of the table."""
    whole = tables(n_articles)
    store.write(
        folder,
        whole,
        name="Synthetic",
        provenance={},
        set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
    )
    corpus = Corpus.open(folder)
    groupby = Groupby(corpus, whole)
    asked = questions(QUESTIONS, len(corpus.places))
    took: dict[str, list[float]] = {"ours": [], "pandas": []}
    for query in asked:
        same(ours(corpus, query), groupby(query))
    for query in asked:
        took["ours"].append(_timed(partial(ours, corpus, query)))
        took["pandas"].append(_timed(partial(groupby, query)))
    mine, theirs = (np.percentile(took[name], [50, 95]) for name in ("ours", "pandas"))
    opened, theirs_opened = took["ours"][0], took["pandas"][0]
    ratio = float(np.median(np.divide(took["pandas"], took["ours"])))
    return (
        f"{n_articles:>9,} {len(corpus.mentions):>10,}"
        f" {mine[0]:>8.1f} {mine[1]:>8.1f} {theirs[0]:>10.1f} {theirs[1]:>8.1f}"
        f" {theirs[0] / mine[0]:>9.1f}x {ratio:>9.1f}x {opened:>10.1f} {theirs_opened:>8.1f}"
    )


def _timed(click: Callable[[], object]) -> float:
    """Milliseconds, the better of two."""
    runs = []
    for _ in range(2):
        begun = time.perf_counter()
        click()
        runs.append(1000 * (time.perf_counter() - begun))
    return min(runs)


def main(sizes: tuple[int, ...]) -> str:
    """The table, as text."""
    lines = [
        f"One click, milliseconds, {QUESTIONS} random questions, interleaved; every answer equal.",
        f"Python {platform.python_version()}, pandas {pd.__version__}, numpy {np.__version__}",
        "",
        " articles   mentions  ours p50      p95  pandas p50     p95  of p50s  median ratio"
        "  first view: ours, pandas",
    ]
    with TemporaryDirectory() as folder:
        lines += [measure(size, Path(folder) / str(size)) for size in sizes]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:])
    table = main(chosen or SIZES)
    print(table)
    if not chosen:
        OUTPUT.write_text(table, encoding="utf-8")
