"""A corpus folder holds the old corpus whole or the new one whole, whatever happens in between."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from dateline import store
from dateline.corpus import Corpus
from dateline.errors import CorpusError, SchemaError
from dateline.store import Manifest, writer
from dateline.store.generation import open_generation
from dateline.tables import SCHEMAS
from tests.corpora import ARTICLES, article, small_corpus, tables_of

PROVENANCE = {"dateline": "test", "gazetteer": "abc"}
SET_ASIDE = pd.DataFrame(
    {
        "file": ["a.csv", "b.txt"],
        "row": ["3", ""],
        "reason": ["no text", "binary"],
        "text": ["", ""],
    }
)


def tables(count: int = len(ARTICLES)) -> dict[str, pd.DataFrame]:
    return tables_of([article(*row, rubric="front") for row in ARTICLES[:count]])


def write(folder: Path, count: int = len(ARTICLES), name: str = "Invented") -> Manifest:
    return store.write(folder, tables(count), name=name, provenance=PROVENANCE, set_aside=SET_ASIDE)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


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


@pytest.mark.parametrize("step", ["wrote texts", "generation in place", "manifest written"])
def test_killed_before_the_switch_the_old_corpus_is_whole(tmp_path: Path, step: str) -> None:
    before = write(tmp_path, 4)
    killed_at(tmp_path, step)
    assert store.read_manifest(tmp_path) == before
    assert all_read(tmp_path) == 4
    write(tmp_path, 5)
    assert all_read(tmp_path) == 5
    assert not [name for name in files(tmp_path) if "incoming" in name]


def test_killed_after_the_switch_the_new_corpus_is_whole(tmp_path: Path) -> None:
    write(tmp_path, 4)
    killed_at(tmp_path, "switched")
    assert all_read(tmp_path) == 6


def test_killed_in_the_first_write_there_is_no_corpus_and_it_can_be_written(tmp_path: Path) -> None:
    killed_at(tmp_path, "wrote mentions")
    with pytest.raises(CorpusError, match="no corpus in"):
        Corpus.open(tmp_path)
    write(tmp_path, 3)
    assert all_read(tmp_path) == 3


def killed_at(folder: Path, step: str) -> None:
    """Write six articles in a process that kills itself with SIGKILL after a step."""
    program = f"""
import os, signal
from pathlib import Path
from dateline import store
from tests.store.test_store import PROVENANCE, SET_ASIDE, tables

def on_step(step):
    if step == {step!r}:
        os.kill(os.getpid(), signal.SIGKILL)

store.write(Path({str(folder)!r}), tables(6), name="new", provenance=PROVENANCE,
            set_aside=SET_ASIDE, on_step=on_step)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


def all_read(folder: Path) -> int:
    """Read every byte of the corpus; the number of articles."""
    generation = open_generation(folder)
    for schema in SCHEMAS:
        generation.table(schema, [column.name for column in schema.columns])
    return len(Corpus.open(folder).articles)


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    refused: list[str] = []

    def meanwhile(step: str) -> None:
        if step == "wrote texts":
            with pytest.raises(CorpusError) as error:
                write(tmp_path, 2)
            refused.append(str(error.value))

    store.write(
        tmp_path,
        tables(3),
        name="first",
        provenance=PROVENANCE,
        set_aside=SET_ASIDE,
        on_step=meanwhile,
    )
    assert refused == [
        f"another process is writing to {tmp_path}; expected one writer at a time; "
        "wait until it is done; reading goes on meanwhile"
    ]
    assert len(Corpus.open(tmp_path).articles) == 3
    write(tmp_path, 2)  # and the lock is free again


def test_a_reader_never_sees_half_a_corpus(tmp_path: Path) -> None:
    write(tmp_path, 4)
    seen: list[int] = []

    def meanwhile(step: str) -> None:
        seen.append(all_read(tmp_path))

    store.write(
        tmp_path,
        tables(6),
        name="new",
        provenance=PROVENANCE,
        set_aside=SET_ASIDE,
        on_step=meanwhile,
    )
    assert seen == [4] * (len(seen) - 2) + [6, 6]


def test_a_failing_writer_leaves_nothing_behind(tmp_path: Path) -> None:
    write(tmp_path, 4)
    before = files(tmp_path)

    def full(step: str) -> None:
        if step == "wrote mentions":
            raise OSError(28, "No space left on device")

    with pytest.raises(CorpusError, match="No space left on device"):
        store.write(
            tmp_path,
            tables(6),
            name="new",
            provenance=PROVENANCE,
            set_aside=SET_ASIDE,
            on_step=full,
        )
    assert files(tmp_path) == before


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
