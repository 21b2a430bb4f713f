"""What is written into a corpus folder is what is read from it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dateline import store
from dateline.corpus import Corpus
from dateline.store import writer
from dateline.store.generation import open_generation
from dateline.tables import SCHEMAS
from tests.corpora import ARTICLES, small_corpus, tables_of
from tests.store.written import PROVENANCE, SET_ASIDE, tables, write


def test_what_was_written_is_what_is_read(tmp_path: Path) -> None:
    write(tmp_path)
    generation = open_generation(tmp_path)
    written = tables()
    for schema in SCHEMAS:
        wanted = written[schema.name]
        read = generation.table(schema, list(wanted.columns))
        if schema.name == "mentions":
            scores = [[round(o["score"], 6) for o in row] for row in read["runners_up"]]
            assert scores == [[o["score"] for o in row] for row in wanted["runners_up"]]
            read, wanted = read.drop(columns="runners_up"), wanted.drop(columns="runners_up")
        pd.testing.assert_frame_equal(read, wanted, check_categorical=False)


def test_a_missing_number_is_null_on_disk_and_minus_one_in_memory(tmp_path: Path) -> None:
    write(tmp_path)
    on_disk = pd.read_parquet(tmp_path / "generations" / "1" / "mentions.parquet")
    corpus = Corpus.open(tmp_path)
    assert on_disk["place_id"].isna().sum() == (corpus.mentions["place_id"] == -1).sum() == 2
    assert corpus.mentions["place_id"].dtype == "int32"
    assert corpus.articles["published"].dtype == "datetime64[us]"


def test_the_manifest_says_what_the_corpus_is(tmp_path: Path) -> None:
    written = write(tmp_path, name="Alep, automne — الشتاء")
    read = store.read_manifest(tmp_path)
    assert read == written
    assert (read.name, read.provenance) == ("Alep, automne — الشتاء", PROVENANCE)
    assert read.counts["articles"] == len(ARTICLES)
    assert len(read.fingerprint) == 64


def test_what_was_set_aside_is_kept_with_its_reasons(tmp_path: Path) -> None:
    write(tmp_path)
    kept = Corpus.open(tmp_path).set_aside
    assert kept["reason"].tolist() == ["no text", "binary"]
    assert kept["row"].tolist() == ["3", ""]


def test_the_fingerprint_names_the_data_and_their_provenance_only(tmp_path: Path) -> None:
    first = write(tmp_path / "a", name="one").fingerprint
    assert write(tmp_path / "b", name="two").fingerprint == first
    assert write(tmp_path / "b", count=4).fingerprint != first
    other = store.write(
        tmp_path / "c", tables(), name="one", provenance={"gazetteer": "xyz"}, set_aside=SET_ASIDE
    )
    assert other.fingerprint != first
    changed = tables()
    changed["mentions"].loc[0, "confidence"] = 0.123
    third = store.write(
        tmp_path / "d", changed, name="one", provenance=PROVENANCE, set_aside=SET_ASIDE
    )
    assert third.fingerprint != first


def test_the_fingerprint_in_memory_is_the_one_on_disk(tmp_path: Path) -> None:
    manifest = write(tmp_path)
    in_memory = Corpus.from_tables(tables(), provenance=PROVENANCE)
    assert in_memory.fingerprint == manifest.fingerprint == Corpus.open(tmp_path).fingerprint


def test_only_this_and_the_former_generation_stay(tmp_path: Path) -> None:
    for count in (2, 3, 4):
        write(tmp_path, count)
    kept = sorted(path.name for path in (tmp_path / "generations").iterdir())
    assert kept == ["2", "3"]
    assert len(Corpus.open(tmp_path).articles) == 4


def test_a_reader_keeps_what_it_has_open_when_a_writer_goes_on(tmp_path: Path) -> None:
    write(tmp_path, 2)
    reader = Corpus.open(tmp_path)
    for count in (3, 4, 5):
        write(tmp_path, count)
    assert reader.text(1).startswith("Convoys leave the east as night falls")
    assert reader.listing([0])["title"].tolist() == ["A quiet morning at the wells"]
    assert len(Corpus.open(tmp_path).articles) == 5


def test_a_corpus_without_findings_or_articles_is_a_corpus(tmp_path: Path) -> None:
    only = {name: frame for name, frame in tables().items() if name != "names"}
    store.write(tmp_path / "a", only, name="", provenance={}, set_aside=SET_ASIDE.iloc[:0])
    assert len(Corpus.open(tmp_path / "a").names) == 0
    store.write(tmp_path / "b", tables_of([]), name="", provenance={}, set_aside=SET_ASIDE.iloc[:0])
    assert len(Corpus.open(tmp_path / "b").articles) == 0


def test_one_article_is_read_with_all_its_rows(tmp_path: Path) -> None:
    write(tmp_path)
    corpus, wanted = Corpus.open(tmp_path), small_corpus()
    for number in range(len(ARTICLES)):
        assert corpus.text(number) == wanted.text(number)
        for table in ("mentions", "dates", "quotes", "names"):
            read, held = corpus.rows(table, number), wanted.rows(table, number)
            assert read["start"].tolist() == held["start"].tolist()


def test_articles_of_many_row_groups_are_read_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_ROW_GROUP", {"articles": 2, "texts": 1})
    monkeypatch.setattr(writer, "_ROW_GROUP_ELSEWHERE", 2)  # the rows of an article span several
    write(tmp_path)
    corpus, wanted = Corpus.open(tmp_path), small_corpus()
    for number in (10, 0, 5, 4, 1, 9, 5, 2, 0, 3):
        assert corpus.text(number) == wanted.text(number)
        for table in ("mentions", "dates", "quotes", "names"):
            read, held = corpus.rows(table, number), wanted.rows(table, number)
            assert read["start"].tolist() == held["start"].tolist()
    for ids in ([9, 0, 4], [4, 9, 0, 9], [*range(10, -1, -1)]):  # of some row groups, and of all
        read, held = (of.listing(ids, further=False) for of in (corpus, wanted))
        pd.testing.assert_frame_equal(read, held)
