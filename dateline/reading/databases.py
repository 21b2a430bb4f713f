"""Exports of news databases and what their services hand out, in the order they are tried."""

from __future__ import annotations

from typing import Final

from dateline.reading import nexis

__all__ = ["DATABASES"]

DATABASES: Final = (
    ("Nexis, Word", (".docx",), nexis.looks_like_word, nexis.read_word),
    ("Nexis, RTF", (".rtf",), nexis.looks_like_rich_text, nexis.read_rich_text),
    ("Nexis, HTML", (".html", ".htm"), nexis.looks_like_page, nexis.read_page),
    ("Nexis, text", (".txt",), nexis.looks_like_text, nexis.read_text),
)
"""Name, usual endings, whether a file looks like it, and what reads it; see `formats.Format`."""
