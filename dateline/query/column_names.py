"""The reader's own columns: what their headings say in plain words, and which sort articles."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

__all__ = ["plain_name", "sorts"]

_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_OF_MACHINES: Final = re.compile(
    r"(?:.* )?(?:ids?|[ug]uid|uid|key|hash|md5|sha ?\d+|checksum|slug)", re.IGNORECASE
)
_CODE: Final = re.compile(
    r"(?:[a-z]{1,6}[-_:/]?)?\d{3,}|(?=[a-f-]*\d)(?=[\d-]*[a-f])[0-9a-f-]{8,}", re.IGNORECASE
)
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_MEASURE: Final = re.compile(r"\(?\d[\d.,\s]*(?P<unit>[^\W\d_]{2,}\.?)\)?")
"""How much of something: 512 words, 1.204 Wörter; a letter alone tells pages and decades apart."""
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
"""Endings that say which one, not how much: 4th edition, 22nd district."""
_MOST: Final = 60
"""Values above which a column is no facet but a text."""
_LONGEST: Final = 60
"""Characters of its values, on average, above which it is one too: captions, summaries."""


def plain_name(column: str) -> str:
    """A column's name as one would say it; one that is written in words already stays.

    >>> plain_name("outlet_note"), plain_name("sectionName"), plain_name("Ressort")
    ('outlet note', 'section name', 'Ressort')
    """
    apart = " ".join(column.replace("_", " ").split())
    if " " not in apart and _HUMP.search(apart):
        apart = _HUMP.sub(" ", apart).lower()
    return apart or column


def sorts(column: str, values: Collection[str], articles: int) -> bool:
    """Whether a column sorts the articles into kinds that a reader would choose by.

    One that tells each apart does not, nor does a text, a measure such as "512 words", or what only
    numbers things: an id, a key, a hash, codes such as `w-012`. Years do.

    Args:
        column: Its name.
        values: What stands in it, each once, no empty one.
        articles: How many have one of these values.
    """
    if not 0 < len(values) <= min(_MOST, articles // 2):
        return False
    if sum(map(len, values)) > _LONGEST * len(values):
        return False
    named = _OF_MACHINES.fullmatch(plain_name(column))
    return not (named or _are_measures(values) or _are_codes(values))


def _are_codes(values: Collection[str]) -> bool:
    return all(_CODE.fullmatch(value) and not _YEAR.fullmatch(value) for value in values)


def _are_measures(values: Collection[str]) -> bool:
    found = [_MEASURE.fullmatch(value.strip()) for value in values]
    units = {of and of["unit"].lower() for of in found}
    if units & _ORDINALS:
        return False
    alike = {of and of["unit"].rstrip("s") for of in found}
    return len(values) > 1 and len(alike) == 1 and None not in alike
