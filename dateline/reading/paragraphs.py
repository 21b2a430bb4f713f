"""Lines to paragraphs: lines that were broken to fit a width become whole again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

__all__ = ["blocks", "joined", "paragraphs", "usual_width"]

NARROWEST: Final = 50
WIDEST: Final = 120
"""Characters between which lines are that were broken to fit a page."""

FITTING: Final = 0.98
"""Of the lines that another one follows, so many fit the width: the rest are web addresses."""

FULL: Final = (0.8, 1 / 3)
"""Lines as long as the first share of a width are full; if less than the second share of lines are,
they end where their writer ended them."""

PRINTED: Final = 5
"""Of the characters of a width, one in so many may lack in a full line of print."""

CUT: Final = 0.5
"""Of the full lines, so many stop within a sentence, or each is a paragraph."""


def joined(text: str) -> str:
    """A text on one line, spaces of any kind made one."""
    return " ".join(text.split())


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines parted by empty ones; every block has a line."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def usual_width(lines: Iterable[str], *, narrowest: int = NARROWEST, widest: int = WIDEST) -> int:
    """The width in characters that lines were broken at, 0 if they were not broken.

    Args:
        lines: As they stand.
        narrowest, widest: What a page or column has at the least and at the most.
    """
    followed = [line for block in blocks(lines) for line in block[:-1]]
    lengths = sorted(map(len, followed))
    if not lengths:
        return 0
    width = lengths[min(len(lengths) - 1, int(FITTING * len(lengths)))]
    nearly, share = FULL
    full = [line for line in followed if len(line) >= nearly * width]
    cut = sum(map(_stops_within, full))
    broken = len(full) >= share * len(followed) and cut >= CUT * len(full)
    return width if broken and narrowest <= width <= widest else 0


def paragraphs(lines: Sequence[str], width: int, *, printed: bool = False) -> list[str]:
    """Paragraphs of some lines.

    A line goes on in the next one if the next one's first word would not have fitted into it, or if
    it stops in the middle of a sentence: a line that ended earlier was meant to end there, as in
    lists, tables and verse.

    Args:
        lines: As they stand; an empty one ends a paragraph.
        width: What they were broken at (`usual_width`); 0: every line is a paragraph.
        printed: Letters are of many widths, so that a full line may have a few characters less.
    """
    done: list[str] = []
    for block in blocks(lines):
        last = ""
        for line in block:
            if width and last and _goes_on(last, line, width, printed=printed):
                done[-1] += f" {joined(line)}"
            else:
                done.append(joined(line))
            last = line.rstrip()
    return done


def _goes_on(line: str, after: str, width: int, *, printed: bool) -> bool:
    first = after.split()[0]
    if printed and _stops_within(line):
        width -= width // PRINTED
    if len(line) + 1 + len(first) > width:
        return True
    return len(line) >= width / 2 and first[0].islower() and _stops_within(line)


def _stops_within(line: str) -> bool:
    """Whether a line ends with a word or a comma, as sentences do not."""
    return line[-1].isalnum() or line[-1] == ","
