"""The page's server: a port of its own, and when it answers."""

from __future__ import annotations

import socket
import subprocess
import urllib.request

import pytest


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


def wait_until_healthy(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server of a page answers; fail if it ends or takes a minute."""
    for _ in range(600):
        assert server.poll() is None, "the page's server ended at once"
        try:
            with urllib.request.urlopen(url + "_stcore/health", timeout=1):  # noqa: S310
                return
        except OSError:
            try:
                server.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
    pytest.fail("the page's server did not answer within a minute")
