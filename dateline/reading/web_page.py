"""`.html`: the article in a saved web page, through trafilatura."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from dateline.errors import ReadingError
from dateline.reading.contents import Contents, Record
from dateline.reading.files import File
from dateline.reading.markup import open_page

__all__ = ["article_of_page", "is_page", "read_web_page"]

LARGEST: Final = 20_000_000
"""Bytes of a page; none that holds an article is so large."""

_ARTICLE: Final = re.compile(
    r"(?:News|Report|Blog|Opinion|Analysis|Live|Background|Review)?\w*"
    r"(?:Article|Posting|Report)",
    re.ASCII,
)

_PAGE: Final = re.compile(
    r"\A(?:\s|\ufeff|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what it was given
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def is_page(text: str) -> bool:
    """Whether the start of a file is that of a web page."""
    return bool(_PAGE.search(text[:4096]))


def read_web_page(file: File) -> Contents:
    """Read the article of one page; what stands around it is left out.

    Title, date, author and outlet are those that the page states for machines (schema.org in
    JSON-LD, then what trafilatura finds). Nothing is fetched.

    Raises:
        ReadingError: No article can be found in it, or it is too large.
        OSError: It cannot be opened.
    """
    if file.size > LARGEST:
        raise ReadingError(f"a page of {file.size:,} bytes", f"at most {LARGEST:,}")
    page = open_page(file)
    cells = article_of_page(page.root, file.url)
    return Contents(tuple(cells), [Record(0, cells)], notes=page.notes, is_table=False)


def article_of_page(page: HtmlElement, url: str = "") -> dict[str, str]:
    """Field → value of the article in a page.

    Args:
        page: Its root.
        url: Where it comes from, if known.

    Raises:
        ReadingError: No article can be found in it.
    """
    try:
        stated = _stated(page)  # first: extraction may take scripts out of the tree
        found = trafilatura.bare_extraction(
            page,
            url=url or None,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # whatever a parser stumbles over, the page is what is wrong
        raise ReadingError(f"no page that can be read: {str(error)[:80]}") from error
    if not isinstance(found, Document) or not (text := (found.text or "").strip()):
        raise ReadingError(
            "no article can be found in the page", "a page with one", "save it as text"
        )
    cells = {
        "text": re.sub(r"\n+", "\n\n", text),
        "title": stated.get("title") or found.title or "",
        "published": stated.get("published") or found.date or "",
        "source": found.sitename or stated.get("source") or found.hostname or "",
        "author": stated.get("author") or found.author or "",
        "url": url or found.url or "",
    }
    return {name: value.strip() for name, value in cells.items() if value.strip()}


def _stated(page: HtmlElement) -> dict[str, str]:
    """Title, date, author and outlet as the page states them in JSON-LD."""
    for script in page.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if any(_ARTICLE.fullmatch(kind) for kind in _words(thing.get("@type"))):
                return {
                    "title": _word(thing.get("headline")),
                    "published": _word(thing.get("datePublished")),
                    "author": "; ".join(_names(thing.get("author"))),
                    "source": next(_names(thing.get("publisher")), ""),
                }
    return {}


def _things(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list) and depth < 4:
        for item in data:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"), depth + 1)


def _words(value: Any) -> list[str]:
    return [
        item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)
    ]


def _word(value: Any) -> str:
    return next(iter(_words(value)), "")


def _names(value: Any) -> Iterator[str]:
    for person in value if isinstance(value, list) else [value]:
        name = person.get("name") if isinstance(person, dict) else person
        yield from _words(name)
