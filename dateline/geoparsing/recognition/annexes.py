"""Villages that a report lists by their district: *Kunda township: Min Taw; Zee Gone (burned).*

Annexes and situation reports list what no gazetteer has, in no sentence that could tell.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.recognition.slots import name_end
from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import names_a_settlement
from dateline.geoparsing.word_classes import word_classes

__all__ = ["annex_places"]

_LOCALITIES: Final = frozenset({"locality", "localities", "subcounty", "woreda"})
"""What districts are called in some lands alone."""
_SEPARATORS: Final = frozenset({",", ";", "/", "and", "&"})
_ENDS: Final = frozenset({".", ""})


def annex_places(words: Words) -> frozenset[tuple[int, int]]:
    """Spans of tokens: the names of a list after a district or *villages* and a colon.

    Each is of capitalised words of which one at least is no ordinary word, and a list is none if
    ages stand in it, as those of the dead do, or anything but names.

    Args:
        words: The tokens of an article.
    """
    found: set[tuple[int, int]] = set()
    for at in range(1, len(words) - 1):
        before = words.lower[at - 1]
        if words.text[at] == ":" and (names_a_settlement(before) or before in _LOCALITIES):
            found.update(_listed(words, at + 1))
    return frozenset(found)


def _listed(words: Words, at: int) -> list[tuple[int, int]]:
    names: list[tuple[int, int]] = []
    line = words.line[at - 1]
    while at < len(words) and words.line[at] == line:
        last = name_end(words, at)
        after = _past_brackets(words, last, line)
        mark = words.lower[after] if after < len(words) and words.line[after] == line else ""
        if last == at or (mark not in _SEPARATORS and mark.strip() not in _ENDS):
            return []
        if _is_odd(words, at, last):
            names.append((at, last))
        if mark not in _SEPARATORS:
            return names
        at = after + 1
        while at < len(words) and words.lower[at] in _SEPARATORS:
            at += 1
    return names


def _past_brackets(words: Words, at: int, line: int) -> int:
    """The token after a remark in brackets that begins at one, or that token itself."""
    if at >= len(words) or words.text[at] != "(":
        return at
    end = at
    while end < len(words) and words.line[end] == line and words.text[end] != ")":
        end += 1
    return end + 1


def _is_odd(words: Words, first: int, last: int) -> bool:
    """Whether a name holds a word that news seldom has: no list of Health, Education and Water."""
    peoples = words.doc[first].ent_type_ == "NORP" and last - first == 1
    ordinary = word_classes()
    return not peoples and any(word not in ordinary for word in words.lower[first:last])
