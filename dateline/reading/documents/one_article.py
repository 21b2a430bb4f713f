"""A file that holds one article: what documents of all kinds come to in the end."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.errors import ReadingError
from dateline.reading.contents import Contents, Record
from dateline.reading.documents.file_name import stated_in_name
from dateline.reading.files import File

__all__ = ["one_article"]


def one_article(file: File, title: str, body: str, notes: Sequence[str] = ()) -> Contents:
    """The article of a file, with what the file's name states.

    Args:
        file: Where it stands.
        title: Its headline, or empty.
        body: Its text; the headline stands for one that is empty.
        notes: What was done to it.

    Raises:
        ReadingError: Both are empty.
    """
    if not (title or body):
        raise ReadingError("empty", "a text")
    cells = {"text": body or title, "title": title}
    cells = stated_in_name(file) | {name: value for name, value in cells.items() if value}
    return Contents(tuple(cells), [Record(0, cells)], notes=list(notes), is_table=False)
