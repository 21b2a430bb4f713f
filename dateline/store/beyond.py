"""Corpora beyond memory: when the tables of findings stay on disk, and where they lie.

The articles and places of a corpus are always in memory, a hundred bytes each. Mentions, dates,
quotations and names are too, unless they would take more than may be had: then DuckDB (the extra
`large`) counts over their Parquet files (`dateline.query.large`), with the same results, slower.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

from dateline.errors import CorpusError
from dateline.store.integrity import FINDINGS

__all__ = ["LIMIT", "bytes_needed", "has_roles", "is_beyond", "memory_allowed"]

LIMIT: Final = "DATELINE_MEMORY_GB"
"""Environment variable: how much memory the findings of a corpus may take, in GB (10⁹ bytes)."""

_SHARE: Final = 0.5
"""Of the memory that is available when a corpus is opened, if nothing else is said."""

_BYTES: Final = {"mentions": 70, "dates": 45, "quotes": 20, "names": 30}
"""A row in memory with all that is made of it for counting, measured at 12 million mentions."""


def bytes_needed(counts: Mapping[str, int]) -> int:
    """Memory that the findings of a corpus take once everything was counted.

    Args:
        counts: Rows by table.
    """
    return sum(_BYTES[schema.name] * counts.get(schema.name, 0) for schema in FINDINGS)


def memory_allowed() -> int:
    """Bytes that the findings of a corpus may take.

    Raises:
        CorpusError: The setting is no number.
    """
    setting = os.environ.get(LIMIT, "")
    if not setting:
        return int(_SHARE * _available())
    try:
        return int(float(setting) * 1e9)
    except ValueError as error:
        raise CorpusError(
            f"{LIMIT} is {setting!r}", "gigabytes, such as 4 or 0.5", "set it to a number"
        ) from error


def is_beyond(counts: Mapping[str, int]) -> bool:
    """Whether the findings of a corpus stay on disk.

    Args:
        counts: Rows by table.

    Raises:
        CorpusError: They would have to, and DuckDB is not installed.
    """
    needed, allowed = bytes_needed(counts), memory_allowed()
    if needed <= allowed:
        return False
    if find_spec("duckdb") is None:
        raise CorpusError(
            f"the corpus would take {needed / 1e9:.1f} GB of memory, and may take "
            f"{allowed / 1e9:.1f}",
            "room for it, or DuckDB, which counts on disk",
            f"pip install 'dateline[large]', or set {LIMIT} to what it may take",
        )
    return True


def has_roles(folder: Path) -> bool:
    """Whether some mention of a generation has a role, from what the file says of its columns."""
    metadata = pq.read_metadata(folder / "mentions.parquet")
    column = metadata.schema.names.index("role")
    for group in range(metadata.num_row_groups):
        chunk = metadata.row_group(group).column(column)
        known = chunk.statistics is not None and chunk.statistics.has_null_count
        if chunk.num_values > (chunk.statistics.null_count if known else 0):
            return True
    return False


def _available() -> int:
    """Bytes that this process may still take, as far as the system tells."""
    found = []
    with suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        found.append(
            1024 * int(next(line for line in lines if line.startswith("MemAvailable")).split()[1])
        )
    with suppress(OSError, ValueError):  # a container's own limit
        group = Path("/sys/fs/cgroup")
        most = int((group / "memory.max").read_text(encoding="ascii"))
        found.append(most - int((group / "memory.current").read_text(encoding="ascii")))
    if not found:
        with suppress(OSError, ValueError, AttributeError):
            found.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    return max(0, min(found, default=8_000_000_000))
