"""The expressions English news uses for dates, as patterns around the words that announce one.

A text is read once for trigger words (names of days and months, units of time, numbers). Only near
a trigger are the patterns of its kind tried, in order, so that reading costs little.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.dates.vocabulary import CENTURY_WORDS, NUMBERS

__all__ = ["PATTERNS", "Pattern"]

_MONTH: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"
    r"\b(?:(?<!\w{5})(?<!May)(?<!June)(?<!July)\.)?"  # the point of an abbreviation
)
_MONTH2: Final = _MONTH.replace("<month>", "<month2>")
_DAY: Final = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DAY2: Final = _DAY.replace("<day>", "<day2>")
_YEAR: Final = r"(?P<year>1\d{3}|20\d\d)(?![\d%]|[.,:]\d)"
_YEAR_TOO: Final = (
    rf"(?:,?\s+(?:of\s+)?(?:{_YEAR}|(?P<which_year>this|last|next|that|the same)\s+year\b))?"
)
_TO: Final = r"(?:\s?[-–]\s?|\s+(?P<joint>to|through|until|and|or)\s+)"
_WEEKDAY: Final = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
)
_WEEKDAY_BEFORE: Final = (
    r"(?:\b(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?,?\s+(?:the\s+)?)?"
)
_NUMBER: Final = (
    r"(?:(?P<number>\d{1,3}|" + "|".join(NUMBERS) + r"|twenty-\w+)"
    r"|(?P<some>several|some|many|a few|few|a couple of|a number of))"
)
_UNIT: Final = r"(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))"
_WHICH: Final = (
    r"(?P<which>this past|this coming|this|last|next|past|coming|current|previous|preceding"
    r"|following|same|that)"
)
_PART: Final = r"(?:\s+(?P<part>morning|afternoon|evening|night))?"
_SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)\b"
_NO_OTHER_DAY: Final = r"(?![^\S\n]+\d{1,2}\b(?!\s+[a-z]|[.,:]\d))"
"""In "19 May 22." the month's day may be either; in "3 May 12 men died" it is the first."""
_HALF: Final = r"\b(?:[Tt]he\s+)?(?P<nth>[Ff]irst|[Ss]econd)\s+half\s+of"
_NTH: Final = r"(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"


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


def _patterns(*sources: tuple[str, str], words: str = "") -> tuple[Pattern, ...]:
    return tuple(Pattern(rule, re.compile(regex), tuple(words.split())) for rule, regex in sources)


_QUARTERS: Final = _patterns(
    (
        "quarter",
        r"(?i)\b(?:(?:the|its|a|their|fiscal|(?P<which_year>this|last|next)\s+year['’]s)\s+)*"
        rf"{_NTH}(?:\s+fiscal)?[\s-]quarter\b(?!\s+of\s+(?:\S+\s+){{0,2}}?\S*century)"
        r"(?:\s+(?:of|in)\s+(?:fiscal\s+)?"
        rf"(?:{_YEAR}|(?P<which_year2>this|last|next)\s+year\b))?",
    ),
    (
        "latest_quarter",
        r"(?i)\b(?:the|its|a)\s+(?:latest|most\s+recent)\s+(?:fiscal\s+)?(?:quarter|period)\b",
    ),
    (
        "quarter_then",
        rf"(?i)\bthe\s+(?:{_YEAR}|(?P<last>last\s+year['’]s))\s+(?:quarter|period)\b",
    ),
    ("quarter_then", r"(?i)\b(?P<last>last\s+year['’]s)\s+(?:quarter|period)\b"),
    (
        "year_earlier",
        r"(?i)\b(?:the|its|a)\s+(?:comparable|same|corresponding|like|(?P<year_ago>year-(?:ago|earlier)))"
        r"\s+(?:year-(?:ago|earlier)\s+)?(?:quarter|period)\b"
        r"(?:\s+(?:of\s+|in\s+)?(?:a\s+year\s+(?:ago|earlier)|last\s+year|the\s+previous\s+year))?",
    ),
    (
        "year_earlier",
        r"(?i)\b(?:(?:the|a|one|its)\s+)?year[\s-](?:earlier|ago)\b",
    ),
    (
        "the_quarter",
        r"(?i)\b(?P<which>this|the|that|last|next|current)\s+quarter\b(?!\s+(?:of|century))",
    ),
    words="quarter period earlier ago",
)

