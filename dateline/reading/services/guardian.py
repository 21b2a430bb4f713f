"""Answers of the Guardian's Open Platform: `response.results`, bodies as HTML in `fields`."""

from __future__ import annotations

from dateline.reading.contents import Contents
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects, plain_text
from dateline.reading.start import Start

__all__ = ["looks_like", "read"]

_OUTLET = "The Guardian"


def looks_like(start: Start) -> bool:
    """Whether a file is such an answer."""
    return is_json(start) and has_keys(start, "webPublicationDate", "webTitle")


def read(file: File) -> Contents:
    """Read one answer or several.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    articles = []
    short = 0
    for item in objects(value, "webTitle", "webPublicationDate"):
        text = cell(item, "fields", "bodyText") or plain_text(cell(item, "fields", "body"))
        if not text:
            short += 1
            text = plain_text(cell(item, "fields", "trailText")) or cell(item, "webTitle")
        articles.append(
            {
                "title": cell(item, "webTitle"),
                "text": text,
                "published": cell(item, "webPublicationDate"),
                "source": cell(item, "fields", "publication") or _OUTLET,
                "author": cell(item, "fields", "byline"),
                "url": cell(item, "webUrl"),
                "identifier": cell(item, "id"),
                "section": cell(item, "sectionName"),
                "article type": cell(item, "type"),
            }
        )
    if short:
        notes.append(
            f"{short} of its articles are teasers or headlines: ask for the field `body` as well."
        )
    return Export("the Guardian's Open Platform", articles, notes=notes).contents()
