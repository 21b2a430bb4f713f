"""The report of what was set aside: whole or not there, and harmless in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dateline.errors import CorpusError
from dateline.store import SET_ASIDE
from dateline.store.set_aside import REPORT, write_report


def report(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(SET_ASIDE), dtype="str")


def test_every_row_stands_in_it_and_none_runs_a_formula(tmp_path: Path) -> None:
    write_report(tmp_path, report(("a.csv", "3", "no text", "=1+1\nnext"), ("b", "", "empty", "")))
    found = pd.read_csv(tmp_path / REPORT, dtype="str", keep_default_na=False)
    assert found.columns.tolist() == ["file", "row", "reason", "text"]
    assert found.to_numpy().tolist() == [
        ["a.csv", "3", "no text", "'=1+1 next"],
        ["b", "", "empty", ""],
    ]
    assert [path.name for path in tmp_path.iterdir()] == [REPORT]


def test_where_nothing_was_set_aside_a_former_report_goes(tmp_path: Path) -> None:
    write_report(tmp_path, report(("a", "", "empty", "")))
    write_report(tmp_path, report())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / f"{REPORT}.incoming").mkdir()
    with pytest.raises(CorpusError, match="cannot be written"):
        write_report(tmp_path, report(("a", "", "empty", "")))