_DAYS: Final = _patterns(
    ("months", rf"\b{_MONTH}{_TO}{_MONTH2},?\s+(?:of\s+)?{_YEAR}"),
    (
        "day_month",
        rf"{_WEEKDAY_BEFORE}(?<![\d.,:/$])\b{_DAY}{_TO}{_DAY2}\s+(?:of\s+)?{_MONTH}{_YEAR_TOO}",
    ),
    ("day_month", rf"{_WEEKDAY_BEFORE}(?<![\d.,:/$])\b{_DAY}/{_DAY2}\s+{_MONTH}{_YEAR_TOO}"),
    (
        "day_month",
        rf"{_WEEKDAY_BEFORE}(?<![\d.,:/$])\b{_DAY}\s+(?:of\s+)?{_MONTH}{_TO}"
        rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?{_DAY2}\s+(?:of\s+)?{_MONTH2}"
        rf"{_NO_OTHER_DAY}{_YEAR_TOO}",
    ),
    (
        "day_month",
        rf"{_WEEKDAY_BEFORE}(?<![\d.,:/$])\b{_DAY}(?P<dash>[^\S\n]|-){_MONTH}(?P=dash)(?P<short>\d\d)"
        r"(?=[^\S\n]*(?:[,.:](?!\d)|[;)|]|$|\n)|\s+at\b)(?P<year>(?!))?(?P<which_year>(?!))?",
    ),
    (
        "day_month",
        rf"(?P<weekday>(?!))?(?<![\w.,:/$-])(?P<day>3[01]|[12]\d|0?[1-9])([-/]){_MONTH}\3{_YEAR}"
        r"(?P<which_year>(?!))?",
    ),
    (
        "day_month",
        rf"{_WEEKDAY_BEFORE}(?<![\d.,:/$])\b{_DAY}\s+(?:of\s+)?{_MONTH}{_NO_OTHER_DAY}{_YEAR_TOO}",
    ),
    (
        "day_month",
        rf"{_WEEKDAY_BEFORE}\b{_MONTH}\s+{_DAY}(?![\d%]|[.,:]\d|(?:st|nd|rd|th))"
        rf"{_TO}(?:{_MONTH2}\s+)?{_DAY2}(?![\d%]|[.,:]\d){_YEAR_TOO}",
    ),
    ("day_month", rf"{_WEEKDAY_BEFORE}\b{_MONTH}\s+{_DAY}\b(?!%|[.,:]\d){_YEAR_TOO}"),
    words="0 1 2 3 4 5 6 7 8 9",
)

_FEASTS: Final = _patterns(
    (
        "feast",
        r"\b(?P<feast>Christmas\s+(?:Day|Eve)|Boxing\s+Day|New\s+Year['’]s\s+(?:Day|Eve))\b"
        rf"{_YEAR_TOO}",
    ),
    words="christmas boxing year's year’s",
)

