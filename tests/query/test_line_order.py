"""Lines of a concordance are put in order by what stands on either side of the keyword."""

from __future__ import annotations

import pandas as pd

from dateline.query.line_order import ORDERS, in_order

LINES = pd.DataFrame(
    {
        "before": ["the road to", "", "a bus TO", "of “old”"],
        "keyword": ["Homs", "Алеппо", "homs", "Aleppo"],
        "after": ["(again) and", "b", "", "Again, or"],
        "published": pd.to_datetime(["2016-12-06", None, "2016-12-05", "2016-12-06"]),
    }
)


def rows(order: str) -> list[int]:
    return in_order(LINES, order).index.tolist()


def test_words_before_are_compared_from_the_keyword_leftwards() -> None:
    assert rows("before") == [3, 2, 0, 1], "old of · to bus a · to road the · nothing"


def test_case_and_signs_do_not_count_and_equal_ones_stay() -> None:
    assert rows("keyword") == [3, 0, 2, 1]
    assert rows("after") == [0, 3, 1, 2]


def test_undated_lines_come_last_either_way() -> None:
    assert rows("newest") == [0, 3, 2, 1]
    assert rows("oldest") == [2, 0, 3, 1]


def test_every_order_keeps_every_line_and_none_at_all_is_no_error() -> None:
    for order in ORDERS:
        assert sorted(rows(order)) == [0, 1, 2, 3]
        assert in_order(LINES.iloc[:0], order).empty
