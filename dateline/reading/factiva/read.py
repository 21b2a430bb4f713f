"""Exports of Factiva in HTML and XML, which mark what is what."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from lxml import html

from dateline.reading.contents import Contents
from dateline.reading.exported import Export
from dateline.reading.factiva.fields import ACCESSION, CODES, TEXT_CODES, by_code, by_order
from dateline.reading.files import File
from dateline.reading.pages import markup
from dateline.reading.paragraphs import joined
from dateline.reading.start import Start
from dateline.reading.xml_root import root_of

__all__ = ["looks_like_page", "looks_like_xml", "read_page", "read_xml"]

_NAME: Final = "Factiva"
_ARTICLE: Final = re.compile(r"[a-z]{2,6}Article")
_CLASS: Final = re.compile(r"class=[\"']?(?:[^\"'>]*\s)?[a-z]{2,6}Article\b")


def looks_like_page(start: Start) -> bool:
    """Whether a page of HTML holds articles of Factiva."""
    if not start.is_markup:
        return False
    if "factiva" not in start.text.lower() and "articleParagraph" not in start.text:
        return False
    if _CLASS.search(start.text):
        return True
    with start.file.open() as stream:  # an export's own styles may be longer than the start
        return _CLASS.search(stream.read().decode("latin-1")) is not None


def looks_like_xml(start: Start) -> bool:
    """Whether an XML file is an answer of Factiva's archive."""
    head = start.text[:4000]
    return start.is_markup and ("<ppsArticleResponse" in head or "<PPSResponse" in head)


def read_page(file: File) -> Contents:
    """Read a page of HTML, with field codes or without.

    Raises:
        ReadingError: There is nothing in it.
        OSError: It cannot be opened.
    """
    root, notes = markup.open_page(file)
    articles = [
        _coded(element) if _rows(element) else _plain(element)
        for element in root.iter("div")
        if any(_ARTICLE.fullmatch(token) for token in markup.tokens(element))
    ]
    return Export(_NAME, articles, notes=notes).contents()


def _rows(article: html.HtmlElement) -> list[tuple[str, html.HtmlElement]]:
    """Code and cell of each field that has one."""
    rows = []
    for row in article.iter("tr"):
        cells = row.findall("td")
        if len(cells) == 2:
            rows.append((joined(cells[0].text_content()), cells[1]))
    return rows if any(code == "HD" for code, _ in rows) else []


def _coded(article: html.HtmlElement) -> dict[str, str]:
    text: list[str] = []
    found: dict[str, str] = {}
    for code, cell in _rows(article):
        parts = [block.text for block in markup.blocks(cell)]
        if code in TEXT_CODES:
            text += parts
        elif code in CODES:
            found.setdefault(code, " ".join(parts))
    return by_code(found, text)


def _plain(article: html.HtmlElement) -> dict[str, str]:
    text: list[str] = []
    before: list[str] = []
    title: list[str] = []
    after: list[str] = []
    number = ""
    for block, element in markup.blocks(article):
        around = [element, *element.iterancestors()]
        if any("articleparagraph" in (each.get("class") or "").lower() for each in around):
            text.append(block)
        elif any(each.get("id") == "hd" for each in around) or (
            element is not article and _has_headline(element)
        ):
            title.append(block)
        elif match := ACCESSION.fullmatch(block):
            number = match["number"]
        elif element.tag == "pre":
            text.append(block)
        elif not text:  # after it stands the name of the publisher
            (after if title else before).append(block)
    cells = by_order(before, " ".join(title), after, text)
    return cells | ({"identifier": number} if number else {})


def _has_headline(element: html.HtmlElement) -> bool:
    return any(
        token.endswith("Headline")
        for span in element.iter("span", "b")
        for token in markup.tokens(span)
    )


def read_xml(file: File) -> Contents:
    """Read an answer of Factiva's archive.

    Raises:
        ReadingError: It is no XML, or declares entities.
        OSError: It cannot be opened.
    """
    root = root_of(file)
    articles = [_of_xml(each) for each in root.iter() if _tag(each) == "article"]
    counts = [each.get("count", "") for each in root.iter() if each.get("count")]
    stated = int(counts[0]) if counts and counts[0].isdecimal() else None
    return Export(_NAME, articles, stated).contents()


_XML_FIELDS: Final = {
    "sourceName": "source",
    "byline": "author",
    "credit": "credit",
    "sectionName": "section",
    "columnName": "series",
    "pages": "page",
    "edition": "edition",
    "baseLanguage": "language",
    "wordCount": "length",
    "accessionNo": "identifier",
}


def _of_xml(article: Element) -> dict[str, str]:
    cells: dict[str, str] = {}
    text: list[str] = []
    for part in article:
        tag = _tag(part)
        whole = joined("".join(part.itertext()))
        if tag == "headline":
            cells["title"] = whole
        elif tag in ("leadParagraph", "tailParagraphs"):
            text += [joined("".join(each.itertext())) for each in part if each is not None]
        elif tag == "publicationDate" and whole:
            cells["published"] = whole
        elif tag in _XML_FIELDS and whole:
            cells.setdefault(_XML_FIELDS[tag], whole)
    return {**cells, "text": "\n\n".join(filter(None, text))}


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
