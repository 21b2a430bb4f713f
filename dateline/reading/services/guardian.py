"""Answers of the Guardian's Open Platform: `response.results`, bodies as HTML in `fields`."""

from __future__ import annotations

from typing import Any

from dateline.errors import ReadingError
from dateline.reading.contents import Contents
from dateline.reading.counted import counted
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.pages import markup
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
        caption = ""
        text = cell(item, "fields", "bodyText")
        if not text:
            text, caption = _of_body(cell(item, "fields", "body"))
        if not text:
            short += 1
            text = plain_text(cell(item, "fields", "trailText")) or cell(item, "webTitle")
        articles.append(
            {
                "title": cell(item, "webTitle"),
                "text": text,
                "published": cell(item, "webPublicationDate"),
                "source": cell(item, "fields", "publication") or _OUTLET,
                "author": "; ".join(_contributors(item)) or cell(item, "fields", "byline"),
                "url": cell(item, "webUrl"),
                "identifier": cell(item, "id"),
                "section": cell(item, "sectionName"),
                "article type": cell(item, "type"),
                "caption": caption,
            }
        )
    if short:
        notes.append(
            counted(
                short,
                "# of its articles [is a teaser or headline|are teasers or headlines]: ask for the "
                "field `body` as well.",
            )
        )
    return Export("the Guardian's Open Platform", articles, notes=notes).contents()


def _of_body(body: str) -> tuple[str, str]:
    """The paragraphs of a body and its captions, without links to other articles in its midst."""
    if not body:
        return "", ""
    try:
        root = markup.page_of(f"<div>{body}</div>")
    except ReadingError:
        return "", ""
    captions = [block.text for each in root.iter("figcaption") for block in markup.blocks(each)]
    for each in [*root.iter("aside", "figcaption")]:
        each.drop_tree()
    return "\n\n".join(block.text for block in markup.blocks(root)), "; ".join(captions)


def _contributors(item: dict[str, Any]) -> list[str]:
    """Who wrote it, by the tags of an article; its byline says from where, too."""
    tags = item.get("tags")
    return [
        cell(tag, "webTitle")
        for tag in (tags if isinstance(tags, list) else ())
        if isinstance(tag, dict) and tag.get("type") == "contributor"
    ]
