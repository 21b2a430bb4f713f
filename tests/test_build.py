"""A corpus grows without losing, doubling or reading again, and a run that was stopped goes on."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from dateline import store
from dateline.build import add, build
from dateline.corpus import Corpus
from dateline.errors import CorpusError, ReadingError
from dateline.extraction import extractor, parts, storage
from dateline.extraction.extractor import Extractor
from dateline.findings import Article
from dateline.query import Query, narrow, totals
from dateline.store import writer
from dateline.store.fingerprint import fingerprint
from dateline.store.generation import open_generation
from dateline.tables import SCHEMAS
from tests.clippings import ROWS, table
from tests.reading.gdelt.test_gdelt import HOMS, knowledge


def named(corpus: Path) -> dict[str, str]:
    """A name for each table, without the column that tells which file an article came from."""
    files = open_generation(corpus).files
    whole = {schema.name: files[schema.name].read(None, None) for schema in SCHEMAS}
    whole["articles"] = whole["articles"].select(
        [name for name in whole["articles"].column_names if name != "file"]
    )
    return {name: fingerprint({name: read}, {}) for name, read in whole.items()}


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of the articles that are read from now on."""
    seen: list[str] = []
    read_many = Extractor.read_many

    def watched(self: Extractor, articles: Sequence[Article]) -> Any:
        seen.extend(article.title for article in articles)
        return read_many(self, articles)

    monkeypatch.setattr(Extractor, "read_many", watched)
    return seen


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, str]:
    """What a build of all articles at once gives."""
    build([table(tmp_path, ROWS)], tmp_path / "whole", processes=1)
    return named(tmp_path / "whole")


def test_what_is_added_step_by_step_is_what_is_built_at_once(
    tmp_path: Path, whole: dict[str, str], reads: list[str]
) -> None:
    corpus = tmp_path / "corpus"
    build([table(tmp_path, ROWS[:2])], corpus, name="Mine", processes=1)
    first = add([table(tmp_path, ROWS[1:4])], corpus, processes=1)
    second = add([table(tmp_path, ROWS)], corpus, processes=1)
    assert (first.new, first.articles, second.new, second.articles) == (2, 4, 2, 6)
    assert reads == [f"Title {n}" for n in range(6)]
    assert named(corpus) == whole
    assert store.read_manifest(corpus).name == "Mine"
    assert "4 articles were there already." in second.notes


def test_adding_what_is_there_changes_nothing(tmp_path: Path, reads: list[str]) -> None:
    corpus, source = tmp_path / "corpus", table(tmp_path, ROWS[:3])
    build([source], corpus, processes=1)
    before = store.read_manifest(corpus)
    del reads[:]
    again = add([source], corpus, processes=1)
    assert (again.new, again.articles, reads) == (0, 3, [])
    assert store.read_manifest(corpus) == before


