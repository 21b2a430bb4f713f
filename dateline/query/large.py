"""Counts over a corpus whose findings stay on disk: the kernels' results, by DuckDB over Parquet.

Articles and places are in memory, so a selection of articles is a mask here too; what each of them
mentions, names, quotes and speaks of is read from the files of its generation when it is counted.
"""

# ruff: noqa: S608 — questions are made of constants here and numbers; values come as tables.

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any, Final
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from dateline.bins import Bin
from dateline.codes import ALL_ROLES
from dateline.coding import Ints, Longs, Mask
from dateline.corpus import Corpus
from dateline.findings import ROLES, SPEAKER_KINDS
from dateline.query.query import Values
from dateline.query.selection import Rows, Selection
from dateline.spoken import LONGEST

__all__ = ["LargeSelection", "Tables", "tables_of"]

_SLOTS: Final = len(ROLES) + 1
_TABLES: Final = ("mentions", "dates", "quotes", "names")
_NAMED: Final = {
    "people": ("names", "canonical", "kind = 'person'"),
    "organisations": ("names", "canonical", "kind = 'organisation'"),
    "speaker_kinds": ("quotes", "speaker_kind", "true"),
}
"""Facet → table, column, and which of its rows."""

_BINS: Final = {
    "day": "{0}",
    "week": "(({0} + 3) // 7)::INTEGER",
    "month": "(datediff('month', DATE '1970-01-01', DATE '1970-01-01' + {0}))::INTEGER",
}
"""Number of the bin of a day, as in `dateline.bins`."""

_SPOKEN: Final = f"""
    SELECT article_id, coalesce(begins, ends) AS first, coalesce(ends, begins) AS last FROM (
        SELECT article_id, datediff('day', DATE '1970-01-01', earliest::DATE)::INTEGER AS begins,
               datediff('day', DATE '1970-01-01', latest::DATE)::INTEGER - 1 AS ends
        FROM dates
    ) WHERE coalesce(begins, ends) IS NOT NULL
        AND coalesce(ends, begins) - coalesce(begins, ends) BETWEEN 0 AND {LONGEST - 1}
"""
"""Days spoken of, as in `dateline.spoken`."""

_ROLE_NUMBER: Final = (
    "CASE role "
    + " ".join(f"WHEN '{role}' THEN {at}" for at, role in enumerate(ROLES))
    + f" ELSE {len(ROLES)} END"
)

_lock: Final = Lock()
_opened: Final[WeakKeyDictionary[Corpus, Tables]] = WeakKeyDictionary()


def tables_of(corpus: Corpus) -> Tables:
    """The tables of findings of a corpus, opened once."""
    with _lock:
        if corpus not in _opened:
            _opened[corpus] = Tables(corpus)
        return _opened[corpus]


