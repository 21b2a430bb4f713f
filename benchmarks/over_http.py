"""One click over HTTP beside Datasette, the tool whose every view is a link.

    pipx install datasette==0.65.5           # or anywhere else on the PATH; only for this
    python -m benchmarks.over_http           # 100,000 articles; writes benchmarks/over_http.txt
    python -m benchmarks.over_http 10000

Both serve the same synthetic corpus on this machine and answer in JSON over connections that are
kept; timed is until the last byte has come. Datasette gets what makes it quick: one file with every
filtered column indexed and analysed, the texts' groups, countries and days copied to the mentions
so that nothing is joined, time limits lifted, and the parts of a click asked four at a time. It is
not asked for the days spoken of, which ours counts. Datasette's own facets count rows, not
articles, and keep their own filter; so its SQL is asked, and every answer is compared with ours.
"""

# ruff: noqa: S608 — addresses are of this machine, questions are made of constants here.

from __future__ import annotations

import json
import multiprocessing
import os
import platform
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from benchmarks.click_engines import COUNTS, ours
from benchmarks.opening import ASKED, OUT, folder_of
from dateline.corpus import Corpus
from dateline.query import FACETS, Query

SIZE: Final = 100_000
TIMES: Final = 7
OUTPUT: Final = Path(__file__).with_suffix(".txt")

Answer = dict[str, Any]


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


def counted(corpus: Corpus, query: Query) -> Answer:
    """Our click, whole, as JSON can hold it: each table by columns."""
    answer = ours(corpus, query)
    totals = answer["totals"]
    return {
        "totals": [totals.articles, totals.texts],
        "by place": _plain(answer["places"], "place_id", *COUNTS, "confidence"),
        "by week": _plain(answer["weeks"], "day", "articles", "texts"),
        "spoken": _plain(answer["spoken"], "day", "articles"),
        "page": _plain(answer["page"], "published", "source"),
        **{
            facet: {name: column.tolist() for name, column in tally.items()}
            for facet, tally in answer["facets"].items()
        },
    }


def _plain(table: pd.DataFrame, *columns: str) -> Answer:
    """Columns of a table as lists of what JSON knows: moments in ISO 8601, means to 3 digits."""
    found: Answer = {}
    for name in columns:
        values = table[name].to_numpy()
        if values.dtype.kind == "M":
            values = np.datetime_as_string(values, unit="D" if name == "day" else "s")
        elif values.dtype.kind == "f":
            values = values.astype(np.float64).round(3)
        found[name] = values.tolist()
    return found


def serve_ours(n_articles: int, port: int) -> None:
    """A click at `/NAME`, NAME of `ASKED`; for a process of its own."""
    corpus = Corpus.open(folder_of(n_articles))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # the connection is kept, as Datasette keeps it
        wbufsize = -1  # head and body in one packet

        def do_GET(self) -> None:
            name = urllib.parse.unquote(self.path[1:])
            body = json.dumps(counted(corpus, ASKED[name])).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is logged: it would be timed."""

    HTTPServer(("127.0.0.1", port), Handler).serve_forever()


@contextmanager
def servers(n_articles: int) -> Iterator[tuple[str, str]]:
    """The addresses (host and port) of ours and of Datasette, both warm."""
    corpus = Corpus.open(folder_of(n_articles))
    path = database(corpus, OUT / f"synthetic-{n_articles}.sqlite")
    del corpus
    mine, theirs = _free_port(), _free_port()
    process = multiprocessing.get_context("spawn").Process(
        target=serve_ours, args=(n_articles, mine), daemon=True
    )
    process.start()
    settings = {
        "sql_time_limit_ms": "600000",
        "max_returned_rows": "100000",
        "cache_size_kb": "400000",
        "num_sql_threads": "4",
    }
    command = ["datasette", "serve", "-i", str(path), "--port", str(theirs)]
    for name, value in settings.items():
        command += ["--setting", name, value]
    datasette = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for port in (mine, theirs):
            _until_it_listens(port)
        yield f"127.0.0.1:{mine}", f"127.0.0.1:{theirs}"
    finally:
        process.terminate()
        datasette.terminate()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _until_it_listens(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"nothing listens at port {port}")


class Asking:
    """A connection that is kept, as a browser keeps it; for one thread."""

    def __init__(self, address: str) -> None:
        self._connection = HTTPConnection(address)

    def answer(self, path: str) -> bytes:
        """What is at a path, whole."""
        self._connection.request("GET", path)
        return self._connection.getresponse().read()


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


def main(n_articles: int) -> str:
    """The table, as text."""
    if not shutil.which("datasette"):
        raise SystemExit("datasette is not on the PATH: pipx install datasette==0.65.5")
    told = subprocess.run(["datasette", "--version"], capture_output=True, text=True).stdout
    lines = [
        f"One click over HTTP at {n_articles:,} articles, milliseconds; in turn, answers equal.",
        f"Python {platform.python_version()}, {told.strip().replace(', version', '')}, SQLite "
        f"{sqlite3.sqlite_version}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.0f}",
        "",
        "question                  ours  Datasette     ratio",
    ]
    with servers(n_articles) as (mine, theirs):
        asking = Asking(mine)
        datasette = AskingDatasette(theirs, f"synthetic-{n_articles}")
        for name, query in ASKED.items():
            took: dict[str, list[float]] = {"ours": [], "Datasette": []}
            for _ in range(TIMES):
                begun = time.perf_counter()
                answered = asking.answer(f"/{urllib.parse.quote(name)}")
                between = time.perf_counter()
                parts = datasette.answer(query)
                took["Datasette"].append(1000 * (time.perf_counter() - between))
                took["ours"].append(1000 * (between - begun))
                answer = json.loads(answered)
                rows = {part: json.loads(found)["rows"] for part, found in parts.items()}
                for part in differing(answer, rows):
                    raise ValueError(f"{name}, {part}: {answer[part]} {rows[part]}"[:400])
            ratio = np.median(np.divide(took["Datasette"], took["ours"]))
            medians = [float(np.median(times)) for times in took.values()]
            lines.append(f"{name:<22}{medians[0]:>8.1f}{medians[1]:>11.0f}{ratio:>9.0f}x")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    size = int(sys.argv[1]) if sys.argv[1:] else SIZE
    report = main(size)
    print(report)
    if not sys.argv[1:]:
        OUTPUT.write_text(report, encoding="utf-8")
