"""Exports of Nexis from the kinds of files they come in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import groupby
from typing import Final

from lxml import etree, html

from dateline.reading.contents import Contents
from dateline.reading.encoding import open_text
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.lines.word import first_lines, read_lines
from dateline.reading.nexis import classic, uni
from dateline.reading.nexis.labels import COUNTER, COVER, END, label_of
from dateline.reading.pages import markup
from dateline.reading.start import Start

__all__ = [
    "holds_documents",
    "looks_like_page",
    "looks_like_text",
    "looks_like_word",
    "of_lines",
    "read_page",
    "read_text",
    "read_word",
]

_NAME: Final = "Nexis"
_CENTRED: Final = re.compile(r"\.([\w-]+)\s*\{[^}]*text-align:\s*center", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^>]*>")
_DOCUMENT: Final = re.compile(r"<DOC NUMBER", re.IGNORECASE)
_OF_DOCUMENTS: Final = {"length", "section", "(when loaded)"}
"""Fields of which a document has one at least; all of them make a text one."""

_MANY: Final = 5
"""Fields that a text has only if it is a document."""


def looks_like_text(start: Start) -> bool:
    """Whether a text file holds documents of Nexis."""
    return not (start.is_zip or start.is_markup) and holds_documents(start.text)


def looks_like_word(start: Start) -> bool:
    """Whether a Word file holds documents of Nexis."""
    return start.is_zip and holds_documents("\n".join(first_lines(start.file)))


def looks_like_page(start: Start) -> bool:
    """Whether a page of HTML is an export in the older layout, or holds documents of the newer."""
    if not start.is_markup:
        return False
    if _is_classic(start.text):
        return True
    lines = _TAG.sub("\n", start.text)
    return END.search(lines) is not None and holds_documents(unescape(lines))


def _is_classic(text: str) -> bool:
    return "<DOCFULL>" in text or "LXNComment" in text


def holds_documents(text: str) -> bool:
    """Whether a text is marked as Nexis marks documents."""
    lines = text.splitlines()
    fields = _fields(lines)
    if fields & _OF_DOCUMENTS and (END.search(text) or COUNTER.search(text)):
        return True
    if len(fields) >= _MANY and fields >= {"length", "(when loaded)"}:
        return True
    return fields >= _OF_DOCUMENTS or (COVER.search(text) is not None and "(asked)" in fields)


def _fields(lines: Sequence[str]) -> set[str]:
    return {label.field for line in lines if (label := label_of(line))}


def read_text(file: File) -> Contents:
    """Read a text file, in the newer or the older layout.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    stream, encoding = open_text(file)
    with stream:
        lines = stream.read().lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    contents = of_lines(lines)
    contents.notes += [encoding.note] if encoding.note else []
    return contents


def read_word(file: File) -> Contents:
    """Read a Word file. ReadingError if it is damaged or needs a password."""
    return of_lines(read_lines(file))


def of_lines(lines: Sequence[str]) -> Contents:
    """The articles in the lines of a text, in the newer or the older layout."""
    if not any(COUNTER.match(line) for line in lines) and not _is_in_capitals(lines):
        return Export(_NAME, uni.read_documents(lines), uni.stated(lines)).contents()
    blocks = classic.blocks_of(lines)
    documents, stated = classic.split(blocks)
    documents = documents or [blocks]  # one that was cut out of an export
    export = Export(_NAME, [classic.read_document(document) for document in documents])
    if len(stated) == 1:
        export.stated = stated[0]
    elif stated:
        export.notes.append(f"It was put together from parts of {len(stated)} exports.")
    return export.contents()


def _is_in_capitals(lines: Sequence[str]) -> bool:
    """Whether labels are written as the older layout writes them."""
    labelled = [line for line in lines if label_of(line)]
    capital = sum(line.partition(":")[0].isupper() for line in labelled)
    return capital >= _MANY and 2 * capital > len(labelled)


def read_page(file: File) -> Contents:
    """Read a page of HTML, in the newer or the older layout.

    Raises:
        ReadingError: There is nothing in it.
        OSError: It cannot be opened.
    """
    root, notes = markup.open_page(file)
    if not _is_classic(Start.of(file).text):
        contents = of_lines([block.text for block in markup.blocks(root)])
        contents.notes += notes
        return contents
    styles = "".join(style.text or "" for style in root.iter("style"))
    centred = frozenset(_CENTRED.findall(styles))
    documents: list[list[classic.Block]] = [[]]
    marked = any(_DOCUMENT.search(comment.text or "") for comment in root.iter(etree.Comment))
    for element, group in groupby(markup.blocks(root, comments=True), lambda block: block.element):
        lines = [block.text for block in group]
        if not lines[0]:
            if _DOCUMENT.search(element.text or ""):
                documents.append([])
        elif len(lines) == 1 and COUNTER.fullmatch(lines[0]):
            if not marked:
                documents.append([])
        else:
            documents[-1].append(_block(lines, element, centred))
    stated = next((meta.get("documents") for meta in root.iter("meta") if meta.get("topic")), "")
    export = Export(
        _NAME,
        [classic.read_document(document) for document in documents[1:]],
        int(stated) if stated and stated.isdecimal() else None,
        notes,
    )
    return export.contents()


def _block(
    lines: Sequence[str], element: html.HtmlElement, centred: frozenset[str]
) -> classic.Block:
    around = (element, *element.iterancestors("div", "p"))
    is_centred = any(markup.tokens(each) & centred for each in around)
    return classic.Block(tuple(lines), is_centred, tuple(lines))
