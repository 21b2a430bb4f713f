"""What exports are tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora import written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus in a folder."""
    return written(tmp_path / "corpus")
