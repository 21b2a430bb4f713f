"""Answers of ReliefWeb's API: reports, often without their bodies."""

from __future__ import annotations

from typing import Any

from dateline.reading import markdown
from dateline.reading.contents import Contents
from dateline.reading.counted import counted
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects, plain_text
from dateline.reading.start import Start

__all__ = ["looks_like", "read"]


def looks_like(start: Start) -> bool:
    """Whether a file is such an answer."""
    marked = "reliefweb.int" in start.text or has_keys(start, "totalCount", "took")
    return is_json(start) and marked and has_keys(start, "fields", "title")


def read(file: File) -> Contents:
    """Read one answer or several.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    articles = []
    bare = 0
    for item in objects(value, "id", "fields"):
        fields = item["fields"] if isinstance(item["fields"], dict) else {}
        text = plain_text(cell(fields, "body-html")) or markdown.text_of(cell(fields, "body"))
        bare += not text
        published = (cell(fields, "date", name) for name in ("original", "created", "changed"))
        url = (cell(fields, name) for name in ("url_alias", "url", "origin"))
        articles.append(
            {
                "title": cell(fields, "title"),
                "text": text or cell(fields, "title"),
                "published": next(filter(None, published), ""),
                "source": "; ".join(_sources(fields.get("source"))),
                "url": next(filter(None, url), "")
                or cell(fields, "file", "url")
                or cell(item, "href"),
                "identifier": cell(item, "id"),
                "country": cell(fields, "country", "name")
                or cell(fields, "primary_country", "name"),
                "disaster": cell(fields, "disaster", "name"),
                "theme": cell(fields, "theme", "name"),
                "format": cell(fields, "format", "name"),
                "language": cell(fields, "language", "name"),
            }
        )
    if bare:
        reports = counted(len(articles), "# [report|reports]")
        told = f"# of {reports} came without a body: [a headline|headlines] alone."
        notes.append(counted(bare, told))
    return Export("ReliefWeb", articles, notes=notes).contents()


def _sources(sources: Any) -> list[str]:
    """The short name of each source, or its whole one."""
    found = sources if isinstance(sources, list) else [sources]
    named = (
        cell(each, "shortname") or cell(each, "name") for each in found if isinstance(each, dict)
    )
    return [name for name in named if name]
