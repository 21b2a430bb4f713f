"""A text's word pieces in windows that a transformer can read at once, with the headline before.

Training and reading cut alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["PIECES", "Window", "windows"]

PIECES: Final = 320
"""Word pieces of the text in a window, some ten sentences; 256 and 384 gave the same."""

_STEP: Final = 256
_HEADLINE: Final = 32
"""Pieces from the start of the text that stand before every later window: what it is about."""


class Window(NamedTuple):
    """What is read at once.

    Attributes:
        ids: Numbers of the pieces, between the two marks that the transformer knows.
        numbers: Which spans are read in this window.
        firsts, ends: Half-open pieces of each of them, counted in `ids`.
    """

    ids: list[int]
    numbers: list[int]
    firsts: list[int]
    ends: list[int]


def windows(
    ids: Sequence[int],
    offsets: Sequence[tuple[int, int]],
    spans: Sequence[tuple[int, int]],
    marks: tuple[int, int],
) -> list[Window]:
    """Cut a text so that every span stands near the middle of one window.

    Args:
        ids: Numbers of the text's word pieces; at least one if there is a span.
        offsets: Half-open code points of each piece.
        spans: Half-open code points, in text order.
        marks: Numbers of the pieces that open a window and that end it (`[CLS]`, `[SEP]`).

    Returns:
        Only windows in which a span is read, in text order.
    """
    _, closing = marks
    starts, ends = [start for start, _ in offsets], [end for _, end in offsets]
    last = max(0, -(-(len(ids) - PIECES) // _STEP))
    found: dict[int, Window] = {}
    for number, (start, end) in enumerate(spans):
        # A span of signs that no piece stands for is read at the nearest piece.
        first = min(bisect_right(ends, start), len(ids) - 1)
        behind = max(bisect_left(starts, end), first + 1)
        middle = (first + behind - PIECES) / 2
        at = min(max(round(middle / _STEP), 0), last)
        if at not in found:
            found[at] = Window([*_before(ids, at, marks), *_text(ids, at), closing], [], [], [])
        window = found[at]
        shift = len(_before(ids, at, marks)) - at * _STEP
        window.numbers.append(number)
        window.firsts.append(first + shift)
        window.ends.append(min(behind + shift, len(window.ids) - 1))
    return [found[at] for at in sorted(found)]


def _before(ids: Sequence[int], at: int, marks: tuple[int, int]) -> list[int]:
    opening, closing = marks
    return [opening, *ids[:_HEADLINE], closing] if at else [opening]


def _text(ids: Sequence[int], at: int) -> Sequence[int]:
    return ids[at * _STEP : at * _STEP + PIECES]
