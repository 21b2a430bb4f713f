"""A stack divides the bar it stands for, and nothing is in it twice."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codes.bins import BINS, Bin
from dateline.corpus import Corpus
from dateline.errors import ChoiceError
from dateline.findings import ROLES
from dateline.query import Query, by_day, narrow
from dateline.query.stacked import BYS, By, by_day_and
from tests.corpora import article, corpus_of, small_corpus
from tests.query.random_corpora import Tables, corpora, queries
from tests.query.test_against_pandas import often


@often
@given(corpora(), st.lists(queries(), min_size=3, max_size=3), st.sampled_from(BINS))
def test_a_stack_is_as_high_as_the_bar_in_articles_and_in_texts(
    found: tuple[Tables, Corpus], asked: list[Query], bin: Bin
) -> None:
    _, corpus = found
    for query in asked:
        selection = narrow(corpus, query)
        bars = by_day(corpus, selection, bin)
        for by in BYS:
            stack = by_day_and(corpus, selection, bin, by, most=2)
            summed = stack.counts.groupby("day")[["articles", "texts"]].sum().reset_index()
            pd.testing.assert_frame_equal(summed, bars, check_dtype=False)
            assert stack.counts["series"].between(0, len(stack.values) + 1).all()


@often
@given(corpora(), queries())
def test_a_series_holds_the_articles_that_counting_one_by_one_gives_it(
    found: tuple[Tables, Corpus], query: Query
) -> None:
    """The value that most of the mentions have; of equally many, the commonest of all, then the
    first in the table."""
    _, corpus = found
    selection = narrow(corpus, query)
    articles = corpus.articles
    dated = np.flatnonzero(selection.articles & articles["published"].notna().to_numpy())
    mentions = corpus.mentions.assign(left=selection.mentions)
    of_left = mentions[mentions["article_id"].isin(np.flatnonzero(selection.articles))]
    for by, column in (("place", "place_id"), ("role", "role")):
        if by == "role" and selection.places is not None:
            continue  # then mentions elsewhere have no say; `selection` does not tell them apart
        rows = of_left[of_left["left"]] if by == "place" else of_left
        values = [v for v in rows[column] if not (pd.isna(v) or v == -1)]
        order = list(ROLES) if by == "role" else list(range(len(corpus.places)))
        overall = Counter(values)
        largest: Counter[object] = Counter()
        for number in dated:
            own = rows[rows["article_id"] == number][column]
            counts = Counter(v for v in own if not (pd.isna(v) or v == -1))
            if counts:
                best = max(counts, key=lambda v: (counts[v], overall[v], order.index(v)))
                largest[best] += 1
        stack = by_day_and(corpus, selection, "month", by, most=100)  # type: ignore[arg-type]
        counted = stack.counts.groupby("series")["articles"].sum()
        ids = corpus.places["gazetteer_id"].tolist()
        named = {ids.index(v) if by == "place" else v: n for n, v in enumerate(stack.values)}
        assert {v: counted[n] for v, n in named.items()} == dict(largest)


def test_an_article_counts_under_the_place_it_mentions_most() -> None:
    corpus = corpus_of(
        article(
            "2016-12-05 08:00",
            "Levant Desk",
            "",
            "Two towns",
            "[Aleppo|event|aleppo] and [Tripoli|event|tripoli libya], then again "
            "[Tripoli|event|tripoli libya].",
        )
    )
    stack = by_day_and(corpus, narrow(corpus, Query()), "day", "place")
    assert stack.values == ("geonames:2210247",)
    assert stack.counts["articles"].tolist() == [1]


def test_what_is_beyond_the_largest_is_one_series_and_what_has_none_another() -> None:
    corpus = small_corpus()
    selection = narrow(corpus, Query())
    whole = by_day_and(corpus, selection, "month", "source", most=100)
    stack = by_day_and(corpus, selection, "month", "source", most=1)
    assert len(stack.values) == 1
    assert stack.others == len(whole.values) - 1 > 1
    assert set(stack.counts["series"]) <= {0, 1, 2}


def test_a_single_value_beyond_the_largest_is_itself_and_no_others() -> None:
    corpus = small_corpus()
    selection = narrow(corpus, Query())
    whole = by_day_and(corpus, selection, "month", "source", most=100)
    stack = by_day_and(corpus, selection, "month", "source", most=len(whole.values) - 1)
    assert stack.values == whole.values
    assert stack.others == 0


def test_what_cannot_be_counted_by_is_said() -> None:
    corpus = small_corpus()
    bad: By = "weather"  # type: ignore[assignment]
    with pytest.raises(ChoiceError, match="weather"):
        by_day_and(corpus, narrow(corpus, Query()), "day", bad)
