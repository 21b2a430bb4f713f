"""The header of a table of separated cells, by which some lists are recognised."""

from __future__ import annotations

import re
from typing import Final

from dateline.reading.start import Start

__all__ = ["header"]

_SEPARATOR: Final = re.compile(r"[,;\t|]")


def header(start: Start) -> frozenset[str]:
    """The names in the first line of a file, in small letters; none of what is no table."""
    if start.is_zip or start.is_markup:
        return frozenset()
    line = start.text.lstrip("\ufeff\n").partition("\n")[0]
    return frozenset(name.strip(' "').lower() for name in _SEPARATOR.split(line))
