"""Every kernel gives what a plain pandas groupby gives, on any corpus and any question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codes.bins import Bin
from dateline.corpus import Corpus
from dateline.query import (
    BINS,
    FACETS,
    Query,
    Tally,
    Values,
    by_day,
    by_facet,
    by_facets,
    by_place,
    by_removal,
    narrow,
    page,
    spoken_by_day,
    totals,
    unplaced,
)
from tests.query import oracle
from tests.query.random_corpora import Tables, as_day, corpora, facets, queries

Found = tuple[Tables, Corpus]

often = settings(max_examples=25)
"""Each example puts several questions to its corpus, since making one takes the time."""

questions = st.lists(queries(), min_size=3, max_size=3)
bins = st.sampled_from(BINS)


@often
@given(corpora(), questions)
def test_narrowing_leaves_the_same_articles_and_mentions(found: Found, asked: list[Query]) -> None:
    tables, corpus = found
    for query in asked:
        articles, mentions = oracle.articles_and_mentions(tables, query)
        selection = narrow(corpus, query)
        np.testing.assert_array_equal(selection.articles, articles)
        np.testing.assert_array_equal(selection.mentions, mentions)


@often
@given(corpora(), questions)
def test_counts_by_place_are_those_of_groupby(found: Found, asked: list[Query]) -> None:
    tables, corpus = found
    for query in asked:
        wanted = oracle.by_place(tables, query)
        counted = by_place(corpus, narrow(corpus, query)).set_index("place_id")
        assert counted.index.tolist() == wanted.index.tolist()
        for column in ("articles", "texts", "mentions"):
            assert counted[column].tolist() == wanted[column].tolist(), column
        means = wanted["confidence"].astype(float)
        np.testing.assert_allclose(counted["confidence"], means, rtol=1e-6)
        assert without_nan(counted["role"]) == without_nan(wanted["role"])


@often
@given(corpora(), questions, bins)
def test_counts_by_day_are_those_of_groupby(found: Found, asked: list[Query], bin: Bin) -> None:
    tables, corpus = found
    for query in asked:
        wanted = oracle.by_bin(tables, query, bin)
        counted = by_day(corpus, narrow(corpus, query), bin)
        assert [as_day(day) for day in counted["day"]] == wanted.index.tolist()
        assert counted["articles"].tolist() == wanted["articles"].tolist()
        assert counted["texts"].tolist() == wanted["texts"].tolist()


@often
@given(corpora(), questions, bins)
def test_days_spoken_of_count_each_article_once_a_bin(
    found: Found, asked: list[Query], bin: Bin
) -> None:
    tables, corpus = found
    for query in asked:
        counted = spoken_by_day(corpus, narrow(corpus, query), bin)
        days = [as_day(day) for day in counted["day"]]
        assert days == sorted(days)
        by_day_said = dict(zip(days, counted["articles"], strict=True))
        assert by_day_said == oracle.spoken_by_bin(tables, query, bin)


@settings(max_examples=15)
@given(corpora(), queries())
def test_a_facet_counts_distinct_articles_without_its_own_filter(
    found: Found, query: Query
) -> None:
    tables, corpus = found
    for facet in (*FACETS, "x.rubric"):
        counted = by_facet(corpus, query, facet)
        assert as_dict(counted) == oracle.by_facet(tables, query, facet), facet
        assert pd.Series(counted["articles"]).is_monotonic_decreasing


@often
@given(corpora(), questions)
def test_totals_agree_with_the_masks(found: Found, asked: list[Query]) -> None:
    tables, corpus = found
    for query in asked:
        articles, mentions = oracle.articles_and_mentions(tables, query)
        left = tables["articles"][articles.to_numpy()]
        counted = tables["mentions"][mentions.to_numpy()]
        sums = totals(corpus, narrow(corpus, query))
        assert sums.articles == len(left)
        assert sums.texts == left["copy_group"].nunique()
        assert sums.places == counted.loc[counted["place_id"] >= 0, "place_id"].nunique()
        assert sums.mentions == len(counted)
        assert sums.unplaced == int((counted["place_id"] < 0).sum())
        assert sums.undated == int(left["published"].isna().sum())
        assert unplaced(corpus, narrow(corpus, query))["mentions"].sum() == sums.unplaced


@often
@given(corpora(), queries())
def test_the_number_of_a_bar_is_what_brushing_it_leaves(found: Found, query: Query) -> None:
    _, corpus = found
    wide = query.without("spoken", "published")
    for counted, strip in (
        (spoken_by_day(corpus, narrow(corpus, wide), "week"), "spoken"),
        (by_day(corpus, narrow(corpus, wide), "week"), "published"),
    ):
        for day, articles in zip(counted["day"], counted["articles"], strict=True):
            week: tuple[date, date] = (as_day(day), as_day(day) + timedelta(days=6))
            brushed = changed(wide, strip, week)
            assert np.count_nonzero(narrow(corpus, brushed).articles) == articles


@often
@given(corpora(), queries(), facets().filter(lambda facet: facet != "roles"))
def test_the_number_beside_a_value_is_what_choosing_it_alone_leaves(
    found: Found, query: Query, facet: str
) -> None:
    """A place that is chosen beside an area or a distance makes these give way, as on the page."""
    _, corpus = found
    alone = query.without("areas", "near") if facet == "places" else query
    beside = alone if query.places.include else query
    whole = narrow(corpus, beside, without=facet).articles
    for value, articles in as_dict(by_facet(corpus, query, facet)).items():
        chosen = narrow(corpus, changed(alone, facet, Values(include=(value,)))).articles
        others = narrow(corpus, changed(beside, facet, Values(exclude=(value,)))).articles
        assert np.count_nonzero(chosen) == articles
        assert np.array_equal(chosen, whole & ~others)


@often
@given(corpora(), queries())
def test_all_facets_at_once_are_the_facets_one_by_one(found: Found, query: Query) -> None:
    _, corpus = found
    for facet, counted in by_facets(corpus, query).items():
        one = pd.DataFrame(by_facet(corpus, query, facet))
        pd.testing.assert_frame_equal(pd.DataFrame(counted), one)


@often
@given(corpora(), queries())
def test_taking_a_filter_back_is_offered_with_what_it_would_bring(
    found: Found, query: Query
) -> None:
    _, corpus = found
    offered = by_removal(corpus, query)
    assert set(offered["filter"]) == set(query.active())
    assert offered["articles"].is_monotonic_decreasing
    for name, articles in zip(offered["filter"], offered["articles"], strict=True):
        assert articles == np.count_nonzero(narrow(corpus, query.without(name)).articles)


@often
@given(corpora(), questions)
def test_the_list_has_the_articles_left_and_the_copies_that_groupby_counts(
    found: Found, asked: list[Query]
) -> None:
    tables, corpus = found
    for query in asked:
        articles, _ = oracle.articles_and_mentions(tables, query)
        left = tables["articles"][articles.to_numpy()]
        listed = page(corpus, narrow(corpus, query), order="oldest", rows=len(left))
        copies = left.groupby("copy_group")["article_id"].transform("size")
        assert listed["copies"].tolist() == copies.tolist()
        for column in ("article_id", "title", "key", "published", "copy_group"):
            wanted = left[column].reset_index(drop=True)
            pd.testing.assert_series_equal(listed[column], wanted, check_dtype=False)


def as_dict(counted: Tally) -> dict[str, int]:
    return dict(zip(counted["value"].tolist(), counted["articles"].tolist(), strict=True))


def without_nan(values: pd.Series) -> list[object]:
    return [None if pd.isna(value) else value for value in values]


def changed(query: Query, name: str, value: object) -> Query:
    """The question with one filter replaced."""
    if name.startswith("x."):
        return replace(query, further=((name.removeprefix("x."), value),))  # type: ignore[arg-type]
    return replace(query, **{name: value})  # type: ignore[arg-type]
