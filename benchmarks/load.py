"""Thirty visitors at once, each clicking every 5 to 15 seconds for five minutes.

    python -m benchmarks.load                  10,000 synthetic articles; figures go to load.txt
    python -m benchmarks.load --minutes 1 --visitors 5

A visitor is a websocket that speaks Streamlit's protocol, as the browser does: it opens the page,
then asks for another view (a place, a role, words, days, an article) and waits until the run is
finished. Drawing in the browser is not part of it. Memory is that of the page's process.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import pandas as pd
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from benchmarks.synthetic import tables
from dateline import store
from dateline.corpus import Corpus
from dateline.resources import app_folder

__all__ = ["main"]

FIGURES: Final = Path(__file__).with_suffix(".txt")
_PAUSE: Final = (5.0, 15.0)
_EVERY_SECONDS: Final = 5.0
_PATIENCE: Final = 60.0


@dataclass
class Log:
    """What was seen: seconds of each click and of each arrival, errors, megabytes over time."""

    arrivals: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def views(corpus: Corpus, chance: random.Random) -> list[str]:
    """Addresses to go between, as clicks on the page make them."""
    places = list(corpus.gazetteer_ids[:40])
    keys = list(corpus.listing(range(0, len(corpus.articles), 97), further=False)["key"])
    words = [corpus.text(number).split()[3] for number in range(0, 900, 60)]
    sources = list(corpus.articles["source"].cat.categories[:6])
    asked = [{"place": chance.choice(places)} for _ in range(12)]
    asked += [{"role": role} for role in ("setting", "actor", "all")]
    asked += [{"q": word} for word in words]
    asked += [{"source": source} for source in sources]
    asked += [{"from": "2020-03-01", "to": "2020-06-01"}, {"unit": "texts"}, {"by": "source"}]
    asked += [{"a": chance.choice(keys)} for _ in range(12)]
    return [urlencode({"v": "1", **each}) for each in asked]


async def _visit(url: str, asked: list[str], until: float, log: Log, number: int) -> None:
    chance = random.Random(number)  # noqa: S311  # when somebody clicks is no secret
    await asyncio.sleep(chance.uniform(0, _PAUSE[1]))
    stream = url.replace("http", "ws", 1) + "_stcore/stream"
    try:
        async with connect(stream, subprotocols=["streamlit"], max_size=None) as page:  # type: ignore[list-item]
            log.arrivals.append(await _run(page, "", log))
            while time.monotonic() < until:
                await asyncio.sleep(chance.uniform(*_PAUSE))
                log.clicks.append(await _run(page, chance.choice(asked), log))
    except Exception as error:  # whatever ends a visit is what is looked for
        log.errors.append(f"visitor {number}: {type(error).__name__} {error}")


async def _run(page, query: str, log: Log) -> float:  # type: ignore[no-untyped-def]
    """Ask for a view; seconds until the run is finished."""
    message = BackMsg()
    message.rerun_script.query_string = query
    begin = time.monotonic()
    await page.send(message.SerializeToString())
    async with asyncio.timeout(_PATIENCE):
        while True:
            answer = ForwardMsg.FromString(await page.recv())
            kind = answer.WhichOneof("type")
            if kind == "delta" and answer.delta.new_element.HasField("exception"):
                log.errors.append(answer.delta.new_element.exception.message)
            if kind == "script_finished":
                if answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return time.monotonic() - begin
                if answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RuntimeError("the page does not compile")


async def _watch(process: int, until: float, log: Log) -> None:
    while time.monotonic() < until:
        status = Path(f"/proc/{process}/status").read_text()
        log.memory.append(int(status.split("VmRSS:")[1].split()[0]) / 1024)
        await asyncio.sleep(_EVERY_SECONDS)


async def _all(url: str, process: int, asked: list[str], visitors: int, minutes: float) -> Log:
    log = Log()
    until = time.monotonic() + 60 * minutes
    visits = (_visit(url, asked, until, log, number) for number in range(visitors))
    await asyncio.gather(_watch(process, until, log), *visits)
    return log


def _report(log: Log, visitors: int, minutes: float, articles: int) -> str:
    clicks = sorted(log.clicks)
    p95 = clicks[int(0.95 * (len(clicks) - 1))]
    third = max(1, len(log.memory) // 3)
    return "\n".join(
        [
            f"{visitors} visitors for {minutes:g} minutes, {articles:,} articles, "
            f"{os.cpu_count()} cores: {len(clicks)} clicks, {len(log.errors)} errors",
            f"click: median {statistics.median(clicks):.2f} s, p95 {p95:.2f} s, "
            f"longest {clicks[-1]:.2f} s",
            f"first view: median {statistics.median(log.arrivals):.2f} s, "
            f"longest {max(log.arrivals):.2f} s",
            f"memory: {log.memory[0]:.0f} MB at first, at most {max(log.memory[:third]):.0f} MB in "
            f"the first third, {max(log.memory[-third:]):.0f} MB in the last",
            *log.errors[:10],
            "",
        ]
    )


def main() -> None:
    """Serve a synthetic corpus and visit it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--visitors", type=int, default=30)
    options.add_argument("--minutes", type=float, default=5.0)
    options.add_argument("--articles", type=int, default=10_000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store.write(
            Path(folder) / "corpus",
            tables(given.articles, words=250),
            name="Synthetic",
            provenance={},
            set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
        )
        corpus = Corpus.open(Path(folder) / "corpus")
        asked = views(corpus, random.Random(1))  # noqa: S311
        with socket.socket() as free:
            free.bind(("localhost", 0))
            port = free.getsockname()[1]
        url = f"http://localhost:{port}/"
        command = [sys.executable, "-m", "streamlit", "run", str(app_folder() / "dashboard.py")]
        server = subprocess.Popen(
            [*command, "--server.port", str(port), "--server.address", "localhost"],
            env={
                **os.environ,
                "DATELINE_CORPUS": f"{folder}/corpus",
                "PYTHONPATH": str(app_folder()),
            },
            stdout=subprocess.DEVNULL,
        )
        try:
            _wait(url)
            log = asyncio.run(_all(url, server.pid, asked, given.visitors, given.minutes))
        finally:
            server.terminate()
            server.wait()
    text = _report(log, given.visitors, given.minutes, given.articles)
    if (given.visitors, given.minutes) == (30, 5.0):
        FIGURES.write_text(text, encoding="utf-8")
    print(text)


def _wait(url: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{url}_stcore/health", timeout=1).close()  # noqa: S310
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(url)


if __name__ == "__main__":
    main()
