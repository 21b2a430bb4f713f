"""Months, quarters, seasons, years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dateline.dates import intervals
from dateline.dates.intervals import Interval, unresolved
from dateline.dates.surroundings import Match, Rule, Surroundings, which_year, year_said
from dateline.dates.vocabulary import CENTURIES, DECADES, MONTHS, ORDINALS

__all__ = ["RULES"]


def months(match: Match, around: Surroundings) -> Interval | None:
    """ "May to July 2021", "July 2011 to May 2012" are one time.

    "May and June" are two dates unless it says "between".
    """
    first, last = MONTHS[match["month"].lower()], MONTHS[match["month2"].lower()]
    year = int(match["year"])
    if match["joint"] in ("and", "or") and not re.search(r"(?i)between\s+\Z", around.before):
        return None
    begun = match.groupdict().get("year1")
    start = date(int(begun) if begun else year - (first > last), first, 1)
    if (start.year, start.month) >= (year, last):
        return None
    return Interval(start, intervals.months_on(year, last, 1), "span")


_MONTH_LEAD: Final = re.compile(
    r"(?i)\b(?:in|since|until|till|by|of|from|between|to|during|through|before|after|and|or|late|early"
    r"|earlier|mid|last|next|this|every|for)[\s-]+\Z"
)


_SHARED: Final = re.compile(
    rf"(?:,\s+(?:{'|'.join(MONTHS)}))?,?\s+(?:and|or)\s+(?P<month>{'|'.join(MONTHS)}),?\s+"
    r"(?P<year>1\d{3}|20\d\d)(?![\d%]|[.,:]\d)",
    re.IGNORECASE,
)
"""The year that several months share: May and June 2021."""


def month(match: Match, around: Surroundings) -> Interval | None:
    """ "May 2021", "last May", "in March"; March alone, a verb or a name, is none."""
    word, which = match["month"], match["which"]
    number = MONTHS[word.lower()]
    if which in ("every", "each"):
        return None
    year = year_said(match, around)
    if year is None and which is None and (shared := _SHARED.match(around.after)):
        year = int(shared["year"]) - (number > MONTHS[shared["month"].lower()])
    if year is not None:
        return intervals.month(year, number)
    unsure = word == "March" or len(word) == 3 or word == "Sept" or word.isupper()
    if which is None and unsure and not _MONTH_LEAD.search(around.before):
        return None  # a verb, a name: May, March, Jan
    if match["which_year"]:
        return unresolved("month")
    if which == "that":
        year = which_year("that", around)
        return intervals.month(year, number) if year else unresolved("month")
    if which is None and around.tense(match.start("month")) <= 0:
        told = around.history_year(number, 1, match.start("month"))
        if told is not None:
            return intervals.month(told, number)
    if around.published is None:
        return unresolved("month")
    return intervals.month(_year_meant(match, around, around.published), number)


def _year_meant(match: Match, around: Surroundings, published: date) -> int:
    """The year of a month that is named without one."""
    number, which = MONTHS[match["month"].lower()], match["which"]
    here, now = published.year, published.month
    if which == "last":
        return here if number < now else here - 1
    if which == "next":
        return here if number > now else here + 1
    if which == "this":
        return here
    tense = around.tense(match.start("month"))
    if tense > 0:
        return here if number >= now else here + 1
    if tense == 0 and (number - now) % 12 in (1, 2, 3):
        return here if number > now else here + 1
    return here if number <= now else here - 1


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
    """ "The third quarter of 2016", "the last quarter of last year"; without a year the latest."""
    nth = match["nth"].lower()
    number = ORDINALS[nth]
    which = match["which_year"] or match["which_year2"]
    if match["year"]:
        return intervals.quarter(int(match["year"]), number)
    if around.published is None:
        return unresolved("quarter")
    if nth == "last" and not which:
        return latest_quarter(match, around)
    if which:
        return intervals.quarter(which_year(which.lower(), around) or 0, number)
    return _latest_quarter(number, around.published, around.tense(match.end() - 1))


def part_of_year(match: Match, around: Surroundings) -> Interval | None:
    """ "Q2 2021", "H1 2022", "the first half of last year"."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else which_year(groups["which_year"], around)
    part = groups.get("part") or f"H{ORDINALS[groups['nth'].lower()]}"
    number, is_quarter = int(part[1]), part[0] == "Q"
    if year is None:
        return unresolved("span")
    if is_quarter:
        return intervals.quarter(year, number)
    return Interval(date(year, 6 * number - 5, 1), intervals.months_on(year, 6 * number, 1), "span")


def latest_quarter(match: Match, around: Surroundings) -> Interval | None:
    """The latest quarter is the last that is complete."""
    if around.published is None:
        return unresolved("quarter")
    return intervals.unit_around("quarter", intervals.shifted(around.published, "quarter", -1))


