"""`set_aside.csv`: what could not be read, for whoever looks without the page."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pandas as pd

from dateline.errors import CorpusError
from dateline.formulas import harmless
from dateline.store import SET_ASIDE

__all__ = ["REPORT", "write_report"]

REPORT: Final = "set_aside.csv"
"""Its name in the corpus folder."""


def write_report(folder: Path, report: pd.DataFrame) -> None:
    """Write the report whole or not at all; where nothing was set aside, a former one goes.

    Args:
        folder: The corpus folder.
        report: Columns as `SET_ASIDE`: `file`, `row` (from 1 without the header, empty for a whole
            file), `reason`, `text` (its start).

    Raises:
        CorpusError: The disk refused.
    """
    path = folder / REPORT
    incoming = folder / f"{REPORT}.incoming"
    try:
        if report.empty:
            path.unlink(missing_ok=True)
            return
        cells = report[list(SET_ASIDE)].fillna("").astype("str").map(harmless)
        cells.to_csv(incoming, index=False, encoding="utf-8-sig", lineterminator="\r\n")
        incoming.replace(path)
    except OSError as error:
        raise CorpusError(
            f"{path} cannot be written: {error.strerror or error}",
            "a folder that can be written, on a disk with room",
            "the corpus itself is complete",
        ) from error
