"""One generation of a corpus folder, open for reading; its files never change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import CorpusError
from dateline.store import Manifest, fulltext, generation_folder, read_manifest
from dateline.store.parquet import to_arrays, to_frame
from dateline.tables import ARTICLES, PLACES, SCHEMA_OF, TEXTS, Schema

__all__ = ["Generation", "OnDisk", "open_generation"]

_TRIES: Final = 3
_KEPT_GROUPS: Final = 4


def open_generation(folder: Path) -> Generation:
    """Open the generation that counts.

    All files are opened at once: a reader keeps what it has, even when a writer later removes it.

    Raises:
        CorpusError: There is no corpus, a file is missing or damaged, or the format is another.
    """
    manifest = read_manifest(folder)
    for _ in range(_TRIES):
        try:
            return _open(folder, manifest)
        except CorpusError:
            newer = read_manifest(folder)  # a writer may have come in between
            if newer.generation == manifest.generation:
                raise
            manifest = newer
    return _open(folder, manifest)


def _open(folder: Path, manifest: Manifest) -> Generation:
    files: dict[str, _File] = {}
    for name, size in manifest.files.items():
        path = generation_folder(folder, manifest.generation) / name
        try:
            found = path.stat().st_size
            if found != size:
                raise ValueError(f"{found} bytes instead of {size}")
            files[path.stem] = _File.open(path)
        except (OSError, ValueError, pa.ArrowException) as error:
            raise _damaged(path, error) from error
    missing = [name for name in (*SCHEMA_OF, "set_aside") if name not in files]
    if missing:
        raise _damaged(folder, ValueError(f"no file for {', '.join(missing)}"))
    index = generation_folder(folder, manifest.generation) / fulltext.FOLDER
    return Generation(manifest, files, index)


def _damaged(path: Path, error: Exception) -> CorpusError:
    return CorpusError(
        f"{path} is missing or damaged: {error}",
        "the file as it was written",
        "build the corpus again, or restore the folder",
    )


@dataclass(frozen=True, slots=True)
class _File:
    """A Parquet file, and the range of article ids in each of its row groups."""

    path: Path
    parquet: pq.ParquetFile
    first: np.ndarray[Any, np.dtype[np.int64]]
    last: np.ndarray[Any, np.dtype[np.int64]]
    kept: dict[int, pa.Table] = field(default_factory=dict)
    reading: Lock = field(default_factory=Lock)  # Arrow's reader serves one thread at a time

    @classmethod
    def open(cls, path: Path) -> _File:
        # Not mapped: pages read once would count as memory in use for as long as it is open.
        parquet = pq.ParquetFile(path, pre_buffer=False, page_checksum_verification=True)
        ranges = []
        if "article_id" in parquet.schema_arrow.names:
            column = parquet.schema_arrow.names.index("article_id")
            for group in range(parquet.num_row_groups):
                found = parquet.metadata.row_group(group).column(column).statistics
                if found is not None and found.has_min_max:
                    ranges.append((found.min, found.max))
        bounds = np.array(ranges, dtype=np.int64).reshape(-1, 2)
        return cls(path, parquet, bounds[:, 0], bounds[:, 1])

    def read(self, groups: Sequence[int] | None, columns: Sequence[str] | None) -> pa.Table:
        """Some columns, or all, of some row groups, or all."""
        with self.reading:
            return self._read(groups, columns)

    def of_article(self, article_id: int) -> pa.Table:
        """All columns of the rows of one article.

        The last few row groups are kept: the articles of a list stand side by side.
        """
        with self.reading:
            parts = [self._kept_group(group) for group in self.groups(article_id, article_id)]
        found = pa.concat_tables(parts) if parts else self.read([], None)
        ids = found.column("article_id").to_numpy()
        begin, end = np.searchsorted(ids, [article_id, article_id + 1])
        return found.slice(begin, end - begin)

    def of_articles(
        self, ids: np.ndarray[Any, np.dtype[np.int64]], columns: Sequence[str]
    ) -> pa.Table:
        """Some columns of a table of one row an article, in the order of `ids`.

        Of a few row groups, such as a page of the list has, those kept are used.
        """
        wanted = ids.astype(np.int32)  # as they are in the file
        groups = np.unique(np.searchsorted(self.last, wanted)).tolist()
        if 0 < len(groups) <= _KEPT_GROUPS:
            with self.reading:
                found = pa.concat_tables([self._kept_group(group) for group in groups])
        else:
            found = self.read(groups, ["article_id", *columns])
        at = np.searchsorted(found.column("article_id").to_numpy(), wanted)
        return found.select(list(columns)).take(pa.array(at))

    def _kept_group(self, group: int) -> pa.Table:
        if group not in self.kept:
            self.kept[group] = self._read([group], None)
            if len(self.kept) > _KEPT_GROUPS:
                del self.kept[next(iter(self.kept))]
        return self.kept[group]

    def _read(self, groups: Sequence[int] | None, columns: Sequence[str] | None) -> pa.Table:
        names = None if columns is None else list(columns)
        try:
            if groups is None:
                return self.parquet.read(names, use_threads=False)
            return self.parquet.read_row_groups(list(groups), names, use_threads=False)
        except (OSError, ValueError, pa.ArrowException) as error:
            raise _damaged(self.path, error) from error

    def groups(self, first: int, last: int) -> list[int]:
        """Row groups that may hold articles `first` to `last`, both included."""
        begin = int(np.searchsorted(self.last, first))
        return list(range(begin, int(np.searchsorted(self.first, last, side="right"))))


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation; see `dateline.corpus.Source` for what its methods promise.

    Attributes:
        manifest: What the folder says of itself.
        files: Open files by the name of their table.
        index: Where its full-text index lies, if it has one.
    """

    manifest: Manifest
    files: dict[str, _File]
    index: Path

    def table(self, schema: Schema, columns: Sequence[str]) -> pd.DataFrame:
        """Some columns of a whole table."""
        frame = to_frame(self.files[schema.name].read(None, columns), schema)
        pa.default_memory_pool().release_unused()  # a whole table is large, and Arrow would keep it
        return frame

    def rows(
        self, schema: Schema, article_id: int, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Some columns, or all, of the rows of one article, in the order of the table."""
        found = self.files[schema.name].of_article(article_id)
        return to_frame(found if columns is None else found.select(list(columns)), schema)

    def text(self, article_id: int) -> str:
        """The text of one article."""
        return str(self.files[TEXTS.name].of_article(article_id).column("text")[0].as_py())

    def listing(
        self, ids: np.ndarray[Any, np.dtype[np.int64]], columns: Sequence[str]
    ) -> dict[str, Any]:
        """Columns of ARTICLES that are not in memory, for some articles, as asked for."""
        return to_arrays(self.files[ARTICLES.name].of_articles(ids, columns), ARTICLES)

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        return self.index.parent

    @property
    def further(self) -> tuple[str, ...]:
        """Columns of ARTICLES beyond the schema."""
        known = {column.name for column in ARTICLES.columns}
        names = self.files[ARTICLES.name].parquet.schema_arrow.names
        return tuple(name for name in names if name not in known)

    @property
    def set_aside(self) -> pd.DataFrame:
        """What could not be read, columns `dateline.store.SET_ASIDE`."""
        return pd.DataFrame(self.files["set_aside"].read(None, None).to_pandas()).astype("str")


class OnDisk(Mapping[str, pd.DataFrame]):
    """Hot columns of the tables of a generation by name; findings are read anew at each call.

    Args:
        generation: Whose.
        kept: Columns that are hot, by table.
    """

    def __init__(self, generation: Generation, kept: Mapping[str, Sequence[str]]) -> None:
        self._generation, self._kept = generation, kept
        self._held = {name: self._read(name) for name in (ARTICLES.name, PLACES.name)}

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._held[name] if name in self._held else self._read(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def _read(self, name: str) -> pd.DataFrame:
        return self._generation.table(SCHEMA_OF[name], self._kept[name])
