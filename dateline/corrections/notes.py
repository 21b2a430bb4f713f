"""`notes.csv` of a corpus folder: what readers say is wrong who may not put it right themselves."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from dateline.corrections import sheet
from dateline.corrections.sheet import Sheet
from dateline.errors import CorpusError

__all__ = ["COLUMNS", "FILE", "LONGEST", "Note", "add", "is_kept", "read"]

FILE: Final = "notes.csv"
COLUMNS: Final = ("key", "start", "end", "surface", "place", "note", "at")

LONGEST: Final = 500
"""Characters of a note."""
_MOST: Final = 5_000
"""Notes in a file: strangers write here."""


@dataclass(frozen=True, slots=True)
class Note:
    """A mention that a reader says is wrong.

    Attributes:
        key: Content hash of the article.
        start, end: Where it stands, half-open code points, as text.
        surface: The words of the text.
        place: Gazetteer id of the place it was given, or empty.
        note: What is wrong, in the reader's words.
        at: When, ISO 8601, UTC.
    """

    key: str
    start: str
    end: str
    surface: str
    place: str
    note: str
    at: str = ""


def is_kept(folder: Path) -> bool:
    """Whether a note could be written down: the page may be read-only while the folder is not."""
    return os.access(folder, os.W_OK)


def read(folder: Path) -> tuple[Note, ...]:
    """The notes in a corpus folder, the oldest first.

    Raises:
        CorpusError: The file cannot be read.
    """
    found = sheet.read(folder / FILE, COLUMNS)
    rows = (found.cells(row) for row in found.rows)
    return tuple(Note(**{name: row[name] for name in COLUMNS}) for row in rows)


def add(folder: Path, note: Note) -> None:
    """Write one down for the owner, as of now; what is longer than `LONGEST` is cut.

    Raises:
        CorpusError: The folder cannot be written, or holds as many notes as it may.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    kept = replace(note, surface=note.surface[:LONGEST], note=note.note[:LONGEST], at=now)

    def made(before: Sheet) -> Sheet:
        if len(before.rows) >= _MOST:
            raise CorpusError(
                f"{folder / FILE} holds {len(before.rows):,} notes",
                f"fewer than {_MOST:,}",
                "its owner has to read them first",
            )
        return before.with_rows([asdict(kept)])

    sheet.change(folder / FILE, COLUMNS, made)
