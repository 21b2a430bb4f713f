"""Identifiers of places: which row bears `geonames:170063`, and what a row is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Identifiers"]

_NUMBERED: Final = frozenset(("geonames", "wof"))
"""Sources that number their places; those of the others are words."""


@dataclass(frozen=True)
class Identifiers:
    """The identifier of every row: its source, and a number or word that the source gave it.

    Attributes:
        schemes: The sources, such as `geonames`.
        texts: The words.
        scheme: uint8 by row, index into `schemes`.
        number: int32 by row: the source's number, or an index into `texts`.
    """

    schemes: Sequence[str]
    texts: Sequence[str]
    scheme: NDArray[np.uint8]
    number: NDArray[np.int32]

    def of(self, row: int) -> str:
        """The identifier of one row."""
        scheme, number = self.schemes[self.scheme[row]], int(self.number[row])
        return f"{scheme}:{number if scheme in _NUMBERED else self.texts[number]}"

    def row(self, identifier: str) -> int | None:
        """The row of an identifier; None if it is unknown."""
        scheme, _, tail = identifier.partition(":")
        if scheme not in self.schemes:
            return None
        if scheme in _NUMBERED:
            number = int(tail) if tail.isdecimal() else -1
        else:
            number = self._number_of_text.get(tail, -1)
        code = (self.schemes.index(scheme) << 32) | number
        order, codes = self._by_code
        at = int(np.searchsorted(codes, code))
        return int(order[at]) if number >= 0 and at < len(codes) and codes[at] == code else None

    @cached_property
    def _number_of_text(self) -> dict[str, int]:
        return {text: number for number, text in enumerate(self.texts)}

    @cached_property
    def _by_code(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        codes = (self.scheme.astype(np.int64) << 32) | self.number
        order = np.argsort(codes)
        return order, codes[order]
