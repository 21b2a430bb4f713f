"""Claims about the timeline: bins, gaps, brush, what lies outside."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SchemaError
from dateline.figures import days as days_of
from dateline.figures import timeline
from dateline.figures.bars import series_of
from dateline.figures.days import Days, axis_range
from dateline.figures.palette import LIGHT

SPAN = (date(2016, 9, 1), date(2016, 9, 30))


def by_day(**articles: int) -> pd.DataFrame:
    """`by_day(d2016_09_01=3)`: articles by day."""
    days = [pd.Timestamp(day[1:].replace("_", "-")) for day in articles]
    return pd.DataFrame({"day": pd.to_datetime(days), "articles": list(articles.values())})


def trace(figure: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in figure["data"] if one["uid"] == name)


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(days, st.sampled_from(days_of.BINS))
def test_a_bin_begins_at_or_before_a_day_and_ends_after_it(day: date, size: days_of.Bin) -> None:
    start, end = days_of.bin_start(day, size), days_of.bin_end(day, size)
    assert start <= day < end
    assert days_of.bin_start(end - timedelta(days=1), size) == start
    assert days_of.bin_start(end, size) == end


def test_weeks_begin_on_monday() -> None:
    assert days_of.bin_start(date(2016, 12, 4), "week") == date(2016, 11, 28)


@pytest.mark.parametrize(
    ("length", "size"), [(1, "day"), (124, "day"), (125, "week"), (1200, "month")]
)
def test_the_bin_grows_with_the_span(length: int, size: str) -> None:
    assert days_of.bin_for(SPAN[0], SPAN[0] + timedelta(days=length - 1)) == size


def test_a_bar_stands_over_its_day_and_names_its_count() -> None:
    bars = trace(timeline.figure(by_day(d2016_09_03=4), span=SPAN, size="day"), "published")
    assert bars["x"] == bars["customdata"] == ["2016-09-03"]
    assert bars["y"] == [4]
    assert bars["hovertext"] == ["3 September 2016<br><b>4</b> articles"]


def test_a_gap_in_the_coverage_is_marked_bin_by_bin() -> None:
    figure = timeline.figure(by_day(d2016_09_01=1, d2016_09_30=1), span=SPAN, size="day")
    assert len(trace(figure, "published-empty")["x"]) == 28


def test_bars_outside_the_brush_are_paler() -> None:
    figure = timeline.figure(
        by_day(d2016_09_02=1, d2016_09_10=1, d2016_09_20=1),
        span=SPAN,
        size="day",
        chosen=Days(date(2016, 9, 5), date(2016, 9, 10)),
    )
    assert trace(figure, "published")["marker"]["color"] == [
        LIGHT.faint,
        LIGHT.accent,
        LIGHT.faint,
    ]
    band = figure["layout"]["shapes"][0]
    assert (band["x0"], band["x1"]) == ("2016-09-05", "2016-09-11")


def test_days_spoken_of_that_lie_outside_are_counted_at_the_ends() -> None:
    spoken = by_day(d1982_02_02=4, d2016_09_03=2, d2017_01_01=1)
    figure = timeline.figure(by_day(d2016_09_03=1), spoken, span=SPAN, size="day")
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert any("4 earlier" in text for text in texts)
    assert any("1 later" in text for text in texts)
    assert trace(figure, "spoken")["x"] == ["2016-09-03"]


def test_articles_without_a_date_are_said() -> None:
    figure = timeline.figure(by_day(), span=SPAN, size="day", undated=2)
    assert "2 articles undated" in [note["text"] for note in figure["layout"]["annotations"]]


def test_both_strips_share_the_axis_and_are_named() -> None:
    figure = timeline.figure(by_day(d2016_09_03=1), by_day(d2016_09_04=1), span=SPAN, size="week")
    assert {one.get("xaxis", "x") for one in figure["data"]} == {"x"}
    assert figure["layout"]["meta"]["strips"] == {"y": "published", "y2": "spoken"}


def test_without_articles_there_is_still_an_axis() -> None:
    figure = timeline.figure(by_day(), span=SPAN, size="month")
    assert figure["layout"]["xaxis"]["range"] == ["2016-09-01", "2016-10-01"]
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


def test_days_spoken_of_are_counted_in_articles_whatever_the_unit() -> None:
    published = by_day(d2016_09_03=1).rename(columns={"articles": "texts"})
    figure = timeline.figure(published, by_day(d2016_09_04=5), span=SPAN, size="day", unit="texts")
    assert trace(figure, "published")["y"] == [1]
    assert trace(figure, "spoken")["y"] == [5]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(SchemaError, match="`texts`"):
        timeline.figure(by_day(d2016_09_03=1), span=SPAN, size="day", unit="texts")


def stack(*rows: tuple[str, int, int]) -> pd.DataFrame:
    days, series, articles = zip(*rows, strict=True)
    return pd.DataFrame({"day": pd.to_datetime(days), "series": series, "articles": articles})


TWO = series_of("source", ("a", "b"), ("Levant Desk", "<b>Quay</b>"), 3, LIGHT)


def test_a_stack_begins_where_the_series_before_it_ends() -> None:
    counts = stack(("2016-09-03", 0, 4), ("2016-09-03", 1, 2), ("2016-09-05", 1, 1))
    figure = timeline.figure(counts, span=SPAN, size="day", series=TWO, by="source")
    lower, upper = trace(figure, "published-0"), trace(figure, "published-1")
    assert (lower["y"], lower["base"]) == ([4], [0])
    assert (upper["y"], upper["base"]) == ([2, 1], [4, 0])
    assert lower["meta"] == upper["meta"] == "published"
    assert upper["hovertext"][0] == (
        "3 September 2016<br><b>2 of 6</b> articles<br>&lt;b&gt;Quay&lt;/b&gt;"
    )


def test_every_series_has_a_fill_of_its_own_besides_its_colour() -> None:
    many = series_of("place", tuple("abcdefg"), tuple("abcdefg"), 9, LIGHT)
    assert len({(one.colour, one.pattern) for one in many}) == len(many) == 9
    assert len({one.pattern for one in many[:7]}) == 7
    assert many[7].label == "9 others"
    assert series_of("place", ("a",), ("a",), 1, LIGHT)[1].label == "1 other"


def test_a_role_has_the_colour_it_has_everywhere() -> None:
    assert (
        series_of("role", ("setting",), ("setting",), 0, LIGHT)[0].colour
        == (LIGHT.roles["setting"])
    )


def test_a_stack_outside_the_chosen_days_steps_back() -> None:
    counts = stack(("2016-09-03", 0, 4), ("2016-09-09", 0, 2))
    chosen = Days(date(2016, 9, 5), None)
    figure = timeline.figure(counts, span=SPAN, size="day", series=TWO, chosen=chosen)
    faint, full = trace(figure, "published-0")["marker"]["opacity"]
    assert faint < full == 1


def test_shares_are_of_all_that_was_published_in_the_bin() -> None:
    figure = timeline.figure(
        by_day(d2016_09_03=3), span=SPAN, size="day", whole=by_day(d2016_09_03=4, d2016_09_09=7)
    )
    bars = trace(figure, "published")
    assert bars["y"] == [0.75]
    assert "75% of all 4 of this day" in bars["hovertext"][0]
    assert figure["layout"]["yaxis"]["tickformat"] == ".0%"


@pytest.mark.parametrize(("highest", "step"), [(1, 1), (2, None), (300, None)])
def test_no_line_of_the_axis_stands_at_half_an_article(highest: int, step: int | None) -> None:
    counts = by_day(d2016_09_03=1, d2016_09_09=highest)
    layout = timeline.figure(counts, span=SPAN, size="day", spoken=counts)["layout"]
    assert [layout[axis].get("dtick") for axis in ("yaxis", "yaxis2")] == [step, step]


def test_the_edges_and_the_chosen_bins_are_told_to_the_handles() -> None:
    figure = timeline.figure(
        by_day(), span=SPAN, size="week", chosen=Days(date(2016, 9, 6), date(2016, 9, 20))
    )
    meta = figure["layout"]["meta"]
    assert meta["edges"] == [
        "2016-08-29", "2016-09-05", "2016-09-12", "2016-09-19", "2016-09-26", "2016-10-03",
    ]  # fmt: skip
    assert meta["chosen"] == {"published": [1, 3], "spoken": None}


def test_the_step_of_the_playback_is_framed() -> None:
    figure = timeline.figure(by_day(), span=SPAN, size="week", step=date(2016, 9, 7))
    frame = figure["layout"]["shapes"][0]
    assert (frame["x0"], frame["x1"]) == ("2016-09-05", "2016-09-12")


def test_days_are_offered_only_where_their_bars_can_be_told_apart() -> None:
    assert days_of.readable_bins(*SPAN) == ("day", "week", "month")
    assert days_of.readable_bins(date(2010, 1, 1), date(2016, 1, 1)) == ("week", "month")
    assert days_of.readable_bins(date(1900, 1, 1), date(2016, 1, 1)) == ("month",)


@given(days, days, st.sampled_from(days_of.BINS))
def test_bins_follow_one_another_without_a_gap(one: date, other: date, size: days_of.Bin) -> None:
    first, last = min(one, other), max(one, other)
    last = min(last, first + timedelta(days=500))
    starts = days_of.bins_between(first, last, size)
    assert starts[0] <= first and last < days_of.bin_end(starts[-1], size)
    for before, after in pairwise(starts):
        assert days_of.bin_end(before, size) == after


def test_one_day_is_a_bar_among_days_and_not_the_whole_strip() -> None:
    day = date(2016, 12, 5)
    assert axis_range([day], "day") == ["2016-12-02", "2016-12-09"]
    many = [day + timedelta(days=n) for n in range(9)]
    assert axis_range(many, "day") == ["2016-12-05", "2016-12-14"], "many need no room"


def test_the_year_is_said_once_where_the_axis_is_labelled_by_days_and_labels_are_one_line() -> None:
    def said(first: date, last: date, size: days_of.Bin) -> str:
        layout = timeline.figure(by_day(), span=(first, last), size=size)["layout"]
        assert all("\n" not in one["value"] for one in layout["xaxis"]["tickformatstops"])
        return str(layout["annotations"][0]["text"])

    year_end = (date(2016, 12, 20), date(2017, 1, 20))
    assert said(date(2016, 9, 1), date(2016, 12, 30), "day").startswith("Published in 2016 · ")
    assert said(date(2016, 9, 1), date(2016, 12, 31), "day").startswith("Published · ")
    assert said(*year_end, "day").startswith("Published in 2016 and 2017 · ")
    assert said(date(2015, 1, 1), date(2017, 1, 1), "month").startswith("Published · ")
    assert said(date(2016, 12, 31), date(2016, 12, 31), "week").startswith("Published in 2016 and")
