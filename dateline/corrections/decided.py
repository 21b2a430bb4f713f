"""Which correction decides which mention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes.columns import begins
from dateline.corrections.correction import Correction, Scope, same_surface
from dateline.source import Source
from dateline.tables import MENTIONS

__all__ = ["Decided", "Mentioned"]

Ints = npt.NDArray[np.int32]

_LEAST_FIRST: Final[tuple[Scope, ...]] = ("surface", "article", "mention")


@dataclass(frozen=True, slots=True)
class Decided:
    """By which correction each mention is decided.

    Attributes:
        place: int32, shape (mentions,): position of the correction that decides its place, -1 where
            none does.
        role: The same for its role.
    """

    place: Ints
    role: Ints

    def counts(self, corrections: int) -> list[int]:
        """How many mentions each of so many corrections decides, in place or role."""
        both = np.where(self.place == self.role, -1, self.role)
        counts = np.bincount(self.place + 1, minlength=corrections + 1)
        counts += np.bincount(both + 1, minlength=corrections + 1)
        return [int(count) for count in counts[1:]]


class Mentioned:
    """Where every surface of a corpus stands, so that corrections find their mentions.

    Args:
        source: Where the table MENTIONS is read from, once.
        article_id: From the key of an article to its number; None where it is not here.

    Attributes:
        articles: int32, shape (mentions,): the article of each mention, sorted.
        start: int32, shape (mentions,): where it begins.
    """

    def __init__(self, source: Source, article_id: Callable[[str], int | None]) -> None:
        frame = source.table(MENTIONS, ["article_id", "start", "end", "surface"])
        self.articles: Ints = frame["article_id"].to_numpy()
        self.start: Ints = frame["start"].to_numpy()
        self._end: Ints = frame["end"].to_numpy()
        self._article_id = article_id
        self._begin = begins(self.articles, 1 + int(self.articles.max(initial=-1)))
        codes, surfaces = pd.factorize(frame["surface"])
        self._numbers: dict[str, int] = {}
        same = [
            self._numbers.setdefault(same_surface(surface), len(self._numbers))
            for surface in surfaces
        ]
        self._surface: Ints = np.array([*same, -1], dtype=np.int32)[codes]

    def decided(self, corrections: Sequence[Correction]) -> Decided:
        """Let a later correction win over an earlier, one of a mention over one of its article,
        and that over one of the corpus.

        Args:
            corrections: The oldest first.
        """
        decided = Decided(*(np.full(len(self.articles), -1, dtype=np.int32) for _ in range(2)))
        for scope in _LEAST_FIRST:
            of_scope = [(i, one) for i, one in enumerate(corrections) if one.scope == scope]
            for part, by in (("place", decided.place), ("role", decided.role)):
                saying = [(i, one) for i, one in of_scope if getattr(one, part)]
                if scope == "surface":
                    self._everywhere(saying, by)
                    continue
                for position, correction in saying:
                    by[self._in_article(correction)] = position
        return decided

    def _everywhere(self, corrections: Sequence[tuple[int, Correction]], by: Ints) -> None:
        if not corrections:
            return
        of_surface = np.full(len(self._numbers) + 1, -1, dtype=np.int32)
        for position, correction in corrections:
            of_surface[self._numbers.get(same_surface(correction.surface), -1)] = position
        of_surface[-1] = -1  # surfaces that no mention has
        by[:] = of_surface[self._surface]

    def _in_article(self, correction: Correction) -> npt.NDArray[np.int64]:
        """Rows of one article that a correction is of."""
        number = self._article_id(correction.key)
        if number is None or number + 1 >= len(self._begin):
            return np.zeros(0, dtype=np.int64)
        begin, end = self._begin[number : number + 2]
        if correction.scope == "mention":
            is_meant = self.start[begin:end] == correction.start
            is_meant &= self._end[begin:end] == correction.end
        else:
            surface = self._numbers.get(same_surface(correction.surface), -2)
            is_meant = self._surface[begin:end] == surface
        rows: npt.NDArray[np.int64] = begin + np.flatnonzero(is_meant)
        return rows
