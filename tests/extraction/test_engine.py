"""The engine that is asked for is the one that reads, and a corpus says which one read it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dateline import store
from dateline.build import add, build
from dateline.cli import main
from dateline.errors import CorpusError, ModelError
from dateline.extraction import extractor, parts, resumable, workers
from dateline.extraction.cluster import Cluster
from dateline.extraction.extractor import shared_extractor
from dateline.extraction.pipeline import extract
from dateline.extraction.provenance import engine_of
from dateline.findings import Article
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser
from dateline.geoparsing.engine import Engine
from dateline.geoparsing.roles.transformer import RoleTransformer
from dateline.language_model import LanguageModel
from tests.clippings import ROWS, table
from tests.test_build import stopping_at

ARTICLE = Article("Shells fell on Idlib.")


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Engines of the geoparsers that are made from now on; all read by rules and linear models."""
    engines: list[str] = []

    class Recording(Geoparser):
        def __init__(
            self, gazetteer: Gazetteer, model: LanguageModel, *, engine: Engine = "standard"
        ) -> None:
            engines.append(engine)
            super().__init__(gazetteer, model)

    monkeypatch.setattr(extractor, "Geoparser", Recording)
    forget(monkeypatch)
    return engines


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a new process: no extractor is loaded."""
    monkeypatch.setattr(extractor, "_shared", cache(extractor._shared.__wrapped__))


def recorded(corpus: Path) -> str | None:
    return store.read_manifest(corpus).provenance.get("engine")


def test_an_extractor_is_loaded_once_an_engine(asked: list[str]) -> None:
    assert shared_extractor() is shared_extractor("standard") is shared_extractor(engine="standard")
    assert shared_extractor("accurate") is shared_extractor(engine="accurate")
    assert asked == ["standard", "accurate"]


def test_only_an_engine_other_than_the_standard_one_is_recorded() -> None:
    standard = extract([ARTICLE], processes=1).provenance
    accurate = extract([ARTICLE], processes=1, engine="accurate").provenance
    assert "engine" not in standard
    assert accurate == {**standard, "engine": "accurate"}


def here(
    work: Callable[[Sequence[Article]], Any], articles: Sequence[Article], _: object
) -> Iterator[Any]:
    """What hands articles to other processes, but in this one."""
    yield 0, articles, work(articles)


def test_other_processes_read_with_the_engine_that_was_asked_for(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "in_processes", here)
    monkeypatch.setattr(resumable, "in_processes", here)
    assert extract([ARTICLE], processes=2, engine="accurate").provenance["engine"] == "accurate"
    build([table(tmp_path, ROWS[:2])], tmp_path / "corpus", processes=2, engine="accurate")
    assert (asked, recorded(tmp_path / "corpus")) == (["accurate"], "accurate")


def test_the_transformer_reads_in_other_processes() -> None:
    found, versions = workers.read_all([ARTICLE] * 2, processes=2, engine="accurate")
    assert [mention.surface for one in found for mention in one.mentions] == ["Idlib"] * 2
    assert versions["geoparser"].endswith(RoleTransformer.load().version)
    assert versions["engine"] == "accurate"


def test_workers_of_a_cluster_read_with_the_engine_that_was_asked_for(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resumable, "on_cluster", lambda *given: (one[1:] for one in here(*given)))
    cluster, corpus = Cluster("local"), tmp_path / "corpus"
    build([table(tmp_path, ROWS[:2])], corpus, cluster=cluster, engine="accurate")
    add([table(tmp_path, ROWS[:4])], corpus, cluster=cluster)
    assert (asked, recorded(corpus)) == (["accurate"], "accurate")


@pytest.mark.parametrize("engine", ["standard", "accurate"])
def test_every_command_that_reads_passes_its_engine_on(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    source, corpus = table(tmp_path, ROWS[:1]), tmp_path / "corpus"
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"id": "1", "text": ARTICLE.text, "mentions": [{"text": "Idlib"}]}))
    monkeypatch.setattr("sys.stdin", io.StringIO(ARTICLE.text))
    choice = [] if engine == "standard" else ["--engine", engine]
    for words in (
        ["build", source, "--corpus", corpus],
        ["add", corpus, table(tmp_path, ROWS[:2], "two.csv")],
        ["extract"],
        ["extract", texts, "--output", tmp_path / "found.jsonl"],
        ["evaluate", texts],
    ):
        forget(monkeypatch)
        asked.clear()
        assert main([*map(str, words), *choice, "--processes", "1"]) == 0
        assert asked == [engine], words


def test_articles_are_added_by_the_engine_that_read_the_corpus(
    tmp_path: Path, asked: list[str]
) -> None:
    corpus = tmp_path / "corpus"
    build([table(tmp_path, ROWS[:2])], corpus, processes=1, engine="accurate")
    assert main(["add", str(corpus), str(table(tmp_path, ROWS[:4])), "--processes", "1"]) == 0
    assert (asked, recorded(corpus)) == (["accurate"], "accurate")


@pytest.mark.parametrize("count", [2, 4])
def test_another_engine_reads_all_again_even_where_nothing_is_new(
    tmp_path: Path, count: int
) -> None:
    corpus, source = tmp_path / "corpus", table(tmp_path, ROWS[:count])
    build([table(tmp_path, ROWS[:2], "two.csv")], corpus, processes=1)
    to = add([source], corpus, processes=1, engine="accurate")
    assert (to.articles, recorded(corpus)) == (count, "accurate")
    assert "The engine changed since, so all 2 were read again." in to.notes
    back = add([source], corpus, processes=1, engine="standard")
    assert (back.articles, back.new, recorded(corpus)) == (count, 0, None)
    assert f"The engine changed since, so all {count} were read again." in back.notes


def test_what_one_engine_left_when_it_was_stopped_is_not_taken_for_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, source = tmp_path / "corpus", table(tmp_path, ROWS)
    monkeypatch.setattr(resumable, "CHUNK", 2)
    with monkeypatch.context() as stopped:
        stopped.setattr(parts.Parts, "write", stopping_at(2))
        with pytest.raises(KeyboardInterrupt):
            build([source], corpus, processes=1)
    assert build([source], corpus, processes=1, engine="accurate").resumed == 0


def test_an_engine_of_a_later_program_is_said_and_another_one_can_be_named(tmp_path: Path) -> None:
    assert (engine_of({}), engine_of({"engine": "accurate"})) == ("standard", "accurate")
    corpus, source = tmp_path / "corpus", table(tmp_path, ROWS[:1])
    build([source], corpus, processes=1, further={"engine": "invented"})
    with pytest.raises(CorpusError, match="invented; expected one of standard, accurate; use"):
        add([source], corpus, processes=1)
    add([source], corpus, processes=1, engine="standard")
    assert recorded(corpus) is None


def test_an_engine_that_is_none_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["extract", "--engine", "perfect"])
    assert stopped.value.code == 2
    assert "perfect: expected one of standard, accurate" in capsys.readouterr().err


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_packages_that_are_missing_are_said_in_one_line_with_what_to_install(
    package: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extractor, "Geoparser", Geoparser)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setattr("sys.stdin", io.StringIO(ARTICLE.text))
    RoleTransformer.load.cache_clear()
    assert main(["extract", "--engine", "accurate"]) == 2
    message = capsys.readouterr().err.strip()
    assert len(message.splitlines()) == 1
    assert "the accurate engine needs packages that are not installed" in message
    assert "expected onnxruntime and tokenizers; pip install 'dateline[accurate]'" in message


@pytest.mark.parametrize("command", ["build", "add", "extract", "evaluate"])
def test_packages_that_are_missing_are_said_before_anything_is_read(
    tmp_path: Path,
    command: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corpus, source = tmp_path / "corpus", tmp_path / "not-there.jsonl"
    build([table(tmp_path, ROWS[:1])], corpus, processes=1)
    words = {"build": ["--corpus", str(tmp_path / "other")], "add": [str(corpus)]}
    monkeypatch.setitem(sys.modules, "tokenizers", None)
    given = words.get(command, [])
    status = main([command, *given, str(source), "--engine", "accurate", "--processes", "1"])
    message = capsys.readouterr().err
    assert (status, "not installed: tokenizers; expected onnxruntime and" in message) == (2, True)
    assert not (tmp_path / "other").exists()


def test_a_corpus_that_the_accurate_engine_read_says_too_what_it_needs_to_be_added_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([table(tmp_path, ROWS[:1])], tmp_path / "corpus", processes=1, engine="accurate")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match="not installed: onnxruntime; expected"):
        add([tmp_path / "not-there.csv"], tmp_path / "corpus")


def test_the_workers_of_a_cluster_have_packages_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resumable, "on_cluster", lambda *given: (one[1:] for one in here(*given)))
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    cluster = Cluster("tcp://10.0.0.5:8786")
    build([table(tmp_path, ROWS[:1])], tmp_path / "one", cluster=cluster, engine="accurate")
    with pytest.raises(ModelError, match="not installed: onnxruntime"):
        build([], tmp_path / "two", cluster=Cluster("local"), engine="accurate")
