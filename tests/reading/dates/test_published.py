"""Dates are decided on the whole column, and what is not printed is not made up."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.dates.published import EARLIEST, read_dates

LATEST = datetime(2026, 11, 25)


def one(value: str) -> datetime | None:
    (moment,) = read_dates([value], latest=LATEST).moments
    return moment


@pytest.mark.parametrize(
    "value",
    [
        "2016-12-16",
        "2016/12/16",
        "2016.12.16",
        "20161216",
        "16/12/2016",
        "12/16/2016",
        "16.12.2016",
        "16-12-16",
        "16-Dec-16",
        "16 Dec '16",
        "December 16, 2016",
        "Dec. 16th, 2016",
        "16 December 2016",
        "2016 December 16",
        "Friday, 16 December, 2016",
        "December 16, 2016, Friday,, FINAL EDITION",
        "Published On 16 Dec 2016",
        "vendredi 16 décembre 2016",
        "ven. 16 déc. 2016",
        "16 de diciembre de 2016",
        "Freitag, 16. Dezember 2016",
        "16 декабря 2016 г.",
        "16 грудня 2016",
        "16 ديسمبر 2016",
        "١٦ ديسمبر ٢٠١٦",
        "16 كانون الأول 2016",
        "16 كانون الأول / ديسمبر 2016",
        "16 Aralık 2016",
        "16 dicembre 2016",
        "16 de dezembro de 2016",
        "vrijdag 16 december 2016",
        "2016年12月16日",
        "2016년 12월 16일",
        "16 grudnia 2016",
        "16. prosince 2016",
        "16. desember 2016",
        "16 decembrie 2016",
        "2016. december 16.",
        "16 Δεκεμβρίου 2016",
        "16 בדצמבר 2016",
        "16DEC2016",
    ],
)
def test_a_day_is_read_in_the_ways_it_is_printed(value: str) -> None:
    assert one(value) == datetime(2016, 12, 16)


@pytest.mark.parametrize(
    ("value", "hour", "minute"),
    [
        ("2016-12-16T10:00:00Z", 10, 0),
        ("2016-12-16T10:00:00.593717+03:00", 10, 0),
        ("2016-12-16 22:05", 22, 5),
        ("20161216T223000Z", 22, 30),
        ("20161216223000", 22, 30),
        ("Fri, 16 Dec 2016 10:00:00 GMT", 10, 0),
        ("Fri, 16 Dec 2016 10:00:00 +0600", 10, 0),
        ("December 16, 2016 10:05 pm EST", 22, 5),
        ("Dec 16, 2016, 12:30 a.m.", 0, 30),
        ("16/12/2016 10:00", 10, 0),
        ("10:00, 16.12.2016", 10, 0),
        ("16 december 2016 vrijdag 11:25 AM GMT", 11, 25),
        ("16 Dec 2016 99:99", 0, 0),
    ],
)
def test_the_time_is_the_one_printed_whatever_the_zone(value: str, hour: int, minute: int) -> None:
    moment = one(value)
    assert moment is not None
    assert moment.replace(second=0) == datetime(2016, 12, 16, hour, minute)
    assert moment.tzinfo is None


@pytest.mark.parametrize(
    "value", ["1481882400", "1481882400.0", "1481882400000", "1481882400000000"]
)
def test_numbers_since_1970_are_read_and_said(value: str) -> None:
    dates = read_dates([value], latest=LATEST)
    assert dates.moments == (datetime(2016, 12, 16, 10),)
    assert "Numbers were taken as time since 1970, in UTC." in dates.notes


@pytest.mark.parametrize(
    "value",
    [
        *("2016", "December 2016", "2016-12"),
        *("31 February 2016", "32/13/2016", "16 Dec 2016 - 18 Dec 2016", "12720", "0", "n/a"),
        *("soon", "#REF!", "16 Dec 2016" + " and more" * 20),
    ],
)
def test_what_names_no_day_stays_missing_and_is_counted(value: str) -> None:
    dates = read_dates([value], latest=LATEST)
    assert dates.moments == (None,)
    assert dates.notes == (f"1 date such as {value[:40]!r} cannot be read as a day; kept undated.",)


@pytest.mark.parametrize(("value", "hour"), [("42720", 0), ("42720.0", 0), ("42720.4375", 10)])
def test_days_as_spreadsheets_count_them_are_read_and_said(value: str, hour: int) -> None:
    dates = read_dates([value], latest=LATEST)
    assert dates.moments[0] is not None
    assert dates.moments[0].replace(minute=0) == datetime(2016, 12, 16, hour)
    note = f"1 number such as {value!r} taken as days of a spreadsheet, from 1900 on."
    assert note in dates.notes


@pytest.mark.parametrize(
    "value",
    [
        *("16.12.2016 às 15h05", "le 16 décembre 2016 à 15h05", "16-Dec-2016 15.05"),
        *("2016年12月16日 15时05分", "2016年12月16日下午3:05", "2016년 12월 16일 오후 3시 05분"),
        *("16 de diciembre de 2016, a las 15:05", "Fr., 16.12.2016, 15:05 Uhr"),
    ],
)
def test_times_of_day_are_read_as_they_are_printed_elsewhere(value: str) -> None:
    assert one(value) == datetime(2016, 12, 16, 15, 5)


@pytest.mark.parametrize("value", ["12 hours ago", "9 month ago", "2 days 3 hours ago"])
def test_a_relative_date_is_not_guessed(value: str) -> None:
    dates = read_dates([value], latest=LATEST)
    assert dates.moments == (None,)
    assert dates.notes == (
        f"1 date such as {value!r} counted from a day that is not known; kept undated.",
    )


@pytest.mark.parametrize("value", ["0016-12-16", "1016-12-16", "16/12/1016", "2106-12-16"])
def test_a_wrong_century_stays_missing_and_is_counted(value: str) -> None:
    dates = read_dates([value], latest=LATEST)
    assert dates.moments == (None,)
    assert dates.notes == (f"1 date such as {value!r} in the future or before 1600; kept undated.",)


def test_french_and_spanish_tuesdays_are_not_march() -> None:
    assert one("mar. 5 avr. 2016") == datetime(2016, 4, 5)
    assert one("mar. 5 mars 2019") == datetime(2019, 3, 5)


def test_one_value_that_can_only_be_month_first_decides_for_all() -> None:
    dates = read_dates(["3/4/17", "4/23/16", "5/5/17"], latest=LATEST)
    assert dates.moments == (datetime(2017, 3, 4), datetime(2016, 4, 23), datetime(2017, 5, 5))
    assert dates.notes[0] == (
        "1 date such as '3/4/17' read with the month first, as 4/23/16 must be."
    )


def test_one_value_that_can_only_be_day_first_decides_for_all() -> None:
    dates = read_dates(["3/4/17", "23/4/16"], latest=LATEST)
    assert dates.moments == (datetime(2017, 4, 3), datetime(2016, 4, 23))


def test_if_nothing_decides_the_day_comes_first_and_that_is_said() -> None:
    dates = read_dates(["3/4/17", "5/6/17", ""], latest=LATEST)
    assert dates.moments[:2] == (datetime(2017, 4, 3), datetime(2017, 6, 5))
    assert "nothing in the column decides: the day was taken to come first" in dates.notes[0]
    assert "1 of 3 without a date." in dates.notes


def test_a_column_of_both_orders_leaves_what_is_unclear_undated() -> None:
    dates = read_dates(["3/4/17", "4/23/16", "23/4/16"], latest=LATEST)
    assert dates.moments == (None, datetime(2016, 4, 23), datetime(2016, 4, 23))
    assert dates.notes[0].startswith(
        "1 date such as '3/4/17' can be read in two ways, and the column"
    )
    assert not any("cannot be read as a day" in note for note in dates.notes)


def test_one_slip_among_many_does_not_unsettle_a_column() -> None:
    values = [f"4/{day}/16" for day in range(13, 32) if day != 31] * 2 + ["23/4/16", "3/4/17"]
    moments = read_dates(values, latest=LATEST).moments
    assert moments[-2:] == (datetime(2016, 4, 23), datetime(2017, 3, 4))


def test_years_of_two_digits_never_lie_in_the_future_and_are_said() -> None:
    dates = read_dates(["13/1/26", "13/1/27", "13/1/95"], latest=LATEST)
    assert [moment and moment.year for moment in dates.moments] == [2026, 1927, 1995]
    assert "Years of two digits were taken as 1927 to 2026." in dates.notes


DAYS = st.lists(st.dates(date(1990, 1, 1), date(2026, 1, 1)), min_size=1, max_size=12)


@given(DAYS, st.sampled_from("/.-"), st.booleans(), st.booleans())
def test_a_column_in_one_order_is_read_in_it_or_said_to_be_open(
    days: list[date], mark: str, day_first: bool, short: bool
) -> None:
    def printed(day: date) -> str:
        first, second = (day.day, day.month) if day_first else (day.month, day.day)
        return f"{first}{mark}{second}{mark}{day.strftime('%y' if short else '%Y')}"

    dates = read_dates([printed(day) for day in days], latest=LATEST)
    open_order = all(day.day <= 12 for day in days) and any(day.day != day.month for day in days)
    assert open_order == any("nothing in the column decides" in note for note in dates.notes)
    if day_first or not open_order:
        assert [moment and moment.date() for moment in dates.moments] == days


@given(
    st.lists(
        st.text(max_size=30) | st.from_regex(r"[0-9]{1,4}([/.: -][0-9]{1,4}){0,5}"), max_size=8
    )
)
def test_whatever_stands_there_each_value_gets_a_moment_in_range_or_none(values: list[str]) -> None:
    dates = read_dates(values, latest=LATEST)
    assert len(dates.moments) == len(values)
    assert all(m is None or EARLIEST <= m <= LATEST + timedelta(0) for m in dates.moments)
