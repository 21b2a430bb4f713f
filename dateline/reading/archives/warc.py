"""`.warc` and `.warc.gz`: the pages in a web archive, through warcio."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import Any, Final

from dateline.errors import ReadingError
from dateline.reading.contents import Aside, Contents, Record
from dateline.reading.counted import counted
from dateline.reading.files import File
from dateline.reading.pages.markup import open_page
from dateline.reading.pages.web_page import MEDIA_TYPES, article_of_page

__all__ = ["looks_like_warc", "read_warc"]

LARGEST: Final = 20_000_000
"""Bytes of one page, unpacked."""

_OF_WHOLE: Final = "non-chunked gzip"
"""What warcio says of an archive that was packed as a whole."""


def looks_like_warc(name: str, head: bytes) -> bool:
    """Whether a file is a web archive, by its first bytes or, packed, by its name."""
    return head.startswith(b"WARC/") or (
        head.startswith(b"\x1f\x8b") and name.lower().endswith((".warc.gz", ".warc"))
    )


def read_warc(file: File) -> Contents:
    """Read an article of each page that was archived with status 200.

    A row is a record of the archive, counted from 1. What is no page (requests, pictures, scripts,
    redirects) is counted in a note; a page without an article in it is set aside.

    Raises:
        ReadingError: It is no web archive, or the package that reads them is not installed.
        OSError: It cannot be opened.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise ReadingError(
            "a web archive, which needs the package warcio",
            "it installed",
            'pip install "dateline[warc]"',
        ) from error
    with file.open() as stream:
        contents, whole = _pages(file, ArchiveIterator(stream))
    if whole:
        with file.open() as packed, gzip.GzipFile(fileobj=packed) as unpacked:
            contents, _ = _pages(file, ArchiveIterator(unpacked))
    return contents


def _pages(file: File, records: Iterator[Any]) -> tuple[Contents, bool]:
    """The articles of an archive's pages, and whether it was packed as a whole, not by record."""
    contents = Contents((), is_table=False)
    number = others = 0
    columns: dict[str, None] = {}
    whole = False
    try:
        for number, record in enumerate(records, start=1):
            if not _is_page(record):
                others += 1
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            try:
                cells = _article(record, url)
            except ReadingError as error:
                contents.asides.append(Aside(file.name, number, str(error), url))
                continue
            columns.update(dict.fromkeys(cells))
            contents.records.append(Record(number, cells))
    except Exception as error:  # warcio raises whatever a damaged archive made it stumble over
        whole = _OF_WHOLE in str(error)
        reason = f"damaged or cut short from here on ({str(error)[:80]})"
        contents.asides.append(Aside(file.name, number + 1, reason, ""))
    contents.columns = tuple(dict.fromkeys(("text", "title", "published", *columns)))
    if others:
        many = counted(number, "# [record|records]")
        told = f"# of its {many} [is no page|are no pages]; left out."
        contents.notes.append(counted(others, told))
    return contents, whole


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers or record.rec_headers
    if record.rec_type == "response" and headers.get_statuscode() != "200":
        return False
    kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return kind in MEDIA_TYPES


def _article(record: Any, url: str) -> dict[str, str]:
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReadingError(f"a page of more than {LARGEST:,} bytes", "a page with an article")
    return article_of_page(open_page(File(url, len(data), data)).root, url)
