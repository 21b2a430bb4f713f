"""Dateline: explore where news coverage of a conflict looks, when, and in whose words.

Articles go in, tables come out: every place mention with its role, its place and the reason for
both; the dates an article speaks of; who is quoted. `dateline open` shows them in a browser.

    >>> from datetime import datetime
    >>> from dateline import Article, extract
    >>> text = "Shelling in Aleppo\\n\\nDAMASCUS: Shells fell on eastern Aleppo on Monday."
    >>> tables = extract([Article(text, published=datetime(2016, 11, 22))]).tables
    >>> tables["mentions"].query("role == 'event'").surface.unique().tolist()
    ['Aleppo']

Everything runs on this machine; nothing is sent anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError
from dateline.findings import Article, Findings

if TYPE_CHECKING:
    from dateline.extraction.pipeline import Extraction, extract
    from dateline.gazetteer import Gazetteer

__version__ = "0.1.0"

__all__ = ["Article", "DatelineError", "Extraction", "Findings", "Gazetteer", "extract"]


def __getattr__(name: str) -> Any:
    """Load what needs spaCy when it is first asked for: the page starts without it."""
    if name in ("Extraction", "extract"):
        from dateline.extraction import pipeline

        return getattr(pipeline, name)
    if name == "Gazetteer":
        from dateline.gazetteer import Gazetteer

        return Gazetteer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
