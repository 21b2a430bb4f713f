"""From the parts of a date expression to its interval.

One function a rule of `expressions.PATTERNS`, with the same name. Each takes the match and what is
known around it and returns an interval, or None where the words are no date after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.dates import intervals
from dateline.dates.expressions import CENTURIES, MONTHS, NUMBERS, ORDINALS, WEEKDAYS
from dateline.dates.intervals import Interval, unresolved

__all__ = ["RULES", "Surroundings"]

Match = re.Match[str]


@dataclass(slots=True)
class Surroundings:
    """What a date expression may lean on.

    Attributes:
        published: Day of publication, or None in an undated article.
        tense: -1 where the sentence looks back from the expression, 1 ahead, 0 unknown.
        before: Up to 40 characters of text before the expression.
        after: Up to 24 characters after it.
        last: The interval resolved last in this article, for "that month".
        last_quarter: The quarter resolved last, for "a year earlier".
    """

    published: date | None
    tense: Callable[[int], int]
    before: str = ""
    after: str = ""
    last: Interval | None = None
    last_quarter: Interval | None = None


def _number(match: Match) -> int | None:
    word = match["number"]
    if word is None:
        return 2 if match["some"].lower() == "a couple of" else None
    return int(word) if word.isdigit() else NUMBERS.get(word.lower())


def _unit(match: Match) -> str:
    unit = match["unit"].lower()
    return "century" if unit.startswith("centur") else unit


def _which_year(which: str, around: Surroundings) -> int | None:
    """The year of "last year", "this year", "next year", "that year"."""
    if which in ("that", "the same"):
        return around.last.earliest.year if around.last and around.last.earliest else None
    if around.published is None:
        return None
    return around.published.year + {"last": -1, "this": 0, "next": 1}[which]


def _nearest(options: list[date], published: date, tense: int) -> date:
    """Which year's day is meant: the tense decides, and without one the nearest.

    A day up to three ahead may stand in the past tense: papers are dated after they are written.
    """
    back = [option for option in options if (option - published).days <= (3 if tense < 0 else 0)]
    ahead = [option for option in options if option > published]
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


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(match: Match, around: Surroundings) -> int | None:
    if match["year"]:
        return int(match["year"])
    which = match["which_year"]
    return _which_year(which, around) if which else None


def day_month(match: Match, around: Surroundings) -> Interval | None:
    groups = match.groupdict()
    month = MONTHS[match["month"].lower()]
    number = int(match["day"])
    said = bool(match["year"] or match["which_year"])
    year = _year_of(match, around)
    if groups.get("joint") in ("and", "or") and not re.search(r"(?i)between\s+\Z", around.before):
        return None  # two dates: the next pattern takes the one beside the month
    if year is None:
        if said or around.published is None:
            # February 30 is no date in any year
            return unresolved("day") if _valid(2000, month, number) else None
        here = around.published.year
        options = [d for y in (here - 1, here, here + 1) if (d := _valid(y, month, number))]
        if not options:
            return unresolved("day") if _valid(2000, month, number) else None
        named = WEEKDAYS.get((match["weekday"] or "").lower())
        fitting = [option for option in options if option.weekday() == named]
        tense = around.tense(match.start("month"))
        first = _nearest(fitting or options, around.published, tense)
    else:
        valid = _valid(year, month, number)
        if valid is None:
            return None
        first = valid
    if groups.get("day2") is None:
        return intervals.day(first)
    month2 = MONTHS[groups["month2"].lower()] if groups.get("month2") else month
    last = _valid(first.year + (month2 < month and year is None), month2, int(groups["day2"]))
    if last is None or last <= first:
        return None
    return intervals.days(first, last)


def months(match: Match, around: Surroundings) -> Interval | None:
    first, last = MONTHS[match["month"].lower()], MONTHS[match["month2"].lower()]
    year = int(match["year"])
    if match["joint"] in ("and", "or") and not re.search(r"(?i)between\s+\Z", around.before):
        return None
    start = date(year - (first > last), first, 1)
    return Interval(start, intervals.months_on(year, last, 1), "span")


_MONTH_LEAD: Final = re.compile(
    r"(?i)\b(?:in|since|until|till|by|of|from|between|to|during|through|before|after|and|or|late|early"
    r"|earlier|mid|last|next|this|every|for)[\s-]+\Z"
)


def month(match: Match, around: Surroundings) -> Interval | None:
    word, which = match["month"], match["which"]
    number = MONTHS[word.lower()]
    if which in ("every", "each"):
        return None
    year = _year_of(match, around)
    if year is not None:
        return intervals.month(year, number)
    unsure = word == "March" or len(word) == 3 or word == "Sept" or word.isupper()
    if which is None and unsure and not _MONTH_LEAD.search(around.before):
        return None  # a verb, a name: May, March, Jan
    if match["which_year"]:
        return unresolved("month")
    if which == "that":
        year = _which_year("that", around)
        return intervals.month(year, number) if year else unresolved("month")
    if around.published is None:
        return unresolved("month")
    here, now = around.published.year, around.published.month
    past = here if number <= now else here - 1
    if which == "last":
        past = here if number < now else here - 1
        return intervals.month(past, number)
    if which == "next":
        return intervals.month(here if number > now else here + 1, number)
    if which == "this":
        return intervals.month(here, number)
    tense = around.tense(match.start("month"))
    if tense > 0:
        return intervals.month(here if number >= now else here + 1, number)
    if tense == 0 and (number - now) % 12 in (1, 2, 3):
        return intervals.month(here if number > now else here + 1, number)
    return intervals.month(past, number)


def weekday(match: Match, around: Surroundings) -> Interval | None:
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
    if around.tense(match.start("weekday")) > 0:
        return intervals.day(published + timedelta(ahead))
    return intervals.day(published - timedelta(back))


def near(match: Match, around: Surroundings) -> Interval | None:
    if around.published is None:
        return unresolved("day")
    word = match["near"].lower()
    if word == "overnight":  # the night that ended on the day of publication
        return intervals.days(around.published - timedelta(1), around.published)
    return intervals.day(
        around.published + timedelta({"yesterday": -1, "tomorrow": 1}.get(word, 0))
    )


def eve(match: Match, around: Surroundings) -> Interval | None:
    side, word = match["side"].lower(), match["near"].lower()
    if (side, word) not in (("before", "yesterday"), ("after", "tomorrow")):
        return None
    if around.published is None:
        return unresolved("day")
    return intervals.day(around.published + timedelta(-2 if word == "yesterday" else 2))


def part(match: Match, around: Surroundings) -> Interval | None:
    last = match["which"].lower() == "last"
    if last and match["part"].lower() == "morning":
        return None
    if around.published is None:
        return unresolved("day")
    return intervals.day(around.published - timedelta(int(last)))


def _latest_quarter(number: int, published: date, tense: int) -> Interval:
    """The last such quarter that has begun.

    Results come out in the months after a quarter, so "expects" looks ahead to the next year's
    only when this year's is long over.
    """
    here = intervals.quarter(published.year, number)
    start = date(published.year, 3 * number - 2, 1)
    if tense > 0 and (published - start).days > 210:
        return intervals.quarter(published.year + 1, number)
    if start > published and not (tense > 0 and (start - published).days < 100):
        return intervals.quarter(published.year - 1, number)
    return here


def quarter(match: Match, around: Surroundings) -> Interval | None:
    nth = match["nth"].lower()
    number = ORDINALS[nth]
    which = match["which_year"] or match["which_year2"]
    if match["year"]:
        return intervals.quarter(int(match["year"]), number)
    if around.published is None:
        return unresolved("quarter")
    if which:
        return intervals.quarter(_which_year(which.lower(), around) or 0, number)
    return _latest_quarter(number, around.published, around.tense(match.end() - 1))


def latest_quarter(match: Match, around: Surroundings) -> Interval | None:
    """The latest quarter is the last that is complete."""
    if around.published is None:
        return unresolved("quarter")
    return intervals.unit_around("quarter", intervals.shifted(around.published, "quarter", -1))


def the_quarter(match: Match, around: Surroundings) -> Interval | None:
    which = match["which"].lower()
    if which in ("the", "that"):
        return around.last_quarter
    if around.published is None:
        return unresolved("quarter")
    there = intervals.shifted(around.published, "quarter", {"next": 1, "last": -1}.get(which, 0))
    return intervals.unit_around("quarter", there)


def quarter_then(match: Match, around: Surroundings) -> Interval | None:
    """ "The 1988 quarter" and "last year's quarter" stand beside one already named."""
    groups, other = match.groupdict(), around.last_quarter
    then = int(groups["year"]) if groups.get("year") else _which_year("last", around)
    if then is None:
        return unresolved("quarter")
    if other is None or other.earliest is None:
        return intervals.year(then)
    return intervals.shifted_by_years(other, then - other.earliest.year)


def year_earlier(match: Match, around: Surroundings) -> Interval | None:
    """ "A year earlier" beside a quarter is the same quarter of the year before."""
    words, other = match[0].lower(), around.last_quarter
    if other is not None and other.earliest is not None:
        return intervals.shifted_by_years(other, -1)
    if not words.endswith("ago"):
        return None  # earlier than something else in the story, which only a reader knows
    if around.published is None:
        return unresolved("year")
    return intervals.year(around.published.year - 1)


def ago(match: Match, around: Surroundings) -> Interval | None:
    unit, count = _unit(match), _number(match)
    if unit == "century" or count is None:
        return unresolved("vague")
    if around.published is None:
        return unresolved("week" if unit == "fortnight" else unit)
    there = intervals.shifted(around.published, unit, -count)
    return intervals.unit_around("week" if unit == "fortnight" else unit, there)


def hence(match: Match, around: Surroundings) -> Interval | None:
    unit, count = _unit(match), _number(match)
    if unit == "century" or count is None:
        return unresolved("vague")
    if around.published is None:
        return unresolved("week" if unit == "fortnight" else unit)
    there = intervals.shifted(around.published, unit, count)
    return intervals.unit_around("week" if unit == "fortnight" else unit, there)


def stretch(match: Match, around: Surroundings) -> Interval | None:
    """ "The past five years" ends on the day of publication, "the next five" begins there."""
    unit, count = _unit(match), _number(match)
    if unit == "century":
        return None
    ahead = match["which"].lower() in ("next", "coming")
    if count is None:
        return _open(around, ahead)
    if around.published is None:
        return unresolved("span")
    there = intervals.shifted(around.published, unit, count if ahead else -count)
    first, last = sorted((around.published, there))
    return intervals.days(first, last)


def _open(around: Surroundings, ahead: bool) -> Interval:
    """Up to, or from, the day of publication: how far, the words do not say."""
    if around.published is None:
        return unresolved("vague")
    if ahead:
        return Interval(around.published, None, "vague")
    return Interval(None, around.published + timedelta(1), "vague")


def recent(match: Match, around: Surroundings) -> Interval | None:
    return _open(around, match["which"].lower() in ("coming", "next"))


def century(match: Match, around: Surroundings) -> Interval | None:
    number = CENTURIES.get(match["century"].lower())
    return intervals.century(number) if number else None


def unit(match: Match, around: Surroundings) -> Interval | None:
    which, name = match["which"].lower(), _unit(match)
    if name == "century" or name == "fortnight":
        return None
    if name == "day" and which not in ("same", "that"):
        return None
    if which in ("same", "that"):
        if around.last is None or around.last.earliest is None:
            return None
        if around.last.precision != name and around.last.precision not in _FINER.get(name, ()):
            return None
        return intervals.unit_around(name, around.last.earliest)
    if which in ("following", "preceding"):
        return None  # counted from something else in the story
    if around.published is None:
        return unresolved("span" if name == "weekend" else name)
    if re.match(r"(?i)the\s+(?:past|last)\b", match[0]) and name != "weekend":
        # "over the past week" reaches to today, "last week" does not
        return intervals.days(
            intervals.shifted(around.published, name, -1), around.published, "span"
        )
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1, "this coming": 1}.get(which, 0)
    if which in ("past", "this past"):
        step = -1
    if name == "weekend" and step == 0 and around.tense(match.start()) <= 0:
        return _last_weekend(around.published)
    if name == "weekend" and step < 0:
        return _last_weekend(around.published)
    return intervals.unit_around(name, intervals.shifted(around.published, name, step))


_FINER: Final = {
    "week": ("day",),
    "month": ("day", "week"),
    "quarter": ("day", "month"),
    "year": ("day", "week", "month", "quarter", "season"),
    "decade": ("day", "month", "year"),
}


def _last_weekend(published: date) -> Interval:
    """The weekend just over, or the one running."""
    return intervals.weekend(published if published.weekday() >= 5 else published - timedelta(7))


def weekend(match: Match, around: Surroundings) -> Interval | None:
    if around.published is None:
        return unresolved("span")
    if around.tense(match.start("span")) > 0:
        return intervals.weekend(around.published)
    return _last_weekend(around.published)


def the_year(match: Match, around: Surroundings) -> Interval | None:
    name = _unit(match)
    if name == "month":
        return None
    if around.published is None:
        return unresolved(name)
    return intervals.unit_around(name, around.published)


def season(match: Match, around: Surroundings) -> Interval | None:
    groups = match.groupdict()
    name = match["season"].lower()
    if groups.get("year"):
        return intervals.season(int(groups["year"]), name)
    if around.published is None:
        return unresolved("season")
    year = around.published.year
    starts = intervals.SEASON_STARTS[name]
    which = groups.get("which")
    if which is None:
        begun = starts <= around.published.month
        ahead = around.tense(match.start("season")) > 0 and not begun
        return intervals.season(year - (not begun and not ahead), name)
    if which == "this":  # the winter that runs in January began the year before
        return intervals.season(year - (name == "winter" and around.published.month < 6), name)
    current = around.published.month
    if which == "last":
        ended = starts + 3 <= current
        return intervals.season(
            year if ended else year - 1 - (name == "winter" and current < 3), name
        )
    return intervals.season(year if starts > current else year + 1, name)


def iso(match: Match, around: Surroundings) -> Interval | None:
    found = _valid(int(match["year"]), int(match["month"]), int(match["day"]))
    return intervals.day(found) if found else None


def numeric(match: Match, around: Surroundings) -> Interval | None:
    """13/12/2016 can only be read one way; 3/4/17 is kept, and left unresolved."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    options = {d for d in (_valid(year, first, second), _valid(year, second, first)) if d}
    if not options:
        return None
    return intervals.day(options.pop()) if len(options) == 1 else unresolved("day")