def the_quarter(match: Match, around: Surroundings) -> Interval | None:
    """ "The quarter" is the one named before; "last quarter" counts from publication."""
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
    then = int(groups["year"]) if groups.get("year") else which_year("last", around)
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


def season(match: Match, around: Surroundings) -> Interval | None:
    """ "The summer of 2016", "last winter"; "in the spring" is the last, or ahead the next."""
    groups = match.groupdict()
    name = match["season"].lower()
    if groups.get("year"):
        other, months = groups.get("season2"), intervals.SEASON_STARTS
        back = other is not None and months[name] > months[other]  # winter and spring 2014
        return intervals.season(int(groups["year"]) - back, name)
    if around.published is None:
        return unresolved("season")
    year = around.published.year
    starts = intervals.SEASON_STARTS[name]
    which = (groups.get("which") or "").lower()
    if not which:
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


def short_year(match: Match, around: Surroundings) -> Interval | None:
    """ "In '92", "the spring of '14": of this century up to the next year, else of the last."""
    short = int(match["short"])
    newest = around.published.year + 1 if around.published else 2029
    return intervals.year(2000 + short if 2000 + short <= newest else 1900 + short)


def century(match: Match, around: Surroundings) -> Interval | None:
    """ "The 20th century"."""
    number = CENTURIES.get(match["century"].lower())
    return intervals.century(number) if number else None


_DEGREES: Final = re.compile(r"(?i)\b(?:temperatures?|highs|lows|mercury|degrees)\b[^.;\n]*\Z")
"""Before "the eighties": it was hot."""


def decade(match: Match, around: Surroundings) -> Interval | None:
    """ "The 1990s", "the eighties", "the '30s": 1930 to 2029 for those of two figures."""
    if word := match.groupdict().get("words"):
        return None if _DEGREES.search(around.before) else intervals.decade(DECADES[word.lower()])
    if long := match.groupdict().get("decade"):
        return intervals.decade(int(long))
    short = int(match["short"])
    return intervals.decade(short + (1900 if short >= 30 else 2000))


_LEADS: Final = {"and": "between", "to": "from", "until": "from", "through": "from"}
"""What stands before two years where they are the ends of one time."""


def years(match: Match, around: Surroundings) -> Interval | None:
    """ "2014-16", "from 2014 to 2016", "between 2014 and 2016", both included.

    Without "from" they are two: it grew from 40 in 2014 to 90 in 2016; nor does it rise *from 2000
    to 2500 people*.
    """
    first, second = int(match["year"]), match["year2"]
    if joint := match.groupdict().get("joint"):
        led = re.search(rf"(?i)\b{_LEADS[joint]}\s+\Z", around.before)
        if led is None or _COUNTED.match(around.after) or first < 1800:
            return None
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if _NOT_YEAR.search(around.before):  # Law 2004-11
        return None
    return intervals.years(first, last) if first < last < 2100 else None


_NO_LINK: Final = (
    r"(?!(?:a|an|and|as|at|but|by|for|from|her|his|in|its|on|or|that|the|their|to|when|where|while"
    r"|with|without)\b)"
)
"""What stands between a number and what it counts is no small word: in 2012 by soldiers."""
_COUNTED: Final = re.compile(
    rf"(?i)\s+(?:{_NO_LINK}\w+\s+)?(?:people|persons|inhabitants|residents|men|women|children|troops|soldiers|fighters|civilians|families"
    r"|homes|houses|villages|refugees|deaths|dead|wounded|metres|meters|miles|feet|kilomet\w+|km|kg|tons|tonnes"
    r"|dollars|cents|euros|pounds|pence|percent|per\s+cent|shares|units|hours|barrels|square|acres|hectares|votes|prisoners"
    r"|rockets|missiles|rounds|tents|students|workers|members|jobs|vehicles|cars|tanks|times)\b"
)

_YEAR_LEAD: Final = re.compile(
    r"(?i)\b(?:in|since|until|from|between|before|after|around|circa|by|early|late)\s+\Z"
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
    if (number < 1800 or number > 2060) and not _YEAR_LEAD.search(around.before):
        return None
    return intervals.year(number)


RULES: Final[dict[str, Rule]] = {
    "century": century,
    "decade": decade,
    "latest_quarter": latest_quarter,
    "month": month,
    "months": months,
    "part_of_year": part_of_year,
    "quarter": quarter,
    "quarter_then": quarter_then,
    "season": season,
    "short_year": short_year,
    "the_quarter": the_quarter,
    "year": year,
    "year_earlier": year_earlier,
    "years": years,
}
