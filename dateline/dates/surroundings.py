"""What a date expression may lean on, and parts that many expressions share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateline.dates.intervals import Interval
from dateline.dates.vocabulary import NUMBERS

__all__ = [
    "Match",
    "Rule",
    "Surroundings",
    "nearest",
    "number",
    "unit_name",
    "valid_day",
    "which_year",
    "year_said",
]

Match = re.Match[str]


@dataclass(slots=True)
class Surroundings:
    """What a date expression may lean on.

    Attributes:
        published: Day of publication, or None in an undated article.
        tense: -1 where the sentence looks back from the expression, -2 for certain, 1 ahead, 0
            unknown.
        history_year: The year of a month, a day and the character where they stand, where the
            article tells a history or a chronicle that has come to some year; else None.
        day_first: Whether days in figures begin with the day, as far as the article shows.
        before: Up to 40 characters of text before the expression.
        after: Up to 40 characters after it.
        last: The interval resolved last in this article, for "that month".
        last_quarter: The quarter resolved last, for "a year earlier".
    """

    published: date | None
    tense: Callable[[int], int]
    history_year: Callable[[int, int, int], int | None]
    day_first: bool | None = None
    before: str = ""
    after: str = ""
    last: Interval | None = None
    last_quarter: Interval | None = None


Rule = Callable[[Match, Surroundings], Interval | None]
"""From a match of `expressions.PATTERNS` and what is around it to an interval, or to None where the
words are no date after all."""


def nearest(options: list[date], published: date, tense: int) -> date:
    """Which year's day is meant: the tense decides, and without one the nearest.

    A day up to three ahead may stand in the past tense: papers are dated after they are written.
    """
    back = [option for option in options if (option - published).days <= (3 if tense < 0 else 0)]
    ahead = [option for option in options if option > published]
    if tense < -1 and back:
        return max(back)
    if not back or not ahead:
        return min(options, key=lambda option: abs((option - published).days))
    since, until = (published - max(back)).days, (min(ahead) - published).days
    if tense < 0:
        looks_back = since <= 330 or since < until
    elif tense > 0:
        looks_back = until > 330 or since == 0
    else:
        looks_back = since < until
    return max(back) if looks_back else min(ahead)


def number(match: Match) -> int | None:
    """How many are meant, in figures or words; None where the words leave it open: a few."""
    word = match["number"]
    if word is None:
        return 2 if match["some"].lower() == "a couple of" else None
    return int(word) if word.isdigit() else NUMBERS.get(word.lower())


def unit_name(match: Match) -> str:
    """The unit in the singular, in small letters."""
    unit = match["unit"].lower()
    return "century" if unit.startswith("centur") else unit


def which_year(which: str, around: Surroundings) -> int | None:
    """The year of "last year", "this year", "next year", "that year"."""
    if which in ("that", "the same"):
        return around.last.earliest.year if around.last and around.last.earliest else None
    if around.published is None:
        return None
    return around.published.year + {"last": -1, "this": 0, "next": 1}[which]


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_said(match: Match, around: Surroundings) -> int | None:
    """The year in figures, or of "last year" and its like; None where none is said or known."""
    if match["year"]:
        return int(match["year"])
    which = match["which_year"]
    return which_year(which, around) if which else None
