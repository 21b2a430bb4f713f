"""Exports of ProQuest.

As HTML, text, Word, RTF or mail an article is a headline, and fields with labels (`read`); in XML
it is a record (`records`).
"""

from __future__ import annotations

from dateline.reading.proquest.printed import printed_articles
from dateline.reading.proquest.read import (
    holds_articles,
    looks_like_page,
    looks_like_text,
    looks_like_word,
    of_lines,
    read_page,
    read_text,
    read_word,
)
from dateline.reading.proquest.records import looks_like_record, read_record

__all__ = [
    "holds_articles",
    "looks_like_page",
    "looks_like_record",
    "looks_like_text",
    "looks_like_word",
    "of_lines",
    "printed_articles",
    "read_page",
    "read_record",
    "read_text",
    "read_word",
]
