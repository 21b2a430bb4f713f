"""A corpus reads what is asked for, knows its keys, and never changes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dateline import store
from dateline.corpus import Corpus
from dateline.corrections import Correction
from dateline.errors import ChoiceError, SchemaError
from dateline.joined import joined
from tests.corpora import ARTICLES, PLACES, article, corpus_of, own_corpus, small_corpus, tables_of


def test_articles_stand_in_time_order_with_the_undated_last() -> None:
    published = small_corpus().articles["published"]
    assert published.iloc[:9].is_monotonic_increasing
    assert published.iloc[9:].isna().all()


def test_a_text_is_read_back_to_the_last_sign_nul_included() -> None:
    corpus = small_corpus()
    assert "\x00with no date" in corpus.text(9)
    assert corpus.text(7).startswith("Ранок у Харкові\n\nУ Харкові")


def test_spans_point_to_the_surface_in_the_text() -> None:
    corpus = small_corpus()
    for number in range(len(corpus.articles)):
        text = corpus.text(number)
        for row in corpus.rows("mentions", number).itertuples():
            assert text[row.start : row.end] == row.surface


def test_an_article_without_findings_has_empty_tables_with_all_columns() -> None:
    rows = small_corpus().rows("mentions", 10)
    assert len(rows) == 0
    assert {"surface", "runners_up", "sentence_end"} <= set(rows.columns)


def test_some_columns_of_an_article_are_those_of_all(tmp_path: Path) -> None:
    """In memory, on disk, joined with a visitor's own, and put right by readers."""
    small = small_corpus()
    found = [article(*row) for row in ARTICLES]
    store.write(tmp_path, tables_of(found), name="", provenance={}, set_aside=small.set_aside)
    lebanon = PLACES["tripoli lebanon"].gazetteer_id
    other = small.put_right([Correction(scope="surface", surface="Tripoli", place=lebanon)])
    for corpus in (small, Corpus.open(tmp_path), joined(small, own_corpus()), other):
        for number in range(len(corpus.articles)):
            whole = corpus.rows("mentions", number)
            for columns in (["start", "end"], ["role", "place_id", "start"]):
                some = corpus.rows("mentions", number, columns)
                pd.testing.assert_frame_equal(some, whole[columns])


def test_the_list_keeps_the_order_it_is_asked_for() -> None:
    listed = small_corpus().listing([5, 0, 5])
    assert listed["article_id"].tolist() == [5, 0, 5]
    assert listed["title"].tolist() == [
        "Two ports, one name",
        "A quiet morning at the wells",
        "Two ports, one name",
    ]
    assert listed["rubric"].tolist() == ["sea", "world", "sea"]
    assert len(small_corpus().listing([])) == 0


def test_columns_beside_those_of_the_list_stand_after_them() -> None:
    listed = small_corpus().listing([5, 0], beside={"rank": np.array([1, 2])})
    assert listed.columns[-1] == "rank"
    assert listed["rank"].tolist() == [1, 2]


@pytest.mark.parametrize("number", [-1, len(ARTICLES), 2**40])
def test_an_article_that_is_not_there_is_an_error_in_three_parts(number: int) -> None:
    for ask in (small_corpus().text, lambda n: small_corpus().rows("dates", n)):
        with pytest.raises(ChoiceError, match=r"expected a number below 11; choose another"):
            ask(number)


def test_keys_and_gazetteer_ids_lead_to_rows_and_others_to_none() -> None:
    corpus = small_corpus()
    keys = corpus.column("articles", "key")
    assert [corpus.article_id(key) for key in keys] == list(range(len(ARTICLES)))
    aleppo = corpus.place_id(PLACES["aleppo"].gazetteer_id)
    assert corpus.places.loc[aleppo, "name"] == "Aleppo"
    assert corpus.article_id("nowhere") is None
    assert corpus.place_id("geonames:0") is None


def test_two_places_of_one_name_are_two_places() -> None:
    names = small_corpus().places["name"]
    assert (names == "Tripoli").sum() == 2


def test_further_columns_are_kept_and_those_unknown_are_said() -> None:
    corpus = small_corpus()
    assert corpus.further == ("rubric",)
    coded = corpus.further_codes("rubric")
    assert coded.values.take(coded.codes)[:3].tolist() == ["world", "", "world"]
    with pytest.raises(ChoiceError, match="expected one of rubric"):
        corpus.further_codes("colour")


def test_a_corpus_without_roles_knows_it() -> None:
    assert small_corpus().has_roles
    tables = tables_of([article(*ARTICLES[0])])
    tables["mentions"]["role"] = pd.Categorical([None] * 2, categories=["event"])
    assert not Corpus.from_tables(tables).has_roles


def test_an_empty_corpus_is_a_corpus() -> None:
    corpus = corpus_of()
    assert len(corpus.articles) == 0
    assert not corpus.has_roles
    assert corpus.codes.n_dated == 0


def test_findings_in_any_order_are_put_in_order() -> None:
    tables = tables_of([article(*row) for row in ARTICLES])
    shuffled = {
        name: frame.sample(frac=1, random_state=3) if name in ("mentions", "dates") else frame
        for name, frame in tables.items()
    }
    corpus = Corpus.from_tables(shuffled)
    pd.testing.assert_frame_equal(corpus.mentions, Corpus.from_tables(tables).mentions)
    assert corpus.dates["article_id"].is_monotonic_increasing


@pytest.mark.parametrize(
    ("table", "column", "row", "value", "expected"),
    [
        ("articles", "article_id", 1, 5, "ids 0, 1, 2"),
        ("articles", "published", 1, pd.Timestamp("2001-01-01"), "time order"),
        ("articles", "focus_place", 0, 50, "an id below 12"),
        ("places", "place_id", 0, 7, "ids 0, 1, 2"),
        ("mentions", "article_id", 0, 11, "an id below 11"),
        ("quotes", "article_id", 0, 11, "an id below 11"),
        ("places", "gazetteer_id", 1, "dateline:sukkari", "each place once"),
    ],
)
def test_tables_that_do_not_hold_together_are_refused(
    table: str, column: str, row: int, value: object, expected: str
) -> None:
    tables = tables_of([article(*row) for row in ARTICLES])
    tables[table].loc[row, column] = value
    with pytest.raises(SchemaError, match=expected):
        Corpus.from_tables(tables)


def test_every_article_needs_its_text() -> None:
    tables = tables_of([article(*row) for row in ARTICLES])
    tables["texts"] = tables["texts"].iloc[1:]
    with pytest.raises(SchemaError, match="one row for each of the 11 articles"):
        Corpus.from_tables(tables)


def test_counting_arrays_are_made_once() -> None:
    codes = small_corpus().codes
    assert codes is small_corpus().codes
    assert codes.pairs is codes.pairs
    assert codes.spoken_bins("week") is codes.spoken_bins("week")


def test_pairs_hold_each_article_and_place_once_with_all_its_roles() -> None:
    pairs = small_corpus().codes.pairs
    keys = pairs.articles.astype(np.int64) * 100 + pairs.places
    assert (np.diff(keys) > 0).all()
    aleppo = small_corpus().place_id(PLACES["aleppo"].gazetteer_id)
    convoy = np.flatnonzero((pairs.articles == 1) & (pairs.places == aleppo))
    assert pairs.roles[convoy].tolist() == [0b101]  # event and dateline
