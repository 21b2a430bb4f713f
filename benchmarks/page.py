"""The page in a browser: when text is seen, when the map is painted, and how long a click takes.

    python -m benchmarks.page          # demonstration, 10k, 100k articles; writes page.txt
    python -m benchmarks.page 10000

Headless Chromium draws in software (SwiftShader), at 1440 by 900 pixels. The first visit to a fresh
server is not counted: it opens the corpus for all others. A visit is a new browser context with an
empty cache. Its text is seen when the browser says that the article was painted (its largest
contentful paint): a driver that asks the page itself waits while plotly.js is run. A click chooses
another source, right after the one before. It begins when the button is pressed: the driver's own
waiting before that, for the button to stand still, is not the page's. Repainted means that both
charts show what Python sent for the click and the map has been rendered once since. The load is the
machine's after each row: a browser that draws in software shares the processors with all else, and
above 2 on two of them the figures are of that machine and not of the page.
"""

from __future__ import annotations

import os
import platform
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pandas as pd

from benchmarks.synthetic import tables
from dateline import store
from tests.browser.chromium import FLAGS, chromium_path
from tests.browser.visit import DRAWN

SIZES: Final = (0, 10_000, 100_000)
"""Articles; 0 stands for the demonstration."""
VISITS: Final = 3
CLICKS: Final = 8
OUTPUT: Final = Path(__file__).with_suffix(".txt")
PATIENCE_MS: Final = 180_000

WATCH: Final = """() => {
  const plots = [...document.querySelectorAll('.dl-plot')];
  const map = plots[0].querySelector('.dl-plot-figure')._fullLayout.map._subplot.map;
  let begun;
  const press = (event) => { begun = event.timeStamp; };
  addEventListener('pointerdown', press, { capture: true, once: true });
  window.repainted = new Promise((resolve) => {
    const seen = new Set();
    const look = new MutationObserver(() => {
      const busy = plots.filter((plot) => plot.getAttribute('aria-busy') === 'true');
      busy.forEach((plot) => seen.add(plot));
      if (seen.size < plots.length || busy.length) return;
      look.disconnect();
      map.once('render', () => resolve(performance.now() - begun));
      map.triggerRepaint();
    });
    plots.forEach((plot) => look.observe(plot, { attributeFilter: ['aria-busy'] }));
  });
}"""
LARGEST: Final = """new PerformanceObserver((list) => {
  window.largest = list.getEntries().at(-1).startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true })"""
"""The browser's own measure of when what is largest on the page, here the article, was painted."""

SENT: Final = """() => [...document.querySelectorAll('.dl-plot-figure')].map((plot) =>
  new Blob([JSON.stringify({ data: plot.data, layout: plot.layout })]).size)"""


@contextmanager
def served(folder: Path | None) -> Iterator[str]:
    """The page of one corpus, at an address of its own."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += ["--server.port", str(port), "--server.address", "localhost"]
    environment = {**os.environ, **({"DATELINE_CORPUS": str(folder)} if folder else {})}
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://localhost:{port}/"
    try:
        for _ in range(600):
            try:
                with urllib.request.urlopen(url + "_stcore/health", timeout=1):  # noqa: S310
                    break
            except OSError:
                time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def visited(browser: Any, url: str) -> tuple[Any, float, float]:
    """A page, seconds until an article is on the screen, and until both charts are painted."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(LARGEST)
    begun = time.perf_counter()
    page.goto(url)
    page.wait_for_function(DRAWN, arg=2)
    painted = time.perf_counter() - begun
    return page, page.evaluate("() => window.largest") / 1000, painted


def clicked(page: Any) -> list[float]:
    """Seconds of each of some clicks on a source, on and off."""
    took = []
    for number in range(CLICKS):
        source = page.locator('[data-at^="sources "][data-at$=" include"]').nth(number % 4)
        source.wait_for()
        page.evaluate(WATCH)
        source.click()
        took.append(page.evaluate("() => window.repainted") / 1000)
    return took


def measure(browser: Any, articles: int, folder: Path) -> str:
    """One line of the table."""
    if articles:
        store.write(
            folder,
            tables(articles, words=300),
            name="Synthetic",
            provenance={},
            set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
        )
    with served(folder if articles else None) as url:
        visited(browser, url)[0].context.close()
        texts, maps = [], []
        for number in range(VISITS):
            page, text, painted = visited(browser, url)
            texts.append(text)
            maps.append(painted)
            if number < VISITS - 1:
                page.context.close()
        clicks = clicked(page)
        sent = page.evaluate(SENT)
        page.context.close()
    name = f"{articles:,}" if articles else "demonstration"
    return (
        f"{name:>14} {statistics.median(texts):>10.2f} {statistics.median(maps):>12.2f}"
        f" {statistics.median(clicks):>14.2f} {max(clicks):>8.2f}"
        f" {sent[0] / 1000:>8.0f} {sent[1] / 1000:>10.0f} {os.getloadavg()[0]:>6.1f}"
    )


def main(sizes: tuple[int, ...]) -> str:
    """The table, as text."""
    from playwright.sync_api import sync_playwright

    lines = [
        f"The page in headless Chromium, software rendering; seconds, medians of {VISITS} visits"
        f" and {CLICKS} clicks.",
        f"Python {platform.python_version()}, {os.cpu_count()} processors,"
        f" load {os.getloadavg()[0]:.1f} at the start",
        "",
        "      articles   text seen  map painted   one click: p50      max   map KB timeline KB"
        "   load",
    ]
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        lines += [measure(browser, size, Path(folder) / str(size)) for size in sizes]
        browser.close()
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:])
    table = main(chosen or SIZES)
    print(table)
    if not chosen:
        OUTPUT.write_text(table, encoding="utf-8")
