"""Ctrl+C while articles are read: what was read is kept, and it is said only where it is so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline.cli import main
from dateline.extraction import parts
from tests.clippings import ROWS, table

KEPT = "what was read is kept; the same command goes on from there\n"


@pytest.mark.parametrize(("whole", "said"), [(1, KEPT), (0, "")])
def test_who_stops_a_build_is_told_what_is_kept_where_something_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    whole: int,
    said: str,
) -> None:
    write, calls = parts.Parts.write, []

    def stopping(*args: Any) -> None:
        calls.append(args)
        if len(calls) > whole:
            raise KeyboardInterrupt
        write(*args)

    monkeypatch.setattr("dateline.extraction.resumable.CHUNK", 2)
    monkeypatch.setattr(parts.Parts, "write", stopping)
    source, corpus = table(tmp_path, ROWS), tmp_path / "corpus"
    command = ["build", str(source), "--corpus", str(corpus), "--processes", "1"]
    assert main(command) == 130
    assert capsys.readouterr().err.endswith(f"{said}dateline: stopped\n")
    assert any(corpus.rglob("*.parquet")) == bool(said)
