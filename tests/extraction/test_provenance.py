"""The version recorded of the code that reads covers all of that code."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.extraction.provenance import READING
from tests.imported import left_out

LIBRARY = Path(dateline.__file__).parent


def test_the_version_covers_all_that_an_extractor_imports() -> None:
    assert left_out(READING) == set()


@pytest.mark.parametrize("part", READING)
def test_a_part_that_was_left_out_would_be_noticed(part: str) -> None:
    assert left_out([other for other in READING if other != part])


@pytest.mark.parametrize("part", READING)
def test_every_part_is_there(part: str) -> None:
    path = LIBRARY / part
    assert path.is_file() if path.suffix else any(path.rglob("*.py"))
