"""Which program found what stands in a corpus."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["code_version"]

_READING: Final = (
    *("gazetteer", "geoparsing", "dates", "voices"),
    *("extraction/extractor.py", "findings.py", "reading/language.py"),
)
"""Parts of the library that decide what is found in an article."""


@cache
def code_version() -> str:
    """A hash of all code that decides what is found in an article.

    Returns:
        16 hexadecimal digits of SHA-256.
    """
    digest = hashlib.sha256()
    for part in _READING:
        path = Path(__file__).parents[1] / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]
