"""Counts over a corpus whose findings stay on disk: the kernels' results, by DuckDB over Parquet.

Articles and places are in memory, so a selection of articles is a mask here too; what each of them
mentions, names, quotes and speaks of is read from the files of its generation when it is counted.
"""

# ruff: noqa: S608 — questions are made of constants here and numbers; values come as tables.

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from dateline.codes import SLOTS
from dateline.codes.bins import Bin
from dateline.codes.columns import Ints, Longs, Mask
from dateline.findings import ROLES, SPEAKER_KINDS
from dateline.query.disk import NAMED, SPOKEN, Tables, id_table, in_roles
from dateline.query.selection import Rows, Selection

__all__ = ["LargeSelection"]

_BINS: Final = {
    "day": "{0}",
    "week": "(({0} + 3) // 7)::INTEGER",
    "month": "(datediff('month', DATE '1970-01-01', DATE '1970-01-01' + {0}))::INTEGER",
}
"""Number of the bin of a day, as in `dateline.codes.bins`."""

_ROLE_NUMBER: Final = (
    "CASE role "
    + " ".join(f"WHEN '{role}' THEN {at}" for at, role in enumerate(ROLES))
    + f" ELSE {len(ROLES)} END"
)


@dataclass(frozen=True, eq=False)
class LargeSelection(Selection):
    """What a query leaves of a corpus beyond memory.

    Attributes:
        tables: The findings.
    """

    tables: Tables

    def ask(self, question: str) -> dict[str, npt.NDArray[Any]]:
        """Ask about the articles left: `{left}` in the question stands for the condition.

        Beside the tables of the corpus there are `pairs`, the (article, place) that count with the
        mean `confidence`, and `places`.
        """
        registered = {"places": self.tables.places, "kept": pa.table({"place_id": [0]})}
        first, last = self.span.start, self.span.stop
        left = f"article_id >= {first} AND article_id < {last}"  # what Parquet can pass over
        ids = np.arange(first, last, dtype=np.int32)
        if not isinstance(self.ids, slice):
            ids = self.ids.astype(np.int32)
            left += " AND article_id IN (SELECT article_id FROM chosen)"
        registered["chosen"] = pa.table({"article_id": ids, "copies": self.tables.groups[ids]})
        where = "true"
        if self.places is not None:
            registered["kept"] = id_table("place_id", np.flatnonzero(self.places))
            where = "place_id IN (SELECT place_id FROM kept)"
        counted = f"{in_roles(self.roles)} AND {where}"
        pairs = (
            "SELECT article_id, place_id, avg(confidence::DOUBLE) AS confidence "
            f"FROM mentions WHERE {left} AND place_id IS NOT NULL AND {where} "
            f"GROUP BY ALL HAVING bool_or({in_roles(self.roles)})"
        )
        filled = question.format(left=left, counted=counted)
        return self.tables.ask(f"WITH pairs AS ({pairs}) {filled}", **registered)

    @property
    def n_mentions(self) -> int:
        return self.tables.n_mentions

    @cached_property
    def mention_rows(self) -> Rows:
        rows: npt.NDArray[np.int64] = self.ask(
            "SELECT file_row_number AS row FROM mentions WHERE {left} AND {counted} ORDER BY row"
        )["row"].astype(np.int64)
        return rows

    def counted(self) -> tuple[Ints, Ints, npt.NDArray[np.uint8]]:
        found = self.ask(
            "SELECT article_id, coalesce(place_id, -1) AS place, "
            f"{_ROLE_NUMBER} AS role FROM mentions "
            "WHERE {left} AND {counted} ORDER BY file_row_number"
        )
        places, roles = found["place"].astype(np.int32), found["role"].astype(np.uint8)
        return found["article_id"].astype(np.int32), places, roles

    def counted_in(self, article: int) -> Mask:
        counted: Mask = self.ask(
            f"SELECT {{counted}} AS counts FROM mentions WHERE article_id = {int(article)} "
            "ORDER BY file_row_number"
        )["counts"].astype(bool)
        return counted if self.articles[article] else np.zeros_like(counted)

    @cached_property
    def mentions_by_place(self) -> Longs:
        found = self.ask(
            "SELECT coalesce(place_id, -1) AS place, coalesce(role, '') AS role, count(*) AS n "
            "FROM mentions WHERE {left} AND {counted} GROUP BY ALL"
        )
        counts = np.zeros((self.tables.n_places + 1, SLOTS), dtype=np.int64)
        counts[found["place"] + 1, _slots(found["role"])] = found["n"]
        return counts

    @cached_property
    def articles_by_place(self) -> Longs:
        return self._by_place("articles")

    @property
    def texts_by_place(self) -> Longs:
        return self._by_place("texts")

    @property
    def confidence_by_place(self) -> npt.NDArray[np.float32]:
        means = np.full(self.tables.n_places, np.nan, dtype=np.float32)
        means[self._places["place_id"]] = np.ma.filled(
            self._places["confidence"].astype(np.float64), np.nan
        )
        return means

    def by_country(self) -> Longs:
        found = self.ask(
            "SELECT country, count(DISTINCT article_id) AS n FROM pairs JOIN places "
            "USING (place_id) GROUP BY country"
        )
        return _placed(found["country"], found["n"], len(self.codes.countries.values))

    def by_role(self) -> Longs:
        among = "" if self.places is None else "SEMI JOIN pairs USING (article_id, place_id)"
        found = self.ask(
            "SELECT coalesce(role, '') AS role, count(DISTINCT article_id) AS n "
            f"FROM mentions {among} WHERE {{left}} GROUP BY ALL"
        )
        return _placed(_slots(found["role"]), found["n"], SLOTS)

    def by_occurrence(self, facet: str) -> tuple[pd.Index[str], Longs]:
        table, column, which = NAMED[facet]
        found = self.ask(
            f"SELECT coalesce({column}, '') AS value, count(DISTINCT article_id) AS n "
            f"FROM {table} WHERE {{left}} AND {which} GROUP BY ALL"
        )
        known = list(SPEAKER_KINDS) if facet == "speaker_kinds" else sorted(found["value"])
        counts = dict(zip(found["value"], found["n"], strict=True))
        order = sorted((value for value in known if value in counts), key=lambda value: not value)
        return pd.Index(order, dtype=object), np.array([counts[v] for v in order], dtype=np.int64)

    def spoken_by_bin(self, bin: Bin) -> tuple[npt.NDArray[np.integer], Longs]:
        first, last = _BINS[bin].format("first"), _BINS[bin].format("last")
        found = self.ask(
            "SELECT bin, count(DISTINCT article_id) AS n FROM (SELECT article_id, "
            f"unnest(range({first}, {last} + 1)) AS bin FROM ({SPOKEN}) WHERE {{left}}) "
            "GROUP BY bin ORDER BY bin"
        )
        return found["bin"].astype(np.int64), found["n"].astype(np.int64)

    def unplaced(self) -> pd.DataFrame:
        found = self.ask(
            "SELECT surface, count(*) AS mentions, count(DISTINCT article_id) AS articles "
            "FROM mentions WHERE {left} AND {counted} AND place_id IS NULL GROUP BY ALL"
        )
        return pd.DataFrame(
            {
                "surface": pd.Series(found["surface"], dtype="str"),
                "mentions": found["mentions"].astype(np.int64),
                "articles": found["articles"].astype(np.int64),
            }
        )

    @cached_property
    def _places(self) -> dict[str, npt.NDArray[Any]]:
        return self.ask(
            "SELECT place_id, count(*) AS articles, count(DISTINCT copies) AS texts, "
            "avg(confidence) AS confidence FROM pairs JOIN chosen USING (article_id) "
            "GROUP BY place_id"
        )

    def _by_place(self, what: str) -> Longs:
        return _placed(self._places["place_id"], self._places[what], self.tables.n_places)


def _slots(roles: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    order = (*ROLES, "")
    return np.array([order.index(role) for role in roles], dtype=np.int64)


def _placed(at: npt.NDArray[Any], counts: npt.NDArray[Any], length: int) -> Longs:
    whole = np.zeros(length, dtype=np.int64)
    whole[at] = counts
    return whole
