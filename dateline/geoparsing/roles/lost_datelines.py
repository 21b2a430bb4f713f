"""Datelines without a dash: `Erbil, Iraq     Two men …`, `MOSCOW (Sputnik) Two men …`.

Where a web page loses its layout, a gap, the agency or the hour in brackets is all that is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.reading.agencies import is_agency

__all__ = ["lost_datelines"]

_NAME: Final = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*(?: [A-ZÀ-ÖØ-Þ][\w’'.-]*){0,2}"
_GAP: Final = re.compile(
    rf"\A(?:[^\n]{{8,250}}\n\s*\n)?(?P<names>{_NAME}(?:/{_NAME})?(?:, {_NAME})?)[ \t\u00a0]{{3,}}"
    r"(?=[“\"]?[A-Z0-9][^\n]{50})"
)
"""At the beginning or below the title, and before a sentence: not the first cell of a table."""
_BRACKETS: Final = re.compile(
    rf"(?<![^\s])(?P<names>[A-ZÀ-ÖØ-Þ]{{3}}[A-ZÀ-ÖØ-Þ .’'-]{{0,25}}(?:, {_NAME})?) "
    r"\((?P<within>[^()\n]{2,25})\)"
)
"""In capitals, before an agency or an hour: not *Aleppo (AFP)* at the end of a caption."""
_HOUR: Final = re.compile(r"\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\.?")
_CELLS: Final = re.compile(r"\S[ \t\u00a0]{3,}\S")
_MANY: Final = 3  # gaps in one line of a table


def lost_datelines(text: str) -> Iterator[tuple[int, int]]:
    """Where such datelines name their places.

    Args:
        text: The whole article.

    Yields:
        Spans of code points, half open, each with one place or a town and its land.
    """
    gap = _GAP.match(text)
    if gap:
        line = text[gap.start("names") : text.find("\n", gap.end())]
        if len(_CELLS.findall(line)) < _MANY:
            yield gap.span("names")
    for found in _BRACKETS.finditer(text):
        if is_agency(found["within"]) or _HOUR.fullmatch(found["within"]):
            yield found.span("names")
