"""Pages of Kikuzo and Yomidasu, the archives of the Asahi and the Yomiuri newspapers.

Both print a row of fields above each article: its number, day, edition, page and length.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import html

from dateline.reading.contents import Contents
from dateline.reading.dates.printed import iso_day
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.pages import markup
from dateline.reading.paragraphs import joined
from dateline.reading.start import Start

__all__ = ["looks_like_asahi", "looks_like_yomiuri", "read_asahi", "read_yomiuri"]

_ASAHI: Final = ("edition", "section", "page", "length")
_YOMIURI: Final = ("title", "edition", "section", "page", "length")

_OF_YOMIDASU: Final = ("heiseiDetailArea", "<title>ヨミダス歴史館</title>")


def looks_like_asahi(start: Start) -> bool:
    """Whether a page is one of Kikuzo."""
    return start.is_markup and "topic-list" in start.text and "topic-detail" in start.text


def looks_like_yomiuri(start: Start) -> bool:
    """Whether a page is one of Yomidasu."""
    return start.is_markup and any(mark in start.text for mark in _OF_YOMIDASU)


def read_asahi(file: File) -> Contents:
    """Read the articles of a page of Kikuzo.

    Raises:
        ReadingError: There is nothing in it.
        OSError: It cannot be opened.
    """
    root, notes = markup.open_page(file)
    articles = []
    row: list[str] = []
    for table in root.iter("table"):
        kind = markup.tokens(table)
        if "topic-list" in kind:
            row = [joined(cell.text_content()) for cell in table.iter("td")]
        elif "topic-detail" in kind and len(row) > 1:
            articles.append(
                {
                    "source": "Asahi Shimbun",
                    "published": iso_day(row[1]),
                    **dict(zip(_ASAHI, row[2:], strict=False)),
                    "title": " ".join(_texts(table, "font002")),
                    "text": "\n\n".join(_texts(table, "detail001")),
                }
            )
            row = []
    return Export("Kikuzo", articles, notes=notes).contents()


def read_yomiuri(file: File) -> Contents:
    """Read the articles of a page of Yomidasu.

    Raises:
        ReadingError: There is nothing in it.
        OSError: It cannot be opened.
    """
    root, notes = markup.open_page(file)
    articles: list[dict[str, str]] = []
    for element in root.iter("table", "p"):
        kind = markup.tokens(element)
        if element.tag == "table" and "contentsTable" in kind:
            row = [joined(cell.text_content()) for cell in element.iter("th")]
            if len(row) > len(_YOMIURI):
                cells = dict(zip(_YOMIURI, row[2:], strict=False))
                articles.append({"source": "Yomiuri Shimbun", "published": iso_day(row[1])} | cells)
        elif element.tag == "p" and "mb10" in kind and articles:
            text = [articles[-1].get("text", ""), *(block.text for block in markup.blocks(element))]
            articles[-1]["text"] = "\n\n".join(filter(None, text))
    return Export("Yomidasu", articles, notes=notes).contents()


def _texts(element: html.HtmlElement, name: str) -> Iterator[str]:
    for each in element.iter():
        if name in markup.tokens(each):
            yield from (block.text for block in markup.blocks(each))
