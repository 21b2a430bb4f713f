"""A small CSV file beside the tables, to which several dashboards and a spreadsheet may write.

UTF-8, commas, a header. Whatever a text is, it is kept: bytes that are no UTF-8, NUL, line breaks,
rows that mean nothing. An apostrophe goes before what a spreadsheet would take for a formula, and
is taken away again when the file is read. A change is made to the file as it is now, under a lock,
and put in its place whole.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dateline import durable
from dateline.errors import CorpusError

__all__ = ["SetAside", "Sheet", "change", "parse", "read", "written"]

_PATIENCE: Final = 10.0
"""Seconds to wait for another dashboard that is writing."""

# As `dateline.formulas` says, but such that it can be taken back.
_BEFORE: Final = r"((?:^|;)[\s\"]*)"
_SIGN: Final = r"('*[=+\-@＝＋－＠])"
_GUARDED: Final = re.compile(f"{_BEFORE}'{_SIGN}")
_UNGUARDED: Final = re.compile(f"{_BEFORE}{_SIGN}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the file.

    Attributes:
        header: Names of the columns.
        rows: Cells of each row, as they were written; not always as many as columns.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    def cells(self, row: Sequence[str]) -> dict[str, str]:
        """A row by the names of the columns; what it lacks is empty."""
        lacking = [""] * (len(self.header) - len(row))
        return dict(zip(self.header, [*row, *lacking], strict=False))

    def with_rows(self, added: Iterable[Mapping[str, str]]) -> Sheet:
        """The same with further rows, given by column."""
        rows = [tuple(cells.get(name, "") for name in self.header) for cells in added]
        return replace(self, rows=(*self.rows, *rows))


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that could not be understood; it stays in the file.

    Attributes:
        row: Its number, from 1 for the first after the header.
        reason: What is wrong with it.
        text: Its cells, one after the other.
    """

    row: int
    reason: str
    text: str


def read(path: Path, columns: Sequence[str]) -> Sheet:
    """The sheet in a file; one without rows where there is no file.

    Args:
        path: The file.
        columns: The header that a new file has, and that a file must have.

    Raises:
        CorpusError: It cannot be read.
    """
    try:
        return parse(path.read_bytes(), columns)
    except FileNotFoundError:
        return Sheet(tuple(columns))
    except OSError as error:
        raise CorpusError(
            f"{path} cannot be read: {error.strerror or error}", "a file that can be read"
        ) from error


def parse(content: bytes, columns: Sequence[str]) -> Sheet:
    """The sheet in some bytes.

    A first row that does not have all `columns` is taken for data without a header.

    Args:
        content: The file, written by this module, by hand or by a spreadsheet (with a byte order
            mark, with semicolons).
        columns: The columns a header must have, in any order.
    """
    text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    first = text[: text.find("\n")]
    rows = list(_rows(text, ";" if first.count(";") > first.count(",") else ","))
    header = tuple(cell.strip().lower() for cell in rows[0]) if rows else ()
    if rows and set(columns) <= set(header):
        return Sheet(header, tuple(rows[1:]))
    return Sheet(tuple(columns), tuple(rows))


def written(sheet: Sheet) -> bytes:
    """The file that holds a sheet; the inverse of `parse`."""
    file = io.StringIO()
    lines = csv.writer(file, lineterminator="\r\n")  # so a lone carriage return is quoted
    lines.writerow(sheet.header)
    for row in sheet.rows:
        lines.writerow([_UNGUARDED.sub(r"\1'\2", cell) for cell in row])
    return file.getvalue().encode("utf-8", "surrogateescape")


def change(path: Path, columns: Sequence[str], made: Callable[[Sheet], Sheet]) -> None:
    """Change the file while nobody else does.

    Args:
        path: The file; made if it is not there.
        columns: As in `read`.
        made: From what stands there now to what shall.

    Raises:
        CorpusError: Another process does not let go of it, or it cannot be written; the file is as
            it was.
    """
    try:
        with durable.alone(path.with_name(f"{path.name}.lock"), patience=_PATIENCE):
            before = read(path, columns)
            after = made(before)
            if after != before:
                durable.replace(path, written(after))
    except CorpusError:
        raise
    except OSError as error:
        raise CorpusError(
            f"{path} cannot be written: {error.strerror or error}",
            "a folder that can be written, on a disk with room",
            "nothing was changed",
        ) from error


def _rows(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    """The rows that are not empty; what is no CSV becomes a row of one cell."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    found = csv.reader(lines, delimiter=delimiter)
    begin = 0
    while True:
        try:
            row = next(found)
        except StopIteration:
            return
        except csv.Error:  # a quotation mark that never closes, a carriage return by itself
            row = ["".join(lines[begin : found.line_num])]
        begin = found.line_num
        if any(row):
            yield tuple(_GUARDED.sub(r"\1\2", cell) for cell in row)
