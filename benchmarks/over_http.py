"""One click over HTTP beside Datasette, the tool whose every view is a link.

    pipx install datasette==0.65.5           # or anywhere else on the PATH; only for this
    python -m benchmarks.over_http           # 100,000 articles; writes benchmarks/over_http.txt
    python -m benchmarks.over_http 10000

Both serve the same synthetic corpus on this machine and answer in JSON over connections that are
kept; timed is until the last byte has come. Every answer of Datasette is compared with ours; how it
is asked, and what it is given to be quick, is in `over_http_datasette.py`. JSON is written by what
each has at hand: ours by the encoder of pandas, Datasette by Python's.
"""

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
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
from pandas.io.json import ujson_dumps  # type: ignore[attr-defined]  # the stubs leave it out

from benchmarks.click_engines import COUNTS, ours
from benchmarks.opening import ASKED, OUT, folder_of
from benchmarks.over_http_datasette import (
    SETTINGS,
    Asking,
    AskingDatasette,
    database,
    differing,
)
from dateline.corpus import Corpus
from dateline.query import Query

SIZE: Final = 100_000
TIMES: Final = 7
OUTPUT: Final = Path(__file__).with_suffix(".txt")

Answer = dict[str, Any]


def counted(corpus: Corpus, query: Query) -> Answer:
    """Our click, whole, as an encoder takes it: each table by columns."""
    answer = ours(corpus, query)
    totals = answer["totals"]
    return {
        "totals": [totals.articles, totals.texts],
        "by place": _plain(answer["places"], "place_id", *COUNTS, "confidence"),
        "by week": _plain(answer["weeks"], "day", "articles", "texts"),
        "spoken": _plain(answer["spoken"], "day", "articles"),
        "page": _plain(answer["page"], "published", "source"),
        **answer["facets"],
    }


def _plain(table: pd.DataFrame, *columns: str) -> Answer:
    """Columns of a table as arrays of what JSON knows: moments in ISO 8601, means to 3 digits."""
    found: Answer = {}
    for name in columns:
        values = table[name].to_numpy()
        if values.dtype.kind == "M":
            moments = np.datetime_as_string(values, unit="D" if name == "day" else "s")
            values = moments.astype(object)
        elif values.dtype.kind == "f":
            values = values.astype(np.float64).round(3)
        found[name] = values
    return found


def serve_ours(n_articles: int, port: int) -> None:
    """A click at `/NAME`, NAME of `ASKED`; for a process of its own."""
    corpus = Corpus.open(folder_of(n_articles))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # the connection is kept, as Datasette keeps it
        wbufsize = -1  # head and body in one packet

        def do_GET(self) -> None:
            name = urllib.parse.unquote(self.path[1:])
            body = ujson_dumps(counted(corpus, ASKED[name])).encode()
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
    command = ["datasette", "serve", "-i", str(path), "--port", str(theirs)]
    for name, value in SETTINGS.items():
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
