"""Which program found what stands in a corpus."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from dateline.errors import CorpusError
from dateline.geoparsing.engine import ENGINES, Engine

__all__ = ["ENGINE", "READING", "code_version", "engine_of"]

ENGINE: Final = "engine"
"""Entry of the provenance that names the engine, where it is not the standard one."""

READING: Final = (
    *("language_model", "gazetteer", "geoparsing", "dates", "voices"),
    *("distance.py", "extraction/extractor.py", "findings.py", "remembered.py"),
    *("reading/agencies.py", "reading/contents.py", "reading/credit_line.py"),
    *("reading/dateline_head.py", "reading/dateline_line.py", "reading/dates/month_names.py"),
    "reading/language.py",
    *("reading/place_names.py", "reading/titles.py"),
)
"""Parts of the library that decide what is found in an article: all that an extractor imports."""


def engine_of(provenance: Mapping[str, str]) -> Engine:
    """The engine that read a corpus.

    Args:
        provenance: Of the corpus.

    Raises:
        CorpusError: One that this program does not have.
    """
    named = provenance.get(ENGINE, "standard")
    for engine in ENGINES:
        if engine == named:
            return engine
    raise CorpusError(
        f"a corpus read by the engine {named}",
        f"one of {', '.join(ENGINES)}",
        "use the version of Dateline that read it, or name another engine to read all anew",
    )


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
