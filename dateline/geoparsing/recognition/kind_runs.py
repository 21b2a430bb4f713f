"""Capitalised runs about a word of kind, which no gazetteer lists: Old Alton Road, Port of Aden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dateline.geoparsing.recognition.never_places import is_never_a_place
from dateline.geoparsing.recognition.words import Words, run_start
from dateline.geoparsing.toponym_words import kind_of, word_set

__all__ = ["kind_runs"]

_FACILITY: Final = word_set(
    "nuclear power hydroelectric hydropower thermal air border central general military naval "
    "police women's refugee oil gas steel airbase main grand"
)
"""Lower-case words between a facility's name and its kind."""


def kind_runs(words: Words, known: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Capitalised runs about a kind word: "Old Alton Road", "County Road 35", "Port of Aden"."""
    spans = set()
    first_by_end: dict[int, int] = {}
    for begin, end in known:
        first_by_end[end] = min(begin, first_by_end.get(end, begin))
    for at in range(len(words)):
        kind = kind_of(words.lower[at])
        if not kind or words.loud[at]:
            continue
        if not words.capital[at]:
            if kind == "building":
                spans |= _facility(words, at, first_by_end)
            continue
        first, last = run_start(words, at), at + 1
        while (
            last < len(words) and words.line[last] == words.line[at] and words.text[last].isdigit()
        ):
            last += 1
        if first > 1 and words.text[first - 1] in {"'s", "’s"} and words.capital[first - 2]:
            spans.add((run_start(words, first - 2), last))  # Queen Anne's County
        if last - first > 1:
            spans.add((first, last))
            if last < len(words) and words.text[last] == ".":
                spans.add((first, last + 1))  # Memphis Ave.
        if last + 1 < len(words) and words.lower[last] == "of":
            spans.add((first, _past_the_name(words, last)))
    return spans


def _facility(words: Words, at: int, first_by_end: Mapping[int, int]) -> set[tuple[int, int]]:
    """A name with common words for what it is: "Munzenze prison", "Zaporizhzhia nuclear plant"."""
    for middle in (at, at - 1, at - 2):
        if middle < at and not (words.text[middle].isalpha() and words.lower[middle] in _FACILITY):
            break
        # The longest name that ends here: "Deir ez-Zor" is known, though "ez" is no capital.
        first = min(run_start(words, middle), first_by_end.get(middle, middle))
        if first < middle:
            whose = words.article[words.start[first] : words.end[middle - 1]]
            # The checkpoint of an armed group is called after no place: "an SDF checkpoint".
            return set() if is_never_a_place(whose, frozenset()) else {(first, at + 1)}
    return set()


def _past_the_name(words: Words, of: int) -> int:
    at = of + 1
    if words.lower[at] == "the" and at + 1 < len(words):
        at += 1
    while at < len(words) and words.capital[at] and words.line[at] == words.line[of]:
        at += 1
    return at
