"""References in CSL-JSON, the format of citation processors that Zotero and others export.

Names of fields after https://docs.citationstyles.org/en/stable/specification.html.
"""

from __future__ import annotations

import re
from typing import Any, Final

from dateline.reading.contents import Aside, Contents, excerpt
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects, plain_text
from dateline.reading.start import Start

__all__ = ["looks_like", "read"]

_TYPE: Final = re.compile(
    r'"type"\s*:\s*"(?:article|article-(?:newspaper|magazine|journal)|webpage|post|post-weblog|'
    r'broadcast|interview|speech|report|chapter|book|document|motion_picture|manuscript|thesis)"'
)
_WHOSE: Final = re.compile(r"https?://zotero\.org/(?:users|groups)/[^/]+/items/")
"""Before the key of an item: the number of its owner."""

_FURTHER: Final = {
    "item type": "type",
    "section": "section",
    "page": "page",
    "place": "publisher-place",
    "language": "language",
    "tags": "keyword",
    "genre": "genre",
}


def looks_like(start: Start) -> bool:
    """Whether a file holds such references."""
    if not (is_json(start) and has_keys(start, "type", "title") and _TYPE.search(start.text)):
        return False
    return has_keys(start, "issued") or has_keys(start, "container-title")


def read(file: File) -> Contents:
    """Read references; each is its abstract and note, or its headline where it has none.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    articles: list[dict[str, str]] = []
    asides: list[Aside] = []
    bare = 0
    for row, item in enumerate(objects(value, "type"), start=1):
        title = plain_text(cell(item, "title"))
        parts = (plain_text(cell(item, "abstract")), plain_text(cell(item, "note")))
        text = "\n\n".join(filter(None, parts))
        if not title and not text:
            known = excerpt(cell(item, "id"))
            asides.append(Aside(file.name, row, "no reference with a headline", known))
            continue
        bare += not text
        day, printed = _issued(item.get("issued"))
        articles.append(
            {
                "title": title,
                "text": text or title,
                "published": day,
                "source": cell(item, "container-title")
                or cell(item, "publisher")
                or cell(item, "container-title-short"),
                "author": "; ".join(_names(item.get("author"))),
                "url": cell(item, "URL"),
                "identifier": cell(item, "DOI") or _WHOSE.sub("", cell(item, "id")),
                "date as printed": printed,
                **{name: cell(item, theirs) for name, theirs in _FURTHER.items()},
            }
        )
    notes.append(
        f"References hold no texts: abstracts and notes stand for {len(articles) - bare} of them, "
        f"headlines alone for {bare}."
    )
    return Export("CSL-JSON", articles, notes=notes, asides=asides).contents()


def _issued(value: Any) -> tuple[str, str]:
    """A day, and what stands in its place where only a month, a year or words are known."""
    if not isinstance(value, dict):
        return (value, "") if isinstance(value, str) else ("", "")
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first:
        day = "-".join(f"{part}".zfill(2) for part in first)
        return (day, "") if len(first) == 3 else ("", day)
    return cell(value, "raw") or cell(value, "literal"), ""


def _names(people: Any) -> list[str]:
    names = []
    for each in people if isinstance(people, list) else ():
        if isinstance(each, dict):
            full = (
                cell(each, "given"),
                cell(each, "non-dropping-particle"),
                cell(each, "family"),
            )
            names.append(cell(each, "literal") or " ".join(filter(None, full)))
    return [name for name in names if name]
