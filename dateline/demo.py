"""The demonstration corpus: built from `data/demo` when it is missing or older than its sources."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

from dateline.errors import CorpusError
from dateline.resources import app_folder, data_folder, is_checkout
from dateline.store import read_manifest

__all__ = ["NAME", "demo_corpus", "demo_folder"]

NAME: Final = "Aleppo, autumn 2016"


def demo_folder() -> Path:
    """Where the built corpus lies: `corpora/demo` in a checkout, else in the user's cache."""
    if is_checkout() and os.access(app_folder(), os.W_OK):
        return app_folder() / "corpora" / "demo"
    return user_cache_path("dateline") / "demo"


def demo_corpus(progress: Callable[[int, int], None] | None = None) -> Path:
    """The folder of the demonstration corpus, built first if need be.

    Args:
        progress: Called with (articles done, articles in all) while it is built.

    Raises:
        CorpusError: `data/demo` holds no articles.
    """
    source = data_folder() / "demo" / "articles.csv"
    if not source.exists():
        raise CorpusError(
            f"no demonstration articles at {source}", "`data/demo/articles.csv`", "install again"
        )
    folder, stamp = demo_folder(), _stamp(source)
    if not _is_current(folder, stamp):
        from dateline.build import build  # it loads spaCy, which showing a corpus does without

        build([source], folder, name=NAME, progress=progress, further={"demo_source": stamp})
    return folder


def _is_current(folder: Path, stamp: str) -> bool:
    try:
        return read_manifest(folder).provenance.get("demo_source") == stamp
    except CorpusError:
        return False


def _stamp(source: Path) -> str:
    """Changes when the articles, the gazetteer or the trained files do."""
    digest = hashlib.sha256()
    files = [source, *sorted((data_folder() / "models").rglob("*"))]
    files += sorted((data_folder() / "gazetteer").glob("*"))
    for file in files:
        if file.is_file():
            digest.update(f"{file.name} {file.stat().st_size}".encode())
    digest.update(source.read_bytes())
    return digest.hexdigest()[:16]
