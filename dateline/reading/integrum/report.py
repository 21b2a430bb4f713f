"""Reports of Integrum as HTML: a list of headlines, then each document with marked fields.

The fields of a document are marked in Russian: `^ИС:` its outlet, `^ДТ:` its day, `^ЗГ:` its title.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import html

from dateline.reading.contents import Contents
from dateline.reading.dates.printed import iso_day
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.imprint import author_of
from dateline.reading.pages import markup
from dateline.reading.paragraphs import joined, paragraphs, usual_width
from dateline.reading.start import Start

__all__ = ["looks_like_report", "read_report"]

_MARK: Final = re.compile(r"\^([А-Я]{2}):\s*")
_FIELDS: Final = {
    "ИС": "source",
    "ДТ": "published",
    "ЗГ": "title",
    "АВ": "author",
    "РБ": "section",
    "НР": "issue",
    "АН": "teaser",
}
_TITLE: Final = re.compile(r"<title>\s*Report \d\d\.\d\d\.\d{4} [\d:]+\s*</title>", re.IGNORECASE)
_ITEM: Final = re.compile(r"#\d+")
_INDENT: Final = re.compile(r"^(?=[^\S\n]{3,}\S)", re.MULTILINE)
"""Before the first line of a paragraph."""


def looks_like_report(start: Start) -> bool:
    """Whether a page of HTML is such a report."""
    return start.is_markup and _TITLE.search(start.text) is not None


def read_report(file: File) -> Contents:
    """Read the documents of a report; its list of headlines is left out.

    Raises:
        ReadingError: There is nothing in it.
        OSError: It cannot be opened.
    """
    root, notes = markup.open_page(file)
    listed = {a.get("href") for a in root.iter("a") if _ITEM.fullmatch(a.get("href") or "")}
    articles = []
    fields: dict[str, str] = {}
    for element in root.iter("td", "pre"):
        if element.tag == "td" and (found := _fields(element)):
            fields = found
        elif element.tag == "pre" and fields:
            articles.append(fields | {"text": _text(element)})
            fields = {}
    return Export("Integrum", articles, len(listed) or None, notes).contents()


def _fields(cell: html.HtmlElement) -> dict[str, str]:
    parts = _MARK.split(cell.text_content())
    found = dict(zip(parts[1::2], map(joined, parts[2::2]), strict=False))
    cells = {field: found.get(mark, "") for mark, field in _FIELDS.items() if mark in found}
    if not cells:
        return {}
    cells["published"] = iso_day(cells.get("published", ""))
    cells["author"] = author_of(cells.get("author", "").rstrip(", "), "")
    return cells


def _text(element: html.HtmlElement) -> str:
    """Paragraphs, whose first lines are indented and whose lines are broken to a width."""
    lines = _INDENT.sub("\n", element.text_content()).splitlines()
    lines = [line.strip() for line in lines]
    return "\n\n".join(paragraphs(lines, usual_width(lines)))
