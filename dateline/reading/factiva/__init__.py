"""Exports of Factiva: HTML with field codes or without, XML and RTF.

`fields` makes an article of fields with codes, or of fields in their usual order; `read` fetches
them from the kinds of files.
"""

from __future__ import annotations

from dateline.reading.factiva.read import (
    holds_articles,
    looks_like_page,
    looks_like_xml,
    of_lines,
    read_page,
    read_xml,
)

__all__ = [
    "holds_articles",
    "looks_like_page",
    "looks_like_xml",
    "of_lines",
    "read_page",
    "read_xml",
]
