"""Which years are history in an article: those long before the year that it is of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["history_until", "is_year"]

_BACK: Final = 4
"""So far behind the year of an article a year is history; three years back is often its story."""
_CENTURY: Final = 2000
"""What an article of unknown date dates before then is seldom its news."""
_MANY: Final = 3


def history_until(lower: Sequence[str], published: int) -> int:
    """The newest year that is history to an article.

    A text that names several years, and none but such, is a history itself: they are its story.

    Args:
        lower: The article's tokens in lower case.
        published: The year in which it was published; 0 where that is not known.

    Returns:
        A year; 0 where none is history.
    """
    years = [int(word) for word in lower if is_year(word)]
    until = published - _BACK if published else max(_CENTURY - 1, max(years, default=0) - _BACK)
    return 0 if len(years) >= _MANY and max(years) <= until else until


def is_year(word: str) -> bool:
    """Whether a token can be a year, from 1700 to 2099."""
    return len(word) == 4 and word.isascii() and word.isdigit() and "1700" <= word < "2100"
