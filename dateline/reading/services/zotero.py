"""Items of Zotero as JSON: what its export, its web service and its translators write."""

from __future__ import annotations

from typing import Any, Final

from dateline.reading.contents import Aside, Contents, excerpt
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects, plain_text
from dateline.reading.start import Start

__all__ = ["NO_ITEM", "looks_like", "read"]

_OUTLETS: Final = (
    "publicationTitle",
    "websiteTitle",
    "blogTitle",
    "programTitle",
    "forumTitle",
    "network",
    "institution",
    "publisher",
    "libraryCatalog",
)
"""Where the outlet stands, by the type of the item; the first that is filled."""

NO_ITEM: Final = ("attachment", "note", "annotation")
"""Types of what only belongs to an item."""


def looks_like(start: Start) -> bool:
    """Whether a file holds items of Zotero."""
    return is_json(start) and has_keys(start, "itemType", "title")


def read(file: File) -> Contents:
    """Read items; each is its abstract and its notes, or its headline where it has none.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    articles: list[dict[str, str]] = []
    asides: list[Aside] = []
    bare = 0
    for row, item in enumerate(objects(value, "itemType"), start=1):
        title = plain_text(cell(item, "title"))
        if item["itemType"] in NO_ITEM or not title:
            asides.append(Aside(file.name, row, "no item with a headline", excerpt(title)))
            continue
        parts = (plain_text(cell(item, "abstractNote")), plain_text(cell(item, "notes", "note")))
        text = "\n\n".join(filter(None, parts))
        bare += not text
        articles.append(
            {
                "title": title,
                "text": text or title,
                "published": _date(cell(item, "date")),
                "source": next(filter(None, (cell(item, name) for name in _OUTLETS)), ""),
                "author": "; ".join(_names(item.get("creators"))),
                "url": cell(item, "url"),
                "identifier": cell(item, "DOI") or cell(item, "key") or cell(item, "itemID"),
                "item type": cell(item, "itemType"),
                "section": cell(item, "section"),
                "place": cell(item, "place"),
                "page": cell(item, "pages"),
                "language": cell(item, "language"),
                "tags": cell(item, "tags", "tag") or cell(item, "tags"),
            }
        )
    notes.append(
        f"Zotero keeps no texts: abstracts and notes stand for {len(articles) - bare} of its "
        f"items, headlines alone for {bare}."
    )
    return Export("Zotero", articles, notes=notes, asides=asides).contents()


def _date(text: str) -> str:
    return "" if text.startswith("CURRENT_") else text


def _names(creators: Any) -> list[str]:
    """Authors; an organisation has one field where a person has two."""
    people = [each for each in creators or () if isinstance(each, dict)]
    authors = [each for each in people if each.get("creatorType", "author") == "author"] or people
    names = (
        cell(each, "name") or f"{cell(each, 'firstName')} {cell(each, 'lastName')}".strip()
        for each in authors
    )
    return [name for name in names if name]
