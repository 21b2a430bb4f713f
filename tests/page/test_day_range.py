"""Days as they come from the browser: whole dates, open ends, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.day_range import understood


@pytest.mark.parametrize(
    ("days", "meant"),
    [
        ({"first": "2016-12-05", "last": ""}, (date(2016, 12, 5), None)),
        ({"first": "", "last": "0002-02-02"}, (None, date(2, 2, 2))),
        ({"first": "", "last": ""}, (None, None)),
        ({}, (None, None)),
        ({"first": "5 December", "last": ""}, None),
        ({"first": "2016-02-30"}, None),
        ({"first": 20161205}, None),
        ("2016-12-05", None),
        (None, None),
    ],
)
def test_whole_dates_and_open_ends_are_understood(days: Any, meant: Any) -> None:
    assert understood(days) == meant


@given(st.dictionaries(st.sampled_from(["first", "last"]), st.text() | st.integers() | st.none()))
def test_nothing_from_a_browser_is_an_error(days: Any) -> None:
    found = understood(days)
    assert found is None or all(day is None or isinstance(day, date) for day in found)
