"""One click by polars, from the same tables as pandas has."""

from __future__ import annotations

from typing import Any

import pandas as pd

from benchmarks.click_engines import COUNTS, Answer, Groupby
from dateline.query import FACETS, Query

__all__ = ["Polars"]


class Polars:
    """A click by lazy frames of polars, all collected at once."""

    def __init__(self, groupby: Groupby) -> None:
        import polars

        self.pl: Any = polars
        self.articles = polars.from_pandas(
            groupby.articles[
                [
                    *("article_id", "published", "source", "agency", "language"),
                    *("copy_group", "week"),
                ]
            ]
        )
        self.mentions = polars.from_pandas(groupby.mentions)
        self.spoken = polars.from_pandas(groupby.spoken)
        self.names, self.quotes = map(polars.from_pandas, (groupby.names, groupby.quotes))

    def __call__(self, query: Query) -> Answer:
        pl = self.pl
        left = self._left(query)
        ids = left.select("article_id")
        mentions = self._mentions(query).join(ids, on="article_id", how="semi")
        distinct = pl.col("article_id").n_unique().alias("articles")
        texts = pl.col("copy_group").n_unique().alias("texts")
        lazy = {
            "totals": left.select(pl.len().alias("articles"), texts),
            "places": mentions.filter(pl.col("place_id") >= 0)
            .group_by("place_id")
            .agg(distinct, texts, pl.len().alias("mentions"), pl.col("confidence").mean())
            .sort("place_id"),
            "weeks": left.drop_nulls("week")
            .group_by("week")
            .agg(pl.len().alias("articles"), texts)
            .sort("week"),
            "spoken": self.spoken.lazy()
            .join(ids, on="article_id", how="semi")
            .group_by("week")
            .len("articles")
            .sort("week"),
            "page": left.sort("published", descending=True, nulls_last=True).head(12),
            **{f"facet {facet}": self._facet(facet, query) for facet in FACETS},
        }
        return dict(zip(lazy, pl.collect_all(list(lazy.values())), strict=True))

    @staticmethod
    def plain(answer: Answer) -> dict[str, list[Any]]:
        """As lists."""
        return {
            "articles": answer["totals"]["articles"].to_list(),
            "texts": answer["totals"]["texts"].to_list(),
            "spoken": answer["spoken"]["articles"].to_list(),
            "page": [pd.Timestamp(day) for day in answer["page"]["published"].to_list()[:1]],
            **{f"{name} by place": answer["places"][name].to_list() for name in COUNTS},
            **{f"{name} by week": answer["weeks"][name].to_list() for name in COUNTS[:2]},
            **{
                facet: sorted(answer[f"facet {facet}"]["articles"], reverse=True)
                for facet in FACETS
            },
        }

    def _mentions(self, query: Query, without: str = "") -> Any:
        pl, lazy = self.pl, self.mentions.lazy()
        if query.roles and without != "roles":
            lazy = lazy.filter(pl.col("role").cast(pl.String).is_in(query.roles))
        if query.countries and without != "countries":
            lazy = lazy.filter(pl.col("country").cast(pl.String).is_in(query.countries.include))
        if query.places and without != "places":
            wanted = [int(gid.removeprefix("synthetic:")) for gid in query.places.include]
            lazy = lazy.filter(pl.col("place_id").is_in(wanted))
        return lazy

    def _left(self, query: Query, without: str = "") -> Any:
        pl, lazy = self.pl, self.articles.lazy()
        first, last = query.published
        if first is not None and last is not None:
            after = (pd.Timestamp(last) + pd.Timedelta(days=1)).to_pydatetime()
            published = pl.col("published")
            lazy = lazy.filter(
                (published >= pd.Timestamp(first).to_pydatetime()) & (published < after)
            )
        if query.sources and without != "sources":
            lazy = lazy.filter(pl.col("source").cast(pl.String).is_in(query.sources.include))
        active = {name for name in ("countries", "places") if getattr(query, name)}
        if active - {without}:
            passing = self._mentions(query, without).select("article_id")
            lazy = lazy.join(passing, on="article_id", how="semi")
        return lazy

    def _facet(self, facet: str, query: Query) -> Any:
        pl, left = self.pl, self._left(query, facet)
        column = {"sources": "source", "languages": "language", "agencies": "agency"}.get(facet)
        if column:
            return left.drop_nulls(column).group_by(column).len("articles")
        if facet == "speaker_kinds":
            found, column = self.quotes.lazy(), "speaker_kind"
        elif facet in ("people", "organisations"):
            kind = "person" if facet == "people" else "organisation"
            found, column = self.names.lazy().filter(pl.col("kind") == kind), "canonical"
        else:
            found = self._mentions(query, facet)
            column = {"roles": "role", "countries": "country", "places": "place_id"}[facet]
        if column == "place_id":
            found = found.filter(pl.col(column) >= 0)
        found = found.drop_nulls(column).join(
            left.select("article_id"), on="article_id", how="semi"
        )
        return found.group_by(column).agg(pl.col("article_id").n_unique().alias("articles"))
