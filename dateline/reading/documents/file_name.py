"""What the name of a file says of the article in it."""

from __future__ import annotations

import re
from typing import Final

from dateline.reading.dates.printed import iso_day
from dateline.reading.files import File

__all__ = ["stated_in_name"]

_DAY: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?:T([01]\d|2[0-3]):?([0-5]\d)(?::?[0-5]\d)?Z?)?(?!\d)"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CODES: Final = re.compile(r"_([A-Z]{2})_([a-z]{2})(?=_|$)")
"""Country and language, as ISO 3166 and ISO 639 code them, between underscores."""


def stated_in_name(file: File) -> dict[str, str]:
    """Column → value of what a file's name states.

    A day (`2016-12-16 …`, `20161216T223000Z_…`) with its time is `published`, also where its month
    is named or full stops part it (`5_Dec_2016`, `16.12.2016`); codes of country and language
    between underscores (`_GB_en_`) are `country` and `language`. Only what is written in full is
    read: `16-12` is no day, and a name of two days is none.
    """
    stem = file.stem
    found: dict[str, str] = {}
    days = list(_DAY.finditer(stem))
    if len({day.group(1, 3, 4) for day in days}) == 1:
        (year, _, month, day, hour, minute) = days[0].groups()
        found["published"] = f"{year}-{month}-{day}" + (f" {hour}:{minute}" if hour else "")
    elif not days and len(_YEAR.findall(stem)) == 1:
        found |= {"published": day} if (day := iso_day(re.sub(r"[_-]+", " ", stem))) else {}
    if codes := _CODES.search(stem):
        found |= {"country": codes[1], "language": codes[2]}
    return found
