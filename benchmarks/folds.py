"""Which fold a document of a development set belongs to: the same for every learned part.

A document is read only by models trained on the other folds of *all* sets, so recognition,
resolution and roles must agree on the folds; hence one function.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any, Final

__all__ = ["FOLDS", "fold_of"]

FOLDS: Final = 5


def fold_of(name: str, record: Mapping[str, Any]) -> int:
    """The fold of one document, from its set and `id` alone, so that it never moves.

    Args:
        name: The set, such as `lgl`.
        record: As `benchmarks.development.records` gives it; one text is in one fold.

    Returns:
        0 to `FOLDS` - 1.
    """
    return zlib.crc32(f"{name}/{record['first']}".encode()) % FOLDS
