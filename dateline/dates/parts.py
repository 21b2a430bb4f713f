"""The parts that many expressions of dates share, as sources of regular expressions."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.dates.vocabulary import NUMBERS

__all__ = [
    "DAY",
    "DAY2",
    "HALF",
    "ITEM",
    "MONTH",
    "MONTH2",
    "NO_OTHER_DAY",
    "NTH",
    "NUMBER",
    "PART",
    "SEASON",
    "TO",
    "UNIT",
    "WEEKDAY",
    "WEEKDAY_BEFORE",
    "WHICH",
    "YEAR",
    "YEAR_TOO",
    "Pattern",
    "patterns",
]

MONTH: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"
    r"\b(?:(?<!\w{5})(?<!May)(?<!June)(?<!July)\.)?"  # the point of an abbreviation
)
MONTH2: Final = MONTH.replace("<month>", "<month2>")
DAY: Final = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
DAY2: Final = DAY.replace("<day>", "<day2>")
YEAR: Final = r"(?P<year>1\d{3}|20\d\d)(?![\d%]|[.,:]\d)"
YEAR_TOO: Final = (
    rf"(?:,?\s+(?:of\s+)?(?:{YEAR}|(?P<which_year>this|last|next|that|the same)\s+year\b))?"
)
ITEM: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
"""A day in a list of days."""
TO: Final = r"(?:\s?[-–]\s?|\s+(?P<joint>to|through|until|and|or)\s+)"
WEEKDAY: Final = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
)
WEEKDAY_BEFORE: Final = (
    r"(?:\b(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?,?\s+(?:the\s+)?)?"
)
NUMBER: Final = (
    r"(?:(?P<number>\d{1,3}|" + "|".join(NUMBERS) + r"|twenty-\w+)"
    r"|(?P<some>several|some|many|a few|few|a couple of|a number of))"
)
UNIT: Final = r"(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))"
WHICH: Final = (
    r"(?P<which>this past|this coming|this|last|next|past|coming|current|previous|preceding"
    r"|following|same|that)"
)
PART: Final = r"(?:\s+(?P<part>morning|afternoon|evening|night))?"
SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)\b"
NO_OTHER_DAY: Final = r"(?![^\S\n]+\d{1,2}\b(?!\s+[a-z]|[.,:]\d))"
"""In "19 May 22." the month's day may be either; in "3 May 12 men died" it is the first."""
HALF: Final = r"\b(?:[Tt]he\s+)?(?P<nth>[Ff]irst|[Ss]econd)\s+half\s+of"
NTH: Final = r"(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"


class Pattern(NamedTuple):
    """An expression.

    Attributes:
        rule: Name of the rule that reads what it matches.
        regex: Named groups carry the parts; a group `span` narrows what is marked.
        words: Whatever it matches holds one of these, in small letters: where none stands near, it
            need not be tried. Empty where it must be.
    """

    rule: str
    regex: re.Pattern[str]
    words: tuple[str, ...] = ()


def patterns(*sources: tuple[str, str], words: str = "") -> tuple[Pattern, ...]:
    """Compile expressions of one kind.

    Args:
        sources: Name of a rule, and the regular expression of what it reads.
        words: See `Pattern.words`; between blanks.
    """
    return tuple(Pattern(rule, re.compile(regex), tuple(words.split())) for rule, regex in sources)
