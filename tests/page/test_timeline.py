"""Gestures on the timeline come from a browser, and are read with suspicion."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.timeline import Days, Stacked, TimeGesture, parse
from components.timeline.table import with_series


def test_a_brush_is_widened_to_whole_bins() -> None:
    value = {
        "kind": "range",
        "strip": "published",
        "range": ["2016-11-03 06:12:00.5", "2016-11-16"],
    }
    days = Days(date(2016, 10, 31), date(2016, 11, 20))
    assert parse(value, "week") == TimeGesture("range", "published", days)


def test_a_brush_drawn_backwards_is_the_same_brush() -> None:
    value = {"kind": "range", "strip": "spoken", "range": ["2016-11-16", "2016-11-03"]}
    days = Days(date(2016, 11, 3), date(2016, 11, 16))
    assert parse(value, "day") == TimeGesture("range", "spoken", days)


def test_a_bar_means_its_bin() -> None:
    value = {"kind": "bar", "strip": "published", "at": "2016-02-01"}
    days = Days(date(2016, 2, 1), date(2016, 2, 29))
    assert parse(value, "month") == TimeGesture("range", "published", days)


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"kind": "range", "strip": "sideways", "range": ["2016-11-03", "2016-11-16"]},
        {"kind": "range", "strip": "published", "range": ["zz", "yy"]},
        {"kind": "range", "strip": "published", "range": [1, 2]},
        {"kind": "range", "strip": "published", "range": ["2016-11-03"]},
        {"kind": "bar", "strip": "published", "at": "2016-13-41"},
        {"kind": "bar", "strip": "published"},
        {"kind": "ends", "strip": "published", "range": ["zz", None]},
        {"kind": "ends", "strip": "published", "range": ["2016-12-02", "2016-12-01"]},
        {"kind": "ends", "strip": "published", "range": None},
        {"kind": "set", "name": "bin", "value": "hour"},
        {"kind": "set", "name": "by", "value": ["place"]},
        {"kind": "set", "name": "colour", "value": "red"},
    ],
)
def test_what_cannot_be_understood_is_no_gesture(value: dict[str, Any]) -> None:
    assert parse(value, "day") is None


def test_a_moved_end_leaves_the_other_open() -> None:
    value = {"kind": "ends", "strip": "published", "range": ["2016-11-08", None]}
    assert parse(value, "week") == TimeGesture("ends", days=Days(date(2016, 11, 7), None))
    value = {"kind": "ends", "strip": "spoken", "range": [None, None]}
    assert parse(value, "day") == TimeGesture("ends", "spoken", Days(None, None))


@pytest.mark.parametrize(("name", "value"), [("bin", "week"), ("by", ""), ("share", "share")])
def test_what_is_set_under_the_timeline_is_a_gesture(name: str, value: str) -> None:
    given = {"kind": "set", "name": name, "value": value}
    assert parse(given, "day") == TimeGesture("set", name=name, value=value)


def test_the_table_twin_has_a_column_for_each_series() -> None:
    days = pd.to_datetime(["2016-12-05", "2016-12-12", "2016-12-05"])
    counts = pd.DataFrame({"day": days, "series": [0, 0, 1], "articles": [3, 1, 2]})
    stacked = Stacked("source", ("a",), ("Levant Desk",), 4, counts)
    table = pd.DataFrame({"From": [date(2016, 12, 5), date(2016, 12, 12)], "Articles": [5, 1]})
    shown = with_series(table, stacked, ["Levant Desk", "4 others", "no source"], "articles")
    assert shown["Levant Desk"].tolist() == [3, 1]
    assert shown["4 others"].tolist() == [2, 0]
    assert "no source" not in shown.columns


def page() -> None:
    from datetime import date

    import pandas as pd

    from components import timeline

    empty = pd.DataFrame({"day": pd.to_datetime([]), "articles": []}).astype({"articles": int})
    timeline.show(
        empty,
        empty,
        span=(date(2016, 9, 1), date(2016, 9, 30)),
        size="day",
        undated=2,
        on_choice=lambda gesture: None,
    )


def two_strips() -> None:
    from datetime import date

    import pandas as pd

    from components import timeline

    def counts(days: list[str], articles: list[int]) -> pd.DataFrame:
        return pd.DataFrame({"day": pd.to_datetime(days), "articles": articles})

    timeline.show(
        counts(["2016-12-05", "2016-12-12"], [5, 1]),
        counts(["1915-04-24", "2016-12-05"], [2, 3]),
        span=(date(2016, 12, 5), date(2016, 12, 18)),
        size="week",
        on_choice=lambda gesture: None,
    )


def test_in_the_table_twin_no_article_is_a_nought() -> None:
    test = AppTest.from_function(two_strips, default_timeout=30).run()
    assert not test.dataframe, "it is sent only when asked for"
    table = test.button(key="timeline_table").click().run().dataframe[0].value
    assert table["Articles published"].tolist() == [0, 5, 1]
    assert table["Articles speaking of it"].tolist() == [2, 3, 0]


def test_no_article_with_a_date_is_still_a_timeline() -> None:
    assert not AppTest.from_function(page, default_timeout=30).run().exception
