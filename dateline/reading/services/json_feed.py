"""JSON Feed, versions 1 and 1.1: what a site publishes as RSS does, in JSON.

Fields after https://www.jsonfeed.org/version/1.1/.
"""

from __future__ import annotations

from typing import Any

from dateline.reading.contents import Contents
from dateline.reading.counted import counted
from dateline.reading.exported import Export
from dateline.reading.feed import outlet_of
from dateline.reading.files import File
from dateline.reading.services.objects import cell, has_keys, is_json, load, plain_text
from dateline.reading.start import Start

__all__ = ["looks_like", "read"]


def looks_like(start: Start) -> bool:
    """Whether a file is a JSON Feed."""
    return is_json(start) and has_keys(start, "version") and "jsonfeed.org/version" in start.text


def read(file: File) -> Contents:
    """Read the items; the text is an item's content, else its summary, else its headline.

    The outlet is the feed's title up to a dash or colon.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    feed = value[0] if isinstance(value, list) and value else value
    feed = feed if isinstance(feed, dict) else {}
    title = cell(feed, "title")
    source = outlet_of(title)
    if source != title:
        notes.append(f"Its source is taken from the title of the feed: {source!r}.")
    items = feed.get("items") or []
    articles = [_article(item, feed, source) for item in items if isinstance(item, dict)]
    if bare := sum(article["text"] == article["title"] for article in articles):
        items = counted(len(articles), "# [item|items]")
        notes.append(counted(bare, f"# of {items} [is a headline|are headlines] alone."))
    return Export("a JSON Feed", articles, notes=notes).contents()


def _article(item: dict[str, Any], feed: dict[str, Any], source: str) -> dict[str, str]:
    title = plain_text(cell(item, "title"))
    texts = (
        plain_text(cell(item, "content_html")),
        cell(item, "content_text"),
        plain_text(cell(item, "summary")),
        title,
    )
    authors = (
        cell(each, *path)
        for each in (item, feed)
        for path in (("authors", "name"), ("author", "name"))
    )
    return {
        "text": next(filter(None, texts), ""),
        "title": title,
        "published": cell(item, "date_published") or cell(item, "date_modified"),
        "source": source,
        "author": next(filter(None, authors), ""),
        "url": cell(item, "url") or cell(item, "external_url"),
        "identifier": cell(item, "id"),
        "tags": cell(item, "tags"),
        "language": cell(item, "language") or cell(feed, "language"),
    }
