"""Where the parts of an article end that tell what it is about: headline, lead, first paragraph."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.geoparsing.headline import LONGEST_HEADLINE, headline_end

__all__ = ["Outline", "outline_of"]

_SHORTEST_SENTENCE: Final = 40
"""Code points after which a full stop is taken to end the lead's sentence: not one of a dateline
or of an initial."""
_LONGEST_LEAD: Final = 350
_LONGEST_PARAGRAPH: Final = 600
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’)]?\s")


class Outline(NamedTuple):
    """Where an article's parts end, in code points; the body begins at `body` and ends at `end`."""

    headline: int
    body: int
    lead: int
    paragraph: int
    end: int


def outline_of(text: str) -> Outline:
    """Where an article's parts end.

    Args:
        text: Title, blank line, body; without a title its first sentence counts as the headline.
    """
    headline, body = headline_end(text), 0
    if headline >= 0:
        body = headline + 2
    else:
        stop = _SENTENCE_END.search(text, 0, LONGEST_HEADLINE)
        headline = stop.start() + 1 if stop else LONGEST_HEADLINE // 2
    stop = _SENTENCE_END.search(text, body + _SHORTEST_SENTENCE)
    lead = min(stop.end() if stop else len(text), body + _LONGEST_LEAD)
    line = text.find("\n", body + 1)
    paragraph = min(line if line > 0 else len(text), body + _LONGEST_PARAGRAPH)
    return Outline(headline, body, lead, max(lead, paragraph), len(text))
