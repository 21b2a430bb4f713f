"""Write a corpus folder: a new generation whole, then the manifest that names it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dateline.durable import alone, sync, sync_folder
from dateline.errors import CorpusError
from dateline.store import fulltext
from dateline.store.fingerprint import fingerprint
from dateline.store.integrity import arranged
from dateline.store.manifest import FORMAT, MANIFEST, Manifest, generation_folder, read_manifest
from dateline.store.parquet import to_arrow
from dateline.tables import SCHEMAS

__all__ = ["SET_ASIDE", "expect_writable", "refused", "write", "write_alone", "writing"]

SET_ASIDE: Final = ("file", "row", "reason", "text")
"""Columns of the report of what could not be read; all text but `row`, an integer."""

_ROW_GROUP: Final = {"articles": 512, "texts": 512}
_ROW_GROUP_ELSEWHERE: Final = 8_192


def write(
    folder: Path,
    tables: Mapping[str, pd.DataFrame],
    *,
    name: str,
    provenance: Mapping[str, str],
    set_aside: pd.DataFrame,
    on_step: Callable[[str], None] = lambda step: None,
) -> Manifest:
    """Write a new generation and make it the one that counts.

    Args:
        folder: The corpus folder; made if it is not there.
        tables: Every table of `dateline.tables.SCHEMAS` by name; findings may be left out.
        name: What the corpus is called.
        provenance: Versions of program, gazetteer, language model and trained models.
        set_aside: What could not be read, columns as `SET_ASIDE`.
        on_step: Told the name of each step when it is done.

    Returns:
        The manifest that now stands in the folder.

    Raises:
        SchemaError: The tables do not hold together; nothing was written.
        CorpusError: Another process is writing, or the disk refused.
    """
    ready = _Ready.of(tables, provenance, set_aside)
    with writing(folder):
        return _put(folder, ready, name, provenance, on_step)


def write_alone(
    folder: Path,
    tables: Mapping[str, pd.DataFrame],
    *,
    name: str,
    provenance: Mapping[str, str],
    set_aside: pd.DataFrame,
) -> Manifest:
    """`write`, for who is `writing` to the folder already."""
    ready = _Ready.of(tables, provenance, set_aside)
    return _put(folder, ready, name, provenance, lambda step: None)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Be the one who writes to a corpus folder; it is made if it is not there.

    Raises:
        CorpusError: Another process is writing, or the disk refused.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / "lock"):
            yield
    except CorpusError:
        raise
    except OSError as error:
        raise refused(folder, error) from error


def expect_writable(folder: Path) -> None:
    """Say before long work that a corpus folder could not be written; nothing is made.

    Raises:
        CorpusError: A file stands in its way, or the folder or the one it would lie in is for
            reading only.
    """
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise refused(folder, NotADirectoryError(f"{there} is a file"))
    if not os.access(there, os.W_OK | os.X_OK):
        raise refused(folder, PermissionError(f"{there} is for reading only"))


def refused(folder: Path, error: OSError) -> CorpusError:
    """What to say where the disk is full or may not be written."""
    return CorpusError(
        f"the corpus folder {folder} cannot be written: {error.strerror or error}",
        "a folder that can be written, on a disk with room",
        "the corpus that was there before is as it was",
    )


@dataclass(frozen=True, slots=True)
class _Ready:
    """What a generation is written from."""

    tables: dict[str, pa.Table]
    counts: dict[str, int]
    fingerprint: str

    @classmethod
    def of(
        cls,
        tables: Mapping[str, pd.DataFrame],
        provenance: Mapping[str, str],
        set_aside: pd.DataFrame,
    ) -> _Ready:
        whole = arranged(tables)
        arrow = {schema.name: to_arrow(whole[schema.name], schema) for schema in SCHEMAS}
        counts = {name: len(frame) for name, frame in whole.items()}
        name_of_data = fingerprint(arrow, provenance)
        return cls({**arrow, "set_aside": _set_aside(set_aside)}, counts, name_of_data)


def _put(
    folder: Path,
    ready: _Ready,
    name: str,
    provenance: Mapping[str, str],
    on_step: Callable[[str], None],
) -> Manifest:
    last = max([0, *_numbers(folder)])
    former, number = _former(folder, last), last + 1
    files = _write_generation(folder, number, ready.tables, on_step)
    manifest = Manifest(
        format=FORMAT,
        name=name,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        generation=number,
        counts=ready.counts,
        files=files,
        provenance=dict(provenance),
        fingerprint=ready.fingerprint,
    )
    _switch(folder, manifest, on_step)
    _clean(folder, {number, former})
    on_step("cleaned")
    return manifest


def _former(folder: Path, last: int) -> int:
    """The generation that counted till now; the last, where none can say: it may be of another
    version of the program, or damaged, and building it again is what puts that right."""
    try:
        return read_manifest(folder).generation
    except CorpusError:
        return last


def _write_generation(
    folder: Path, number: int, tables: Mapping[str, pa.Table], on_step: Callable[[str], None]
) -> dict[str, int]:
    incoming = generation_folder(folder, number).with_name(f"{number}.incoming")
    shutil.rmtree(incoming, ignore_errors=True)  # left by a writer that was killed
    incoming.mkdir(parents=True)
    files: dict[str, int] = {}
    try:
        for name, table in tables.items():
            path = incoming / f"{name}.parquet"
            with path.open("wb") as file:
                pq.write_table(
                    table,
                    file,
                    compression="zstd",
                    row_group_size=_ROW_GROUP.get(name, _ROW_GROUP_ELSEWHERE),
                    write_page_checksum=True,
                )
                sync(file)
            files[path.name] = path.stat().st_size
            on_step(f"wrote {name}")
        fulltext.write(incoming / fulltext.FOLDER, len(tables["articles"]), _articles(tables))
        sync_folder(incoming / fulltext.FOLDER)
        on_step("wrote search")
        sync_folder(incoming)
        incoming.rename(generation_folder(folder, number))
        sync_folder(incoming.parent)
    except BaseException:
        shutil.rmtree(incoming, ignore_errors=True)
        raise
    on_step("generation in place")
    return files


def _articles(tables: Mapping[str, pa.Table]) -> Iterator[fulltext.Article]:
    articles, texts = tables["articles"], tables["texts"]
    n_dated = len(articles) - articles["published"].null_count
    for number in fulltext.newest_first(n_dated, len(articles)):
        words = (texts["text"], articles["title"], articles["source"])
        text, title, source = (column[number].as_py() or "" for column in words)
        yield number, text, title, source


def _switch(folder: Path, manifest: Manifest, on_step: Callable[[str], None]) -> None:
    incoming = folder / f"{MANIFEST}.incoming"
    with incoming.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, ensure_ascii=False, indent=2)
        sync(file)
    on_step("manifest written")
    incoming.replace(folder / MANIFEST)
    sync_folder(folder)
    on_step("switched")


def _clean(folder: Path, keep: set[int]) -> None:
    names = {str(number) for number in keep}
    for path in (folder / "generations").iterdir():
        if path.name not in names:
            shutil.rmtree(path, ignore_errors=True)


def _numbers(folder: Path) -> Iterator[int]:
    generations = folder / "generations"
    if generations.is_dir():
        yield from (int(path.name) for path in generations.iterdir() if path.name.isdigit())


def _set_aside(report: pd.DataFrame) -> pa.Table:
    """The report as text throughout: a row may be a number, or the reader's own id of it."""
    return pa.table({name: pa.array(report[name].astype("str")) for name in SET_ASIDE})
