"""Articles that Fundus, a library for reading news sites, writes as JSON.

Their bodies are a summary and sections of paragraphs, each section with its headline.
"""

from __future__ import annotations

from typing import Any

from dateline.reading.contents import Contents
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.json_cells import as_text
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects
from dateline.reading.start import Start

__all__ = ["looks_like", "read"]


def looks_like(start: Start) -> bool:
    """Whether a file holds such articles."""
    return is_json(start) and has_keys(start, "body", "sections", "paragraphs", "headline")


def read(file: File) -> Contents:
    """Read one article or several.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    articles = [
        {
            "title": cell(item, "title"),
            "text": _text(item["body"]) or cell(item, "plaintext"),
            "published": cell(item, "publishing_date"),
            "source": cell(item, "publisher", "name") or cell(item, "publisher"),
            "author": cell(item, "authors"),
            "url": cell(item, "html", "responded_url") or cell(item, "html", "requested_url"),
            "language": cell(item, "lang"),
            "topics": cell(item, "topics"),
        }
        for item in objects(value, "title", "body")
    ]
    return Export("Fundus", articles, notes=notes).contents()


def _text(body: Any) -> str:
    """Summary, headlines and paragraphs in their order."""
    if not isinstance(body, dict):
        return as_text(body)
    parts = [*_strings(body.get("summary"))]
    for section in body.get("sections") or ():
        if isinstance(section, dict):
            parts += [*_strings(section.get("headline")), *_strings(section.get("paragraphs"))]
    return "\n\n".join(parts)


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for each in values if isinstance(each, str) and (text := each.strip())]
