"""Claims about what lies over a timeline: the chosen days, and the bin that is played."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.figures.brush import brush, chosen_bins, framed
from dateline.figures.days import ANY_DAY, Days, bins_between
from dateline.figures.palette import LIGHT

FIRST, AFTER = date(2016, 9, 1), date(2016, 10, 1)
WEEKS = bins_between(FIRST, date(2016, 9, 30), "week")


def test_a_range_with_both_ends_is_a_band_between_two_edges() -> None:
    chosen = Days(date(2016, 9, 5), date(2016, 9, 10))
    band, *edges = brush(chosen, "y domain", FIRST, AFTER, "day", LIGHT)
    assert (band["x0"], band["x1"]) == ("2016-09-05", "2016-09-11")
    assert [(edge["x0"], edge["x1"]) for edge in edges] == [
        ("2016-09-05", "2016-09-05"),
        ("2016-09-11", "2016-09-11"),
    ]


def test_an_open_range_reaches_to_the_end_of_the_axis_and_has_no_edge_there() -> None:
    band, *edges = brush(Days(date(2016, 9, 5), None), "y domain", FIRST, AFTER, "day", LIGHT)
    assert band["x1"] == "2016-10-01"
    assert [edge["x0"] for edge in edges] == ["2016-09-05"]


def test_where_all_days_are_chosen_nothing_lies_over_the_bars() -> None:
    assert brush(ANY_DAY, "y domain", FIRST, AFTER, "day", LIGHT) == []
    assert chosen_bins(ANY_DAY, WEEKS, "week") is None


@pytest.mark.parametrize(
    ("chosen", "bins"),
    [
        (Days(date(2016, 9, 6), date(2016, 9, 20)), [1, 3]),
        (Days(date(2016, 9, 6), None), [1, 4]),
        (Days(None, date(2016, 9, 6)), [0, 1]),
        (Days(date(1990, 1, 1), date(2030, 1, 1)), [0, 4]),
        (Days(date(2030, 1, 1), date(2031, 1, 1)), [4, 4]),
    ],
)
def test_a_day_beyond_the_axis_is_its_end(chosen: Days, bins: list[int]) -> None:
    assert chosen_bins(chosen, WEEKS, "week") == bins


def test_the_bin_that_is_played_is_framed_whole() -> None:
    (frame,) = framed(date(2016, 9, 7), "week", LIGHT)
    assert (frame["x0"], frame["x1"]) == ("2016-09-05", "2016-09-12")
