"""The formats that are read, in the order in which they are tried.

A format is recognised by how a file starts, and only where nothing else tells by how its name ends:
an export of a news database is an export whatever its file is called. The particular come before
the general: what no database wrote is a text, a table, a page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from dateline.errors import ReadingError
from dateline.reading.contents import Contents
from dateline.reading.files import File
from dateline.reading.json_lines import read_json_lines
from dateline.reading.parquet import read_parquet
from dateline.reading.plain_text import read_plain_text
from dateline.reading.separated import read_separated
from dateline.reading.start import Start

__all__ = ["ENDINGS", "FORMATS", "Format", "format_of"]


class Format(NamedTuple):
    """One kind of file.

    Attributes:
        name: What it is called in notes.
        endings: What names of such files usually end in, such as `.csv`.
        looks_like: Whether a file is of this kind.
        read: From the file to its contents; ReadingError if it cannot be read after all.
    """

    name: str
    endings: tuple[str, ...]
    looks_like: Callable[[Start], bool]
    read: Callable[[File], Contents]


def _by_ending(name: str, *endings: str, read: Callable[[File], Contents]) -> Format:
    return Format(name, endings, lambda start: start.file.ending in endings, read)


FORMATS: Final = (
    _by_ending("text", ".txt", ".text", ".md", ".markdown", read=read_plain_text),
    _by_ending("table", ".csv", ".tsv", ".tab", read=read_separated),
    _by_ending("JSON Lines", ".jsonl", ".ndjson", read=read_json_lines),
    _by_ending("Parquet", ".parquet", read=read_parquet),
)
"""The first that a file looks like is the one that reads it."""

ENDINGS: Final = tuple(dict.fromkeys(ending for each in FORMATS for ending in each.endings))
"""What names of files that can be read usually end in."""


def format_of(file: File) -> Format:
    """The format of a file.

    Raises:
        ReadingError: It is of no kind that is read.
        OSError: It cannot be opened.
    """
    start = Start.of(file)
    for candidate in FORMATS:
        if candidate.looks_like(start):
            return candidate
    raise ReadingError(
        f"a kind of file that is not read ({file.ending or 'its name has no ending'})",
        f"one of {', '.join(ENDINGS)}",
    )
