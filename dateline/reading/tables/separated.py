"""`.csv` and `.tsv`: tables of separated cells, whatever separates them."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.reading.columns import holds_text
from dateline.reading.contents import LONGEST, Contents
from dateline.reading.encoding import open_text
from dateline.reading.files import File
from dateline.reading.tables.headless import caption, names_columns
from dateline.reading.tables.rows import contents_of

__all__ = ["read_separated"]

_SEPARATORS: Final = ",;\t|"
_SAMPLE: Final = 256 * 1024
_EMPTY: Final = ("\n", "\r\n", "\r")


def read_separated(file: File) -> Contents:
    """Read records; a row that does not fit the header is set aside.

    The separator is the one that makes the header name a text and the rows as wide as it, whatever
    the file is called. A quotation mark that never closes costs its own row, not the rest of the
    file.

    Raises:
        ReadingError: The file is binary or empty.
        OSError: It cannot be opened.
    """
    # The limit belongs to the process; cells hold articles, and it was made for numbers.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * LONGEST))
    stream, encoding = open_text(file)
    notes = [encoding.note] if encoding.note else []
    with stream:
        sample = stream.read(_SAMPLE)
        whole = len(sample) < _SAMPLE
        sample = sample if whole else sample[: sample.rfind("\n") + 1]
        separator = _separator(sample)
        escape = _escape(sample, separator)
        if escape:
            notes.append("A quotation mark after a backslash was taken as part of its cell.")
        stream.seek(0)
        return contents_of(file, _Rows(stream, separator, escape).read(), notes)


class _Rows:
    """Rows of a table; one whose quotation mark never closes ends where its first line does."""

    def __init__(self, lines: Iterable[str], separator: str, escape: str | None) -> None:
        self._separator, self._escape = separator, escape
        self._lines = iter(lines)
        self._row: list[str] = []  # the lines of the row being read
        self._size = 0
        self._open = False  # it ran out of lines, or of patience, between quotation marks
        self._width = 0  # of the first row

    def read(self) -> Iterator[tuple[list[str], str]]:
        """Cells of each row, and what is wrong with it, if anything is."""
        while True:
            trouble = ""
            try:
                for cells in self._cells(self._feed()):
                    if self._open:
                        trouble = "a quotation mark that never closes"
                        break
                    self._width = self._width or len(cells)
                    if len(self._row) > 1 and self._took_in_more(cells):
                        trouble = "a quotation mark within it parts its cells wrongly"
                        break
                    yield cells, ""
                    self._row, self._size = [], 0
            except csv.Error as error:
                trouble = str(error)
            if not trouble:
                return
            first, rest = self._row[0], self._row[1:]
            if self._size > LONGEST or any(self._fits(rest)):
                self._lines = itertools.chain(rest, self._lines)
            else:
                trouble += "; the file seems to be cut short there"
            self._row, self._size, self._open = [], 0, False
            yield first.rstrip("\r\n").split(self._separator), trouble

    def _feed(self) -> Iterator[str]:
        while self._size <= LONGEST:
            line = next(self._lines, None)
            if line is None:
                self._open = bool(self._row)
                return
            if not self._row and line in _EMPTY:  # millions of them are soon passed over
                continue
            self._row.append(line)
            self._size += len(line)
            yield line
        self._open = True

    def _took_in_more(self, cells: list[str]) -> bool:
        """Whether a row holds further rows because of a mark too many: their number is odd."""
        if self._escape or sum(line.count('"') for line in self._row) % 2 == 0:
            return False
        fits = self._fits(self._row[1:])
        return all(fits) if len(cells) == self._width else any(fits)

    def _fits(self, lines: list[str]) -> list[bool]:
        return [len(cells) == self._width > 1 for cells in self._cells(lines)]

    def _cells(self, lines: Iterable[str]) -> Iterator[list[str]]:
        return csv.reader(lines, delimiter=self._separator, escapechar=self._escape)


def _separator(sample: str) -> str:
    """The separator under which the first rows fit the header best."""
    if sample[:4].lower() == "sep=" and len(sample) > 4:
        return sample[4]

    def fit(separator: str) -> tuple[bool, float, int]:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        filled = (row for row in rows if any(map(str.strip, row)) and not caption(row))
        first = list(itertools.islice(filled, 30))
        header = next((at for at, row in enumerate(first) if names_columns(row)), 0)
        first = first[header:]
        if not first or len(first[0]) < 2:
            return False, 0.0, 0
        width = len(first[0])
        return (
            holds_text(first[0]),
            sum(len(row) == width for row in first) / len(first),
            width,
        )

    return max(_SEPARATORS, key=fit)  # the first of equals: a comma


def _escape(sample: str, separator: str) -> str | None:
    """A backslash where more rows fit the header when it escapes quotation marks; else None."""
    if '\\"' not in sample:
        return None

    def fitting(escape: str | None) -> int:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator, escapechar=escape)
        widths = [len(row) for row in rows if any(map(str.strip, row))]
        return sum(width == widths[0] for width in widths)

    return "\\" if fitting("\\") > fitting(None) else None
