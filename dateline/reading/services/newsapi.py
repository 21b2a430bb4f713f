"""Answers of NewsAPI: descriptions, and contents cut after 200 characters."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from dateline.reading.contents import Aside, Contents
from dateline.reading.counted import counted
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.paragraphs import joined
from dateline.reading.services.objects import cell, has_keys, is_json, load, objects, plain_text
from dateline.reading.start import Start

__all__ = ["looks_like", "read"]

_CUT: Final = re.compile(r"\s*\[\+(\d+) chars\]\s*$")
_SHORTENED: Final = re.compile(r"\[\+\d+ chars\]\s*\"")
_REMOVED: Final = "[Removed]"
_OVERLAP: Final = 60
"""Characters of a description that make it the beginning of the content."""


def looks_like(start: Start) -> bool:
    """Whether a file is such an answer, or a list of its articles."""
    if not (is_json(start) and has_keys(start, "publishedAt", "title", "url")):
        return False
    return has_keys(start, "urlToImage") or _SHORTENED.search(start.text) is not None


def read(file: File) -> Contents:
    """Read one answer or several; each article is its description and what there is of its content.

    Raises:
        ReadingError: It is no JSON.
        OSError: It cannot be opened.
    """
    value, notes = load(file)
    articles: list[dict[str, str]] = []
    asides: list[Aside] = []
    cut = walls = bare = 0
    for row, item in enumerate(objects(value, "publishedAt", "title", "url"), start=1):
        title = plain_text(cell(item, "title"))
        if title == _REMOVED:
            asides.append(Aside(file.name, row, "removed by its publisher", ""))
            continue
        source = cell(item, "source", "name")
        title = title.removesuffix(f" - {source}") if source else title
        content = plain_text(cell(item, "content").replace("\r\n", "\n"))
        if _is_wall(cell(item, "url")):
            content, walls = "", walls + 1
        match = _CUT.search(content)
        if match:
            content, cut = content[: match.start()], cut + 1
        description = plain_text(cell(item, "description"))
        begins = joined(content).startswith(joined(description)[:_OVERLAP])
        text = "\n\n".join(filter(None, ("" if begins else description, content)))
        bare += not text
        articles.append(
            {
                "title": title,
                "text": text or title,
                "published": cell(item, "publishedAt"),
                "source": source,
                "author": cell(item, "author"),
                "url": cell(item, "url"),
                "characters cut": match[1] if match else "",
            }
        )
    if cut:
        notes.append(
            f"Of {counted(len(articles), '# [article|articles]')}, the service cut the text of "
            f"{cut:,}: what stands here is the description and the first 200 characters or so."
        )
    if walls:
        told = "# [leads|lead] to a page that asks for consent; what it says was left out."
        notes.append(counted(walls, told))
    if bare:
        notes.append(counted(bare, "# [is a headline|are headlines] alone."))
    return Export("NewsAPI", articles, notes=notes, asides=asides).contents()


def _is_wall(url: str) -> bool:
    return (urlsplit(url).hostname or "").startswith("consent.")
