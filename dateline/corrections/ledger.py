"""`corrections.csv` of a corpus folder: what was put right, in the order it was.

It lies beside the generations, and its keys are hashes of content, so it outlives any rebuild of
the corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from dateline.corrections import sheet
from dateline.corrections.correction import COLUMNS, Correction
from dateline.corrections.sheet import SetAside, Sheet
from dateline.errors import CorrectionError

__all__ = ["FILE", "Ledger", "add", "exported", "imported", "read", "remove", "stamped"]

FILE: Final = "corrections.csv"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What stands in a file of corrections.

    Attributes:
        corrections: Those that can be understood, the oldest first.
        set_aside: Rows that cannot, with the reason; they stay in the file.
    """

    corrections: tuple[Correction, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def read(folder: Path) -> Ledger:
    """The corrections of a corpus folder; none where there is no file.

    Raises:
        CorpusError: The file cannot be read.
    """
    return _ledger(sheet.read(folder / FILE, COLUMNS))


def imported(content: bytes) -> Ledger:
    """The corrections in a file from elsewhere."""
    return _ledger(sheet.parse(content, COLUMNS))


def exported(corrections: Iterable[Correction]) -> bytes:
    """A file of corrections that `imported` reads back."""
    return sheet.written(Sheet(COLUMNS).with_rows(one.cells for one in corrections))


def add(folder: Path, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Write corrections after those that are there; one that stands there already is left out.

    Args:
        folder: A corpus folder.
        corrections: In the order they shall have.

    Returns:
        Those that were added.

    Raises:
        CorpusError: The folder cannot be written; nothing was.
    """
    new: list[Correction] = []

    def made(before: Sheet) -> Sheet:
        present = set(_ledger(before).corrections)
        new[:] = [one for one in dict.fromkeys(corrections) if one not in present]
        return before.with_rows(one.cells for one in new)

    sheet.change(folder / FILE, COLUMNS, made)
    return tuple(new)


def remove(folder: Path, corrections: Iterable[Correction]) -> int:
    """Undo corrections: what they said no longer holds. All other rows stay as they are.

    Returns:
        How many rows went.

    Raises:
        CorpusError: The folder cannot be written; nothing was.
    """
    gone = set(corrections)
    removed = [0]

    def made(before: Sheet) -> Sheet:
        kept = tuple(row for row in before.rows if _understood(before, row) not in gone)
        removed[0] = len(before.rows) - len(kept)
        return replace(before, rows=kept)

    sheet.change(folder / FILE, COLUMNS, made)
    return removed[0]


def stamped(correction: Correction) -> Correction:
    """The correction as made now."""
    return replace(correction, at=datetime.now(UTC).isoformat(timespec="milliseconds"))


def _ledger(found: Sheet) -> Ledger:
    corrections: list[Correction] = []
    set_aside: list[SetAside] = []
    for number, row in enumerate(found.rows, start=1):
        read_as = _understood(found, row)
        if isinstance(read_as, Correction):
            corrections.append(read_as)
        else:
            set_aside.append(SetAside(number, read_as, " · ".join(cell for cell in row if cell)))
    return Ledger(tuple(corrections), tuple(set_aside))


def _understood(found: Sheet, row: Sequence[str]) -> Correction | str:
    """The correction in a row, or why there is none."""
    if any("\udc80" <= sign <= "\udcff" for cell in row for sign in cell):
        return "bytes that are no UTF-8"
    try:
        return Correction.of(found.cells(row))
    except CorrectionError as error:
        return str(error)