class Tables:
    """The files of a generation as tables of DuckDB.

    Args:
        corpus: One whose `beyond` is the folder of a generation.
    """

    def __init__(self, corpus: Corpus) -> None:
        import duckdb  # the extra `large`: nobody else needs it

        self.n_articles, self.n_places = len(corpus.articles), len(corpus.places)
        self._connection: Any = duckdb.connect()
        for name in _TABLES:
            path = str(corpus.beyond / f"{name}.parquet").replace("'", "''")  # type: ignore[operator]
            self._connection.execute(
                f"CREATE VIEW {name} AS "
                f"SELECT * FROM read_parquet('{path}', file_row_number = true)"
            )
        self.places = pa.table(
            {
                "place_id": np.arange(self.n_places, dtype=np.int32),
                "country": corpus.codes.countries.codes,
            }
        )
        self.groups = corpus.codes.groups

    def ask(self, question: str, **tables: pa.Table) -> dict[str, npt.NDArray[Any]]:
        """Columns of an answer, by name.

        Args:
            question: SQL, made of constants of this module and numbers only.
            tables: What it names beside the corpus.
        """
        cursor = self._connection.cursor()  # each thread its own
        try:
            for name, table in tables.items():
                cursor.register(name, table)
            answer: dict[str, npt.NDArray[Any]] = cursor.execute(question).fetchnumpy()
            return answer
        finally:
            cursor.close()

    def articles(self, question: str, **tables: pa.Table) -> Mask:
        """A question for article ids, as a mask."""
        mask = np.zeros(self.n_articles, dtype=bool)
        mask[self.ask(question, **tables)["article_id"]] = True
        return mask

    def mentioning(self, roles: int, places: Mask) -> Mask:
        """Articles with a mention of one of these places in one of these roles."""
        return self.articles(
            "SELECT DISTINCT article_id FROM mentions SEMI JOIN kept USING (place_id) "
            f"WHERE {_role(roles)}",
            kept=_ids("place_id", np.flatnonzero(places)),
        )

    def speaking(self, first: int | None, last: int | None) -> Mask:
        """Articles that speak of one of these days, since 1970, both included."""
        return self.articles(
            f"SELECT DISTINCT article_id FROM ({_SPOKEN}) WHERE "
            f"{'true' if first is None else f'last >= {first}'} AND "
            f"{'true' if last is None else f'first <= {last}'}"
        )

    def occurring(self, facet: str, values: Values) -> Mask:
        """Articles that have what is to be kept and nothing of what is to be left out."""
        mask = np.ones(self.n_articles, dtype=bool)
        table, column, which = _NAMED[facet]
        for wanted, keep in ((values.include, True), (values.exclude, False)):
            if wanted:
                hit = self.articles(
                    f"SELECT DISTINCT article_id FROM {table} "
                    f"WHERE {which} AND coalesce({column}, '') IN (SELECT value FROM wanted)",
                    wanted=pa.table({"value": list(wanted)}),
                )
                mask &= hit if keep else ~hit
        return mask


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
            registered["kept"] = _ids("place_id", np.flatnonzero(self.places))
            where = "place_id IN (SELECT place_id FROM kept)"
        counted = f"{_role(self.roles)} AND {where}"
        pairs = (
            "SELECT article_id, place_id, avg(confidence::DOUBLE) AS confidence "
            f"FROM mentions WHERE {left} AND place_id IS NOT NULL AND {where} "
            f"GROUP BY ALL HAVING bool_or({_role(self.roles)})"
        )
        filled = question.format(left=left, counted=counted)
        return self.tables.ask(f"WITH pairs AS ({pairs}) {filled}", **registered)

    @cached_property
    def mention_rows(self) -> Rows:
        """As in memory; the mentions that count by number of their row."""
        rows: npt.NDArray[np.int64] = self.ask(
            "SELECT file_row_number AS row FROM mentions WHERE {left} AND {counted} ORDER BY row"
        )["row"].astype(np.int64)
        return rows

    @cached_property
    def mentions(self) -> Mask:
        """As in memory."""
        mask = np.zeros(
            int(self.tables.ask("SELECT count(*) AS n FROM mentions")["n"][0]), dtype=bool
        )
        mask[self.mention_rows] = True
        mask.flags.writeable = False
        return mask

    def counted(self) -> tuple[Ints, Ints, npt.NDArray[np.uint8]]:
        """As in memory."""
        found = self.ask(
            "SELECT article_id, coalesce(place_id, -1) AS place, "
            f"{_ROLE_NUMBER} AS role FROM mentions "
            "WHERE {left} AND {counted} ORDER BY file_row_number"
        )
        places, roles = found["place"].astype(np.int32), found["role"].astype(np.uint8)
        return found["article_id"].astype(np.int32), places, roles

    def counted_in(self, article: int) -> Mask:
        """As in memory."""
        counted: Mask = self.ask(
            f"SELECT {{counted}} AS counts FROM mentions WHERE article_id = {int(article)} "
            "ORDER BY file_row_number"
        )["counts"].astype(bool)
        return counted if self.articles[article] else np.zeros_like(counted)

    @cached_property
    def mentions_by_place(self) -> Longs:
        """As in memory."""
        found = self.ask(
            "SELECT coalesce(place_id, -1) AS place, coalesce(role, '') AS role, count(*) AS n "
            "FROM mentions WHERE {left} AND {counted} GROUP BY ALL"
        )
        counts = np.zeros((self.tables.n_places + 1, _SLOTS), dtype=np.int64)
        counts[found["place"] + 1, _slots(found["role"])] = found["n"]
        return counts

    @cached_property
    def articles_by_place(self) -> Longs:
        """As in memory."""
        return self._by_place("articles")

    @property
    def texts_by_place(self) -> Longs:
        """int64, shape (places,): the same, copies counted once."""
        return self._by_place("texts")

    @property
    def confidence_by_place(self) -> npt.NDArray[np.float32]:
        """float32, shape (places,): mean over the articles' own means, else NaN."""
        means = np.full(self.tables.n_places, np.nan, dtype=np.float32)
        means[self._places["place_id"]] = np.ma.filled(
            self._places["confidence"].astype(np.float64), np.nan
        )
        return means

    def by_country(self, length: int) -> Longs:
        """Articles that mention each country, by its code in `Codes.countries`."""
        found = self.ask(
            "SELECT country, count(DISTINCT article_id) AS n FROM pairs JOIN places "
            "USING (place_id) GROUP BY country"
        )
        return _placed(found["country"], found["n"], length)

    def by_role(self) -> Longs:
        """Articles that mention something in each role, or what is asked for if places are."""
        among = "" if self.places is None else "SEMI JOIN pairs USING (article_id, place_id)"
        found = self.ask(
            "SELECT coalesce(role, '') AS role, count(DISTINCT article_id) AS n "
            f"FROM mentions {among} WHERE {{left}} GROUP BY ALL"
        )
        return _placed(_slots(found["role"]), found["n"], _SLOTS)

    def by_occurrence(self, facet: str) -> tuple[pd.Index[str], Longs]:
        """Values named or quoted, in the order of the corpus, and the articles of each."""
        table, column, which = _NAMED[facet]
        found = self.ask(
            f"SELECT coalesce({column}, '') AS value, count(DISTINCT article_id) AS n "
            f"FROM {table} WHERE {{left}} AND {which} GROUP BY ALL"
        )
        known = list(SPEAKER_KINDS) if facet == "speaker_kinds" else sorted(found["value"])
        counts = dict(zip(found["value"], found["n"], strict=True))
        order = sorted((value for value in known if value in counts), key=lambda value: not value)
        return pd.Index(order, dtype="str"), np.array([counts[v] for v in order], dtype=np.int64)

    def spoken_by_bin(self, bin: Bin) -> tuple[Longs, Longs]:
        """Bins spoken of, in order, and the articles of each."""
        first, last = _BINS[bin].format("first"), _BINS[bin].format("last")
        found = self.ask(
            "SELECT bin, count(DISTINCT article_id) AS n FROM (SELECT article_id, "
            f"unnest(range({first}, {last} + 1)) AS bin FROM ({_SPOKEN}) WHERE {{left}}) "
            "GROUP BY bin ORDER BY bin"
        )
        return found["bin"].astype(np.int64), found["n"].astype(np.int64)

    def unplaced(self) -> pd.DataFrame:
        """What counts but is not placed: `surface`, `mentions`, `articles`, in no order."""
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


def _role(roles: int) -> str:
    """A condition on `role`."""
    if roles == ALL_ROLES:
        return "true"
    names = [f"'{name}'" for at, name in enumerate((*ROLES, "")) if roles >> at & 1]
    return f"coalesce(role, '') IN ({', '.join(names)})" if names else "false"


def _slots(roles: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    order = (*ROLES, "")
    return np.array([order.index(role) for role in roles], dtype=np.int64)


def _ids(name: str, ids: npt.NDArray[Any]) -> pa.Table:
    return pa.table({name: ids.astype(np.int32)})


def _placed(at: npt.NDArray[Any], counts: npt.NDArray[Any], length: int) -> Longs:
    whole = np.zeros(length, dtype=np.int64)
    whole[at] = counts
    return whole
