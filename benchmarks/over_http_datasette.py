"""The questions of a click as Datasette is asked them: its database, its SQL, and its answers.

Datasette gets what makes it quick: one file with every filtered column indexed and analysed, the
texts' groups, countries and days copied to the mentions so that nothing is joined, time limits
lifted, and the parts of a click asked four at a time. It is not asked for the days spoken of, which
ours counts. Datasette's own facets count rows, not articles, and keep their own filter; so its SQL
is asked.
"""

# ruff: noqa: S608 — questions are made of constants here.

from __future__ import annotations

import sqlite3
import threading
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from typing import Any, Final

import pandas as pd

from dateline.corpus import Corpus
from dateline.query import FACETS, Query

__all__ = ["SETTINGS", "Asking", "AskingDatasette", "database", "differing"]

Answer = dict[str, Any]

SETTINGS: Final = {
    "sql_time_limit_ms": "600000",
    "max_returned_rows": "100000",
    "cache_size_kb": "400000",
    "num_sql_threads": "4",
}
"""Of Datasette: nothing is cut short, and the file fits into its memory."""


def database(corpus: Corpus, path: Path) -> Path:
    """The tables that a click counts, as one SQLite file."""
    if path.exists():
        return path
    published = corpus.articles["published"]
    articles = pd.DataFrame(
        {
            "article_id": corpus.articles["article_id"],
            "day": published.dt.strftime("%Y-%m-%d"),
            "week": published.dt.to_period("W").dt.start_time.dt.strftime("%Y-%m-%d"),
            "published": published.dt.strftime("%Y-%m-%d %H:%M:%S"),
            "copy_group": corpus.articles["copy_group"],
            **{name: corpus.articles[name].astype(object) for name in ("source", "agency")},
            "language": corpus.articles["language"].astype(object),
        }
    )
    joined = articles.set_index("article_id")[["day", "copy_group"]]
    countries = corpus.places.set_index("place_id")["country_code"].astype(object)

    def told(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
        kept = table[["article_id", *columns]].astype(dict.fromkeys(columns, object))
        return kept.join(joined, on="article_id")

    mentions = told(corpus.mentions, "place_id", "role", "confidence")
    mentions["country"] = countries.reindex(corpus.mentions["place_id"]).to_numpy()
    with sqlite3.connect(path) as connection:
        for name, table in (
            ("articles", articles),
            ("mentions", mentions),
            ("names", told(corpus.names, "kind", "canonical")),
            ("quotes", told(corpus.quotes, "speaker_kind")),
        ):
            table.to_sql(name, connection, index=False)
            for column in table.columns:
                connection.execute(f"CREATE INDEX {name}_{column} ON {name} ({column})")
        connection.execute("ANALYZE")
    return path


def statements(query: Query) -> dict[str, str]:
    """The parts of a click as SQL; a facet is counted without its own filter."""
    first, last = query.published
    days = f"day BETWEEN '{first}' AND '{last}'" if first else "1"
    roles = f"role IN ({_quoted(query.roles)})" if query.roles else "1"
    included = query.countries.include
    countries = f"country IN ({_quoted(included)})" if included else "1"

    def left(without: str = "") -> str:
        if not included or without == "countries":
            return days
        kept = countries if without == "roles" else f"{countries} AND {roles}"
        return f"{days} AND article_id IN (SELECT article_id FROM mentions WHERE {kept})"

    def facet(table: str, column: str, where: str) -> str:
        return (
            f"SELECT {column}, count(DISTINCT article_id) AS n FROM {table}"
            f" WHERE {column} IS NOT NULL AND {where} GROUP BY {column} ORDER BY n DESC"
        )

    placed = f"{left()} AND {roles} AND {countries} AND place_id >= 0"
    return {
        "totals": f"SELECT count(*), count(DISTINCT copy_group) FROM articles WHERE {left()}",
        "by place": "SELECT place_id, count(DISTINCT article_id), count(DISTINCT copy_group),"
        f" count(*), avg(confidence) FROM mentions WHERE {placed} GROUP BY place_id",
        "by week": "SELECT week, count(*), count(DISTINCT copy_group) FROM articles"
        f" WHERE week IS NOT NULL AND {left()} GROUP BY week",
        "page": f"SELECT published, source FROM articles WHERE {left()}"
        " ORDER BY published DESC LIMIT 12",
        "sources": facet("articles", "source", left()),
        "languages": facet("articles", "language", left()),
        "agencies": facet("articles", "agency", left()),
        "roles": facet("mentions", "role", f"{left('roles')} AND {countries}"),
        "countries": facet("mentions", "country", f"{left('countries')} AND {roles}"),
        "places": facet("mentions", "place_id", placed),
        "people": facet("names", "canonical", f"{left()} AND kind = 'person'"),
        "organisations": facet("names", "canonical", f"{left()} AND kind = 'organisation'"),
        "speaker_kinds": facet("quotes", "speaker_kind", left()),
    }


def _quoted(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def differing(mine: Answer, theirs: dict[str, list[list[Any]]]) -> list[str]:
    """The parts of a click in which our answer is not what Datasette's rows say."""

    def rows(part: str, *columns: str) -> list[list[Any]]:
        return [list(row) for row in zip(*(mine[part][name] for name in columns), strict=True)]

    wanted = {
        "totals": (mine["totals"], theirs["totals"][0]),
        "by place": (
            rows("by place", "place_id", "articles", "texts", "mentions"),
            [row[:4] for row in theirs["by place"]],
        ),
        "by week": (rows("by week", "day", "articles", "texts"), theirs["by week"]),
        # Of articles published in one second, either may come first.
        "page": (
            mine["page"]["published"],
            [row[0].replace(" ", "T") for row in theirs["page"]],
        ),
        # A place has another number there than its gazetteer id.
        "places": (mine["places"]["articles"], [row[1] for row in theirs["places"]]),
        **{
            facet: (
                {value: n for value, n in rows(facet, "value", "articles") if value},
                dict(theirs[facet]),
            )
            for facet in FACETS
            if facet != "places"
        },
    }
    return [part for part, (ours, datasette) in wanted.items() if ours != datasette]


class Asking:
    """A connection that is kept, as a browser keeps it; for one thread."""

    def __init__(self, address: str) -> None:
        self._connection = HTTPConnection(address)

    def answer(self, path: str) -> bytes:
        """What is at a path, whole."""
        try:
            self._connection.request("GET", path)
            return self._connection.getresponse().read()
        except RemoteDisconnected:  # it had nothing to do for so long that the server closed it
            self._connection.close()
            return self.answer(path)


class AskingDatasette:
    """Four connections, so that four parts of a click are asked at a time."""

    def __init__(self, address: str, database: str) -> None:
        self._database, self._own = database, threading.local()
        self._threads = ThreadPoolExecutor(
            4, initializer=lambda: setattr(self._own, "asking", Asking(address))
        )

    def answer(self, query: Query) -> dict[str, bytes]:
        """All parts of a click, whole."""
        parts = statements(query)
        return dict(zip(parts, self._threads.map(self._part, parts.values()), strict=True))

    def _part(self, sql: str) -> bytes:
        asked = urllib.parse.urlencode({"sql": sql, "_shape": "arrays"})
        answer: bytes = self._own.asking.answer(f"/{self._database}.json?{asked}")
        return answer
