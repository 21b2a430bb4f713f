"""The files of the gazetteer: how they are written and read.

    names.marisa           trie of normal forms and abbreviations, each with a number
    names-counts.arrow     how many postings each number has
    names-postings.arrow   the postings, number after number
    sounds…                the same for the keys of `spelling.sound_keys`
    places.arrow           one row a place
    gazetteer.json         version, codes, neighbours, sources

A posting is one unsigned number: the row of a place times 8, plus the quality of the name. Tries
are memory-mapped. The tables are Arrow files packed by zstd: unpacked they would take twice the
40 MB that a repository can bear, and Parquet leaves twice as much memory behind once decoded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import marisa_trie
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from dateline.errors import GazetteerError

__all__ = [
    "FORMAT",
    "QUALITY_BITS",
    "Index",
    "numbers",
    "read_arrow",
    "read_index",
    "read_meta",
    "trie_of",
    "write",
]

FORMAT: Final = 1
QUALITY_BITS: Final = 3
_META: Final = "gazetteer.json"


@dataclass(frozen=True)
class Index:
    """Keys to postings.

    Attributes:
        trie: Key to number.
        starts: uint32, one more than there are keys: where the postings of a number begin.
        postings: uint32, row * 8 + quality, best first.
    """

    trie: marisa_trie.Trie
    starts: NDArray[np.uint32]
    postings: NDArray[np.uint32]

    def __getitem__(self, key: str) -> list[int]:
        number = self.trie.get(key)
        if number is None:
            return []
        found: list[int] = self.postings[self.starts[number] : self.starts[number + 1]].tolist()
        return found


def write(
    folder: Path,
    indexes: Mapping[str, Mapping[str, list[int]]],
    places: pa.Table,
    meta: Mapping[str, Any],
) -> str:
    """Write a gazetteer; a program that has the old one open keeps it.

    Args:
        folder: Where to; made if it is not there.
        indexes: `names` and `sounds`: key to postings.
        places: One row a place.
        meta: What goes into `gazetteer.json` beside format and version.

    Returns:
        The version: a hash of the files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, index in indexes.items():
        trie = trie_of(index)
        ordered = [index[trie.restore_key(number)] for number in range(len(trie))]
        counts = np.fromiter(map(len, ordered), np.uint16, len(ordered))
        flat = np.fromiter((p for postings in ordered for p in postings), np.uint32)
        written += [f"{name}.marisa", f"{name}-counts.arrow", f"{name}-postings.arrow"]
        trie.save(str(folder / f"{name}.marisa.new"))
        _write_arrow(pa.table({"count": counts}), folder / f"{name}-counts.arrow.new")
        _write_arrow(pa.table({"posting": flat}), folder / f"{name}-postings.arrow.new")
    written.append("places.arrow")
    _write_arrow(places, folder / "places.arrow.new")
    digest = hashlib.sha256()
    for name in written:
        digest.update((folder / f"{name}.new").read_bytes())
        (folder / f"{name}.new").replace(folder / name)
    version = digest.hexdigest()[:16]
    text = json.dumps({"format": FORMAT, "version": version, **meta}, indent=1, ensure_ascii=False)
    (folder / _META).write_text(text + "\n", encoding="utf-8")
    return version


def trie_of(keys: Iterable[str]) -> marisa_trie.Trie:
    """The trie of `keys`, the same for the same keys in any order."""
    return marisa_trie.Trie(sorted(keys), order=marisa_trie.LABEL_ORDER)


def _write_arrow(table: pa.Table, path: Path) -> None:
    options = pa.ipc.IpcWriteOptions(compression=pa.Codec("zstd", compression_level=19))
    with (
        pa.OSFile(str(path), "wb") as file,
        pa.ipc.new_file(file, table.schema, options=options) as out,
    ):
        out.write_table(table)


def read_meta(folder: Path) -> dict[str, Any]:
    """Read `gazetteer.json`.

    Raises:
        GazetteerError: It is not there, or of another format.
    """
    path = folder / _META
    if not path.exists():
        raise GazetteerError(
            f"no gazetteer in {folder}",
            f"a file {_META} there",
            "run `python -m dateline.gazetteer.build`",
        )
    meta: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if meta.get("format") != FORMAT:
        raise GazetteerError(
            f"{path} has format {meta.get('format')!r}",
            f"format {FORMAT}",
            "install the data of this version, or run `python -m dateline.gazetteer.build`",
        )
    return meta


def read_index(folder: Path, name: str) -> Index:
    """Map the trie `name` and read its postings."""
    trie = marisa_trie.Trie()
    trie.mmap(str(folder / f"{name}.marisa"))
    counts = numbers(read_arrow(folder / f"{name}-counts.arrow")["count"])
    starts = np.zeros(len(counts) + 1, np.uint32)
    np.cumsum(counts, out=starts[1:])
    postings = numbers(read_arrow(folder / f"{name}-postings.arrow")["posting"])
    return Index(trie, starts, postings)


def read_arrow(path: Path) -> pa.RecordBatch:
    """Read a table of one batch; its columns need no further copy."""
    with pa.memory_map(str(path)) as file:
        return pa.ipc.open_file(file).get_batch(0)


def numbers(column: pa.Array) -> NDArray[Any]:
    """A column of numbers, none of them missing, as an array over the same memory.

    Arrow's `to_numpy` does the same once it has imported pandas, which reading articles does not
    need.
    """
    dtype = np.dtype(column.type.to_pandas_dtype())
    _, values = column.buffers()
    return np.frombuffer(values, dtype, len(column), column.offset * dtype.itemsize)
