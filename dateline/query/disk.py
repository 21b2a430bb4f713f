"""The findings of a corpus beyond memory: the files of its generation as tables of DuckDB."""

# ruff: noqa: S608 — questions are made of constants here and numbers; values come as tables.

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import Any, Final
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dateline.codes import ALL_ROLES
from dateline.codes.columns import Mask
from dateline.codes.spoken import LONGEST
from dateline.corpus import Corpus
from dateline.findings import ROLES
from dateline.query.query import Values

__all__ = ["NAMED", "SPOKEN", "Tables", "id_table", "in_roles", "tables_of"]

_TABLES: Final = ("mentions", "dates", "quotes", "names")
NAMED: Final = {
    "people": ("names", "canonical", "kind = 'person'"),
    "organisations": ("names", "canonical", "kind = 'organisation'"),
    "speaker_kinds": ("quotes", "speaker_kind", "true"),
}
"""Facet → table, column, and which of its rows."""

SPOKEN: Final = f"""
    SELECT article_id, coalesce(begins, ends) AS first, coalesce(ends, begins) AS last FROM (
        SELECT article_id, datediff('day', DATE '1970-01-01', earliest::DATE)::INTEGER AS begins,
               datediff('day', DATE '1970-01-01', latest::DATE)::INTEGER - 1 AS ends
        FROM dates
    ) WHERE coalesce(begins, ends) IS NOT NULL
        AND coalesce(ends, begins) - coalesce(begins, ends) BETWEEN 0 AND {LONGEST - 1}
"""
"""Days spoken of, as in `dateline.codes.spoken`."""

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

    @cached_property
    def n_mentions(self) -> int:
        """Mentions of the whole corpus."""
        return int(self.ask("SELECT count(*) AS n FROM mentions")["n"][0])

    def articles(self, question: str, **tables: pa.Table) -> Mask:
        """A question for article ids, as a mask."""
        mask = np.zeros(self.n_articles, dtype=bool)
        mask[self.ask(question, **tables)["article_id"]] = True
        return mask

    def mentioning(self, roles: int, places: Mask) -> Mask:
        """Articles with a mention of one of these places in one of these roles."""
        return self.articles(
            "SELECT DISTINCT article_id FROM mentions SEMI JOIN kept USING (place_id) "
            f"WHERE {in_roles(roles)}",
            kept=id_table("place_id", np.flatnonzero(places)),
        )

    def speaking(self, first: int | None, last: int | None) -> Mask:
        """Articles that speak of one of these days, since 1970, both included."""
        return self.articles(
            f"SELECT DISTINCT article_id FROM ({SPOKEN}) WHERE "
            f"{'true' if first is None else f'last >= {first}'} AND "
            f"{'true' if last is None else f'first <= {last}'}"
        )

    def occurring(self, facet: str, values: Values) -> Mask:
        """Articles that have what is to be kept and nothing of what is to be left out."""
        mask = np.ones(self.n_articles, dtype=bool)
        table, column, which = NAMED[facet]
        for wanted, keep in ((values.include, True), (values.exclude, False)):
            if wanted:
                hit = self.articles(
                    f"SELECT DISTINCT article_id FROM {table} "
                    f"WHERE {which} AND coalesce({column}, '') IN (SELECT value FROM wanted)",
                    wanted=pa.table({"value": list(wanted)}),
                )
                mask &= hit if keep else ~hit
        return mask


def in_roles(roles: int) -> str:
    """A condition on the role of a mention, from bits as in `dateline.codes`."""
    if roles == ALL_ROLES:
        return "true"
    names = [f"'{name}'" for at, name in enumerate((*ROLES, "")) if roles >> at & 1]
    return f"coalesce(role, '') IN ({', '.join(names)})" if names else "false"


def id_table(name: str, ids: npt.NDArray[Any]) -> pa.Table:
    """A table of one column of ids, to be named in a question."""
    return pa.table({name: ids.astype(np.int32)})
