"""`.docx`: one article a file, through python-docx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.table import Table

from dateline.errors import ReadingError
from dateline.reading.archives.office import opened
from dateline.reading.contents import LONGEST, Contents
from dateline.reading.documents.one_article import one_article
from dateline.reading.files import File
from dateline.reading.titles import split_title

__all__ = ["read_word"]

_TITLES: Final = ("title", "heading 1")


def read_word(file: File) -> Contents:
    """Read the one article of a document: its paragraphs, and its tables row by row.

    The title is the first paragraph in the style *Title* or *Heading 1*, else the first line if it
    can be one. What the document says of itself (who wrote and saved it, and when) is that of
    whoever made the file, not of the article, and is not kept.

    Raises:
        ReadingError: It is no such document, protected by a password, damaged, empty, too long, or
            its XML declares entities.
        OSError: It cannot be opened.
    """
    with opened(file, "word/") as stream:
        try:
            parts = list(_parts(docx.Document(stream)))
        except Exception as error:  # python-docx raises whatever its parser stumbled over
            raise ReadingError(f"no document that can be read: {str(error)[:120]}") from error
    lines = [text for _, text in parts]
    if sum(map(len, lines)) > LONGEST:
        raise ReadingError(f"more than {LONGEST:,} characters", "one article a file")
    styled = next((number for number, (style, _) in enumerate(parts) if style in _TITLES), -1)
    if 0 <= styled < len(lines) - 1:
        title = " ".join(lines.pop(styled).split())
        body = "\n\n".join(lines)
    else:
        title, body = split_title("\n\n".join(lines))
    return one_article(file, title, body)


def _parts(document: Any) -> Iterator[tuple[str, str]]:
    """Style and text of each paragraph with anything in it, in order; of each row of a table."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                if text := "\t".join(filter(None, cells)):
                    yield "", text
        elif text := part.text.strip():
            yield (part.style.name or "").lower() if part.style is not None else "", text
