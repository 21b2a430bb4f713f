"""Exports of Factiva: HTML with field codes or without, XML, RTF and text.

`fields` makes an article of fields with codes, or of fields in their usual order; `read` fetches
them from files that mark what is what, `lines` from those that do not.
"""

from __future__ import annotations

from dateline.reading.factiva.lines import (
    holds_articles,
    looks_like_text,
    looks_like_word,
    of_lines,
    read_text,
    read_word,
)
from dateline.reading.factiva.read import looks_like_page, looks_like_xml, read_page, read_xml

__all__ = [
    "holds_articles",
    "looks_like_page",
    "looks_like_text",
    "looks_like_word",
    "looks_like_xml",
    "of_lines",
    "read_page",
    "read_text",
    "read_word",
    "read_xml",
]
