"""Which program found what stands in a corpus."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["READING", "code_version"]

READING: Final = (
    *("language_model", "gazetteer", "geoparsing", "dates", "voices"),
    *("distance.py", "extraction/extractor.py", "findings.py", "remembered.py"),
    "spacy_alone.py",
    *("reading/agencies.py", "reading/contents.py", "reading/credit_line.py"),
    *("reading/dateline_head.py", "reading/dateline_line.py", "reading/dates/month_names.py"),
    "reading/language.py",
    *("reading/place_names.py", "reading/titles.py"),
)
"""Parts of the library that decide what is found in an article: all that an extractor imports."""


@cache
def code_version() -> str:
    """A hash of all code that decides what is found in an article.

    Returns:
        16 hexadecimal digits of SHA-256.
    """
    digest = hashlib.sha256()
    for part in READING:
        path = Path(__file__).parents[1] / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]
