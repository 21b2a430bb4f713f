"""Mentions of people joined: Arden to Zora Arden."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, Literal, NamedTuple

from dateline.findings import NameMention
from dateline.voices.gender import gender_of_title

__all__ = ["SMALL_WORDS", "Found", "join_people", "key_of"]

SMALL_WORDS: Final = frozenset(
    ("of", "the", "for", "and", "in", "on", "to", "de", "la", "du", "des", "al", "el", "bin", "von")
)
"""Words of a name that do not tell it from another."""

_LONGEST: Final = 5
"""Words of the longest full name that a shorter one is taken for."""


class Found(NamedTuple):
    """A name as it stands in the text: code points, the words, and of what."""

    start: int
    end: int
    surface: str
    kind: Literal["person", "organisation"]


def key_of(word: str) -> str:
    """A word as it is compared: without case, points and apostrophes at its ends."""
    return word.casefold().strip(".'’")


def join_people(text: str, found: Sequence[Found]) -> list[NameMention]:
    """Join mentions of people to the full names that they stand for.

    Args:
        text: The article.
        found: Its people in the order of the text.

    Returns:
        One mention for each.
    """
    full: dict[str, _FullName] = {}
    for name in found:
        if " " in name.surface or "\u00a0" in name.surface:
            full.setdefault(name.surface, _FullName(name.surface)).mention(text, name.start)
    book = _FullNames(full)
    joined = []
    for name in found:
        options = book.bearers(name.surface)
        canonical = name.surface
        if options:
            sex = gender_of_title(text, name.start)
            canonical = book.fullest(_bearer(name.start, options, sex))
        joined.append(NameMention(name.start, name.end, name.surface, "person", canonical))
    return joined


class _FullName:
    """A full name and where it stands: an article may name one person a thousand times."""

    def __init__(self, surface: str) -> None:
        self.surface = surface
        self.keys = [key_of(word) for word in surface.split()]
        self._starts: dict[str, list[int]] = {"": [], "m": [], "f": []}

    def mention(self, text: str, start: int) -> None:
        """Add a mention; those before it are known already."""
        self._starts[gender_of_title(text, start)].append(start)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.keys)

    @cached_property
    def _fitting(self) -> dict[str, list[int]]:
        """Starts of the mentions that can mean a man, a woman, anyone."""
        plain, men, women = (self._starts[sex] for sex in ("", "m", "f"))
        both = {"m": sorted((*plain, *men)), "f": sorted((*plain, *women))}
        return {**both, "": sorted((*plain, *men, *women))}

    def starts(self, sex: str) -> list[int]:
        """Where it stands without a title of the other gender."""
        return self._fitting[sex]


class _FullNames:
    """The full names of an article, looked up by their words."""

    def __init__(self, names: dict[str, _FullName]) -> None:
        self._names = names
        self._order = {surface: number for number, surface in enumerate(names)}
        self._by_word: dict[str, list[_FullName]] = {}
        self._by_surname: dict[str, list[_FullName]] = {}
        for name in names.values():
            for word in dict.fromkeys(name.keys):
                if len(word) > 1 and word not in SMALL_WORDS:
                    self._by_word.setdefault(word, []).append(name)
            self._by_surname.setdefault(name.keys[-1], []).append(name)
        self._bearers: dict[str, list[_FullName]] = {}
        self._fullest: dict[str, str] = {}

    def bearers(self, surface: str) -> list[_FullName]:
        """Full names that hold all words of a name; only those with its surname, if any has it."""
        if surface not in self._bearers:
            keys = [key_of(word) for word in surface.split()]
            words = frozenset(keys)
            holding = [n for n in self._by_word.get(keys[-1], []) if words <= n.words]
            surnames = [name for name in holding if name.keys[-1] == keys[-1]]
            self._bearers[surface] = surnames or holding
        return self._bearers[surface]

    def fullest(self, name: _FullName) -> str:
        """The longest full name that ends in the same surname and holds all words of this one.

        A headline in capitals runs on ("Zora Arden Speaks"): what begins with a name that the
        article has elsewhere is that name.
        """
        if name.surface not in self._fullest:
            self._fullest[name.surface] = self._begins_with(name.surface) or max(
                (name.surface, *self._longer(name)), key=len
            )
        return self._fullest[name.surface]

    def _begins_with(self, surface: str) -> str:
        """The full name, of several the one that stands first, with which a longer one begins."""
        starts = [surface[:at] for at, mark in enumerate(surface) if mark == " "]
        return min(
            filter(self._order.__contains__, starts), key=self._order.__getitem__, default=""
        )

    def _longer(self, name: _FullName) -> Iterable[str]:
        return (
            other.surface
            for other in self._by_surname[name.keys[-1]]
            if len(other.keys) <= _LONGEST and name.words <= other.words
        )


def _bearer(start: int, options: Sequence[_FullName], sex: str) -> _FullName:
    """Of several people of one name, the one named in full most often so far, then nearest."""
    if not any(option.starts(sex) for option in options):
        sex = ""  # none fits: the title is no cue
    fitting = [(option, starts) for option in options if (starts := option.starts(sex))]
    before = [
        (count, starts[count - 1], option)
        for option, starts in fitting
        if (count := bisect_right(starts, start))
    ]
    if before:
        return max(before, key=lambda one: one[:2])[2]
    return min(fitting, key=lambda one: one[1][0])[0]