def test_what_was_set_aside_before_is_still_said(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    empty = {**ROWS[0], "title": "", "body": ""}
    build([table(tmp_path, [*ROWS[:2], empty], "a.csv")], corpus, processes=1)
    built = add([table(tmp_path, [*ROWS[2:4], empty], "b.csv")], corpus, processes=1)
    assert built.set_aside["file"].tolist() == ["b.csv"]
    assert Corpus.open(corpus).set_aside["file"].tolist() == ["a.csv", "b.csv"]


def test_what_was_set_aside_elsewhere_before_is_said_with_it(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    build([table(tmp_path, ROWS[:2], "a.csv")], corpus, processes=1)
    aside = pd.DataFrame([("odd.csv", "5", "no date", "")], columns=list(store.SET_ASIDE))
    added = add([table(tmp_path, ROWS[2:4], "b.csv")], corpus, processes=1, set_aside=aside)
    assert added.set_aside["file"].tolist() == ["odd.csv"]
    assert Corpus.open(corpus).set_aside["reason"].tolist() == ["no date"]


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("no folder")
    with pytest.raises(CorpusError, match="corpus is a file; expected a folder"):
        build([tmp_path / "not-there.csv"], tmp_path / "corpus")


def test_one_source_and_folders_may_be_plain_words(tmp_path: Path) -> None:
    corpus = str(tmp_path / "corpus")
    assert build(str(table(tmp_path, ROWS[:1])), corpus, processes=1).articles == 1
    assert add(table(tmp_path, ROWS[:2], "b.csv"), corpus, processes=1).articles == 2
    assert len(Corpus.open(corpus).articles) == 2


def test_articles_that_another_program_read_are_read_again(
    tmp_path: Path, whole: dict[str, str], reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus"
    with monkeypatch.context() as before:
        before.setattr(extractor, "code_version", lambda: "an older one")
        build([table(tmp_path, ROWS[:4])], corpus, processes=1)
    del reads[:]
    built = add([table(tmp_path, ROWS)], corpus, processes=1)
    assert sorted(reads) == [f"Title {n}" for n in range(6)]
    assert "The program changed since, so all 4 were read again." in built.notes
    assert (built.new, named(corpus)) == (2, whole)


def test_articles_that_the_engine_withdrawn_since_read_are_read_again_and_it_is_no_longer_named(
    tmp_path: Path, whole: dict[str, str], reads: list[str]
) -> None:
    """Earlier versions had a second engine, and corpora that it read name it."""
    corpus, engine = tmp_path / "corpus", {"engine": "accurate"}
    build([table(tmp_path, ROWS[:4])], corpus, processes=1, further=engine)
    del reads[:]
    built = add([table(tmp_path, ROWS)], corpus, processes=1)
    assert "The engine changed since, so all 4 were read again." in built.notes
    assert sorted(reads) == [f"Title {n}" for n in range(6)]
    assert (built.articles, built.new, built.resumed) == (6, 2, 0)
    assert named(corpus) == whole
    assert "engine" not in store.read_manifest(corpus).provenance


def coded(folder: Path) -> Path:
    """Documents that GDELT coded; one has no place, but a headline that names one."""
    path = folder / "gkg.csv"
    lines = (
        knowledge(1, "https://ledger.example/1", HOMS, "Rain in Homs"),
        knowledge(2, "https://ledger.example/2", "", "Snow in Idlib"),
        knowledge(3, "https://ledger.example/3", HOMS),
    )
    path.write_text("\n".join(lines))
    return path


def test_coded_documents_and_articles_make_one_corpus_in_whatever_order_they_come(
    tmp_path: Path,
) -> None:
    texts, documents = table(tmp_path, ROWS[:3]), coded(tmp_path)
    built = build([texts, documents], tmp_path / "whole", processes=1)
    for corpus, first, then in (("a", texts, documents), ("b", documents, texts)):
        build([first], tmp_path / corpus, processes=1)
        added = add([then], tmp_path / corpus, processes=1)
        assert (added.new, added.articles) == (3, 6)
        assert named(tmp_path / corpus) == named(tmp_path / "whole")
        assert add([documents], tmp_path / corpus, processes=1).new == 0
    note = "Coded elsewhere, so without roles, and shown where these are asked for: 2 articles."
    assert note in built.notes and note in added.notes
    corpus = Corpus.open(tmp_path / "whole")
    assert corpus.has_roles
    shown = narrow(corpus, Query(roles=("",)))
    assert totals(corpus, shown).mentions == 2


def test_what_was_coded_stays_as_it_was_coded_when_all_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, documents = table(tmp_path, ROWS[:3]), coded(tmp_path)
    with monkeypatch.context() as before:
        before.setattr(extractor, "code_version", lambda: "an older one")
        build([documents], tmp_path / "corpus", processes=1)
    add([texts], tmp_path / "corpus", processes=1)
    build([documents, texts], tmp_path / "whole", processes=1)
    assert named(tmp_path / "corpus") == named(tmp_path / "whole")


def test_no_corpus_to_add_to_is_said_before_anything_is_read(
    tmp_path: Path, reads: list[str]
) -> None:
    with pytest.raises(CorpusError, match="make one with `dateline build`"):
        add([table(tmp_path, ROWS)], tmp_path / "nothing", processes=1)
    assert reads == []
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("grow", [False, True])
def test_a_run_that_was_stopped_goes_on_where_it_was(
    tmp_path: Path,
    whole: dict[str, str],
    reads: list[str],
    monkeypatch: pytest.MonkeyPatch,
    grow: bool,
) -> None:
    corpus, source = tmp_path / "corpus", table(tmp_path, ROWS)
    if grow:
        build([table(tmp_path, ROWS[:1], "one.csv")], corpus, processes=1)
        before = named(corpus)
    run = add if grow else build
    monkeypatch.setattr("dateline.extraction.resumable.CHUNK", 2)
    with monkeypatch.context() as stopped:
        stopped.setattr(parts.Parts, "write", stopping_at(2))
        with pytest.raises(KeyboardInterrupt):
            run([source], corpus, processes=1)
    if grow:
        assert named(corpus) == before
    del reads[:]
    done: list[tuple[int, int]] = []
    built = run([source], corpus, processes=1, progress=lambda at, of: done.append((at, of)))
    assert len(reads) == len(ROWS) - grow - 2
    assert built.resumed == 2
    assert done[-1] == (len(ROWS) - grow, len(ROWS) - grow)
    assert named(corpus) == whole
    assert sorted(path.name for path in corpus.iterdir()) == [
        "generations",
        "lock",
        "manifest.json",
    ]


def stopping_at(count: int) -> Any:
    """`Parts.write`, but that the user stops the run at a certain call."""
    write, calls = parts.Parts.write, []

    def stopping(*args: Any) -> None:
        calls.append(args)
        if len(calls) == count:
            raise KeyboardInterrupt
        write(*args)

    return stopping


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("where", ["a part", "a table", "the manifest"])
def test_a_disk_that_is_full_or_may_not_be_written_is_one_clear_line_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, where: str
) -> None:
    corpus = tmp_path / "corpus"
    build([table(tmp_path, ROWS[:2])], corpus, processes=1)
    before = store.read_manifest(corpus), named(corpus)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, "no luck")

    with monkeypatch.context() as full:
        if where == "a part":
            full.setattr(storage, "sync", refuse)
        elif where == "a table":
            full.setattr(pq, "write_table", written_but_for(refuse, "mentions.parquet"))
        else:
            full.setattr(writer, "_switch", refuse)
        with pytest.raises(CorpusError) as error:
            add([table(tmp_path, ROWS)], corpus, processes=1)
    assert str(error.value) == (
        f"the corpus folder {corpus} cannot be written: no luck; expected a folder that can be "
        "written, on a disk with room; the corpus that was there before is as it was"
    )
    assert (store.read_manifest(corpus), named(corpus)) == before
    assert add([table(tmp_path, ROWS)], corpus, processes=1).articles == len(ROWS)


def written_but_for(refuse: Any, name: str) -> Any:
    write_table = pq.write_table

    def write(data: Any, where: Any, **options: Any) -> None:
        if str(getattr(where, "name", "")).endswith(name):
            refuse()
        write_table(data, where, **options)

    return write


def test_a_second_ingest_is_told_before_it_reads(tmp_path: Path, reads: list[str]) -> None:
    corpus, source = tmp_path / "corpus", table(tmp_path, ROWS[:2])
    build([source], corpus, processes=1)
    del reads[:]
    with (
        store.writing(corpus),
        pytest.raises(CorpusError, match=r"another process is writing to .*; reading goes on"),
    ):
        add([table(tmp_path, ROWS)], corpus, processes=1)
    assert reads == []


def test_who_has_a_corpus_open_keeps_it_and_who_opens_it_then_has_the_new_one(
    tmp_path: Path,
) -> None:
    corpus = tmp_path / "corpus"
    build([table(tmp_path, ROWS[:2])], corpus, processes=1)
    reader = Corpus.open(corpus)
    seen: list[int] = []
    add(
        [table(tmp_path, ROWS)],
        corpus,
        processes=1,
        progress=lambda done, total: seen.append(len(Corpus.open(corpus).articles)),
    )
    assert set(seen) == {2}
    assert (len(reader.articles), len(Corpus.open(corpus).articles)) == (2, 6)
    assert reader.text(0).startswith("Title 1")


def test_a_build_in_which_no_article_can_be_read_leaves_the_corpus_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus"
    build([table(tmp_path, ROWS[:1])], corpus, processes=1)
    before = store.read_manifest(corpus)
    reads = Extractor.read_many

    def failing(self: Extractor, articles: Sequence[Article]) -> Any:
        return [extractor.Failure("a model of another make") for _ in articles]

    monkeypatch.setattr(Extractor, "read_many", failing)
    with pytest.raises(ReadingError, match="none of 2 articles: a model of another make; expected"):
        build([table(tmp_path, ROWS[1:3], "b.csv")], corpus, processes=1)
    assert store.read_manifest(corpus) == before
    monkeypatch.setattr(Extractor, "read_many", reads)  # and what failed is read anew
    assert build([table(tmp_path, ROWS[1:3], "b.csv")], corpus, processes=1).articles == 2
