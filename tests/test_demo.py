"""The demonstration corpus is built again when anything that made it has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.demo import READING, stamp
from dateline.resources import data_folder
from tests.imported import left_out

FILES = (
    "data/demo/articles.csv",
    "data/gazetteer/gazetteer.json",
    "data/models/en/spans.txt",
    "code/reading/files.py",
    "code/language_model/attribute_ruler.py",
    "code/geoparsing/roles/rules/in_order.py",
    "code/extraction/extractor.py",
    "code/distance.py",
    "code/findings.py",
    "code/remembered.py",
    "code/spacy_alone.py",
    "code/build.py",
    "code/tables.py",
    "code/nested.py",
    "code/store/parquet.py",
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    return tmp_path


@pytest.mark.parametrize("changed", FILES)
def test_a_change_of_the_same_length_is_noticed(made: Path, changed: str) -> None:
    before = stamp(made / "data", made / "code")
    assert stamp(made / "data", made / "code") == before
    (made / changed).write_text("two")
    assert stamp(made / "data", made / "code") != before


def test_a_change_of_how_it_looks_is_none(made: Path) -> None:
    before = stamp(made / "data", made / "code")
    (made / "code" / "figures").mkdir()
    (made / "code" / "figures" / "palette.py").write_text("teal")
    assert stamp(made / "data", made / "code") == before


def test_all_that_is_named_is_there() -> None:
    assert len(stamp(data_folder(), Path(__file__).parents[1] / "dateline")) == 16


def test_whatever_reads_an_article_is_named() -> None:
    assert left_out(READING) == set()
