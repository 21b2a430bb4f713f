"""What others do for one click, by the same questions: pandas and DuckDB."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd

from dateline.codes.spoken import spoken_days
from dateline.corpus import Corpus
from dateline.query import FACETS, Query, by_day, by_facets, by_place, narrow, page, totals
from dateline.query import spoken_by_day as spoken_by_bin

__all__ = ["COUNTS", "Answer", "DuckDB", "Groupby", "ours", "plain"]

Answer = dict[str, Any]

COUNTS: Final = ("articles", "texts", "mentions")


def ours(corpus: Corpus, query: Query) -> Answer:
    """A click by `dateline.query`: kernels in memory, or DuckDB where memory ends."""
    selection = narrow(corpus, query)
    return {
        "totals": totals(corpus, selection),
        "places": by_place(corpus, selection),
        "weeks": by_day(corpus, selection, "week"),
        "spoken": spoken_by_bin(corpus, selection, "week"),
        "facets": by_facets(corpus, query, selection=selection),
        "page": page(corpus, selection),
    }


def plain(answer: Answer) -> dict[str, list[Any]]:
    """Our answer as lists that others' are compared with."""
    places, weeks = answer["places"], answer["weeks"]
    return {
        "articles": [answer["totals"].articles],
        "texts": [answer["totals"].texts],
        "spoken": answer["spoken"]["articles"].tolist(),
        "page": answer["page"]["published"].tolist()[:1],
        **{f"{name} by place": places[name].tolist() for name in COUNTS},
        **{f"{name} by week": weeks[name].tolist() for name in COUNTS[:2]},
        **{
            facet: counted["articles"][counted["value"] != ""].tolist()
            for facet, counted in answer["facets"].items()
        },
    }


class DuckDB:
    """The questions of `dateline.query.large`, on DuckDB's own tables in memory or on Parquet."""

    def __init__(self, corpus: Corpus, *, in_memory: bool) -> None:
        from dateline.query.disk import tables_of

        self.corpus = corpus
        tables = tables_of(corpus)
        if in_memory:
            for name in ("mentions", "dates", "quotes", "names"):
                ask = tables._connection.execute
                ask(f"CREATE TABLE held_{name} AS FROM {name}")
                ask(f"DROP VIEW {name}")
                ask(f"ALTER TABLE held_{name} RENAME TO {name}")

    def __call__(self, query: Query) -> Answer:
        return ours(self.corpus, query)

    plain = staticmethod(plain)


class Groupby:
    """A click by pandas: categoricals, everything that can be joined beforehand is."""

    def __init__(self, corpus: Corpus) -> None:
        self.articles = corpus.articles.assign(
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

    @staticmethod
    def plain(answer: Answer) -> dict[str, list[Any]]:
        """As lists."""
        facets = {}
        for name, counted in answer["facets"].items():
            counted = counted.drop(-1, errors="ignore") if name == "places" else counted
            facets[name] = sorted(counted[counted > 0], reverse=True)
        return {
            "articles": [answer["articles"]],
            "texts": [answer["texts"]],
            "spoken": answer["spoken"].tolist(),
            "page": answer["page"]["published"].tolist()[:1],
            **{f"{name} by place": answer["places"][name].tolist() for name in COUNTS},
            **{f"{name} by week": answer["weeks"][name].tolist() for name in COUNTS[:2]},
            **facets,
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
            size: pd.Series[int] = self.articles[left].groupby(column, observed=True).size()
            return size
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
        counted: pd.Series[int] = found.groupby(column, observed=True)["article_id"].nunique()
        return counted


def _all(masks: dict[str, Any], length: int) -> Any:
    """Where all masks hold."""
    return np.logical_and.reduce(list(masks.values())) if masks else np.ones(length, dtype=bool)
