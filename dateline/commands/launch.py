"""Start the page: Streamlit on `dashboard.py`, in the checkout or in a copy of the wheel's own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import FrameType
from typing import Final

from platformdirs import user_cache_path

import dateline
from dateline.errors import DatelineError
from dateline.resources import app_folder, is_checkout

__all__ = ["PORT", "open_page"]

PORT: Final = 8501
_PAGE: Final = ("dashboard.py", "components", "static", ".streamlit")


def open_page(
    corpus: Path, *, port: int = PORT, browser: bool = True, address: str = "localhost"
) -> int:
    """Show a corpus in the browser until the reader stops the program.

    Args:
        corpus: A corpus folder.
        port: Where the page listens on this machine; the next free one is taken if it is in use.
        browser: Open the page in the default browser.
        address: Where it listens: `localhost` for this machine only, `0.0.0.0` for others too.

    Returns:
        Streamlit's exit status; 0 where the reader stopped it, by Ctrl+C or by SIGTERM.
    """
    from dateline.figures.plotly_js import copy_plotly  # Plotly loads slowly; only this needs it

    home = page_folder()
    copy_plotly(home / "static")
    port = _free(port)
    page = f"http://localhost:{port}"
    print(f"Dateline shows {corpus} at {page} (Ctrl+C stops it)", flush=True)
    if browser:
        opening = Timer(2.0, webbrowser.open, [page])  # when the page can answer
        opening.daemon = True
        opening.start()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += ["--server.port", str(port), "--server.address", address]
    environment = {**os.environ, "DATELINE_CORPUS": str(corpus.resolve())}
    # Our own interpreter and arguments, no shell.
    with subprocess.Popen(command, cwd=home, env=environment) as server:  # noqa: S603
        return _stands(server)


def _stands(server: subprocess.Popen[bytes]) -> int:
    """Wait for its end. Whoever ends this program ends its server too, which would go on alone."""
    asked: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        asked.append(number)
        server.terminate()

    before = signal.signal(signal.SIGTERM, end)
    try:
        status = server.wait()
    except KeyboardInterrupt:
        server.terminate()
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)
    return 0 if asked else status


def page_folder() -> Path:
    """Where the page runs from: the checkout, or a copy in the user's cache made once a version.

    An installed package may be read-only, and Streamlit looks for `static` and `.streamlit` beside
    the script, so the installed page is copied out of it.
    """
    if is_checkout():
        return app_folder()
    home = user_cache_path("dateline") / f"page-{dateline.__version__}"
    if not home.exists():
        home.parent.mkdir(parents=True, exist_ok=True)
        copy = Path(tempfile.mkdtemp(dir=home.parent))
        for name in _PAGE:
            source = app_folder() / name
            if source.is_dir():
                shutil.copytree(source, copy / name)
            else:
                shutil.copy2(source, copy / name)
        with suppress(OSError):  # another process was faster: its copy is as good
            copy.rename(home)
        shutil.rmtree(copy, ignore_errors=True)
    return home


def _free(port: int) -> int:
    for candidate in range(port, port + 20):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                probe.bind(("localhost", candidate))
                return candidate
    raise DatelineError(
        f"ports {port} to {port + 19} are all in use", "a free port", "name one with --port"
    )
