"""Two places that a text joins by a mark: the ends of a road, a front named twice.

*The Fada N'Gourma - Pama axis*, *the road Bukavu–Kavumu*, *Vuhledar/Mykilske: shelling*. Where one
of them is sure to be a place, so is the other if the gazetteer knows its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import word_set

__all__ = ["paired_places"]

_DASHES: Final = frozenset({"-", "‑", "–", "—"})
_WAYS: Final = word_set("road roads highway route railway motorway track line corridor axis")
_BUILT: Final = word_set("road highway railway motorway")
"""Of these, in small letters after two names, both are sure."""
_LIKELY: Final = 0.8
_SHORTEST: Final = 3  # letters


def paired_places(
    words: Words, likely: Mapping[tuple[int, int], float], known: frozenset[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """Spans of tokens that such a mark joins to a sure place.

    Args:
        words: The tokens of an article.
        likely: Probability of each candidate, by its first token and that after its last.
        known: Those of them whose very name the gazetteer knows.
    """
    ends = {first: (first, last) for first, last in sorted(known)}  # the longest from a token
    begins = {last: (first, last) for first, last in sorted(known, reverse=True)}
    found: set[tuple[int, int]] = set()
    for mark, text in enumerate(words.text):
        if (text == "/" or text in _DASHES) and mark in begins and mark + 1 in ends:
            left, right = begins[mark], ends[mark + 1]
            if text == "/":
                chain = [left, right] if _is_a_slash(words, left, right) else []
            else:
                chain = _way(words, mark, begins, ends)
            road = chain[-1][1] if chain and text != "/" else len(words)
            told = road < len(words) and words.text[road] in _BUILT
            if told or any(likely[name] >= _LIKELY for name in chain):
                found.update(chain)
    return frozenset(name for name in found if _is_a_name(words, *name))


def _is_a_name(words: Words, first: int, last: int) -> bool:
    length = words.end[last - 1] - words.start[first]
    return length >= _SHORTEST and not words.text[first].isupper()


def _way(
    words: Words,
    mark: int,
    begins: Mapping[int, tuple[int, int]],
    ends: Mapping[int, tuple[int, int]],
) -> list[tuple[int, int]]:
    """The names that dashes join about one of them, where a word before or after says way."""
    names = [begins[mark], ends[mark + 1]]
    while (first := names[0][0]) and words.text[first - 1] in _DASHES and first - 1 in begins:
        names.insert(0, begins[first - 1])
    while (last := names[-1][1]) + 1 in ends and words.text[last] in _DASHES:
        names.append(ends[last + 1])
    before = words.lower[first - 1] if first else ""
    after = words.lower[last] if last < len(words) else ""
    return names if before in _WAYS or after in _WAYS else []


def _is_a_slash(words: Words, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether a slash and nothing else stands between two names of a word, and no third follows."""
    after = words.text[right[1]] if right[1] < len(words) else ""
    return (
        words.text[left[1]] == "/"
        and words.end[left[1] - 1] == words.start[left[1]]
        and words.end[left[1]] == words.start[right[0]]
        and words.line[left[0]] == words.line[right[0]]
        and not (after[:1].isupper() or after == "/")
    )
