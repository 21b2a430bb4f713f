"""Counts on disk by DuckDB are those of the kernels in memory, and are chosen where memory ends."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from dateline.corpus import Corpus
from dateline.corrections import Correction
from dateline.errors import CorpusError
from dateline.query import (
    BINS,
    FACETS,
    Query,
    Values,
    by_day,
    by_facets,
    by_place,
    narrow,
    page,
    spoken_by_day,
    totals,
    unplaced,
)
from dateline.query.large import LargeSelection
from dateline.query.stacked import BYS, by_day_and
from dateline.store import beyond
from dateline.store.integrity import FINDINGS, arranged
from dateline.store.parquet import to_arrow
from tests.corpora import ARTICLES, article, tables_of
from tests.query.random_corpora import corpora, queries
from tests.store.written import write

pytest.importorskip("duckdb")

Found = tuple[dict[str, pd.DataFrame], Corpus]


def on_disk(tables: Mapping[str, pd.DataFrame], folder: Path) -> Corpus:
    """The same corpus with its findings in files."""
    whole = arranged(tables)
    for schema in FINDINGS:
        pq.write_table(to_arrow(whole[schema.name], schema), folder / f"{schema.name}.parquet")
    corpus = Corpus.from_tables(tables)
    corpus.beyond = folder
    return corpus


def assert_same_counts(corpus: Corpus, large: Corpus, query: Query) -> None:
    here, there = narrow(corpus, query), narrow(large, query)
    assert isinstance(there, LargeSelection)
    assert np.array_equal(here.articles, there.articles)
    assert np.array_equal(here.mentions, there.mentions)
    assert totals(corpus, here) == totals(large, there)
    pd.testing.assert_frame_equal(by_place(corpus, here), by_place(large, there), rtol=1e-6)
    pd.testing.assert_frame_equal(by_day(corpus, here), by_day(large, there))
    for bin in BINS:
        mine, theirs = spoken_by_day(corpus, here, bin), spoken_by_day(large, there, bin)
        pd.testing.assert_frame_equal(mine, theirs)
    pd.testing.assert_frame_equal(unplaced(corpus, here), unplaced(large, there))
    pd.testing.assert_frame_equal(page(corpus, here), page(large, there))
    facets = (*FACETS, *(f"x.{name}" for name in corpus.further))
    mine_by_facet = by_facets(corpus, query, facets)
    for facet, theirs in by_facets(large, query, facets).items():
        mine = pd.DataFrame(mine_by_facet[facet])
        pd.testing.assert_frame_equal(mine, pd.DataFrame(theirs))
    for by in BYS:
        stacked, other = by_day_and(corpus, here, "week", by), by_day_and(large, there, "week", by)
        pd.testing.assert_frame_equal(stacked.counts, other.counts)
        assert (stacked.values, stacked.others) == (other.values, other.others)
    for number in range(min(2, len(corpus.articles))):
        assert np.array_equal(here.counted_in(number), there.counted_in(number))


@settings(max_examples=6)
@given(corpora(), queries())
def test_every_count_on_disk_is_the_one_in_memory(found: Found, asked: Query) -> None:
    tables, corpus = found
    with TemporaryDirectory() as folder:
        large = on_disk(tables, Path(folder))
        assert large.has_roles == corpus.has_roles
        for query in (Query(), asked):
            assert_same_counts(corpus, large, query)


@pytest.mark.parametrize(
    "query",
    [
        Query(roles=()),
        Query(roles=("actor", "demonym"), countries=Values(include=("SY",), exclude=("LB",))),
        Query(people=Values(include=("Salma Haddad",)), speaker_kinds=Values(exclude=("other",))),
        Query(organisations=Values(exclude=("Orchard Relief",))),
        Query(places=Values(include=("geonames:170063",)), roles=()),
        Query(words="convoys"),
        Query(sources=Values(include=("no such source",))),
    ],
    ids=lambda query: " ".join(query.active()) or "nothing",
)
def test_the_invented_articles_count_alike(tmp_path: Path, query: Query) -> None:
    tables = tables_of([article(*row, rubric="front") for row in ARTICLES])
    assert_same_counts(Corpus.from_tables(tables), on_disk(tables, tmp_path), query)


def test_a_corpus_that_would_not_fit_is_counted_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    assert Corpus.open(tmp_path).beyond is None
    monkeypatch.setenv(beyond.LIMIT, "0.000001")
    large = Corpus.open(tmp_path)
    assert large.beyond == tmp_path / "generations" / "1"
    monkeypatch.delenv(beyond.LIMIT)
    assert_same_counts(Corpus.open(tmp_path), large, Query())
    assert len(large.mentions) == len(Corpus.open(tmp_path).mentions)
    assert large.text(0) == Corpus.open(tmp_path).text(0)


def test_one_with_corrections_is_counted_in_memory_to_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    wrong = (Correction("surface", surface="Aleppo", place="not a place"),)
    here = Corpus.open(tmp_path).put_right(wrong)
    monkeypatch.setenv(beyond.LIMIT, "0")
    large = Corpus.open(tmp_path)
    there = large.put_right(wrong)
    assert large.beyond is not None and there.beyond is None
    assert there.is_held_for_corrections
    assert not large.is_held_for_corrections and not here.is_held_for_corrections
    shown, same = narrow(here, Query()), narrow(there, Query())
    pd.testing.assert_frame_equal(by_place(here, shown), by_place(there, same))
    assert totals(here, shown) == totals(there, same) != totals(large, narrow(large, Query()))


def test_without_duckdb_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(beyond.LIMIT, "0.5")
    monkeypatch.setattr(beyond, "find_spec", lambda name: None)
    with pytest.raises(
        CorpusError, match=r"would take 7\.0 GB of memory, and may take 0\.5"
    ) as said:
        beyond.is_beyond({"mentions": 100_000_000})
    assert "pip install 'dateline[large]'" in str(said.value)
    assert not beyond.is_beyond({"mentions": 1_000})


def test_a_limit_that_is_no_number_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(beyond.LIMIT, "much")
    with pytest.raises(CorpusError, match="DATELINE_MEMORY_GB is 'much'"):
        beyond.memory_allowed()


def test_without_a_limit_half_of_what_is_free_may_be_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(beyond.LIMIT, raising=False)
    monkeypatch.setattr(beyond, "_available", lambda: 8_000_000_000)
    assert beyond.memory_allowed() == 4_000_000_000
