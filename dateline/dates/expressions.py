"""The expressions English news uses for dates, as patterns around the words that announce one.

A text is read once for trigger words (names of days and months, units of time, numbers). Only near
a trigger are the patterns of its kind tried, in order, so that reading costs little.
"""

from __future__ import annotations

from typing import Final

from dateline.dates.parts import (
    DAY,
    DAY2,
    HALF,
    ITEM,
    MONTH,
    MONTH2,
    NO_OTHER_DAY,
    NTH,
    NUMBER,
    PART,
    SEASON,
    TO,
    UNIT,
    WEEKDAY,
    WEEKDAY_BEFORE,
    WHICH,
    YEAR,
    YEAR_TOO,
    patterns,
)
from dateline.dates.vocabulary import CENTURY_WORDS, DECADES

__all__ = ["PATTERNS"]

_QUARTERS: Final = patterns(
    (
        "quarter",
        r"(?i)\b(?:(?:the|its|a|their|fiscal|(?P<which_year>this|last|next)\s+year['’]s)\s+)*"
        rf"{NTH}(?:\s+fiscal)?[\s-]quarter\b(?!\s+of\s+(?:\S+\s+){{0,2}}?\S*century)"
        r"(?:\s+(?:of|in)\s+(?:fiscal\s+)?"
        rf"(?:{YEAR}|(?P<which_year2>this|last|next)\s+year\b))?",
    ),
    (
        "latest_quarter",
        r"(?i)\b(?:the|its|a)\s+(?:latest|most\s+recent)\s+(?:fiscal\s+)?(?:quarter|period)\b",
    ),
    (
        "quarter_then",
        rf"(?i)\bthe\s+(?:{YEAR}|(?P<last>last\s+year['’]s))\s+(?:quarter|period)\b",
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

_LISTED: Final = patterns(
    (
        "day_month",
        rf"(?<![\d.,:/$€£#–-])(?P<weekday>(?!))?\b(?P<span>{DAY})"
        rf"(?=(?:,\s+{ITEM})*,?\s+(?P<listed>and|or)\s+{ITEM}\s+(?:of\s+)?"
        rf"{MONTH}{NO_OTHER_DAY}{YEAR_TOO})",
    ),
    words="jan feb mar apr may jun jul aug sep oct nov dec",
)
_LISTED_TOO: Final = patterns(
    (
        "day_too",
        rf"(?<=[\w,]\s)\b(?P<day>{ITEM})\b(?:,?\s+{YEAR}"
        rf"|(?=(?:,\s+{ITEM})*(?P<more>,?\s+(?:and|or)\s+{ITEM})?"
        r"(?:,?\s+(?:1\d{3}|20\d\d)\b|\s*(?:[.,;:)](?!\d)|$|\n)"
        r"|\s+(?:when|at|in|near|but|as|after|before)\b)))",
    ),
)

_DAYS: Final = patterns(
    (
        "months",
        rf"\b{MONTH},?\s+{YEAR.replace('<year>', '<year1>')}{TO}{MONTH2},?\s+(?:of\s+)?{YEAR}",
    ),
    ("months", rf"\b{MONTH}{TO}{MONTH2},?\s+(?:of\s+)?{YEAR}"),
    (
        "day_month",
        rf"{WEEKDAY_BEFORE}(?<![\d.,:/$])\b{DAY}{TO}{DAY2}\s+(?:of\s+)?{MONTH}{YEAR_TOO}",
    ),
    ("day_month", rf"{WEEKDAY_BEFORE}(?<![\d.,:/$])\b{DAY}/{DAY2}\s+{MONTH}{YEAR_TOO}"),
    (
        "day_month",
        rf"{WEEKDAY_BEFORE}(?<![\d.,:/$])\b{DAY}\s+(?:of\s+)?{MONTH}{TO}"
        rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?{DAY2}\s+(?:of\s+)?{MONTH2}"
        rf"{NO_OTHER_DAY}{YEAR_TOO}",
    ),
    (
        "day_month",
        rf"{WEEKDAY_BEFORE}(?<![\d.,:/$])\b{DAY}(?P<dash>[^\S\n]|-){MONTH}(?P=dash)(?P<short>\d\d)"
        r"(?=[^\S\n]*(?:[,.:](?!\d)|[;)|]|$|\n)|\s+at\b)(?P<year>(?!))?(?P<which_year>(?!))?",
    ),
    (
        "day_month",
        rf"(?P<weekday>(?!))?(?<![\w.,:/$-])(?P<day>3[01]|[12]\d|0?[1-9])([-/]){MONTH}\3{YEAR}"
        r"(?P<which_year>(?!))?",
    ),
    (
        "day_month",
        rf"{WEEKDAY_BEFORE}(?<![\d.,:/$])\b{DAY}\s+(?:of\s+)?{MONTH}{NO_OTHER_DAY}{YEAR_TOO}",
    ),
    (
        "day_month",
        rf"{WEEKDAY_BEFORE}\b{MONTH}\s+{DAY}(?![\d%]|[.,:]\d|(?:st|nd|rd|th))"
        rf"{TO}(?:{MONTH2}\s+)?{DAY2}(?![\d%]|[.,:]\d){YEAR_TOO}",
    ),
    ("day_month", rf"{WEEKDAY_BEFORE}\b{MONTH}\s+{DAY}\b(?!%|[.,:]\d){YEAR_TOO}"),
    words="0 1 2 3 4 5 6 7 8 9",
)

_FEASTS: Final = patterns(
    (
        "feast",
        r"\b(?P<feast>Christmas\s+(?:Day|Eve)|Boxing\s+Day|New\s+Year['’]s\s+(?:Day|Eve))\b"
        rf"{YEAR_TOO}",
    ),
    words="christmas boxing year's year’s",
)

PATTERNS: Final = {
    "month": (
        *_DAYS,
        *patterns(
            (
                "month",
                r"\b(?:(?P<which>last|next|this past|this|that|every|each)\s+)?"
                rf"{MONTH}{YEAR_TOO}",
            ),
        ),
    ),
    "weekday": (
        *patterns(
            (
                "nth_weekday",
                rf"(?i:\b(?:the\s+)?{NTH})\s+{WEEKDAY}\s+(?:of|in)\s+{MONTH}{YEAR_TOO}",
            ),
            words="first second third fourth final last 1st 2nd 3rd 4th",
        ),
        *_DAYS,
        *patterns(
            (
                "weekday",
                rf"\b(?:(?i:{WHICH}|(?P<skip>every(?:\s+(?:other|second|third))?|each|alternate|a|an|good|black|bloody|palm|ash|super|easter"
                rf"|most|successive|consecutive|one))\s+)?{WEEKDAY}{PART}"
                r"(?:,?\s+(?P<week>last|next|this)\s+week\b|\s+(?P<earlier>before\s+last)\b)?",
            ),
        ),
    ),
    "listed": (*_LISTED, *_LISTED_TOO),
    "decade": patterns(
        (
            "decade",
            r"(?i)(?:\bthe\s+|(?<=\bthe early )|(?<=\bthe late )|(?<=\bthe mid[ -]))"
            rf"(?P<words>{'|'.join(DECADES)})\b",
        ),
    ),
    "ordinal": (
        *_LISTED,
        *_LISTED_TOO,
        *patterns(
            (
                "day_of_month",
                r"\b(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill)\s+(?P<span>the\s+"
                r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?!,\s*(?:\d|and\s+(?:the\s+)?\d))"
                r"(?=\s*(?:[.,;:!?)—–]|$)"
                r"|\s+(?:an?|the|he|she|they|it|we|when|after|before|in|as|another|some)\b)",
            ),
        ),
    ),
    "near": patterns(
        ("eve", r"(?i)\bthe day (?P<side>before|after) (?P<near>yesterday|tomorrow)\b"),
        ("near", rf"(?i)\b(?P<near>today|yesterday|tomorrow|tonight|overnight)\b{PART}"),
    ),
    "hour": patterns(
        (
            "hours",
            r"(?i)\b(?:the\s+)?(?P<which>past|last|next|coming|previous)\s+"
            rf"{NUMBER}[\s-]+hours?\b",
        ),
    ),
    "feast": _FEASTS,
    "part": patterns(
        ("part", r"(?i)\b(?P<which>this|last)\s+(?P<part>morning|afternoon|evening|night)\b"),
    ),
    "quarter": _QUARTERS,
    "unit": (
        *_FEASTS,
        *patterns(
            ("part_of_year", rf"{HALF}\s+(?P<which_year>this|last|next)\s+year\b"),
            words="half",
        ),
        *_QUARTERS,
        *patterns(
            (
                "ago",
                rf"(?i)(?<!\d[.,])\b{NUMBER}(?:\s+or\s+so)?[\s-]+{UNIT}s?(?:\s+or\s+so)?[\s-]+ago\b",
            ),
            (
                "hence",
                rf"(?i)(?<!\d[.,])\b{NUMBER}\s+{UNIT}(?:s?\s+(?:from\s+now|hence)|(?:['’]?s|s['’])\s+time)\b",
            ),
            words="ago now hence time",
        ),
        *patterns(
            (
                "stretch",
                rf"(?i)\b(?:the\s+|this\s+)?(?P<which>past|last|next|coming|previous)\s+{NUMBER}\s+{UNIT}s?\b",
            ),
            ("recent", rf"(?i)\b(?:the\s+)?(?P<which>recent|past|coming|last|next)\s+{UNIT}s\b"),
            words="recent past last next coming previous",
        ),
        *patterns(
            (
                "century",
                r"(?i)\b(?:the\s+)?(?P<century>(?:\d{1,2}(?:st|nd|rd|th))|"
                + "|".join(CENTURY_WORDS)
                + r")[\s-]centur(?:y|ies)\b",
            ),
            ("unit", rf"(?i)\b(?:the\s+)?{WHICH}\s+{UNIT}\b(?!\s+(?:of|in)\s+[A-Z\d])"),
            ("weekend", r"(?i)\b(?:over|at|during|on)\s+(?P<span>the\s+weekend)\b"),
            (
                "the_year",
                r"(?i)\b(?:end|start|beginning|rest|remainder|half|part|close|later|earlier|months|quarters?|so\s+far|for)\s+"
                r"(?:of\s+|in\s+)?(?P<span>the\s+(?:full\s+|current\s+)?(?P<unit>year|month))\b(?!\s+(?:before|ended|ending|of|\d))",
            ),
        ),
    ),
    "season": patterns(
        (
            "season",
            rf"\b(?:(?i:(?P<which>this|last|next))\s+)(?:(?:early|late)\s+)?{SEASON}",
        ),
        (
            "season",
            rf"\b(?P<span>(?:[Tt]he\s+)?(?i:{SEASON}))\s+(?:and|or)\s+(?:the\s+)?"
            rf"(?P<season2>spring|summer|autumn|fall|winter)(?:\s+of)?\s+{YEAR}",
        ),
        (
            "season",
            rf"\b(?:[Tt]he\s+)?(?i:{SEASON})(?:\s+of)?\s+{YEAR}(?:[-–/]\d\d\b)?",
        ),
        (
            "season",
            r"\b(?:[Ii]n|[Bb]y|[Oo]ver|[Dd]uring|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter)\s+the\s+(?:(?:early|late)\s+)?"
            rf"(?P<span>{SEASON})(?!\s+(?:of|from|in|offensive)\b)",
        ),
    ),
    "number": (
        *patterns(
            ("part_of_year", rf"\b(?P<part>Q[1-4]|H[12])\s+(?:of\s+)?{YEAR}"),
            ("part_of_year", rf"{HALF}\s+{YEAR}"),
            words="q1 q2 q3 q4 h1 h2 half",
        ),
        *_QUARTERS,
        *patterns(
            (
                "iso",
                r"(?<![\d-])(?P<year>1\d{3}|20\d\d)([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)(?![\d-])",
            ),
            (
                "numeric",
                r"(?<![\d/.,$-])(?P<first>\d\d?)(?P<sign>[/.])(?P<second>\d\d?)(?P=sign)(?P<year>\d{4}|\d\d)(?![\d/%]|[.,]\d)",
            ),
            (
                "pointed",
                r"(?i)\b(?:on|since|until|till|from|between|and|to|by)\s+"
                r"(?P<span>(?P<day>3[01]|[12]\d|0?[1-9])\.(?P<month>1[0-2]|0?[1-9])\.)"
                r"(?=\s+(?-i:[a-z])|\s*[,;:)–-])",
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
            (
                "year",
                r"(?:(?<![\d.,/$€£#:-])|(?<=\b[Mm]id-)|(?<=\b[Ll]ate-)|(?<=\b[Ee]arly-))\b"
                rf"{YEAR}(?!\w|[-/]\d)",
            ),
        ),
    ),
}
"""Kind of trigger -> its patterns, first match wins."""
