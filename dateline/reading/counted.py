"""Sentences that say how many, in which the words agree with the number."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["counted"]

_EITHER: Final = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def counted(number: int, sentence: str) -> str:
    """A sentence about so many.

    >>> counted(1, "# [page is|pages are] empty.")
    '1 page is empty.'
    >>> counted(1200, "# [page is|pages are] empty.")
    '1,200 pages are empty.'

    Args:
        number: How many.
        sentence: `#` stands for the number, `[…|…]` for words of one and of several. Nothing that
            comes from outside belongs in it.
    """
    return _EITHER.sub(r"\1" if number == 1 else r"\2", sentence).replace("#", f"{number:,}")
