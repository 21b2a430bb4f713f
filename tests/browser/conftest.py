"""Drive the page in Chromium: a server on a free port, and visits that tolerate no leak.

Every visit fails at its end if the page asked anything of another machine or wrote an error to the
browser's console.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import FLAGS, chromium_path
from tests.browser.server import free_port, wait_until_healthy
from tests.browser.visit import PATIENCE_MS, Visit

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as driver:
        playwright.expect.set_options(timeout=PATIENCE_MS)
        path = chromium_path()
        if path is None and not Path(driver.chromium.executable_path).exists():
            pytest.skip("no Chromium here: `apt install chromium` or `playwright install chromium`")
        started = driver.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """`serve(script, *arguments)` starts a page and returns its address.

    A script of the tests is served from a folder that has `static` and `.streamlit` beside it, as
    Streamlit looks for them there.
    """
    servers: list[subprocess.Popen[bytes]] = []

    def start(script: Path, *arguments: str, port: int = 0, **environment: str) -> str:
        folder = ROOT
        if script.parent != ROOT:
            folder = tmp_path_factory.mktemp("page")
            for name in ("static", ".streamlit"):
                (folder / name).symlink_to(ROOT / name)
            shutil.copy(script, folder / script.name)
        port = port or free_port()
        paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
        command = [sys.executable, "-m", "streamlit", "run", str(folder / script.name)]
        command += ["--server.port", str(port), "--server.address", "localhost"]
        with (tmp_path_factory.mktemp("log") / "server.log").open("wb") as log:
            server = subprocess.Popen(
                [*command, "--", *arguments],
                cwd=folder,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={
                    **os.environ,
                    **environment,
                    "PYTHONPATH": os.pathsep.join(filter(None, paths)),
                },
            )
        servers.append(server)
        url = f"http://localhost:{port}/"
        wait_until_healthy(url, server)
        return url

    yield start
    for server in servers:
        server.terminate()
    for server in servers:
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()


@contextmanager
def visiting(browser: Any) -> Iterator[Callable[..., Visit]]:
    """Visits that are closed and held to account at the end."""
    visits: list[Visit] = []

    def open_page(
        url: str,
        *,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        fingers: bool = False,
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=fingers,
            is_mobile=fingers,
        )
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        visits.append(Visit(page, url.partition("?")[0]))
        page.goto(url)
        return visits[-1]

    yield open_page
    for one in visits:
        one.page.context.close()
    for one in visits:
        assert one.outside == [], "the page asked something of another machine"
        assert one.errors == [], "the page wrote errors to the console"


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    """`visit(url, width=…, height=…, dark=…, fingers=…)` opens the page as a new reader."""
    with visiting(browser) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def visits(browser: Any) -> Iterator[Callable[..., Visit]]:
    """The same for a visit that the tests of a module share."""
    with visiting(browser) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def reader(visits: Callable[..., Visit], url: str) -> Visit:
    """One visit that the tests of a module share: a map takes seconds to draw in software.

    `url` is a fixture of theirs.
    """
    one = visits(url)
    one.wait_drawn(2)
    return one
