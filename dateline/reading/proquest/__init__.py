"""Exports of ProQuest, as HTML, text or mail: a headline, and labelled fields with the text."""

from __future__ import annotations

from dateline.reading.proquest.read import (
    looks_like_page,
    looks_like_text,
    read_page,
    read_text,
)

__all__ = ["looks_like_page", "looks_like_text", "read_page", "read_text"]
