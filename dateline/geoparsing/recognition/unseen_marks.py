"""Marks that nobody sees and the parser takes for letters: they ride on words copied from the web.

A variation selector ends the sign of many a post ("⚡️Kharkiv"), a space of no width or a mark of
direction stands before a name in pages and messengers. Joined to a word they hide it.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["without_unseen_marks"]

_UNSEEN: Final = "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]+"
_BESIDE_WORDS: Final = re.compile(rf"(?<!\w){_UNSEEN}(?=\w)|(?<=\w){_UNSEEN}(?!\w)")
"""Not those within a word, which Persian needs; nor those that ride on nothing."""


def without_unseen_marks(text: str) -> str:
    """A text as long, with a space for each unseen mark at the edge of a word."""
    return _BESIDE_WORDS.sub(lambda found: " " * len(found[0]), text)
