"""Corpora side by side are listed, renamed and deleted, and nothing beside them is touched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dateline import hosting, store, views
from dateline.corpora import corpora, delete, rename
from dateline.corpus import Corpus
from dateline.durable import alone
from dateline.errors import ChoiceError, CorpusError
from tests.corpora import ARTICLES, article, tables_of, written


def made(folder: Path, name: str = "Invented", *, articles: int = len(ARTICLES)) -> Path:
    return written(folder, first=articles, name=name)


def test_corpora_are_listed_by_name_with_what_they_hold(tmp_path: Path) -> None:
    made(tmp_path / "b", "Two ports")
    made(tmp_path / "a", "Алеппо", articles=2)
    first, second = corpora(tmp_path)
    assert (first.name, first.key, first.articles) == ("Two ports", "b", len(ARTICLES))
    assert (first.first, first.last) == (date(2016, 9, 20), date(2022, 3, 2))
    assert second.name == "Алеппо" and second.size > 0
    held = sum(path.stat().st_size for path in (tmp_path / "a/generations/1").rglob("*.*"))
    assert second.size == held


def test_what_is_no_corpus_is_not_listed(tmp_path: Path) -> None:
    real = made(tmp_path / "real")
    (tmp_path / "clippings").mkdir()
    (tmp_path / "note.txt").write_text("x")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/manifest.json").write_text("{")
    (tmp_path / "linked").symlink_to(real)
    made(tmp_path / ".hidden")
    assert [one.key for one in corpora(tmp_path)] == ["real"]
    assert corpora(tmp_path / "nowhere") == ()


def test_a_corpus_without_dates_has_no_span(tmp_path: Path) -> None:
    tables = tables_of([article(*ARTICLES[-1])])
    none = pd.DataFrame(columns=list(store.SET_ASIDE))
    store.write(tmp_path / "a", tables, name="", provenance={}, set_aside=none)
    (one,) = corpora(tmp_path)
    assert (one.name, one.first, one.last) == ("a", None, None)


def test_a_new_name_leaves_the_data_and_their_fingerprint_as_they_were(tmp_path: Path) -> None:
    folder = made(tmp_path / "a")
    before = Corpus.open(folder).fingerprint
    rename(folder, "  Two \n ports ")
    corpus = Corpus.open(folder)
    assert (corpus.name, corpus.fingerprint) == ("Two ports", before)


@pytest.mark.parametrize("name", ["", " \n ", "x" * 101, "a\x00b", "a\u202eb"])
def test_a_name_that_says_nothing_or_hides_something_is_refused(tmp_path: Path, name: str) -> None:
    folder = made(tmp_path / "a")
    with pytest.raises(ChoiceError):
        rename(folder, name)
    assert Corpus.open(folder).name == "Invented"


def test_a_deleted_corpus_is_gone_with_its_corrections_and_views(tmp_path: Path) -> None:
    folder = made(tmp_path / "a")
    for name in ("corrections.csv", "copies.csv", "notes.csv", "set_aside.csv", views.FILE):
        (folder / name).write_text("scope\n")
    (folder / "corrections.csv.lock").touch()
    assert delete(folder) == ()
    assert not folder.exists()


def test_what_else_lies_in_the_folder_stays_there_and_is_named(tmp_path: Path) -> None:
    folder = made(tmp_path / "a")
    (folder / "clippings").mkdir()
    (folder / "clippings/one.txt").write_text("Mine.")
    assert delete(folder) == ("clippings",)
    assert (folder / "clippings/one.txt").read_text() == "Mine."
    assert corpora(tmp_path) == ()


def test_nothing_outside_is_deleted_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.txt").write_text("x")
    real = made(tmp_path / "real")
    (tmp_path / "linked").symlink_to(real)
    with pytest.raises(CorpusError, match="no folder of its own"):
        delete(tmp_path / "linked")
    (real / "generations/9").symlink_to(elsewhere)
    (real / "parts").symlink_to(elsewhere)
    delete(real)
    assert (elsewhere / "kept.txt").exists()


def test_a_folder_that_is_no_corpus_is_not_deleted(tmp_path: Path) -> None:
    (tmp_path / "generations").mkdir()
    with pytest.raises(CorpusError, match="no corpus"):
        delete(tmp_path)
    assert (tmp_path / "generations").exists()


def test_a_corpus_that_is_being_written_is_neither_renamed_nor_deleted(tmp_path: Path) -> None:
    folder = made(tmp_path / "a")
    with alone(folder / "lock"):
        for change in (lambda: rename(folder, "Other"), lambda: delete(folder)):
            with pytest.raises(CorpusError, match="another process is writing"):
                change()
    assert Corpus.open(folder).name == "Invented"


@pytest.mark.parametrize(("value", "read_only"), [("", False), ("0", False), ("1", True)])
def test_read_only_is_what_the_environment_says(
    value: str, read_only: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(hosting.READ_ONLY, value)
    assert hosting.is_read_only() is read_only
    assert hosting.may_write(tmp_path) is not read_only
    assert not hosting.may_write(None)
