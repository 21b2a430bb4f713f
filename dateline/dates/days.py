"""Days: of a month, of the week, and near the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateline.dates import intervals
from dateline.dates.intervals import Interval, unresolved
from dateline.dates.parts import ITEM
from dateline.dates.surroundings import (
    Match,
    Rule,
    Surroundings,
    nearest,
    valid_day,
    year_said,
)
from dateline.dates.vocabulary import MONTHS, ORDINALS, WEEKDAYS

__all__ = ["RULES"]


_FEASTS: Final = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}


def feast(match: Match, around: Surroundings) -> Interval | None:
    """A holiday that has the same day in every year: of the year said, or the nearest."""
    month, number = _FEASTS[" ".join(match["feast"].lower().replace("’", "'").split())]
    year = year_said(match, around)
    if year is not None:
        return intervals.day(date(year, month, number))
    if match["which_year"] or around.published is None:
        return unresolved("day")
    options = [date(around.published.year + step, month, number) for step in (-1, 0, 1)]
    return intervals.day(nearest(options, around.published, around.tense(match.start())))


def attack(match: Match, around: Surroundings) -> Interval | None:
    """The one day that is called by its figures."""
    return intervals.day(date(2001, 9, 11))


def day_month(match: Match, around: Surroundings) -> Interval | None:
    """ "3 May", "May 3 to 7, 2016"; without a year the tense of the sentence tells which."""
    groups = match.groupdict()
    month = MONTHS[match["month"].lower()]
    number = int(match["day"])
    said = bool(match["year"] or match["which_year"])
    year = year_said(match, around)
    if groups.get("short"):
        year = _in_full(int(groups["short"]), around.published)
    month2 = MONTHS[groups["month2"].lower()] if groups.get("month2") else month
    if year is not None:  # it is the year of the last day: 28 December to 3 January 2021
        year -= month2 < month
    between = re.search(r"(?i)between\s+\Z", around.before)
    if groups.get("listed") and between:
        return None  # the ends of one time, which the month after them takes up
    if groups.get("joint") in ("and", "or") and not between:
        return None  # two dates: the next pattern takes the one beside the month
    if year is None and not said and (shared := _SHARED.match(around.after)):
        other = MONTHS[(shared["month"] or shared["month2"] or match["month"]).lower()]
        year = int(shared["year"]) - (month > other)
    if year is None and not said and around.tense(match.start("month")) <= 0:
        year = around.history_year(month, number, match.start("month"))
    if year is None:
        if said or around.published is None:
            # February 30 is no date in any year
            return unresolved("day") if valid_day(2000, month, number) else None
        here = around.published.year
        options = [d for y in (here - 1, here, here + 1) if (d := valid_day(y, month, number))]
        if not options:
            return unresolved("day") if valid_day(2000, month, number) else None
        named = WEEKDAYS.get((match["weekday"] or "").lower())
        fitting = [option for option in options if option.weekday() == named]
        tense = around.tense(match.start("month"))
        first = nearest(fitting or options, around.published, tense)
        if groups.get("day2") and tense <= 0 and not fitting:  # 1 January to 30 June, in October
            over = month2 < month
            ends = [valid_day(one.year + over, month2, int(groups["day2"])) for one in options]
            if known := [end for end in ends if end]:
                end = nearest(known, around.published, tense)
                first = valid_day(end.year - over, month, number) or first
    else:
        valid = valid_day(year, month, number)
        if valid is None:
            return None
        first = valid
    if groups.get("day2") is None:
        return intervals.day(first)
    last = valid_day(first.year + (month2 < month), month2, int(groups["day2"]))
    if last is None or last <= first:
        return None
    return intervals.days(first, last)


_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_SHARED: Final = re.compile(
    rf"(?:,\s+{ITEM})*,?\s+(?:and|or)\s+(?:(?P<month>{_MONTH})\.?\s+)?{ITEM}"
    rf"(?:\s+(?P<month2>{_MONTH})\b\.?)?,?\s+(?P<year>1\d{{3}}|20\d\d)(?![\d%]|[.,:]\d)",
    re.IGNORECASE,
)
"""The year that several days share: 28 July and 3 August 2011; March 9, 11 and 14, 2021."""
_LIST_SO_FAR: Final = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?\s+{ITEM}(?:,\s+{ITEM})*(?P<comma>,)?\s+(?P<joint>(?:and|or)\s+)?\Z",
    re.IGNORECASE,
)


def day_too(match: Match, around: Surroundings) -> Interval | None:
    """The later days in "March 9, 11 and 14, 2021"; their year is that of the first."""
    so_far, first = _LIST_SO_FAR.search(around.before), around.last
    if so_far is None or not (so_far["joint"] or (so_far["comma"] and match["more"])):
        return None
    number = int(re.sub(r"\D", "", match["day"]))
    month = MONTHS[so_far["month"].lower()]
    if first is None or first.earliest is None:
        year = int(match["year"]) if match["year"] else None
    else:
        year = first.earliest.year
    if year is None:
        return unresolved("day") if valid_day(2000, month, number) else None
    day = valid_day(year, month, number)
    return intervals.day(day) if day else None


def _in_full(short: int, published: date | None) -> int:
    """The year of two figures: the latest that has come, of an undated text before 2050."""
    newest = 2049 if published is None else published.year + 1
    return newest - (newest - short) % 100


def nth_weekday(match: Match, around: Surroundings) -> Interval | None:
    """ "The first Sunday of May", "the last Friday in October 2019"."""
    month, year = MONTHS[match["month"].lower()], year_said(match, around)
    nth, number = ORDINALS[match["nth"].lower()], WEEKDAYS[match["weekday"].lower()]
    is_last, published = match["nth"].lower() in ("last", "final"), around.published
    if year is not None:
        return intervals.day(_nth(year, month, number, nth, is_last=is_last))
    if match["which_year"] or published is None:
        return unresolved("day")
    years = (published.year + step for step in (-1, 0, 1))
    options = [_nth(year, month, number, nth, is_last=is_last) for year in years]
    return intervals.day(nearest(options, published, around.tense(match.start("month"))))


def _nth(year: int, month: int, weekday: int, nth: int, *, is_last: bool) -> date:
    if is_last:
        end = intervals.months_on(year, month, 1) - timedelta(1)
        return end - timedelta((end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def day_of_month(match: Match, around: Surroundings) -> Interval | None:
    """ "On the 3rd" is of the month that the text has come to, or of the one beside it."""
    last, number = around.last, int(match["day"])
    told = last.earliest if last and last.precision in ("day", "span", "week", "month") else None
    there = told or around.published
    if there is None:
        return unresolved("day")
    beside = (0,) if told and last and last.precision == "month" else (-1, 0, 1)
    months = [intervals.shifted(there.replace(day=1), "month", step) for step in beside]
    options = [day for month in months if (day := valid_day(month.year, month.month, number))]
    if not options:
        return unresolved("day")
    if told is None:
        return intervals.day(nearest(options, there, around.tense(match.start("day"))))
    published = around.published
    if published and around.tense(match.start("day")) < 0:  # it met on the 4th
        options = [day for day in options if day <= published] or options
    return intervals.day(min(options, key=lambda option: abs((option - told).days)))


def weekday(match: Match, around: Surroundings) -> Interval | None:
    """ "On Monday", "Tuesday last week"; "the following Sunday" is after the day named before."""
    if match["skip"]:
        return None
    if around.published is None:
        return unresolved("day")
    published = around.published
    number = WEEKDAYS[match["weekday"].lower()]
    back = (published.weekday() - number) % 7
    ahead = (number - published.weekday()) % 7
    which = (match["which"] or "").lower()
    if week := match["week"]:
        monday = published - timedelta(published.weekday())
        step = {"last": -7, "this": 0, "next": 7}[week]
        return intervals.day(monday + timedelta(number + step))
    if which in ("next", "coming", "this coming"):
        return intervals.day(published + timedelta(ahead or 7))
    if which in ("last", "past", "this past"):
        return intervals.day(published - timedelta(back or 7))
    if which in ("following", "previous", "preceding", "that", "same"):
        if around.last is None or around.last.earliest is None or around.last.precision != "day":
            return unresolved("day")
        other = around.last.earliest
        if which in ("that", "same"):
            return intervals.day(other) if other.weekday() == number else unresolved("day")
        step = (number - other.weekday()) % 7 or 7
        return intervals.day(other + timedelta(step if which == "following" else step - 14))
    if match["earlier"]:
        return intervals.day(published - timedelta((back or 7) + 7))
    if around.tense(match.start("weekday")) > 0:
        return intervals.day(published + timedelta(ahead))
    return intervals.day(published - timedelta(back))


_NAMED: Final = re.compile(
    rf"\s+(?:on|from|between|into)?\s*(?:{'|'.join(WEEKDAYS)}|\d)\b", re.IGNORECASE
)


def near(match: Match, around: Surroundings) -> Interval | None:
    """ "Today", "yesterday", "tomorrow", and "overnight": the two days that its night lies in."""
    if around.published is None:
        return unresolved("day")
    word = match["near"].lower()
    if word == "overnight" and _NAMED.match(around.after):
        return None  # the day beside it tells which night
    if word == "overnight":  # the night that ended on the day of publication
        return intervals.days(around.published - timedelta(1), around.published)
    return intervals.day(
        around.published + timedelta({"yesterday": -1, "tomorrow": 1}.get(word, 0))
    )


def eve(match: Match, around: Surroundings) -> Interval | None:
    """ "The day before yesterday", "the day after tomorrow"."""
    side, word = match["side"].lower(), match["near"].lower()
    if (side, word) not in (("before", "yesterday"), ("after", "tomorrow")):
        return None
    if around.published is None:
        return unresolved("day")
    return intervals.day(around.published + timedelta(-2 if word == "yesterday" else 2))


def part(match: Match, around: Surroundings) -> Interval | None:
    """ "Last night" is the day before publication, "this morning" that of publication."""
    last = match["which"].lower() == "last"
    if last and match["part"].lower() == "morning":
        return None
    if around.published is None:
        return unresolved("day")
    return intervals.day(around.published - timedelta(int(last)))


RULES: Final[dict[str, Rule]] = {
    "attack": attack,
    "day_month": day_month,
    "day_of_month": day_of_month,
    "day_too": day_too,
    "eve": eve,
    "feast": feast,
    "near": near,
    "nth_weekday": nth_weekday,
    "part": part,
    "weekday": weekday,
}
