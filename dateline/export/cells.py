"""Tables as CSV that a spreadsheet can open without running what stands in it.

Text cells are made harmless as `dateline.formulas` says; numbers are left as they are.

Before the header stand `PREAMBLE_LINES` lines that begin with `#` and state what the file is:

    pandas.read_csv("aleppo.csv", skiprows=PREAMBLE_LINES)
"""

from __future__ import annotations

import csv
import io
from typing import Final

import pandas as pd

from dateline.export.statement import Statement
from dateline.formulas import harmless

__all__ = ["PREAMBLE_LINES", "csv_bytes", "plain_csv"]

PREAMBLE_LINES: Final = 5


def csv_bytes(frame: pd.DataFrame, about: Statement, *, excel: bool = False) -> bytes:
    """A table as CSV: commas, UTF-8, lines ending in CR LF (RFC 4180), empty for missing.

    Args:
        frame: Columns of text, numbers and datetime64; column names may come from outside.
        about: Goes before the header.
        excel: Begin with a byte order mark, by which Excel knows UTF-8.

    Returns:
        The file.
    """
    file = io.StringIO()
    lines = csv.writer(file, lineterminator="\r\n")
    stated = (
        f"{about.corpus}: {about.counts}",
        f"Filters: {about.filters}",
        f"Made from data {about.data}",
        ". ".join(
            filter(
                None,
                ("Counts are of articles mentioning a place, not of events", about.coordinates),
            )
        ),
        about.credits,
    )
    lines.writerows([harmless(f"# {line}")] for line in stated)
    _write(frame, file)
    return file.getvalue().encode("utf-8-sig" if excel else "utf-8")


def plain_csv(frame: pd.DataFrame) -> bytes:
    """A table of the program's own, such as what was set aside: as `csv_bytes` without a preamble.

    Args:
        frame: Columns of text, numbers and datetime64.

    Returns:
        The file, with a byte order mark.
    """
    file = io.StringIO()
    _write(frame, file)
    return file.getvalue().encode("utf-8-sig")


def _write(frame: pd.DataFrame, file: io.StringIO) -> None:
    safe = pd.DataFrame(
        {
            harmless(str(name)): column.map(harmless, na_action="ignore")
            if pd.api.types.is_string_dtype(column.dtype)
            else column
            for name, column in frame.items()
        }
    )
    safe.to_csv(file, index=False, lineterminator="\r\n", date_format="%Y-%m-%d %H:%M:%S")
