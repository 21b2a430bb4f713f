"""Media Cloud: lists of headlines as CSV, and stories of its older service as JSON."""

from __future__ import annotations

from typing import Final

from dateline.reading.columns import holds_text
from dateline.reading.contents import Contents
from dateline.reading.counted import counted
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects, plain_text
from dateline.reading.services.table import header
from dateline.reading.start import Start
from dateline.reading.tables.separated import read_separated

__all__ = ["looks_like_list", "looks_like_stories", "read_list", "read_stories"]

_COLUMNS: Final = {
    "title": ("title",),
    "published": ("publish_date",),
    "source": ("media_name", "media_url", "media_id"),
    "url": ("url",),
    "identifier": ("id", "stories_id"),
}
_SKIPPED: Final = "<SENTENCES SKIPPED"


def looks_like_list(start: Start) -> bool:
    """Whether a file is a list of headlines."""
    names = header(start)
    return {"title", "url", "publish_date"} <= names and (
        bool(names & {"media_name", "media_id"}) and not holds_text(tuple(names))
    )


def looks_like_stories(start: Start) -> bool:
    """Whether a file holds stories as JSON."""
    return is_json(start) and has_keys(start, "stories_id", "publish_date")


def read_list(file: File) -> Contents:
    """Read a list; each article is its headline.

    Raises:
        ReadingError: It is binary or empty.
        OSError: It cannot be opened.
    """
    table = read_separated(file)
    ours = {name: field for field, names in _COLUMNS.items() for name in names}
    articles = []
    for record in table.records:
        cells = {name: value for name, value in record.cells.items() if name not in ours}
        for field, names in _COLUMNS.items():
            found = (record.cells.get(name, "") for name in names)
            cells[field] = next(filter(None, found), "")
        articles.append(cells | {"text": cells["title"]})
    note = "Media Cloud lists no texts: each article is its headline alone."
    export = Export("Media Cloud", articles, notes=[*table.notes, note], asides=table.asides)
    return export.contents()


def read_stories(file: File) -> Contents:
    """Read stories; each is its text, or its description where it came without one.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    articles = []
    short = cut = 0
    for item in objects(value, "stories_id", "title"):
        text = plain_text(cell(item, "story_text") or cell(item, "text"))
        cut += _SKIPPED in cell(item, "story_text")
        if not text:
            short += 1
            text = plain_text(cell(item, "description")) or cell(item, "title")
        articles.append(
            {
                "title": plain_text(cell(item, "title")),
                "text": text,
                "published": cell(item, "publish_date"),
                "source": cell(item, "media_name") or cell(item, "media", "name"),
                "url": cell(item, "url"),
                "identifier": cell(item, "stories_id"),
                "language": cell(item, "language"),
                "medium": cell(item, "media_id"),
            }
        )
    if short:
        told = (
            "# of its articles [is a teaser or headline|are teasers or headlines]: no text came "
            "with [it|them]."
        )
        notes.append(counted(short, told))
    if cut:
        texts = counted(len(articles), "# [text|texts]")
        notes.append(f"The service left sentences out of {cut:,} of {texts}.")
    return Export("Media Cloud", articles, notes=notes).contents()
