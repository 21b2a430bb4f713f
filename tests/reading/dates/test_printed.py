"""The day in a line of other words, in the languages databases are used in."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.dates.printed import is_vague, iso_day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Friday, 5. July 2019 09:31:00 CEST", "2019-07-05 09:31"),
        ("July 1, 2019 Monday 9:20 PM GMT", "2019-07-01 21:20"),
        ("December 15, 2016, Thursday,, FINAL EDITION", "2016-12-15"),
        ("Mittwoch 31. August 2016", "2016-08-31"),
        ("Politique, jeudi 1er décembre 2016, p. 03", "2016-12-01"),
        ("21 september 2016 woensdag 11:25 AM GMT", "2016-09-21 11:25"),
        ("viernes 3 de mayo de 2014", "2014-05-03"),
        ("sexta-feira, 5 de março de 2014", "2014-03-05"),
        ("22 марта 2016 г., 15:32", "2016-03-22 15:32"),
        ("15 كانون الثاني 2015", "2015-01-15"),
        ("2016年12月3日", "2016-12-03"),
        ("2016 年 12 月 3 日", "2016-12-03"),
        ("2016 년 12 월 3 일 오전", "2016-12-03"),
        ("Northtown Post ; Northtown [Northtown]09 Dec 2016: A.1.", "2016-12-09"),
        ("28.02.2005", "2005-02-28"),
        ("2016-12-16", "2016-12-16"),
        ("31 février 2016", ""),
        ("3/4/2016", ""),
        ("January 2009", ""),
        ("Copyright 2016 Northtown Post", ""),
        ("", ""),
    ],
)
def test_the_day_is_found_whatever_stands_around_it(line: str, day: str) -> None:
    assert iso_day(line) == day


@pytest.mark.parametrize(
    ("line", "vague"),
    [("January 2009", True), ("Summer, 2008", True), ("The Ledger", False), ("5 May 2016", False)],
)
def test_a_date_without_a_day_is_told_from_an_outlet(line: str, vague: bool) -> None:
    assert is_vague(line) is vague


@given(st.datetimes(min_value=datetime(1700, 1, 1), max_value=datetime(2099, 12, 31)))
def test_what_python_prints_is_read_back(moment: datetime) -> None:
    assert iso_day(f"{moment:%A, %d %B %Y}, late edition") == f"{moment:%Y-%m-%d}"
    assert iso_day(f"{moment:%B} {moment.day}, {moment:%Y %H:%M}") == f"{moment:%Y-%m-%d %H:%M}"


@given(st.text(max_size=120))
def test_no_line_makes_it_fall(line: str) -> None:
    assert iso_day(line) == "" or datetime.fromisoformat(iso_day(line))