def decade(match: Match, around: Surroundings) -> Interval | None:
    if long := match.groupdict().get("decade"):
        return intervals.decade(int(long))
    short = int(match["short"])
    return intervals.decade(short + (1900 if short >= 30 else 2000))


def years(match: Match, around: Surroundings) -> Interval | None:
    first, second = int(match["year"]), match["year2"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return intervals.years(first, last) if first < last < 2100 else None


_COUNTED: Final = re.compile(
    r"(?i)\s+(?:\w+\s+)?(?:people|persons|men|women|children|troops|soldiers|fighters|civilians|families"
    r"|homes|houses|villages|refugees|deaths|dead|wounded|metres|meters|miles|feet|kilomet\w+|km|kg|tons|tonnes"
    r"|dollars|euros|pounds|percent|per\s+cent|shares|units|hours|barrels|square|acres|hectares|votes|prisoners"
    r"|rockets|missiles|rounds|tents|students|workers|members|jobs|vehicles|cars|tanks|times)\b"
)
_YEAR_LEAD: Final = re.compile(
    r"(?i)(?:\b(?:in|since|of|by|until|till|from|between|to|during|through|before|after|around|circa|early"
    r"|late|mid|fiscal|year|spring|summer|autumn|fall|winter)|mid-|\bthe|\band|\bor|[(,–—])\s*\Z"
)
_NOT_YEAR: Final = re.compile(
    r"(?i)\b(?:no\.?|number|resolution|resolutions|flight|room|highway|route|article|section|windows|page|than|about"
    r"|some|nearly|almost|over|least|approximately|roughly|only|another|channel|model|boeing|class|box"
    r"|unit|battalion|regiment|law|decree|directive|case|record|order|convoy)\s*\Z"
)


def year(match: Match, around: Surroundings) -> Interval | None:
    """A number of four digits is a year unless it counts or names something."""
    number = int(match["year"])
    if _COUNTED.match(around.after) or _NOT_YEAR.search(around.before):
        return None
    led = bool(_YEAR_LEAD.search(around.before))
    if (number < 1800 or number > 2060) and not led:
        return None
    return intervals.year(number)


RULES: Final[dict[str, Callable[[Match, Surroundings], Interval | None]]] = {
    rule.__name__: rule
    for rule in (
        ago,
        century,
        day_month,
        decade,
        eve,
        hence,
        iso,
        latest_quarter,
        month,
        months,
        near,
        numeric,
        part,
        quarter,
        quarter_then,
        recent,
        season,
        stretch,
        the_quarter,
        the_year,
        unit,
        weekday,
        weekend,
        year,
        year_earlier,
        years,
    )
}
