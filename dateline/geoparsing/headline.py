"""Where an article's headline ends: a title, a blank line, the body."""

from __future__ import annotations

from typing import Final

__all__ = ["LONGEST_HEADLINE", "headline_end"]

LONGEST_HEADLINE: Final = 250
"""Code points; what stands above the first blank line and is longer is a paragraph."""


def headline_end(text: str) -> int:
    """Where the blank line below the headline begins.

    Args:
        text: The article: title, blank line, body.

    Returns:
        An offset in code points, 0 to `LONGEST_HEADLINE`; -1 where the text begins with no
        headline.
    """
    return text.find("\n\n", 0, LONGEST_HEADLINE + 2)
