"""The page behind nginx as hosting/nginx.conf sets it up: it works, and the headers hold it in."""

from __future__ import annotations

import shutil
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.resources import app_folder
from tests.browser.conftest import ROOT
from tests.browser.server import free_port, wait_until_healthy
from tests.corpora import written

pytestmark = pytest.mark.browser


@pytest.fixture
def proxied(serve: Callable[..., str], tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address behind nginx, and the proxy's access log."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if nginx is None:
        pytest.skip("no nginx here: `apt install nginx-light`")
    corpus, port, log = tmp_path / "corpus", free_port(), tmp_path / "access.log"
    written(corpus, name="Invented Aleppo")
    page = serve(app_folder() / "dashboard.py", DATELINE_CORPUS=str(corpus))
    settings = (ROOT / "hosting" / "nginx.conf").read_text()
    for told, here in (
        ("server dateline:8501;", f"server {page.removeprefix('http://').rstrip('/')};"),
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("/tmp/", f"{tmp_path}/"),  # noqa: S108
        ("/dev/stdout", str(log)),
    ):
        assert told in settings
        settings = settings.replace(told, here)
    file = tmp_path / "nginx.conf"
    file.write_text(settings)
    server = subprocess.Popen([nginx, "-c", str(file), "-g", "daemon off;"])
    url = f"http://localhost:{port}/"
    wait_until_healthy(url, server)
    yield url, log
    server.terminate()
    server.wait(timeout=20)


def test_the_page_works_and_nothing_may_be_asked_of_another_host(
    proxied: tuple[str, Path], visit: Callable[..., Any]
) -> None:
    url, log = proxied
    one = visit(f"{url}?v=1&q=convoys")
    one.wait_drawn(2)  # map and timeline
    assert one.errors == []  # the policy hinders nothing of ours
    leak = """() => fetch('https://example.org/').then(() => 'sent', () => 'refused')"""
    assert one.page.evaluate(leak) == "refused"
    one.errors.clear()  # the browser's own line about what it refused
    one.outside.clear()
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310
        headers = answer.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "convoys" not in log.read_text()  # what readers search for is not logged
