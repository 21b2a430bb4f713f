"""Days that a text speaks of: by the month or better, each once."""

from __future__ import annotations

import pandas as pd

from dateline.codes.spoken import in_bins, spoken_days

Row = tuple[int, str | None, str | None]


def spoken(*rows: Row) -> list[tuple[int, str, str]]:
    """(article, first, last day) of what is kept of (article, earliest, latest)."""
    dates = pd.DataFrame(rows, columns=["article_id", "earliest", "latest"]).astype(
        {"article_id": "int32", "earliest": "datetime64[us]", "latest": "datetime64[us]"}
    )
    days = spoken_days(dates)
    first, last = (
        numbers.astype("datetime64[D]").astype(str) for numbers in (days.first, days.last)
    )
    return list(zip(days.articles.tolist(), first.tolist(), last.tolist(), strict=True))


def test_a_month_is_kept_and_what_is_longer_is_not() -> None:
    assert spoken((0, "2016-12-01", "2017-01-01")) == [(0, "2016-12-01", "2016-12-31")]
    assert spoken((0, "2016-12-01", "2017-01-02"), (0, "2010-01-01", "2020-01-01")) == []


def test_of_an_open_interval_the_day_of_its_known_end_counts() -> None:
    assert spoken((0, "2016-12-05", None)) == [(0, "2016-12-05", "2016-12-05")]
    assert spoken((0, None, "2016-12-05")) == [(0, "2016-12-04", "2016-12-04")]
    assert spoken((0, None, None)) == []


def test_days_said_twice_in_one_article_are_one_and_in_two_articles_two() -> None:
    week, day = ("2016-12-05", "2016-12-12"), ("2016-12-07", "2016-12-08")
    assert spoken((0, *day), (0, *week), (1, *day)) == [
        (0, "2016-12-05", "2016-12-11"),
        (1, "2016-12-07", "2016-12-07"),
    ]
    assert spoken((0, *week), (0, "2016-12-10", "2016-12-14")) == [
        (0, "2016-12-05", "2016-12-11"),
        (0, "2016-12-12", "2016-12-13"),
    ]


def test_two_days_of_one_week_are_one_week() -> None:
    dates = pd.DataFrame(
        {
            "article_id": pd.Series([0, 0], dtype="int32"),
            "earliest": pd.to_datetime(["2016-12-05", "2016-12-09"]),
            "latest": pd.to_datetime(["2016-12-06", "2016-12-10"]),
        }
    )
    assert len(spoken_days(dates).articles) == 2
    assert len(in_bins(spoken_days(dates), "week").articles) == 1
