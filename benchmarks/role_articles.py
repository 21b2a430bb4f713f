"""Invented articles in which the role of every place name is marked, to train the role model on.

They were written for this project; no outlet, person or event in them is real. The conventions are
those of the roles in `dateline.findings`. Between articles stands a line of two percent signs, and
a mention is written `[Mosul|event]`, or `[Mosul|event!]` where it names what the article is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["MarkedArticle", "role_articles"]

_MARK: Final = re.compile(r"\[([^\[\]|]+)\|([a-z]+)(!?)\]")
_FILE: Final = Path(__file__).with_suffix(".txt")


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """One article, spans in code points.

    Attributes:
        text: Title, blank line, body.
        mentions: (start, end, role) of each place name, in text order.
        focus: Span of a mention of the place it is about; None where that is left open.
    """

    text: str
    mentions: tuple[tuple[int, int, str], ...]
    focus: tuple[int, int] | None


def role_articles(path: Path = _FILE) -> list[MarkedArticle]:
    """Read the invented articles.

    Args:
        path: The file that holds them.

    Returns:
        One value an article, in the file's order.
    """
    return [_read(part.strip()) for part in path.read_text(encoding="utf-8").split("\n%%\n")]


def _read(marked: str) -> MarkedArticle:
    text, mentions, last, focus = "", [], 0, None
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        start, end = len(text), len(text) + len(found[1])
        mentions.append((start, end, found[2]))
        focus = (start, end) if found[3] else focus
        text += found[1]
        last = found.end()
    return MarkedArticle(text + marked[last:], tuple(mentions), focus)
