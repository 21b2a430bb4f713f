"""Several tables in one file, as sheets of a workbook: brought under the columns of the first."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.errors import ReadingError
from dateline.reading.columns import recognise
from dateline.reading.contents import Aside, Contents, Record
from dateline.reading.files import File

__all__ = ["together"]


def together(file: File, tables: Mapping[str, Contents], kind: str) -> Contents:
    """The records of several tables under the columns of the first that names a text.

    A table that holds no text is set aside.

    Args:
        file: What they stand in, for messages.
        tables: Name → contents, at least one.
        kind: What such a table is called, such as "sheet".
    """
    first: Contents | None = None
    ours: dict[str, str] = {}
    reasons: list[tuple[str, ReadingError]] = []
    for title, contents in tables.items():
        try:
            theirs, _ = recognise(contents.columns, {})
        except ReadingError as error:
            reasons.append((title, error))
            continue
        if first is None:
            first, ours = contents, theirs
            continue
        first.notes.append(f"{kind.capitalize()} {title!r} was read after the first.")
        first.notes += contents.notes
        _append(
            first, contents, {theirs[field]: ours.get(field, theirs[field]) for field in theirs}
        )
    if first is None:  # the reader may tell which column holds the text
        return next(iter(tables.values()))
    first.asides += [
        Aside(file.name, 0, f"{kind} {title!r}: {error.came}", "") for title, error in reasons
    ]
    return first


def _append(first: Contents, more: Contents, names: Mapping[str, str]) -> None:
    before = len(first.records) + len(first.asides)
    first.asides += [aside._replace(row=aside.row + before) for aside in more.asides]
    first.records += [
        Record(
            record.row + before,
            {names.get(name, name): value for name, value in record.cells.items()},
        )
        for record in more.records
    ]
    columns = dict.fromkeys([*first.columns, *(names.get(name, name) for name in more.columns)])
    first.columns = tuple(columns)
