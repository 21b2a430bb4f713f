"""A name for exactly these data: SHA-256 over the tables of a corpus and where they came from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa

__all__ = ["fingerprint"]


def fingerprint(tables: Mapping[str, pa.Table], provenance: Mapping[str, str]) -> str:
    """Name what is being looked at.

    Neither the time of writing nor the folder nor the corpus' name counts: the same articles read
    by the same program with the same gazetteer and models have the same fingerprint.

    Args:
        tables: As `dateline.store.parquet.to_arrow` makes them, by name.
        provenance: Versions of program, gazetteer, language model and trained models.

    Returns:
        64 hexadecimal digits.
    """
    digest = hashlib.sha256(json.dumps(dict(provenance), sort_keys=True).encode())
    for name in sorted(tables):
        digest.update(f"\0table {name} {tables[name].num_rows}".encode())
        for column in tables[name].column_names:
            digest.update(f"\0column {column}\0".encode())
            _add(digest, pa.concat_arrays(tables[name].column(column).chunks or [pa.array([])]))
    return digest.hexdigest()


def _add(digest: hashlib._Hash, array: Any) -> None:
    if array.null_count:
        digest.update(array.is_null().to_numpy(zero_copy_only=False).tobytes())
    if pa.types.is_dictionary(array.type):
        digest.update(array.indices.fill_null(-1).to_numpy(zero_copy_only=False).tobytes())
        _add(digest, array.dictionary.cast(pa.large_string()))
    elif pa.types.is_list(array.type):
        digest.update(array.offsets.to_numpy().tobytes())
        for child in array.flatten().flatten():
            _add(digest, child)
    elif pa.types.is_large_string(array.type):
        filled = array.fill_null("")
        _, offsets, data = filled.buffers()
        if offsets is not None and len(filled):
            ends = np.frombuffer(offsets, dtype=np.int64)[: len(filled) + 1]
            digest.update(ends.tobytes())
            digest.update(memoryview(data)[: int(ends[-1])] if data else b"")
    elif not pa.types.is_null(array.type):
        if pa.types.is_timestamp(array.type):
            array = array.cast(pa.int64())
        digest.update(array.fill_null(0).to_numpy(zero_copy_only=False).tobytes())
