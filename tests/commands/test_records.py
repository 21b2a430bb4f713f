"""Records in, records out: a file that holds none is told of, and nothing is written for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import main


@pytest.mark.parametrize("content", ["", "\ufeff", " \n\r\n\n"])
@pytest.mark.parametrize(
    ("command", "what"),
    [("extract", "article with its “text”"), ("places", "place with its “names”")],
)
def test_a_file_without_records_is_refused_in_three_parts(
    command: str, what: str, content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, output = tmp_path / "empty.jsonl", tmp_path / "found.jsonl"
    source.write_text(content, encoding="utf-8")
    assert main([command, str(source), "--output", str(output)]) == 2
    said = capsys.readouterr()
    assert said.err == (
        f"dateline: nothing is in {source}; expected one {what} a line; "
        "check that it was written to its end\n"
    )
    assert said.out == ""
    assert not output.exists()
