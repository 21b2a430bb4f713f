"""The command that opens the page, and what it leaves behind when it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.browser.server import free_port, wait_until_healthy
from tests.corpora import ARTICLES, article, written

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a program is ended without being asked")
def test_whoever_ends_the_command_ends_its_server_too(tmp_path: Path) -> None:
    written(tmp_path / "invented", [article(*ARTICLES[0])])
    port = free_port()
    command = [sys.executable, "-m", "dateline", "open", str(tmp_path / "invented")]
    command += ["--port", str(port), "--no-browser"]
    # A group of its own, so that nothing outlives the test if the claim is wrong.
    started = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_until_healthy(f"http://localhost:{port}/", started)
        started.terminate()
        assert started.wait(timeout=60) == 0
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("localhost", port), timeout=5)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
