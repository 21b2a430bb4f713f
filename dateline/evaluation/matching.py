"""Which mention found is which annotated one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

__all__ = ["pairs"]


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def pairs(
    wanted: Sequence[_Spanned], given: Sequence[_Spanned], *, exact: bool = False
) -> list[tuple[int, int]]:
    """One-to-one pairs of spans that overlap: equal spans first, then the larger overlap.

    Args:
        wanted, given: Spans, half-open code points.
        exact: Only equal spans.

    Returns:
        (index in `wanted`, index in `given`), by the first.
    """
    overlaps = []
    for i, one in enumerate(wanted):
        for j, other in enumerate(given):
            shared = min(one.end, other.end) - max(one.start, other.start)
            equal = (one.start, one.end) == (other.start, other.end)
            if equal or (shared > 0 and not exact):
                overlaps.append((not equal, -shared, i, j))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(overlaps):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return sorted(taken.items())
