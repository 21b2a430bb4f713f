"""One click over HTTP beside Datasette, the tool whose every view is a link.

    pipx install datasette==0.65.5           # or anywhere else on the PATH; only for this
    python -m benchmarks.over_http           # 100,000 articles; writes benchmarks/over_http.txt
    python -m benchmarks.over_http 10000

Both serve the same synthetic corpus on this machine and answer in JSON. Datasette gets what makes
it quick: one file with every filtered column indexed and analysed, the texts' groups, countries and
days copied to the mentions so that nothing is joined, time limits lifted, and the parts of a click
asked four at a time. It is not asked for the days spoken of, which ours counts. Datasette's own
facets count rows, not articles, and keep their own filter; so its SQL is asked, and every answer is
compared with ours.
"""

# ruff: noqa: S310, S608 — addresses are of this machine, questions are made of constants here.

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
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from benchmarks.click_engines import ours
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


def compared(rows: dict[str, list[list[Any]]]) -> dict[str, list[Any]]:
    """Datasette's rows as lists that ours are held against."""
    return {
        "totals": rows["totals"][0],
        "by place": [row[1:4] for row in rows["by place"]],
        "by week": [row[1] for row in rows["by week"]],
        "page": rows["page"][0][0],
        **{facet: [row[1] for row in rows[facet]] for facet in FACETS},
    }


def counted(corpus: Corpus, query: Query) -> Answer:
    """Our click, whole, as JSON can hold it."""
    answer = ours(corpus, query)
    totals, places = answer["totals"], answer["places"]
    weeks = answer["weeks"]["articles"].to_numpy()
    return {
        "totals": [totals.articles, totals.texts],
        "by place": places[["articles", "texts", "mentions"]].to_numpy().tolist(),
        "by week": weeks[weeks > 0].tolist(),
        "page": str(answer["page"]["published"].iloc[0]),
        **{
            facet: table.loc[table["value"] != "", "articles"].tolist()
            for facet, table in answer["facets"].items()
        },
        "spoken": answer["spoken"]["articles"].tolist(),
        "confidence": places["confidence"].round(3).tolist(),
    }


def serve_ours(n_articles: int, port: int) -> None:
    """A click at `/NAME`, NAME of `ASKED`; for a process of its own."""
    corpus = Corpus.open(folder_of(n_articles))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = urllib.parse.unquote(self.path[1:])
            body = json.dumps(counted(corpus, ASKED[name]) if name else {}).encode()
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
    """The addresses of ours and of Datasette, both warm."""
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
    addresses = f"http://127.0.0.1:{mine}", f"http://127.0.0.1:{theirs}/{path.stem}.json"
    try:
        for address in addresses:
            _until_it_answers(address.removesuffix(f"/{path.stem}.json") + "/")
        yield addresses
    finally:
        process.terminate()
        datasette.terminate()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _until_it_answers(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address).read()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


def ask(address: str) -> Any:
    """The JSON at an address."""
    with urllib.request.urlopen(address) as answer:
        return json.load(answer)


def ask_datasette(address: str, query: Query) -> dict[str, list[list[Any]]]:
    """All parts of a click, four requests at a time."""
    parts = statements(query)
    addresses = [
        f"{address}?{urllib.parse.urlencode({'sql': sql, '_shape': 'arrays'})}"
        for sql in parts.values()
    ]
    with ThreadPoolExecutor(4) as asking:
        found = [answer["rows"] for answer in asking.map(ask, addresses)]
    return dict(zip(parts, found, strict=True))


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
        for name, query in ASKED.items():
            took: dict[str, list[float]] = {"ours": [], "Datasette": []}
            for _ in range(TIMES):
                begun = time.perf_counter()
                answer = ask(f"{mine}/{urllib.parse.quote(name)}")
                between = time.perf_counter()
                rows = ask_datasette(theirs, query)
                took["Datasette"].append(1000 * (time.perf_counter() - between))
                took["ours"].append(1000 * (between - begun))
                given = compared(rows)
                for part, expected in given.items():
                    if answer[part] != expected:
                        raise ValueError(f"{name}, {part}: {answer[part]} {expected}"[:400])
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
