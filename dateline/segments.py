"""Cut a text with overlapping marks into pieces that do not overlap, paragraph by paragraph.

A page that shows marked text must not write markup around it: it makes one element for each piece
instead. `paragraphs` says which marks lie on which piece.

    >>> [[piece.text for piece in line] for line in paragraphs("To Aleppo\\n\\nBuses", [(3, 9)])]
    [['To ', 'Aleppo'], ['Buses']]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Piece", "foremost", "paragraphs"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under which no mark begins or ends.

    Attributes:
        start, end: Half-open code points into the whole text.
        text: What stands there; never a line break.
        marks: Positions, in the sequence given, of the marks that cover it, rising.
    """

    start: int
    end: int
    text: str
    marks: tuple[int, ...]


def paragraphs(text: str, marks: Sequence[tuple[int, int]]) -> tuple[tuple[Piece, ...], ...]:
    """Cut `text` at its line breaks and at the ends of every mark.

    Args:
        text: Any text. Lines that are empty or blank give no paragraph.
        marks: Half-open spans in any order; they may overlap, nest and cross line breaks. What
            reaches beyond the text is cut off, and an empty span marks nothing.

    Returns:
        The paragraphs in order, each with at least one piece. Joined, the pieces of a paragraph
        are its line, unchanged.
    """
    edges: dict[int, list[int]] = {}
    for position, (start, end) in enumerate(marks):
        start, end = max(start, 0), min(end, len(text))
        if start < end:
            edges.setdefault(start, []).append(position)
            edges.setdefault(end, []).append(position)
    cuts = sorted(edges)
    found, active, following = [], set[int](), 0
    for line in _LINE.finditer(text):
        pieces, start = [], line.start()
        while following < len(cuts) and cuts[following] <= start:  # begun or ended at the break
            active.symmetric_difference_update(edges[cuts[following]])
            following += 1
        while following < len(cuts) and cuts[following] < line.end():
            cut = cuts[following]
            pieces.append(Piece(start, cut, text[start:cut], tuple(sorted(active))))
            active.symmetric_difference_update(edges[cut])
            start, following = cut, following + 1
        pieces.append(Piece(start, line.end(), text[start : line.end()], tuple(sorted(active))))
        if line.group().strip():
            found.append(tuple(pieces))
    return tuple(found)


def foremost(marks: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Which of `marks` to keep so that no two overlap: an earlier one in the sequence wins.

    Args:
        marks: Half-open spans, the ones that matter most first.

    Returns:
        Positions of the marks kept, rising. An empty span is never kept.
    """
    kept: list[int] = []
    taken = bytearray(max([0, *(end for _, end in marks)]))
    for position, (start, end) in enumerate(marks):
        if 0 <= start < end and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            kept.append(position)
    return tuple(kept)
