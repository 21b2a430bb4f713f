"""`.html`: the article in a saved web page, through trafilatura."""

from __future__ import annotations

import copy
import logging
import re
from typing import Final

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from dateline.errors import ReadingError
from dateline.reading.contents import Contents, Record
from dateline.reading.files import File
from dateline.reading.markup import open_page
from dateline.reading.page_metadata import moment_in, stated_in, zone_of

__all__ = ["article_of_page", "is_page", "read_web_page"]

LARGEST: Final = 20_000_000
"""Bytes of a page; none that holds an article is so large."""

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

    Title, date, author and outlet are those that the page states for machines (`page_metadata`),
    else what trafilatura finds. The date is civil time as stated, its zone a column of its own.
    Nothing is fetched.

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
    published = stated.get("published") or moment_in(whole, found.date or "")
    cells = {
        "text": re.sub(r"\n+", "\n\n", text),
        "title": stated.get("title") or found.title or "",
        "published": published,
        "source": found.sitename or stated.get("source") or found.hostname or "",
        "author": stated.get("author") or found.author or "",
        "url": url or found.url or "",
        "time zone": zone_of(published),
    }
    return {name: value.strip() for name, value in cells.items() if value.strip()}
