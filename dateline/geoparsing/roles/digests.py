"""Items of a digest that a town in capitals opens: `QUETTA: Two men …`, `- BEIRUT: A drone …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["digest_heads"]

_HEAD: Final = re.compile(
    r"^[ \t]*(?:[-–—•◦▪●*·►]\s+)?(?P<town>[A-ZÀ-ÖØ-Þ]{3,}(?:[ '’-][A-ZÀ-ÖØ-Þ]+){0,3})"
    r"(?:\s?\([A-Z]\w{1,15}\))?\s?:\s(?=[“\"]?[A-Z\d][^\n]{20})",
    re.MULTILINE,
)
_FEWEST: Final = 2


def digest_heads(text: str) -> Iterator[tuple[int, int]]:
    """Where the items of a digest name the town that each was filed from.

    In an interview who speaks stands so as well, but again and again.

    Args:
        text: The whole article.

    Yields:
        Spans of code points, half open; whether one is a town the gazetteer has to tell.
    """
    heads = list(_HEAD.finditer(text))
    if len(heads) >= _FEWEST and len({head["town"] for head in heads}) == len(heads):
        for head in heads:
            yield head.span("town")
