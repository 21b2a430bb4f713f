"""How a table begins, for a reader who says which of its columns holds what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from dateline.errors import ReadingError
from dateline.reading.columns import recognise
from dateline.reading.contents import excerpt
from dateline.reading.files import File
from dateline.reading.formats import format_of

__all__ = ["Preview", "preview"]

_ROWS: Final = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a table.

    Attributes:
        columns: Their names as they stand in the file.
        rows: The start of each cell of the first rows, empty where there is nothing.
        recognised: Field of `dateline.reading.columns.FIELDS` → the column it seems to be.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    recognised: dict[str, str]


def preview(name: str, data: bytes) -> Preview | None:
    """Look at a file that was uploaded.

    Args:
        name: Its name; folders in it are ignored.
        data: Its bytes.

    Returns:
        How it begins; None if it is no table, or cannot be read at all.
    """
    plain = PurePath(name.replace("\\", "/")).name
    file = File(plain, len(data), data)
    try:
        contents = format_of(file).read(file)
    except (ReadingError, OSError):
        return None
    if not (contents.is_table and contents.columns):
        return None
    rows = tuple(
        tuple(excerpt(record.cells.get(column, "")) for column in contents.columns)
        for record in contents.records[:_ROWS]
    )
    return Preview(contents.columns, rows, _recognised(contents.columns))


def _recognised(columns: tuple[str, ...]) -> dict[str, str]:
    try:
        return recognise(columns, {})[0]
    except ReadingError:  # none is known to hold the text; the others may be known all the same
        known = recognise((*columns, "text"), {})[0]
        return {field: column for field, column in known.items() if field != "text"}
