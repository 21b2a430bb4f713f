"""Rows of cells to records: the header, or its absence, and what a row must be to fit it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.errors import ReadingError
from dateline.reading.contents import Aside, Contents, Record, excerpt
from dateline.reading.counted import counted
from dateline.reading.files import File
from dateline.reading.tables.headless import (
    caption,
    is_error,
    is_header,
    is_missing,
    names_by_content,
    names_columns,
)

__all__ = ["Row", "contents_of"]

Row = tuple[Sequence[str], str]
"""The cells of a row, and what is wrong with it, if anything is."""

_SAMPLE: Final = 500
"""Rows looked at where there is no header."""

_ABOVE: Final = 20
"""Rows that may stand above a header: what was asked for, when, how much was found."""


def contents_of(
    file: File, rows: Iterable[Row], notes: Iterable[str] = (), *, ragged: bool = False
) -> Contents:
    """Make records of rows; a row that does not fit the header is set aside.

    Captions and other rows above the header, a line `sep=;` and a row of HXL tags (`#date`, see
    hxlstandard.org) are left out. Where no row is a header, the columns are told by what stands in
    them. A cell with nothing but `NaN` or `NULL` is empty.

    A row that is the same as the one before it is set aside.

    Args:
        file: The table, for messages.
        rows: From the top; empty rows are passed over and not counted.
        notes: What is known of the file already.
        ragged: Rows may be shorter than the header, as where empty cells at the end are not kept.

    Raises:
        ReadingError: There is no row.
    """
    contents = Contents((), notes=list(notes))
    filled = _filled(rows)
    first, filled = _first(filled, contents.notes)
    if first is None:
        raise ReadingError("empty", "a header and rows")
    if not is_header(first[0]):
        ragged = True
        sample = [first, *itertools.islice(filled, _SAMPLE)]
        width, _ = Counter(len(cells) for cells, _ in sample).most_common(1)[0]
        contents.columns = names_by_content([cells for cells, _ in sample], width)
        contents.notes.append("It has no header; its columns were told by what stands in them.")
        filled = itertools.chain(sample, filled)
    else:
        contents.columns = _names(first[0])
    number, errors = 0, 0
    before: Sequence[str] = ()
    reason = ""
    again: Aside | None = None
    for cells, trouble in filled:
        if number == 0 and _is_hxl(cells):
            contents.notes.append("A row of HXL tags was left out.")
            continue
        number += 1
        if cells == before and not trouble:  # a row that stands a million times is soon passed over
            if again is None:
                same = reason or f"the same article as row {number - 1}"
                again = Aside(file.name, number, same, excerpt(" ".join(cells)))
            contents.asides.append(again._replace(row=number))
            continue
        before, again = cells, None
        if reason := trouble or _misfit(cells, len(contents.columns), ragged):
            contents.asides.append(Aside(file.name, number, reason, excerpt(" ".join(cells))))
            continue
        named = zip(contents.columns, cells, strict=False)
        held = {
            name: cell
            for name, cell in named
            if cell and not is_error(cell) and not is_missing(cell)
        }
        errors += sum(map(is_error, cells))
        contents.records.append(Record(number, held))
    if errors:
        contents.notes.append(
            f"An error of the spreadsheet such as #N/A counts as empty: "
            f"{counted(errors, '# [cell|cells]')}."
        )
    return contents


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if any(map(str.strip, row[0])))


def _first(rows: Iterator[Row], notes: list[str]) -> tuple[Row | None, Iterator[Row]]:
    """The first row of the table itself, and those after it."""
    for row in rows:
        if row[0][0].lower().startswith("sep="):
            continue
        if above := caption(row[0]):
            notes.append(f"The caption {above!r} above the table was left out.")
            continue
        if names_columns(row[0]):
            return row, rows
        ahead = list(itertools.islice(rows, _ABOVE))
        at = next((at for at, each in enumerate(ahead) if names_columns(each[0])), None)
        if at is None:
            return row, itertools.chain(ahead, rows)
        lines = " / ".join(excerpt(" ".join(cells)) for cells, _ in [row, *ahead[:at]])
        notes.append(f"What stands above its header was left out: {excerpt(lines)!r}.")
        return ahead[at], itertools.chain(ahead[at + 1 :], rows)
    return None, rows


def _names(header: Sequence[str]) -> tuple[str, ...]:
    """The header's names, each once: a nameless column is called by its number."""
    names: dict[str, None] = {}
    copies: Counter[str] = Counter()
    for number, cell in enumerate(header, start=1):
        name = " ".join(cell.strip("\ufeff").split()) or f"column {number}"
        unique = name
        while unique in names:
            copies[name] += 1
            unique = f"{name} ({copies[name] + 1})"
        names[unique] = None
    return tuple(names)


def _is_hxl(cells: Sequence[str]) -> bool:
    tags = [cell.strip() for cell in cells if cell.strip()]
    if all(map(is_error, tags)):
        return False
    return all(tag.startswith("#") and len(tag) > 1 and tag[1].isalpha() for tag in tags)


def _misfit(cells: Sequence[str], width: int, ragged: bool) -> str:
    if all(is_error(cell) for cell in cells if cell.strip()):
        return "nothing but an error of the spreadsheet"
    if (len(cells) < width and not ragged) or any(map(str.strip, cells[width:])):
        return (
            f"{len(cells)} cells where {'most rows have' if ragged else 'the header has'} {width}"
        )
    return ""
