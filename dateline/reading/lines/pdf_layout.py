"""Where the lines of a PDF page stand: columns that were written row by row, and the headline.

A PDF file holds its text in the order in which it was written. That is mostly the order in which it
is read, column by column; but some programs write across the columns, and a headline is told from
what stands above it by nothing but its size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any, Final, NamedTuple

import pypdf

__all__ = ["Line", "column_by_column", "headline", "larger_lines", "lines_of_page"]

_MANY: Final = 6
"""Rows that stand beside one another, at the least, for columns."""

_PROSE: Final = 20
"""Characters of a line in a column of prose, at the least, in the middle; cells are shorter."""

_WITHIN: Final = 0.5
"""Share of the lines of such a column that stop within a sentence."""

_WIDTH: Final = 0.4
"""Width of a letter in its height, at the least on average."""

_LARGER: Final = 1.2
"""How many times as large as the text a headline is, at the least."""

_LONGEST: Final = 250
"""Characters of a headline."""


class Line(NamedTuple):
    """A line of a page: from its left edge and its foot in points, how high its letters are."""

    x: float
    y: float
    size: float
    text: str


def lines_of_page(page: pypdf.PageObject) -> tuple[str, list[Line]]:
    """The text of a page, and its lines in the order in which they were written."""
    parts: list[Line] = []

    def visit(text: str, of_page: Any, of_text: Any, _: Any, size: float) -> None:
        scale = abs(of_text[3] or of_text[0] or 1) * abs(of_page[3] or of_page[0] or 1)
        x = of_text[4] * of_page[0] + of_page[4]
        y = of_text[5] * of_page[3] + of_page[5]
        parts.append(Line(x, y, size * scale, text))

    text = page.extract_text(visitor_text=visit)
    starts = Counter(round(part.x) for part in parts if part.text.strip())
    lines: list[Line] = []
    open_line: Line | None = None
    for part in parts:
        for at, piece in enumerate(part.text.split("\n")):
            if open_line is not None and (at or _begins_column(part, open_line, starts)):
                lines.append(open_line)
                open_line = None
            if piece.strip():
                open_line = (
                    part._replace(text=piece)
                    if open_line is None
                    else open_line._replace(text=open_line.text + piece)
                )
    return text, [*lines, *([open_line] if open_line else [])]


def column_by_column(lines: Sequence[Line]) -> list[Line] | None:
    """Lines of a page in the order of its columns, if they were written across them; else None.

    Rows of a table stay rows: their cells are short, or do not stop within a sentence.
    """
    beside = [at for at in range(len(lines) - 1) if _is_beside(lines[at], lines[at + 1])]
    if len(beside) < _MANY:
        return None
    first, last = beside[0], beside[-1] + 1
    block = lines[first : last + 1]
    edges = _edges([lines[at] for at in beside] + [lines[at + 1] for at in beside])
    columns = [[line for line in block if _column(line, edges) == at] for at in range(len(edges))]
    if len(edges) < 2 or not all(map(_is_prose, columns)):
        return None
    return [*lines[:first], *(line for column in columns for line in column), *lines[last + 1 :]]


def headline(lines: Sequence[Line]) -> str:
    """The largest lines of a page that stand together, or empty where none is larger than text."""
    if len(lines) < 2:
        return ""
    usual = median(size for line in lines for size in [line.size] * len(line.text.split()))
    largest = max((line.size for line in lines if any(map(str.isalpha, line.text))), default=0)
    if largest < _LARGER * usual:
        return ""
    at = next(at for at, line in enumerate(lines) if line.size == largest)
    found = []
    while at < len(lines) and abs(lines[at].size - largest) < 0.1 * largest:
        found.append(lines[at].text)
        at += 1
    title = " ".join(" ".join(found).split())
    return title if 0 < len(title) <= _LONGEST else ""


def larger_lines(pages: Iterable[Sequence[Line]]) -> frozenset[str]:
    """Lines of a document in larger letters than most of its words, spaces of any kind made one."""
    lines = [line for page in pages for line in page]
    sizes = [size for line in lines for size in [line.size] * len(line.text.split())]
    usual = median(sizes) if sizes else 0
    return frozenset(
        " ".join(line.text.split()) for line in lines if line.size >= _LARGER * usual > 0
    )


def _begins_column(part: Line, line: Line, starts: Counter[int]) -> bool:
    """Whether a part of a line stands where many others begin, well to the right of the line."""
    return starts[round(part.x)] >= _MANY and part.x > line.x + _PROSE * _WIDTH * part.size


def _is_beside(line: Line, after: Line) -> bool:
    """Whether a line stands to the right of the one before it, with room between."""
    width = _WIDTH * line.size * len(line.text.strip())
    return abs(line.y - after.y) < line.size / 2 and after.x > line.x + max(width, line.size)


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where columns begin: what many lines have for their left edge, about."""
    step = max(4.0, median(line.size for line in lines))
    counted = Counter(round(line.x / step) for line in lines)
    many = sorted(at for at, count in counted.items() if count >= _MANY / 2)
    apart = [at for number, at in enumerate(many) if number == 0 or at - many[number - 1] > 2]
    return [(at - 1) * step for at in apart]


def _column(line: Line, edges: Sequence[float]) -> int:
    return max((at for at, edge in enumerate(edges) if edge <= line.x), default=0)


def _is_prose(column: Sequence[Line]) -> bool:
    texts = [line.text.strip() for line in column if line.text.strip()]
    if not texts or median(map(len, texts)) < _PROSE:
        return False
    within = sum(text[-1].isalnum() or text[-1] in ",-\u00ad" for text in texts)
    return within >= _WITHIN * len(texts)
