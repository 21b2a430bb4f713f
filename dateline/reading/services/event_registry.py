"""Answers of Event Registry (newsapi.ai): articles with their whole texts, or events.

An event is a group of articles; the service writes its headline and summary in several languages.
"""

from __future__ import annotations

import re
from typing import Any, Final

from dateline.reading.contents import Contents
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects, plain_text
from dateline.reading.start import Start

__all__ = ["looks_like", "read"]

_FIRST: Final = "eng"
_LANGUAGES: Final = re.compile(r"[a-z]{3}")


def looks_like(start: Start) -> bool:
    """Whether a file is such an answer, or a list of its articles or events."""
    if not is_json(start):
        return False
    articles = ("uri", "dateTimePub", "body", "source")
    events = ("uri", "eventDate", "totalArticleCount", "summary")
    return has_keys(start, *articles) or has_keys(start, *events)


def read(file: File) -> Contents:
    """Read articles, or events with their summaries.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    found = [_article(item) for item in objects(value, "uri", "title", "body")]
    events = [] if found else [_event(item) for item in objects(value, "uri", "title", "summary")]
    if events:
        notes.append("Its entries are events, not articles: each stands with its summary.")
    return Export("Event Registry", found or events, notes=notes).contents()


def _article(item: dict[str, Any]) -> dict[str, str]:
    return {
        "title": cell(item, "title"),
        "text": plain_text(cell(item, "body")) or cell(item, "title"),
        "published": cell(item, "dateTimePub") or cell(item, "dateTime") or cell(item, "date"),
        "source": cell(item, "source", "title") or cell(item, "source", "uri"),
        "author": cell(item, "authors", "name"),
        "url": cell(item, "url"),
        "identifier": cell(item, "uri"),
        "language": cell(item, "lang"),
        "article type": cell(item, "dataType"),
        "event": cell(item, "eventUri"),
        "concepts": _labels(item.get("concepts")),
        "place": _worded(item.get("location"), "label"),
    }


def _event(item: dict[str, Any]) -> dict[str, str]:
    title, summary = _worded(item, "title"), _worded(item, "summary")
    return {
        "title": title,
        "text": summary or title,
        "published": cell(item, "eventDate"),
        "identifier": cell(item, "uri"),
        "concepts": _labels(item.get("concepts")),
        "place": _worded(item.get("location"), "label"),
        "articles": cell(item, "totalArticleCount"),
    }


def _worded(item: Any, key: str) -> str:
    """What is worded in several languages, in English if it is."""
    worded = item.get(key) if isinstance(item, dict) else None
    if not isinstance(worded, dict):
        return worded if isinstance(worded, str) else ""
    texts = [worded.get(_FIRST), *(worded[each] for each in worded if _LANGUAGES.fullmatch(each))]
    return next((text for text in texts if isinstance(text, str) and text), "")


def _labels(concepts: Any) -> str:
    found = concepts if isinstance(concepts, list) else []
    return "; ".join(filter(None, (_worded(each, "label") for each in found)))
