"""`.odt`: one article a file, as LibreOffice saves it (OASIS OpenDocument 1.3)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dateline.errors import ReadingError
from dateline.reading.archives.office import opened
from dateline.reading.contents import LONGEST, Contents
from dateline.reading.documents.one_article import one_article
from dateline.reading.files import File
from dateline.reading.start import Start
from dateline.reading.titles import split_title

__all__ = ["looks_like_open_document", "read_open_document"]

_MARK: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
_UNSEEN: Final = frozenset(("tracked-changes", "annotation", "note", "sequence-decls", "forms"))
"""What stands in the text of a document and is not of it: deletions, comments, footnotes."""

_SPACES: Final = {"s": " ", "tab": "\t", "line-break": "\n"}
_DEEPEST: Final = 200


def looks_like_open_document(start: Start) -> bool:
    """Whether a file is a text in OpenDocument, by the entry that must be its first."""
    return start.is_zip and _MARK in start.head[:200]


def read_open_document(file: File) -> Contents:
    """Read the one article of a document: its headings, paragraphs, lists and cells of tables.

    The first line is the title if it can be one. Who made the document is not kept.

    Raises:
        ReadingError: It is no such document, protected by a password, damaged, empty, too long, or
            its XML declares entities.
        OSError: It cannot be opened.
    """
    with opened(file, "content.xml") as stream, zipfile.ZipFile(stream) as archive:
        try:
            root = fromstring(archive.read("content.xml"))
        except (
            ParseError,
            DefusedXmlException,
            ValueError,
            zipfile.BadZipFile,
            LookupError,
        ) as error:
            raise ReadingError(f"no document that can be read: {str(error)[:120]}") from error
    lines = [line for text in _paragraphs(root) if (line := text.strip())]
    if sum(map(len, lines)) > LONGEST:
        raise ReadingError(f"more than {LONGEST:,} characters", "one article a file")
    title, body = split_title("\n\n".join(lines))
    return one_article(file, title, body)


def _paragraphs(element: Element, depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        raise ReadingError("a document nested without end", "paragraphs")
    for part in element:
        tag = part.tag.rpartition("}")[2]
        if tag in ("p", "h"):
            yield "".join(_words(part, depth))
        elif tag not in _UNSEEN:
            yield from _paragraphs(part, depth + 1)


def _words(element: Element, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise ReadingError("a document nested without end", "paragraphs")
    yield element.text or ""
    for part in element:
        tag = part.tag.rpartition("}")[2]
        if tag in _SPACES:
            yield _SPACES[tag]
        elif tag not in _UNSEEN:
            yield from _words(part, depth + 1)
        yield part.tail or ""
