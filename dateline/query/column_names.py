"""The reader's own columns: what their headings say in plain words, and which sort nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["is_technical", "plain_name"]

_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_OF_MACHINES: Final = re.compile(
    r"(?:.* )?(?:ids?|[ug]uid|uid|key|hash|md5|sha ?\d+|checksum|slug)", re.IGNORECASE
)
_CODE: Final = re.compile(
    r"(?:[a-z]{1,6}[-_:/]?)?\d{3,}|(?=[a-f-]*\d)(?=[\d-]*[a-f])[0-9a-f-]{8,}", re.IGNORECASE
)
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")


def plain_name(column: str) -> str:
    """A column's name as one would say it; one that is written in words already stays.

    >>> plain_name("outlet_note"), plain_name("sectionName"), plain_name("Ressort")
    ('outlet note', 'section name', 'Ressort')
    """
    apart = " ".join(column.replace("_", " ").split())
    if " " not in apart and _HUMP.search(apart):
        apart = _HUMP.sub(" ", apart).lower()
    return apart or column


def is_technical(column: str, values: Iterable[str]) -> bool:
    """Whether a column only numbers things, so that no reader would choose by it.

    It is called an id, a key, a hash, or all its values are codes such as `w-012`. Years are not.

    Args:
        column: Its name.
        values: What stands in it; empty ones do not count.
    """
    if _OF_MACHINES.fullmatch(plain_name(column)):
        return True
    given = [value for value in values if value]
    return bool(given) and all(
        _CODE.fullmatch(value) and not _YEAR.fullmatch(value) for value in given
    )
