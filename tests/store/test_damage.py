"""What cannot be read or written is said, and harms nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import store
from dateline.corpus import Corpus
from dateline.errors import CorpusError, SchemaError
from tests.store.written import SET_ASIDE, all_read, files, tables, write


@pytest.mark.parametrize("content", ["", '{"format": 0}', "[]"])
def test_a_corpus_of_another_version_or_a_damaged_one_can_be_built_again(
    tmp_path: Path, content: str
) -> None:
    write(tmp_path, 3)
    (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(CorpusError, match=r"build (it|the corpus) again"):
        Corpus.open(tmp_path)
    write(tmp_path, 5)
    assert len(Corpus.open(tmp_path).articles) == 5


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("no folder")
    with pytest.raises(CorpusError, match="cannot be written"):
        write(tmp_path / "corpus")


def test_where_nothing_can_be_written_is_said_beforehand_and_nothing_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.expect_writable(tmp_path / "a" / "corpus")
    assert files(tmp_path) == []
    (tmp_path / "a").write_text("no folder")
    with pytest.raises(CorpusError, match="a is a file; expected a folder that can be written"):
        store.expect_writable(tmp_path / "a" / "corpus")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(CorpusError, match="is for reading only; expected a folder"):
        store.expect_writable(tmp_path / "corpus")


def test_tables_that_do_not_hold_together_write_nothing(tmp_path: Path) -> None:
    wrong = tables()
    wrong["mentions"].loc[0, "place_id"] = 99
    with pytest.raises(SchemaError, match="expected an id below"):
        store.write(tmp_path, wrong, name="", provenance={}, set_aside=SET_ASIDE)
    assert files(tmp_path) == []


def test_no_corpus_is_said_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as error:
        Corpus.open(tmp_path / "nothing")
    assert str(error.value) == (
        f"no corpus in {tmp_path / 'nothing'}; expected a folder with a manifest.json; "
        "make one with `dateline build`"
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1}', "\0"])
def test_a_manifest_that_cannot_be_read_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(CorpusError, match="cannot be read"):
        Corpus.open(tmp_path)


def test_a_corpus_of_a_later_format_is_refused(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 2, "new_field": 1}))
    with pytest.raises(CorpusError, match="is of format 2; expected format 1"):
        Corpus.open(tmp_path)


@pytest.mark.parametrize("name", ["texts.parquet", "mentions.parquet", "set_aside.parquet"])
def test_a_missing_or_cut_file_is_said_when_the_corpus_is_opened(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    path = tmp_path / "generations" / "1" / name
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(CorpusError, match=rf"{name} is missing or damaged"):
        Corpus.open(tmp_path)
    path.unlink()
    with pytest.raises(CorpusError, match=rf"{name} is missing or damaged"):
        Corpus.open(tmp_path)


def test_a_damaged_page_is_said_and_never_read(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "generations" / "1" / "texts.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(CorpusError, match="missing or damaged"):
        all_read(tmp_path)
