"""The words of dates: days and months, numbers, units of time, and those that announce a date."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "CENTURIES",
    "CENTURY_WORDS",
    "DECADES",
    "MONTHS",
    "NUMBERS",
    "ORDINALS",
    "TRIGGERS",
    "WEEKDAYS",
    "WORD",
]

WORD: Final = re.compile(r"\b[A-Za-z]{3,10}(?![A-Za-z])|\d+")

WEEKDAYS: Final = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
_MONTH_NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS: Final = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
_SMALL: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
NUMBERS: Final = {
    **{word: number for number, word in enumerate(_SMALL, 1)},
    "a": 1,
    "an": 1,
    "couple": 2,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
}
ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        (
            ("first", "1st"),
            ("second", "2nd"),
            ("third", "3rd"),
            ("fourth", "4th", "final", "last"),
        ),
        1,
    )
    for word in words
}
CENTURY_WORDS: Final = {
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}

CENTURIES: Final = {
    **CENTURY_WORDS,
    **{f"{n}{'st' if n == 21 else 'th'}": n for n in range(11, 22)},
}

DECADES: Final = {
    word: 1900 + 10 * number
    for number, word in enumerate(
        (
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ),
        2,
    )
}

TRIGGERS: Final = {
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight", "overnight"), "near"),
    **dict.fromkeys(("morning", "afternoon", "evening", "night"), "part"),
    **dict.fromkeys(("hour", "hours"), "hour"),
    **dict.fromkeys(("christmas", "boxing"), "feast"),
    **dict.fromkeys(("quarter", "period"), "quarter"),
    **{
        unit + plural: "unit"
        for unit in ("day", "week", "weekend", "fortnight", "month", "year", "decade", "century")
        for plural in ("", "s")
    },
    "quarters": "unit",
    "centuries": "unit",
    **dict.fromkeys(DECADES, "decade"),
    **dict.fromkeys(("spring", "summer", "autumn", "fall", "winter"), "season"),
}
"""Word in small letters -> the kind of expression it may belong to."""
