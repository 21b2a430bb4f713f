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

__all__ = ["NAME", "READING", "demo_corpus", "demo_folder", "stamp"]

NAME: Final = "Aleppo, autumn 2016"

READING: Final = (
    *("reading", "language_model", "gazetteer", "geoparsing", "dates", "voices"),
    *("distance.py", "extraction/extractor.py", "findings.py", "remembered.py"),
    "spacy_alone.py",
    *("assembly", "store", "build.py", "tables.py", "nested.py"),
)
"""Parts of the library that decide what a corpus holds."""


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
    folder, now = demo_folder(), stamp(data_folder(), Path(__file__).parent)
    if not _is_current(folder, now):
        from dateline.build import build  # it loads spaCy, which showing a corpus does without

        build([source], folder, name=NAME, progress=progress, further={"demo_source": now})
    return folder


def _is_current(folder: Path, now: str) -> bool:
    try:
        return read_manifest(folder).provenance.get("demo_source") == now
    except CorpusError:
        return False


def stamp(data: Path, code: Path) -> str:
    """A hash of all that decides what the corpus holds: articles, gazetteer, models, and the code.

    Args:
        data: The folder `data`.
        code: The package whose modules read the articles.

    Returns:
        16 hexadecimal digits.
    """
    files = sorted((data / "models").rglob("*.*"))
    files.insert(0, data / "demo" / "articles.csv")
    files.append(data / "gazetteer" / "gazetteer.json")  # it holds the hash of all its files
    for part in READING:
        files += sorted((code / part).rglob("*.py")) if part[-3:] != ".py" else [code / part]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]
