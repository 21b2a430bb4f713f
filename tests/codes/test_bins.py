"""Days fall into the bins a calendar puts them in."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codes.bins import BINS, Bin, bins_of, first_days
from dateline.errors import ChoiceError

EPOCH = date(1970, 1, 1)
days = st.dates(date(1890, 1, 1), date(2200, 1, 1))


def first_day(day: date, bin: Bin) -> date:
    number = np.array([(day - EPOCH).days], dtype=np.int32)
    return pd.Timestamp(first_days(bins_of(number, bin), bin)[0]).date()


@given(days, st.sampled_from(BINS))
def test_a_bin_begins_on_the_day_a_calendar_says(day: date, bin: Bin) -> None:
    monday = day - timedelta(days=day.weekday())
    assert first_day(day, bin) == {"day": day, "week": monday, "month": day.replace(day=1)}[bin]


@given(st.lists(days, min_size=1), st.sampled_from(BINS))
def test_many_days_fall_where_each_of_them_does(several: list[date], bin: Bin) -> None:
    numbers = np.array([(day - EPOCH).days for day in several], dtype=np.int32)
    found = first_days(bins_of(numbers, bin), bin)
    assert [pd.Timestamp(moment).date() for moment in found] == [
        first_day(day, bin) for day in several
    ]


def test_no_days_are_no_bins_and_an_unknown_bin_is_said() -> None:
    none = np.zeros(0, dtype=np.int32)
    assert [len(bins_of(none, bin)) for bin in BINS] == [0, 0, 0]
    with pytest.raises(ChoiceError, match="bin 'year'; expected one of day, week, month"):
        bins_of(none, "year")  # type: ignore[arg-type]
