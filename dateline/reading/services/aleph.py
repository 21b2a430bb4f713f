"""Entities of Aleph (FollowTheMoney), one JSON object a line: documents that hold a text.

A long document is an entity, and each of its pages another that names it; they are put together.
"""

from __future__ import annotations

from collections import defaultdict
from email.utils import parseaddr
from typing import Any, Final

from dateline.errors import ReadingError
from dateline.reading.contents import Aside, Contents, excerpt
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.pages.markup import page_of
from dateline.reading.pages.web_page import article_of_page, is_page
from dateline.reading.paragraphs import paragraphs, usual_width
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects, plain_text
from dateline.reading.start import Start

__all__ = ["looks_like", "read"]

_TITLES: Final = ("title", "subject", "name")
_DATES: Final = ("publishedAt", "date", "authoredAt", "createdAt", "modifiedAt")


def looks_like(start: Start) -> bool:
    """Whether a file holds such entities."""
    return is_json(start) and has_keys(start, "schema", "properties", "id")


def read(file: File) -> Contents:
    """Read documents; entities that hold no text are set aside.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    entities = list(objects(value, "schema", "properties"))
    pages: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity in entities:
        if entity["schema"] == "Page":
            index = _first(entity, "index")
            number = int(index) if index.isdecimal() else 0
            pages[_first(entity, "document")].append((number, _body(entity)))
    articles: list[dict[str, str]] = []
    asides: list[Aside] = []
    known = {cell(entity, "id") for entity in entities}
    for row, entity in enumerate(entities, start=1):
        schema = cell(entity, "schema")
        whole = _first(entity, "document") if schema == "Page" else cell(entity, "id")
        if schema == "Page" and (whole in known or pages.get(whole) is None):
            reason = "a page, put together with the others of its document"
            asides.append(Aside(file.name, row, reason, excerpt(_body(entity))))
            continue
        parts = [text for _, text in sorted(pages.pop(whole, []))]
        text = "\n\n".join(filter(None, parts)) or _body(entity)
        if not text:
            asides.append(Aside(file.name, row, f"no text in an entity {schema}", _title(entity)))
            continue
        articles.append(_article(entity, schema, whole, text))
    return Export("Aleph", articles, notes=notes, asides=asides).contents()


def _article(entity: dict[str, Any], schema: str, number: str, text: str) -> dict[str, str]:
    mime = cell(entity, "properties", "mimeType")
    return {
        "title": "" if schema == "Page" else _title(entity),
        "text": text,
        "published": next(filter(None, (_first(entity, name) for name in _DATES)), ""),
        "source": _first(entity, "publisher"),
        "author": cell(entity, "properties", "author") or _sender(entity),
        "url": _first(entity, "sourceUrl") or _first(entity, "publisherUrl"),
        "identifier": number,
        "schema": schema,
        "language": _first(entity, "language") or _first(entity, "detectedLanguage"),
        "file name": _first(entity, "fileName"),
        "mime type": mime,
    }


def _first(entity: dict[str, Any], name: str) -> str:
    """The first value of a property; each of them is a list."""
    values = entity["properties"].get(name) if isinstance(entity["properties"], dict) else None
    value = values[0] if isinstance(values, list) and values else values
    return cell({"value": value}, "value")


def _title(entity: dict[str, Any]) -> str:
    """Its headline: the name of its file is none."""
    found = (_first(entity, name) for name in _TITLES)
    return next((name for name in found if name and name != _first(entity, "fileName")), "")


def _sender(entity: dict[str, Any]) -> str:
    name, address = parseaddr(_first(entity, "from"))
    return name or address


def _body(entity: dict[str, Any]) -> str:
    """The text of an entity; lines of a page are made whole, as they were broken to its width."""
    values = entity["properties"].get("bodyText") if isinstance(entity["properties"], dict) else ()
    body = "\n\n".join(cell({"value": value}, "value") for value in values or ())
    if body and entity["schema"] == "Page":
        lines = body.splitlines()
        return "\n\n".join(paragraphs(lines, usual_width(lines)))
    return body or _of_page(_first(entity, "bodyHtml"))


def _of_page(page: str) -> str:
    """The article of a whole page, or all that a part of one says."""
    if is_page(page):
        try:
            return article_of_page(page_of(page))["text"]
        except ReadingError:
            pass
    return plain_text(page)
