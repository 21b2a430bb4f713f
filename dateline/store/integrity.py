"""What must hold between the tables of one corpus, beyond the schema of each.

Article ids are dense and in time order, undated last; every article has one text; the tables of
findings are sorted by article, mentions by (article, place); no row points to an article or place
that is not there. The counting kernels and the reading of one article's rows live on this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from dateline.errors import SchemaError
from dateline.tables import (
    ARTICLES,
    DATES,
    MENTIONS,
    NAMES,
    PLACES,
    QUOTES,
    SCHEMAS,
    TEXTS,
    check,
    empty,
)

__all__ = ["FINDINGS", "arranged"]

FINDINGS: Final = (MENTIONS, DATES, QUOTES, NAMES)
"""The tables with many rows an article."""


def arranged(tables: Mapping[str, pd.DataFrame], *, where: str = "") -> dict[str, pd.DataFrame]:
    """Check the tables of one corpus against each other and put their rows in order.

    Args:
        tables: By the schema's name; a table of findings that is not there is taken as empty.
        where: File or function they came from, for the message.

    Returns:
        All tables, findings sorted by article (mentions by article, place, start), the index of
        each 0..n-1.

    Raises:
        SchemaError: A table is not as its schema says, or points to what is not there.
    """
    whole = {
        schema.name: check(tables[schema.name], schema, where=where)
        if schema.name in tables
        else empty(schema)
        for schema in SCHEMAS
    }
    articles, places = whole[ARTICLES.name], whole[PLACES.name]
    _dense(articles["article_id"], "articles", where)
    _in_time_order(articles["published"], where)
    _dense(places["place_id"], "places", where)
    _once(places["gazetteer_id"], where)
    texts = whole[TEXTS.name].sort_values("article_id", kind="stable")
    if not np.array_equal(texts["article_id"], articles["article_id"]):
        raise SchemaError(
            f"{_at(where)}table texts has {len(texts)} rows",
            f"one row for each of the {len(articles)} articles",
            "write a text, if an empty one, for every article",
        )
    whole[TEXTS.name] = texts
    for schema in FINDINGS:
        by = ["article_id", *(("place_id", "start") if schema is MENTIONS else ("start",))]
        whole[schema.name] = whole[schema.name].sort_values(by, kind="stable")
        _within(whole[schema.name]["article_id"], len(articles), schema.name, "article_id", where)
    _within(whole[MENTIONS.name]["place_id"], len(places), "mentions", "place_id", where)
    for name in ("focus_place", "dateline_place"):
        _within(articles[name], len(places), "articles", name, where)
    return {name: frame.reset_index(drop=True) for name, frame in whole.items()}


def _dense(ids: pd.Series[int], table: str, where: str) -> None:
    wrong = np.flatnonzero(ids.to_numpy() != np.arange(len(ids)))
    if len(wrong):
        raise SchemaError(
            f"{_at(where)}table {table}, row {wrong[0]} has id {ids.iloc[wrong[0]]}",
            "ids 0, 1, 2 … in the order of the rows",
            "number the rows again",
        )


def _once(gazetteer_ids: pd.Series[str], where: str) -> None:
    again = gazetteer_ids.duplicated()
    if again.any():
        first = int(again.to_numpy().argmax())
        raise SchemaError(
            f"{_at(where)}table places, row {first} is {gazetteer_ids.iloc[first]!r} once more",
            "each place once",
            "join the rows and number the places again",
        )


def _in_time_order(published: pd.Series[pd.Timestamp], where: str) -> None:
    if not published.is_monotonic_increasing:
        dated = published.to_numpy().astype("datetime64[us]").astype(np.int64)
        dated[published.isna().to_numpy()] = np.iinfo(np.int64).max
        wrong = np.flatnonzero(dated[1:] < dated[:-1])
        if len(wrong):
            raise SchemaError(
                f"{_at(where)}table articles, row {wrong[0] + 1} is older than the one above",
                "articles in time order, undated last",
                "sort them and number them again",
            )


def _within(ids: pd.Series[int], count: int, table: str, column: str, where: str) -> None:
    wrong = np.flatnonzero(ids.to_numpy() >= count)
    if len(wrong):
        raise SchemaError(
            f"{_at(where)}table {table}, column {column!r}, row {wrong[0]}: {ids.iloc[wrong[0]]}",
            f"an id below {count}",
            "leave out rows that point to nothing",
        )


def _at(where: str) -> str:
    return f"{where}: " if where else ""
