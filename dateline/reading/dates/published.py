"""When articles were published, from what a whole column of dates looks like.

A value such as 3/4/17 can be read in two ways. Which one holds is decided on all values of the
column: one that can only be read in one way (23/4/17) decides for the others. Nothing is read that
is not printed: a month without a day is no date, "2 days ago" is none, and a time zone is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final

from dateline.reading.dates.month_names import MONTHS, fold, month_of

__all__ = ["EARLIEST", "Dates", "is_relative", "read_dates"]

EARLIEST: Final = datetime(1600, 1, 1)
"""Before it there were no newspapers (the first appeared in 1605): the century is wrong."""

DEFAULT_DAY_FIRST: Final = True
"""What is taken if nothing in a column decides: most of the world writes the day first."""

OUTVOTED: Final = 19
"""How many to one the values of a column must agree on an order for it to be taken all the same."""

_LONGEST: Final = 80
_SPREADSHEET: Final = datetime(1899, 12, 30)
"""Day 0 of spreadsheets, which count 29 February 1900 as a day (ECMA-376, part 1, 18.17.4.1)."""
_TIME: Final = re.compile(
    r"(?:[T\s,]|\b(?:à|às|at|um|om|alle|ore|kl\.?|klo|a las)\s)*"
    r"(?<!\d)(\d{1,2})(?:[:h时時시]|(?<=\d{4}\s\d\d)\.)\s?(\d\d)(?:[:分분]\s?(\d\d)(?:[.,]\d+)?)?"
    r"[분分초秒]?\s*(?:([ap])\.?\s?m\b\.?)?"
    r"(?:\s*,?\s*(?:Z|UTC|GMT)?\s*[+-]\d\d?(?::?\d\d)?\b|\s*Z\b)?",
    re.IGNORECASE | re.ASCII,
)
_AFTERNOON: Final = ("下午", "午後", "오후")
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?Z?)?")
_SERIAL: Final = re.compile(r"([2-5]\d{4})(?:\.\d+)?")
"""Days of a spreadsheet, from 1954 to 2064."""
_EPOCH: Final = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{13})|(\d{16})")
_YEAR_FIRST: Final = re.compile(
    r"\D*\b(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?:T|日|일|\b)\D*"
)
_YEAR_LAST: Final = re.compile(r"\D*\b(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d\d)\b\D*")
_SHORT_YEAR: Final = re.compile(r"\b(\d{1,2})[\s./-]*[^\W\d_]+[\s.,/-]*['’]?(\d\d)\b")
_RELATIVE: Final = re.compile(
    r"\b(?:sec|min|hour|hr|day|week|month|year)\w*\s+ago\b", re.IGNORECASE
)
_TWO_WORDS: Final = re.compile("|".join(name for name in MONTHS if " " in name))


@dataclass(frozen=True, slots=True)
class Dates:
    """A column of dates as read.

    Attributes:
        moments: Civil time, without zone; None where there is none.
        notes: What was decided and what could not be read, in sentences.
    """

    moments: tuple[datetime | None, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    """Both ways to read a value; they are the same where it is plain, None where impossible."""

    day_first: datetime | None
    month_first: datetime | None
    short_year: bool = False
    epoch: bool = False
    serial: bool = False

    @property
    def decides(self) -> bool:
        return (self.day_first is None) != (self.month_first is None)

    @property
    def open(self) -> bool:
        return not self.decides and self.day_first != self.month_first


_NONE: Final = _Value(None, None)


def read_dates(values: Sequence[str], *, latest: datetime) -> Dates:
    """Read a column of dates.

    Args:
        values: As printed; empty where there is none. ISO 8601, numbers with the year first or
            last, names of months in two dozen languages, seconds, milliseconds or microseconds
            since 1970 (UTC), and days as spreadsheets count them are understood.
        latest: A date after it lies in the future: it stays missing.

    Returns:
        One moment a value, and notes.
    """
    known = {value: _read(value, latest.year) for value in dict.fromkeys(values)}
    read = [known[value] for value in values]
    notes = []
    day_first, note = _order(values, read)
    notes += [note] if note else []
    moments: list[datetime | None] = []
    unreadable: list[str] = []
    relative: list[str] = []
    impossible: list[str] = []
    for text, value in zip(values, read, strict=True):
        moment = _choose(value, day_first)
        if moment is None and text.strip() and not value.open:
            (relative if is_relative(text) else unreadable).append(text)
        elif moment is not None and not EARLIEST <= moment <= latest:
            impossible.append(text)
            moment = None
        moments.append(moment)
    if any(value.short_year for value in read):
        first = _full_year(latest.year % 100 + 1, latest.year)
        notes.append(f"Years of two digits were taken as {first} to {latest.year}.")
    if any(value.epoch for value in read):
        notes.append("Numbers were taken as time since 1970, in UTC.")
    if serial := [t for t, value in zip(values, read, strict=True) if value.serial]:
        notes.append(f"{_many(serial, 'number')} taken as days of a spreadsheet, from 1900 on.")
    if unreadable:
        notes.append(f"{_many(unreadable, 'date')} cannot be read as a day; kept undated.")
    if relative:
        notes.append(
            f"{_many(relative, 'date')} counted from a day that is not known; kept undated."
        )
    if impossible:
        notes.append(f"{_many(impossible, 'date')} in the future or before 1600; kept undated.")
    missing = sum(not value.strip() for value in values)
    if missing:
        notes.append(f"{missing} of {len(values)} without a date.")
    return Dates(tuple(moments), tuple(notes))


def is_relative(text: str) -> bool:
    """Whether a date is told from a day that is not known: "12 hours ago"."""
    return bool(_RELATIVE.search(text))


def _order(values: Sequence[str], read: Sequence[_Value]) -> tuple[bool | None, str]:
    """Whether the day comes first (None: cannot be said), and what to tell of it."""
    unclear = [text for text, value in zip(values, read, strict=True) if value.open]
    deciding = [(text, value) for text, value in zip(values, read, strict=True) if value.decides]
    day = [text for text, value in deciding if value.month_first is None]
    month = [text for text, value in deciding if value.day_first is None]
    if not unclear:
        return DEFAULT_DAY_FIRST, ""
    such = _many(unclear, "date")
    if not deciding:
        return DEFAULT_DAY_FIRST, (
            f"{such} can be read in two ways and nothing in the column decides: the day was taken "
            "to come first. Write them as year-month-day to be sure."
        )
    if day and month and max(len(day), len(month)) < OUTVOTED * min(len(day), len(month)):
        return None, (
            f"{such} can be read in two ways, and the column has both ({day[0]}, {month[0]}); "
            "kept undated."
        )
    first, proof = ("day", day[0]) if len(day) > len(month) else ("month", month[0])
    return first == "day", f"{such} read with the {first} first, as {proof} must be."


def _choose(value: _Value, day_first: bool | None) -> datetime | None:
    if not value.open:
        return value.day_first or value.month_first
    if day_first is None:
        return None
    return value.day_first if day_first else value.month_first


def _read(text: str, this_year: int) -> _Value:
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST or is_relative(text):
        return _NONE
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        moment = _moment(year, month, day, _time(hour, minute, second))
        if moment is not None:
            return _Value(moment, moment)
    if match := _SERIAL.fullmatch(text):
        moment = _SPREADSHEET + timedelta(days=round(float(text) * 86_400) / 86_400)
        return _Value(moment.replace(microsecond=0), moment.replace(microsecond=0), serial=True)
    if match := _EPOCH.fullmatch(text):
        return _epoch(match)
    clock_time = time()
    if match := _TIME.search(text):
        hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3))
        half = match[4] or ("p" if any(mark in text for mark in _AFTERNOON) else None)
        clock_time = _time(hour, minute, second, half)
        text = f"{text[: match.start()]} {text[match.end() :]}"
    if match := _YEAR_FIRST.fullmatch(text):
        moment = _moment(int(match[1]), int(match[2]), int(match[3]), clock_time)
        return _Value(moment, moment)
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        short = len(match[4]) == 2
        year = _full_year(year, this_year) if short else year
        return _Value(
            _moment(year, second, first, clock_time),
            _moment(year, first, second, clock_time),
            short_year=short,
        )
    return _read_words(text, clock_time, this_year)


def _read_words(text: str, clock_time: time, this_year: int) -> _Value:
    """A date with the name of its month: one month, one day, one year, in any order."""
    folded = _TWO_WORDS.sub(lambda match: match[0].replace(" ", "_"), fold(text))
    words = re.findall(r"[^\W\d]+", folded)
    months = {month_of(word.replace("_", " ")): word for word in words}
    months.pop(None, None)
    if len(months) > 1:  # Tuesday in French, Spanish and Italian is "mar." too
        months = {number: word for number, word in months.items() if word != "mar"}
    if len(months) != 1:
        return _NONE
    (month,) = months
    numbers = re.findall(r"\d+", folded)
    if len(numbers) != 2 or month is None:
        return _NONE
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(years) == 1 and len(days) == 1:
        moment = _moment(int(years[0]), month, int(days[0]), clock_time)
        return _Value(moment, moment)
    if match := _SHORT_YEAR.search(text):
        moment = _moment(_full_year(int(match[2]), this_year), month, int(match[1]), clock_time)
        return _Value(moment, moment, short_year=True)
    return _NONE


def _epoch(match: re.Match[str]) -> _Value:
    scale = 1 if match[1] else 1000 if match[2] else 1_000_000
    seconds = int(match[1] or match[2] or match[3]) // scale
    try:
        moment = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return _NONE
    return _Value(moment, moment, epoch=True)


def _full_year(short: int, this_year: int) -> int:
    """The last year up to this one that ends in these two digits."""
    return this_year - (this_year - short) % 100


def _moment(year: int, month: int, day: int, clock_time: time) -> datetime | None:
    try:
        return datetime(year, month, day, clock_time.hour, clock_time.minute, clock_time.second)
    except ValueError:
        return None


def _time(hour: int, minute: int, second: int, half: str | None = None) -> time:
    """A time of day; midnight where it is none. `half` is a or p."""
    if half:
        hour = hour % 12 + (12 if half in "pP" else 0)
    try:
        return time(hour, minute, min(second, 59))  # a leap second
    except ValueError:
        return time()


def _many(values: Sequence[str], noun: str) -> str:
    plural = noun if len(values) == 1 else f"{noun}s"
    return f"{len(values)} {plural} such as {values[0][:40]!r}"
