"""plotly.js comes from the installed wheel, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import plotly
import pytest

from dateline.errors import DatelineError
from dateline.figures.plotly_js import copy_plotly


def test_the_script_is_copied_once_under_its_version(tmp_path: Path) -> None:
    path = copy_plotly(tmp_path)
    assert path.name == f"plotly-{plotly.__version__}.min.js"
    assert path.stat().st_size > 1_000_000
    before = path.stat().st_mtime_ns
    assert copy_plotly(tmp_path).stat().st_mtime_ns == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_an_error_in_three_parts(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DatelineError) as caught:
        copy_plotly(tmp_path)
    assert caught.value.came
    assert caught.value.expected
    assert caught.value.todo


def test_a_folder_that_is_not_there_is_an_error_in_three_parts(tmp_path: Path) -> None:
    with pytest.raises(DatelineError) as caught:
        copy_plotly(tmp_path / "missing")
    assert "missing" in caught.value.came
    assert "min.js" in caught.value.expected
    assert caught.value.todo
