"""Exports of Nexis (LexisNexis): the layout of Nexis Uni, and the one before 2018.

`uni` reads the lines of the newer layout, `classic` the blocks of the older one; `read` finds out
which it is and fetches them from text, Word, RTF and HTML files.
"""

from __future__ import annotations

from dateline.reading.nexis.printed import of_print, without_running_heads
from dateline.reading.nexis.read import (
    holds_documents,
    looks_like_page,
    looks_like_text,
    looks_like_word,
    of_lines,
    read_page,
    read_text,
    read_word,
)

__all__ = [
    "looks_like_page",
    "holds_documents",
    "looks_like_text",
    "looks_like_word",
    "read_page",
    "of_lines",
    "of_print",
    "read_text",
    "read_word",
    "without_running_heads",
]
