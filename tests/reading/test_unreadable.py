"""Files and folders that the system keeps shut are set aside, by their own names alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from dateline.reading import read
from dateline.reading.files import File

SHUT = "kept shut"


def test_a_folder_that_cannot_be_listed_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (SHUT, "open"):
        (tmp_path / "all" / name).mkdir(parents=True)
        (tmp_path / "all" / name / "a.txt").write_text("Bridge hit\n\nA bridge in Homs was hit.")
    scandir = os.scandir

    def refusing(path: Any) -> Any:
        if Path(path).name == SHUT:
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    reading = read([tmp_path / "all"])
    assert len(reading.articles) == 1
    (row,) = reading.set_aside.to_dict("records")
    assert row["file"].endswith(SHUT)
    assert row["reason"] == "a folder that cannot be read"


def test_a_file_that_cannot_be_opened_does_not_tell_where_it_lay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Bridge hit\n\nA bridge in Homs was hit.")
    opened = File.open

    def refusing(self: File) -> Any:
        if self.name.endswith("b.txt"):
            raise PermissionError(13, "Permission denied", str(tmp_path / "b.txt"))
        return opened(self)

    monkeypatch.setattr(File, "open", refusing)
    reading = read([tmp_path])
    assert len(reading.articles) == 1
    assert reading.set_aside["reason"].tolist() == ["cannot be read: Permission denied"]
