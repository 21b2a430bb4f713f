"""`.html`: the article in a saved web page, through trafilatura."""

from __future__ import annotations

import copy
import logging
import re
from typing import Final
from urllib.parse import urlsplit

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from dateline.errors import ReadingError
from dateline.reading.contents import Contents, Record
from dateline.reading.files import File
from dateline.reading.pages.markup import open_page
from dateline.reading.pages.metadata import moment_in, stated_in, zone_of

__all__ = ["MEDIA_TYPES", "article_of_page", "is_page", "read_web_page"]

MEDIA_TYPES: Final = ("text/html", "application/xhtml+xml")

LARGEST: Final = 20_000_000
"""Bytes of a page; none that holds an article is so large."""

_TOP: Final = 4096
"""Bytes in which it is noted where a page was saved from."""

_SAVED: Final = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://[^\s>]+)"
)
_ARCHIVED: Final = re.compile(
    r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<scheme>https?):/{1,2}(?P<rest>.+)"
)
"""The address of a page in the Wayback Machine, with its own in it."""

_ARCHIVES: Final = ("web.archive.org", "internet archive", "wayback machine")

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

    Title, date, author and outlet are those that the page states for machines (`metadata`),
    else what trafilatura finds. The date is civil time as stated, its zone a column of its own.
    Nothing is fetched.

    Raises:
        ReadingError: No article can be found in it, or it is too large.
        OSError: It cannot be opened.
    """
    if file.size > LARGEST:
        raise ReadingError(f"a page of {file.size:,} bytes", f"at most {LARGEST:,}")
    page = open_page(file)
    cells = article_of_page(page.root, file.url or _saved_from(file))
    return Contents(tuple(cells), [Record(0, cells)], notes=page.notes, is_table=False)


def _saved_from(file: File) -> str:
    """The address that a browser, or a tool that saves pages, notes at the top of one."""
    head = file.head(_TOP).decode("utf-8", "replace")
    match = _SAVED.search(head)
    return match["url"] if match else ""


def article_of_page(page: HtmlElement, url: str = "") -> dict[str, str]:
    """Field → value of the article in a page.

    Args:
        page: Its root.
        url: Where it comes from, if known.

    Raises:
        ReadingError: No article can be found in it.
    """
    try:
        stated = stated_in(page)  # first: extraction may take scripts out of the tree
        whole = copy.deepcopy(page)
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
    url = url or found.url or ""
    host = found.hostname or ""
    if archived := _ARCHIVED.match(url):
        url = f"{archived['scheme']}://{archived['rest']}"  # one stroke of two may be lost
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    published = stated.get("published") or moment_in(whole, found.date or "")
    cells = {
        "text": re.sub(r"\n+", "\n\n", text),
        "title": stated.get("title") or found.title or "",
        "published": published,
        "source": _outlet(found.sitename) or stated.get("source") or host,
        "author": stated.get("author") or found.author or "",
        "url": url,
        "time zone": zone_of(published),
    }
    return {name: value.strip() for name, value in cells.items() if value.strip()}


def _outlet(name: str | None) -> str:
    """A name of a site, but for that of an archive that shows the pages of others."""
    return "" if name is None or name.casefold() in _ARCHIVES else name
