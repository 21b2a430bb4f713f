"""Places that head the lines of a list: *• Mahaday and Balcad: farms lost*.

Situation reports go from place to place so. Where most lines of one form begin with what is likely
a place, so do the others, if the gazetteer knows the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from dateline.geoparsing.recognition.slots import name_end
from dateline.geoparsing.recognition.words import Words

__all__ = ["headed_places"]

_BULLETS: Final = frozenset("•◦▪●○–—-*·►➤→✓")
_ENDS: Final = frozenset({":", "–", "—"})
_JOINING: Final = frozenset({",", "and", "/", "&"})
_LIKELY: Final = 0.5
_FEWEST: Final = 3  # lines
_MOST: Final = 2 / 3  # of them

Span = tuple[int, int]


def headed_places(
    words: Words, likely: Mapping[Span, float], known: frozenset[Span]
) -> frozenset[Span]:
    """Spans of tokens: the names before the colon or dash of such lines.

    Args:
        words: The tokens of an article.
        likely: Probability of each candidate, by its first token and that after its last.
        known: Those of them whose very name the gazetteer knows.
    """
    forms: dict[tuple[str, str], list[list[Span]]] = defaultdict(list)
    for at in range(len(words)):
        if at == 0 or words.line[at] != words.line[at - 1]:
            bullet, first = _past_the_bullet(words, at)
            names, end = _names(words, first)
            if end:
                forms[bullet, end].append(names)
    found: set[Span] = set()
    for lines in forms.values():
        sure = sum(any(likely.get(name, 0.0) >= _LIKELY for name in names) for names in lines)
        if len(lines) >= _FEWEST and sure >= _MOST * len(lines):
            found.update(name for names in lines for name in names if name in known)
    return frozenset(found)


def _past_the_bullet(words: Words, at: int) -> tuple[str, int]:
    """The sign that opens a line, if any, and the token after it and spaces."""
    line, bullet = words.line[at], ""
    while at < len(words) and words.line[at] == line:
        text = words.text[at]
        if text in _BULLETS and not bullet:
            bullet = text
        elif not text.isspace():
            break
        at += 1
    return bullet, at


def _names(words: Words, at: int) -> tuple[list[Span], str]:
    """The names that open the rest of a line, and the sign that ends them; none if another does."""
    names: list[Span] = []
    while at < (last := name_end(words, at)):
        names.append((at, last))
        if last == len(words) or words.line[last] != words.line[at]:
            break
        if words.text[last] in _ENDS:
            return names, words.text[last]
        if words.lower[last] not in _JOINING:
            break
        at = last + 1
    return [], ""
