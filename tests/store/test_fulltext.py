"""The full-text index is a cache: with it, without it, or with half of it, the same is found."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dateline import store
from dateline.corpus import Corpus
from dateline.query.search import matching, ranked
from dateline.store import fulltext
from tests.corpora import ARTICLES, article, small_corpus, tables_of

SET_ASIDE = pd.DataFrame(columns=list(store.SET_ASIDE))
QUERIES = ("convoy", '"left the east"', "Харк*", "title:buses OR source:gazette", "-aleppo")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fulltext, "user_cache_path", lambda name: tmp_path / "cache" / name)
    write(tmp_path / "corpus")
    return tmp_path / "corpus"


def write(folder: Path) -> None:
    store.write(
        folder,
        tables_of([article(*row) for row in ARTICLES]),
        name="",
        provenance={},
        set_aside=SET_ASIDE,
    )


def index_of(folder: Path) -> Path:
    return folder / "generations" / "1" / fulltext.FOLDER


def snapshot(folder: Path) -> dict[str, int]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in paths}


def same_is_found(corpus: Corpus) -> None:
    for words in QUERIES:
        assert np.array_equal(matching(corpus, words), matching(small_corpus(), words)), words
        assert np.array_equal(ranked(corpus, words), ranked(small_corpus(), words)), words


def never(*_: object) -> None:
    raise AssertionError("an index was built that was there")


def test_the_index_is_written_with_the_corpus_and_searching_writes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matching(small_corpus(), "convoy")  # built before no index may be
    before = snapshot(folder.parent)
    monkeypatch.setattr(fulltext, "_fill", never)
    opened = fulltext.opened(index_of(folder), len(ARTICLES))
    assert opened is not None
    assert opened.searcher.num_docs == len(ARTICLES)
    same_is_found(Corpus.open(folder))
    assert snapshot(folder.parent) == before


def without(index: Path) -> None:
    shutil.rmtree(index)


def cut(index: Path) -> None:
    path = max((p for p in index.iterdir() if p.suffix == ".term"), key=lambda p: p.stat().st_size)
    path.write_bytes(path.read_bytes()[:-9])


def of_another_version(index: Path) -> None:
    path = index / "whole.json"
    path.write_text(path.read_text().replace('"format": "1', '"format": "0'))


def nonsense(index: Path) -> None:
    (index / "whole.json").write_text("[]")


def lacking_a_file(index: Path) -> None:
    next(path for path in index.iterdir() if path.suffix == ".idx").unlink()


DAMAGES = (without, cut, of_another_version, nonsense, lacking_a_file)


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_index_that_is_not_whole_is_built_again_in_the_users_cache(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    fingerprint = Corpus.open(folder).fingerprint
    damage(index_of(folder))
    before = snapshot(folder)
    corpus = Corpus.open(folder)
    assert corpus.fingerprint == fingerprint
    same_is_found(corpus)
    assert snapshot(folder) == before
    cached = folder.parent / "cache" / "dateline" / fulltext.FOLDER
    assert [path.name for path in cached.iterdir()] == [fingerprint]
    same_is_found(Corpus.open(folder))


def test_the_index_in_the_cache_is_used_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(index_of(folder))
    wanted = matching(Corpus.open(folder), "convoy")
    monkeypatch.setattr(fulltext, "_fill", never)
    assert np.array_equal(matching(Corpus.open(folder), "convoy"), wanted)


def test_without_a_cache_the_index_is_built_in_memory(folder: Path) -> None:
    without(index_of(folder))
    (folder.parent / "cache").write_text("no folder")
    same_is_found(Corpus.open(folder))


def test_a_search_goes_on_when_a_writer_has_removed_the_generation(folder: Path) -> None:
    early, late = Corpus.open(folder), Corpus.open(folder)
    matching(early, "convoy")
    for _ in range(3):
        write(folder)
    assert not index_of(folder).exists()
    same_is_found(early)
    same_is_found(late)


def test_an_index_of_other_articles_is_not_opened(folder: Path) -> None:
    assert fulltext.opened(index_of(folder), len(ARTICLES) + 1) is None


def test_an_index_of_no_articles_finds_nothing() -> None:
    assert matching(Corpus.from_tables(tables_of([])), "-convoy").shape == (0,)
