"""A corpus written as one file comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dateline import store
from dateline.corpus import Corpus
from dateline.export import export
from dateline.query import Query, Values
from dateline.reading import read, read_bytes
from tests import corpora


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "corpus"
    rows = [corpora.article(*row, rubric="front") for row in corpora.ARTICLES]
    store.write(
        folder,
        corpora.tables_of(rows),
        name="Invented",
        provenance={"dateline": "0"},
        set_aside=pd.DataFrame(columns=list(store.SET_ASIDE), dtype="str"),
    )
    return folder


def tables(articles: object) -> dict[str, pd.DataFrame]:
    pairs = [(article, article.findings) for article in articles]  # type: ignore[attr-defined]
    return corpora.tables_of(pairs)


@pytest.mark.parametrize("ending", [".parquet", ".jsonl"])
def test_an_export_of_our_own_comes_back_identical(
    folder: Path, tmp_path: Path, ending: str
) -> None:
    output = tmp_path / f"out{ending}"
    export(folder, output, Query(roles=()))
    reading = read([output])
    again, corpus = tables(reading.articles), Corpus.open(folder)
    assert len(reading.set_aside) == 0
    for name, expected in corpora.tables_of(
        [corpora.article(*row, rubric="front") for row in corpora.ARTICLES]
    ).items():
        frame = again[name]
        pd.testing.assert_frame_equal(frame[expected.columns], expected, check_categorical=False)
    assert [article.text for article in reading.articles] == [
        corpus.text(number) for number in range(len(corpus.articles))
    ]


@pytest.mark.parametrize("ending", [".parquet", ".jsonl"])
def test_only_the_articles_of_the_query_are_written(
    folder: Path, tmp_path: Path, ending: str
) -> None:
    output = tmp_path / f"out{ending}"
    export(folder, output, Query(roles=(), sources=Values(include=("Levant Desk",))))
    assert {article.source for article in read([output]).articles} == {"Levant Desk"}


def test_a_line_that_was_cut_is_set_aside_and_the_others_are_read(
    folder: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    export(folder, output, Query(roles=()))
    data = output.read_bytes()
    whole = len(read_bytes("out.jsonl", data).articles)
    reading = read_bytes("out.jsonl", data[:-40])
    assert len(reading.articles) == whole - 1
    assert "perhaps cut short" in reading.set_aside["reason"][0]