PATTERNS: Final = {
    "month": (
        *_DAYS,
        *_patterns(
            (
                "month",
                r"\b(?:(?P<which>last|next|this past|this|that|every|each)\s+)?"
                rf"{_MONTH}{_YEAR_TOO}",
            ),
        ),
    ),
    "weekday": (
        *_patterns(
            (
                "nth_weekday",
                rf"(?i:\b(?:the\s+)?{_NTH})\s+{_WEEKDAY}\s+(?:of|in)\s+{_MONTH}{_YEAR_TOO}",
            ),
            words="first second third fourth final last 1st 2nd 3rd 4th",
        ),
        *_DAYS,
        *_patterns(
            (
                "weekday",
                rf"\b(?:(?i:{_WHICH}|(?P<skip>every|each|a|an|good|black|bloody|palm|ash|super|easter"
                rf"|most|successive|consecutive|one))\s+)?{_WEEKDAY}{_PART}"
                r"(?:,?\s+(?P<week>last|next|this)\s+week\b|\s+(?P<earlier>before\s+last)\b)?",
            ),
        ),
    ),
    "ordinal": _patterns(
        (
            "day_of_month",
            r"\b(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill)\s+(?P<span>the\s+"
            r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?!,\s*(?:\d|and\b))"
            r"(?=\s*(?:[.,;:!?)—–]|$)"
            r"|\s+(?:an?|the|he|she|they|it|we|when|after|before|in|as|another|some)\b)",
        ),
    ),
    "near": _patterns(
        ("eve", r"(?i)\bthe day (?P<side>before|after) (?P<near>yesterday|tomorrow)\b"),
        ("near", rf"(?i)\b(?P<near>today|yesterday|tomorrow|tonight|overnight)\b{_PART}"),
    ),
    "hour": _patterns(
        (
            "hours",
            r"(?i)\b(?:the\s+)?(?P<which>past|last|next|coming|previous)\s+"
            rf"{_NUMBER}[\s-]+hours?\b",
        ),
    ),
    "feast": _FEASTS,
    "part": _patterns(
        ("part", r"(?i)\b(?P<which>this|last)\s+(?P<part>morning|afternoon|evening|night)\b"),
    ),
    "quarter": _QUARTERS,
    "unit": (
        *_FEASTS,
        *_patterns(
            ("part_of_year", rf"{_HALF}\s+(?P<which_year>this|last|next)\s+year\b"),
            words="half",
        ),
        *_QUARTERS,
        *_patterns(
            ("ago", rf"(?i)\b{_NUMBER}(?:\s+or\s+so)?[\s-]+{_UNIT}s?(?:\s+or\s+so)?[\s-]+ago\b"),
            ("hence", rf"(?i)\b{_NUMBER}\s+{_UNIT}s?\s+(?:from\s+now|hence)\b"),
            words="ago now hence",
        ),
        *_patterns(
            (
                "stretch",
                rf"(?i)\b(?:the\s+|this\s+)?(?P<which>past|last|next|coming|previous)\s+{_NUMBER}\s+{_UNIT}s?\b",
            ),
            ("recent", rf"(?i)\b(?:the\s+)?(?P<which>recent|past|coming|last|next)\s+{_UNIT}s\b"),
            words="recent past last next coming previous",
        ),
        *_patterns(
            (
                "century",
                r"(?i)\b(?:the\s+)?(?P<century>(?:\d{1,2}(?:st|nd|rd|th))|"
                + "|".join(CENTURY_WORDS)
                + r")[\s-]centur(?:y|ies)\b",
            ),
            ("unit", rf"(?i)\b(?:the\s+)?{_WHICH}\s+{_UNIT}\b(?!\s+(?:of|in)\s+[A-Z\d])"),
            ("weekend", r"(?i)\b(?:over|at|during|on)\s+(?P<span>the\s+weekend)\b"),
            (
                "the_year",
                r"(?i)\b(?:end|start|beginning|rest|remainder|half|part|close|later|earlier|months|quarters?|so\s+far|for)\s+"
                r"(?:of\s+|in\s+)?(?P<span>the\s+(?:full\s+|current\s+)?(?P<unit>year|month))\b(?!\s+(?:before|ended|ending|of|\d))",
            ),
        ),
    ),
    "season": _patterns(
        (
            "season",
            rf"\b(?:(?i:(?P<which>this|last|next))\s+)(?:(?:early|late)\s+)?{_SEASON}",
        ),
        (
            "season",
            rf"\b(?:[Tt]he\s+)?(?i:{_SEASON})(?:\s+of)?\s+{_YEAR}(?:[-–/]\d\d\b)?",
        ),
        (
            "season",
            r"\b(?:[Ii]n|by|[Oo]ver|[Dd]uring|[Ss]ince|until)\s+the\s+(?:(?:early|late)\s+)?"
            rf"(?P<span>{_SEASON})(?!\s+(?:of|from|in|offensive)\b)",
        ),
    ),
    "number": (
        *_patterns(
            ("part_of_year", rf"\b(?P<part>Q[1-4]|H[12])\s+(?:of\s+)?{_YEAR}"),
            ("part_of_year", rf"{_HALF}\s+{_YEAR}"),
            words="q1 q2 q3 q4 h1 h2 half",
        ),
        *_QUARTERS,
        *_patterns(
            (
                "iso",
                r"(?<![\d-])(?P<year>1\d{3}|20\d\d)([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)(?![\d-])",
            ),
            (
                "numeric",
                r"(?<![\d/.,$-])(?P<first>\d\d?)([/.])(?P<second>\d\d?)\2(?P<year>\d{4}|\d\d)(?![\d/%]|[.,]\d)",
            ),
            ("attack", r"(?<![\d./-])(?P<attack>9/11)(?![\d/-])"),
            (
                "decade",
                r"(?i)\b(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
            ),
            ("decade", r"(?i)(?:\bthe\s+)?['’‘](?P<short>\d0)s\b"),
            (
                "short_year",
                r"(?i)\b(?:in|since|until|by|spring|summer|autumn|fall|winter)(?:\s+of)?\s+"
                r"(?P<span>['’‘](?P<short>\d\d))(?![\w'’]|[.,:]\d)",
            ),
            (
                "stamp",
                r"(?<![\d.,$€£-])\b(?P<span>(?P<day>3[01]|[12]\d|0[1-9])\.(?P<month>0[1-9]|1[0-2]))"
                r"\.?,?\s+\d\d:\d\d\b",
            ),
            (
                "years",
                r"(?<![\d.,/$€£#-])\b(?P<year>1\d{3}|20\d\d)\s?[-–/]\s?(?P<year2>\d{4}|\d\d)(?![\d/%-]|[.,]\d)",
            ),
            (
                "years",
                r"(?<![\d.,/$€£#-])\b(?P<year>1\d{3}|20\d\d)\s+(?P<joint>and|to|until|through)\s+"
                r"(?P<year2>1\d{3}|20\d\d)(?!\w|[/%-]|[.,]\d)",
            ),
            ("year", rf"(?<![\d.,/$€£#:-])\b{_YEAR}(?!\w|[-/]\d)"),
        ),
    ),
}
"""Kind of trigger -> its patterns, first match wins."""
