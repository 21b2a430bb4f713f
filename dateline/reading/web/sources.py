"""Addresses as sources: a page is an article, a feed as many as it has entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dateline.errors import ReadingError
from dateline.reading.contents import Aside, Contents
from dateline.reading.counted import counted
from dateline.reading.files import File
from dateline.reading.pages.markup import open_page
from dateline.reading.pages.web_page import article_of_page
from dateline.reading.web.fetching import Web

__all__ = ["addresses_in", "fetched_files", "followed", "is_address"]

_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_LIST: Final = (".txt", ".urls", ".list", ".text")
_LONGEST_LIST: Final = 5_000_000
"""Bytes of a list of addresses."""


def is_address(source: Path | str) -> bool:
    """Whether a source is an address of the web, not a file."""
    return isinstance(source, str) and bool(_ADDRESS.fullmatch(source.strip()))


def addresses_in(path: Path) -> list[str]:
    """The addresses of a list, one a line; none if the file is no such list.

    Empty lines and lines that begin with `#` are passed over; any other line makes it no list.
    """
    try:
        if path.suffix.lower() not in _LIST or path.stat().st_size > _LONGEST_LIST:
            return []
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
    told = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return told if told and all(map(is_address, told)) else []


def fetched_files(
    addresses: Iterable[str], web: Web, *, of: str = "", kept: bool = False
) -> Iterator[File | Aside]:
    """What stands at some addresses, one after the other.

    Args:
        addresses: Of feeds and pages.
        web: What fetches them.
        of: The list they stand in, for messages; else each address is its own.
        kept: Take a page that was fetched before as it was then; a feed is better fetched anew.
    """
    for row, url in enumerate(dict.fromkeys(addresses), start=1):
        try:
            found = web.page(url) if kept else web.now(url)
        except (ReadingError, OSError) as error:
            yield Aside(of or url, row if of else 0, f"{url}: {error}" if of else str(error), "")
        else:
            yield File(url, len(found.data), found.data, found.url)


def followed(contents: Contents, web: Web) -> Contents:
    """A feed with the articles its entries link to; where one cannot be had, its teaser stays."""
    failed: Counter[str] = Counter()
    for record in contents.records:
        url = record.cells.get("url", "")
        if not is_address(url):
            continue
        try:
            page = web.page(url)
            article = article_of_page(open_page(File(url, len(page.data), page.data)).root)
        except (ReadingError, OSError) as error:
            failed[str(error)] += 1
            continue
        if len(article["text"]) > len(record.cells.get("text", "")):
            record.cells["text"] = article["text"]
        for name, value in article.items():
            record.cells.setdefault(name, value)
    for reason, count in failed.items():
        many = counted(count, "# [article|articles]")
        kept = counted(count, "kept as [a teaser|teasers]")
        contents.notes.append(f"{many} could not be fetched ({reason}); {kept}.")
    return contents
