"""What is made block by block is what would be made of all rows at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.codes import columns
from dateline.codes.columns import begins, blocks, distinct, grouped, grouped_by_article
from dateline.codes.spoken import in_bins, spoken_days

rows = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=40).map(sorted)
small_blocks = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def ints(numbers: list[int]) -> npt.NDArray[np.int32]:
    return np.array(numbers, dtype=np.int32)


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "_BLOCK", 3)


@small_blocks
@given(rows)
def test_blocks_hold_all_rows_and_whole_articles(three: None, pairs: list[tuple[int, int]]) -> None:
    articles = ints([article for article, _ in pairs])
    cut = list(blocks(articles))
    assert [row for part in cut for row in range(part.start, part.stop)] == [*range(len(pairs))]
    for part in cut[:-1]:
        assert part.stop - part.start >= 3
        assert articles[part.stop - 1] != articles[part.stop]


@small_blocks
@given(rows)
def test_rows_are_joined_and_counted_as_all_at_once(
    three: None, pairs: list[tuple[int, int]]
) -> None:
    articles, second = (ints([pair[at] for pair in pairs]) for at in (0, 1))
    whole, parts = grouped(articles, second), grouped_by_article(articles, second)
    assert np.array_equal(parts.groups, whole.groups)
    assert np.array_equal(parts.values, whole.values)
    assert (parts.groups.dtype, parts.values.dtype) == (whole.groups.dtype, whole.values.dtype)
    found = distinct(articles, second, pd.Index(list("abcde"), dtype="str"))
    assert [*zip(found.articles.tolist(), found.codes.tolist(), strict=True)] == sorted(set(pairs))
    first = begins(articles, 10)
    assert [np.count_nonzero(articles < article) for article in range(11)] == first.tolist()


@given(rows, st.data())
def test_of_some_groups_each_value_is_counted_once_a_group(
    pairs: list[tuple[int, int]], data: st.DataObject
) -> None:
    found = grouped(ints([first for first, _ in pairs]), ints([second for _, second in pairs]))
    some = data.draw(st.lists(st.sampled_from(range(len(pairs))))) if pairs else []
    values = [second for _, second in {pairs[row] for row in some}]
    counts = found.count(found.groups[np.array(some, dtype=np.int64)], 5)
    assert counts.tolist() == [values.count(value) for value in range(5)]


@small_blocks
@given(rows)
def test_days_spoken_of_are_the_same_from_blocks(three: None, pairs: list[tuple[int, int]]) -> None:
    start = pd.Series([pd.Timestamp(2016, 11, 1 + day) for _, day in pairs], dtype="datetime64[us]")
    dates = pd.DataFrame(
        {
            "article_id": ints([article for article, _ in pairs]),
            "earliest": start,
            "latest": start + pd.Timedelta(days=3),
        }
    )
    parts = spoken_days(dates)
    with pytest.MonkeyPatch.context() as whole:
        whole.setattr(columns, "_BLOCK", 1_000)
        once, weeks = spoken_days(dates), in_bins(parts, "week")
    for name in ("articles", "first", "last"):
        assert np.array_equal(getattr(parts, name), getattr(once, name))
        assert np.array_equal(getattr(in_bins(parts, "week"), name), getattr(weeks, name))
