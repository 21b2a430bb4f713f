"""The full-text index of a corpus: what is in it, how it is built, and how it is opened.

Text and title are held twice: as words in lower case, whatever the language, for phrases, prefixes
and fuzzy words; and by their English stem, under which `convoys` finds `convoy`. Words of other
scripts have no English stem and stay as they are. Sources are held as words only.

A word is letters, marks and digits of any script, and the underscore. The index is a cache: it is
no part of the fingerprint, and one that is missing, cut short or of another version is built again.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import tantivy
from platformdirs import user_cache_path

__all__ = [
    "EXACT",
    "FOLDER",
    "STEMMED",
    "Article",
    "FullText",
    "analyse",
    "in_cache",
    "in_memory",
    "newest_first",
    "opened",
    "write",
]

FOLDER: Final = "search"
"""Name of the index's folder in a generation."""

EXACT: Final = {"text": "text", "title": "title", "source": "source"}
"""Field that holds words in lower case, by what it is of."""

STEMMED: Final = {"text": "text_stem", "title": "title_stem", "source": "source"}
"""Field in which a plain word is looked up; only sources are not stemmed."""

_FORMAT: Final = f"1, tantivy {version('tantivy')}"
_WHOLE: Final = "whole.json"
"""Written last: format, number of articles, sizes of the files."""

_WORD: Final = r"[\p{L}\p{M}\p{N}_]+"
_HEAP: Final = 200_000_000
_HEAP_OF_FEW: Final = 15_000_000
"""Bytes the writer may gather before it writes a segment; the second is the least it takes."""

_FEW: Final = 2_000

Article = tuple[int, str, str, str]
"""Article id, text, title, source."""


@dataclass(frozen=True, slots=True)
class FullText:
    """An index open for reading; it stays open when its files are removed."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def hits(
        self, query: tantivy.Query, limit: int | None = None
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
        """Articles that match, best first.

        Args:
            query: Made with this schema.
            limit: How many at most; None for all.

        Returns:
            Article ids, and the BM25 score of each.
        """
        held = self.searcher.num_docs
        count = held if limit is None else min(held, limit)
        if count < 1:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        hits = self.searcher.search(query, count, count=False).hits
        ids = self.searcher.fast_field_values("article_id", [address for _, address in hits])
        return np.array(ids, dtype=np.int64), np.array([score for score, _ in hits], dtype=float)


def analyse(text: str, *, stemmed: bool = False) -> list[str]:
    """The words of a text as the index holds them.

    >>> analyse("Convoys, Харків")
    ['convoys', 'харків']
    >>> analyse("Convoys, Харків", stemmed=True)
    ['convoy', 'харків']
    """
    return _analyzers()["stemmed" if stemmed else "exact"].analyze(text)


def newest_first(n_dated: int, count: int) -> list[int]:
    """Article ids in the order of the index, which settles who is first of equally good ones.

    Articles stand in the order of time, those without a date last; so they do here.
    """
    return [*range(n_dated - 1, -1, -1), *range(n_dated, count)]


def write(folder: Path, count: int, articles: Iterable[Article]) -> None:
    """Build an index in a folder and sync it to disk.

    Args:
        folder: Is made.
        count: How many articles there are.
        articles: In the order of `newest_first`.

    Raises:
        OSError: The disk refused.
    """
    folder.mkdir(parents=True)
    try:
        _fill(_registered(tantivy.Index(_schema(), path=str(folder))), count, articles)
    except ValueError as error:  # how the index reports a full disk
        raise OSError(str(error)) from error
    for path in folder.iterdir():
        if path.suffix == ".lock":
            path.unlink()
    files = {path.name: path.stat().st_size for path in folder.iterdir()}
    (folder / _WHOLE).write_text(
        json.dumps({"format": _FORMAT, "articles": count, "files": files}), encoding="utf-8"
    )
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def opened(folder: Path, count: int) -> FullText | None:
    """Open an index that was written; nothing is written to its folder.

    Args:
        folder: Where it lies.
        count: How many articles it must hold.

    Returns:
        None where it is missing, cut short, of another version or of another number of articles.
    """
    try:
        whole = json.loads((folder / _WHOLE).read_text(encoding="utf-8"))
        if (whole["format"], whole["articles"]) != (_FORMAT, count):
            return None
        if any((folder / name).stat().st_size != size for name, size in whole["files"].items()):
            return None
        # The reader makes a lock file, which the folder of a corpus may not allow.
        with TemporaryDirectory() as elsewhere:
            for name in whole["files"]:
                _link(folder / name, Path(elsewhere) / name)
            index = _registered(tantivy.Index.open(elsewhere))
            index.config_reader("manual")
            return FullText(index.schema, index.searcher())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def in_memory(count: int, articles: Iterable[Article]) -> FullText:
    """Build an index in memory, from what `write` takes."""
    index = _registered(tantivy.Index(_schema()))
    _fill(index, count, articles)
    index.reload()
    return FullText(index.schema, index.searcher())


def in_cache(name: str, count: int, articles: Iterable[Article]) -> FullText | None:
    """Open the index of this name in the user's cache, built first if need be.

    Returns:
        None where the cache cannot be written.
    """
    folder = user_cache_path("dateline") / FOLDER / name
    found = opened(folder, count)
    if found is not None:
        return found
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        incoming = Path(mkdtemp(prefix="incoming-", dir=folder.parent))
        try:
            write(incoming / FOLDER, count, articles)
            shutil.rmtree(folder, ignore_errors=True)
            (incoming / FOLDER).rename(folder)
        finally:
            shutil.rmtree(incoming, ignore_errors=True)
    except OSError:
        return None
    return opened(folder, count)


def _fill(index: tantivy.Index, count: int, articles: Iterable[Article]) -> None:
    heap = _HEAP_OF_FEW if count <= _FEW else _HEAP
    writer = index.writer(heap_size=heap, num_threads=1)  # one thread: the same segments each time
    for number, text, title, source in articles:
        document = tantivy.Document()
        document.add_integer("article_id", number)
        for name, value in (("text", text), ("title", title), ("source", source)):
            document.add_text(EXACT[name], value)
            if STEMMED[name] != EXACT[name]:
                document.add_text(STEMMED[name], value)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


@cache
def _analyzers() -> dict[str, tantivy.TextAnalyzer]:
    lower, stem = tantivy.Filter.lowercase(), tantivy.Filter.stemmer("english")

    def words() -> Any:
        return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(_WORD)).filter(lower)

    return {"exact": words().build(), "stemmed": words().filter(stem).build()}


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("article_id", fast=True)
    for name in EXACT.values():
        builder.add_text_field(name, tokenizer_name="exact")
    for name in sorted({*STEMMED.values()} - {*EXACT.values()}):
        builder.add_text_field(name, tokenizer_name="stemmed", index_option="freq")
    return builder.build()


def _registered(index: tantivy.Index) -> tantivy.Index:
    for name, analyzer in _analyzers().items():
        index.register_tokenizer(name, analyzer)
    return index


def _link(source: Path, target: Path) -> None:
    try:
        target.symlink_to(source.resolve())
    except OSError:  # Windows asks for a privilege
        shutil.copyfile(source, target)
