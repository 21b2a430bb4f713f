"""Half-open intervals of days, and the calendar arithmetic that makes them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

__all__ = [
    "Interval",
    "century",
    "day",
    "days",
    "decade",
    "month",
    "months_on",
    "quarter",
    "season",
    "shifted",
    "shifted_by_years",
    "unit_around",
    "unresolved",
    "week",
    "weekend",
    "year",
    "years",
]

SEASON_STARTS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season: meteorological seasons of the northern hemisphere."""


class Interval(NamedTuple):
    """Days from `earliest` up to, not including, `latest`; None at an open or unresolved end."""

    earliest: date | None
    latest: date | None
    precision: str


def unresolved(precision: str) -> Interval:
    """An interval whose place in time is not known, such as "Monday" in an undated article."""
    return Interval(None, None, precision)


def day(first: date) -> Interval:
    """One day."""
    return Interval(first, first + timedelta(1), "day")


def days(first: date, last: date, precision: str = "span") -> Interval:
    """From `first` to `last`, both included. Raises ValueError if they are the wrong way round."""
    if last < first:
        raise ValueError(f"{last} is before {first}")
    return Interval(first, last + timedelta(1), precision)


def week(inside: date) -> Interval:
    """The Monday to Sunday that holds `inside`."""
    monday = inside - timedelta(inside.weekday())
    return Interval(monday, monday + timedelta(7), "week")


def weekend(inside: date) -> Interval:
    """The Saturday and Sunday of the week of `inside`."""
    monday = inside - timedelta(inside.weekday())
    return Interval(monday + timedelta(5), monday + timedelta(7), "span")


def months_on(year: int, month: int, count: int) -> date:
    """The first day of the month `count` months after month `month` of `year`."""
    total = year * 12 + month - 1 + count
    return date(total // 12, total % 12 + 1, 1)


def month(year: int, number: int) -> Interval:
    """A calendar month, 1..12."""
    return Interval(date(year, number, 1), months_on(year, number, 1), "month")


def quarter(year: int, number: int) -> Interval:
    """Calendar quarter 1..4. A firm's own financial year is not known to the text's reader."""
    start = date(year, 3 * number - 2, 1)
    return Interval(start, months_on(start.year, start.month, 3), "quarter")


def season(year: int, name: str) -> Interval:
    """The season that begins in `year`: winter 2016 runs to the end of February 2017."""
    start = date(year, SEASON_STARTS[name], 1)
    return Interval(start, months_on(start.year, start.month, 3), "season")


def year(number: int) -> Interval:
    """A calendar year."""
    return Interval(date(number, 1, 1), date(number + 1, 1, 1), "year")


def years(first: int, last: int) -> Interval:
    """From the first day of `first` to the last day of `last`.

    Raises:
        ValueError: They are the wrong way round.
    """
    if last < first:
        raise ValueError(f"{last} is before {first}")
    return Interval(date(first, 1, 1), date(last + 1, 1, 1), "span")


def decade(first: int) -> Interval:
    """Ten years from the first day of `first`."""
    return Interval(date(first, 1, 1), date(first + 10, 1, 1), "decade")


def century(number: int) -> Interval:
    """The 20th century is 1901 to 2000."""
    return Interval(date(100 * number - 99, 1, 1), date(100 * number + 1, 1, 1), "span")


def unit_around(unit: str, inside: date) -> Interval:
    """The `day`, `week`, `weekend`, `month`, `quarter`, `year` or `decade` that holds a day."""
    if unit == "day":
        return day(inside)
    if unit == "week":
        return week(inside)
    if unit == "weekend":
        return weekend(inside)
    if unit == "month":
        return month(inside.year, inside.month)
    if unit == "quarter":
        return quarter(inside.year, (inside.month + 2) // 3)
    if unit == "decade":
        return decade(inside.year // 10 * 10)
    return year(inside.year)


def shifted(inside: date, unit: str, count: int) -> date:
    """A day `count` units away; a day of the month that is missing there becomes the last one."""
    if unit in ("day", "week", "weekend", "fortnight"):
        return inside + timedelta(count * {"day": 1, "fortnight": 14}.get(unit, 7))
    step = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * count
    first = months_on(inside.year, inside.month, step)
    last = months_on(first.year, first.month, 1) - timedelta(1)
    return first.replace(day=min(inside.day, last.day))


def shifted_by_years(interval: Interval, count: int) -> Interval:
    """The same interval some years on; both ends must be known."""
    if interval.earliest is None or interval.latest is None:
        return interval
    return Interval(
        shifted(interval.earliest, "year", count),
        shifted(interval.latest, "year", count),
        interval.precision,
    )
