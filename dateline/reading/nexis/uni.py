"""The layout of Nexis Uni: title, outlet and date on a line each, labels, "Body", the text.

A cover may go before it that lists every headline with the search that found it, and the name of
whoever exported it. Nothing of a cover is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from dateline.reading.dates.printed import is_vague, iso_day
from dateline.reading.imprint import author_of, is_copyright
from dateline.reading.nexis.labels import (
    BODY,
    COVER,
    END,
    TAIL,
    label_of,
    plain,
)
from dateline.reading.paragraphs import blocks, joined, paragraphs, usual_width

__all__ = ["read_documents", "stated"]

_COVER_LINES: Final = 40
_HEADING_LINES: Final = 12
_WIDEST: Final = 160
"""Characters of a line of print, at the most."""

_AFTER_TEXT: Final = ("graphic", "(classified)", "subject", "language", "publication type")
_UNKNOWN: Final = re.compile(r"\s*[^\W\d_][^:;.,()]{1,28}:[\s\xa0]")
"""A label that is not known, where labels stand."""

_PROSE: Final = ("graphic", "highlight")
"""Labels whose lines are sentences."""

_SUBHEADINGS: Final = ("ABSTRACT", "FULL TEXT")
"""Lines that the database puts into texts."""


def stated(lines: Sequence[str]) -> int | None:
    """How many documents the cover says that there are; None without a cover."""
    match = COVER.search("\n".join(lines[:_COVER_LINES]))
    return int(match[1]) if match else None


def read_documents(lines: Sequence[str], *, printed: bool = False) -> list[dict[str, str]]:
    """The articles of an export.

    Args:
        lines: All its lines, empty ones too; a paragraph may be one line or broken to a width.
        printed: They are lines of print, whose letters are of many widths.

    Returns:
        Field or further column → value, for each document.
    """
    articles = []
    document: list[str] = []
    for line in (*lines, None):
        if line is not None and not END.match(line):
            document.append(line)
            continue
        if any(map(str.strip, document)) and (line is not None or _body_at(document) is not None):
            articles.append(_article(document, printed=printed))
        document = []
    return articles


def _body_at(lines: Sequence[str]) -> int | None:
    """The line that is nothing but "Body"."""
    return next((at for at, line in enumerate(lines) if plain(line) in BODY), None)


def _article(lines: Sequence[str], *, printed: bool) -> dict[str, str]:
    marked = _body_at(lines)
    above = lines[: _first_label(lines) if marked is None else marked]
    heading = _block(above, iso_day) or _block(above, is_vague) or _undated_block(above)
    cells = _heading(lines, *heading) if heading else {}
    labels = heading[1] if heading else 0
    begin = _after_labels(lines, labels) if marked is None else marked + 1
    _take_labels(cells, lines[labels : begin if marked is None else marked])
    end = _tail_at(lines, begin)
    text = [line for line in lines[begin:end] if line.strip() not in _SUBHEADINGS]
    width = usual_width(text, widest=_WIDEST) if printed else usual_width(text)
    cells["text"] = "\n\n".join(paragraphs(text, width, printed=printed))
    _take_labels(cells, lines[end:])
    if "author" in cells:
        cells["author"] = author_of(cells["author"], cells.get("title", ""))
    return cells


def _first_label(lines: Sequence[str]) -> int:
    """The first line below the headline that has a label, or tells whose the rights are."""
    seen = 0
    for at, line in enumerate(lines):
        label = label_of(line)
        seen = 0 if label and label.field == "(asked)" else seen + bool(line.strip())
        if seen > 1 and (is_copyright(line) or label):
            return at
    return min(len(lines), _HEADING_LINES)


def _after_labels(lines: Sequence[str], begin: int) -> int:
    """The line after the labels that come together, where no line says that the text begins."""
    for at in range(begin, len(lines)):
        if lines[at].strip() and not label_of(lines[at]) and not is_copyright(lines[at]):
            return at
    return len(lines)


def _block(lines: Sequence[str], is_date: Callable[[str], str | bool]) -> tuple[int, int] | None:
    """Where the last block with a date in it begins, and the line after its date.

    Title, outlet and date stand together; before them may be a cover whose headlines hold dates.
    """
    found = None
    for begin, block in _blocks(lines):
        for at, line in enumerate(block, start=begin):
            if not is_copyright(line) and is_date(line):
                found = (begin, at + 1)
    return found


def _undated_block(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where a title and an outlet begin that no date comes after, and the line after them."""
    for begin, block in reversed(list(_blocks(lines))):
        head = list(takewhile(lambda line: not (is_copyright(line) or label_of(line)), block))
        if len(head) > 1:
            return begin, begin + len(head)
    return None


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines that stand together and where they begin; a line on who asked for what parts them."""
    begin, block = 0, list[str]()
    for at, line in enumerate((*lines, "")):
        label = label_of(line)
        if not line.strip() or (label and label.field == "(asked)"):
            if block:
                yield begin, block
            block = []
        else:
            begin = begin if block else at
            block.append(line)


def _heading(lines: Sequence[str], begin: int, after: int) -> dict[str, str]:
    """Title, outlet and date of a document, whose date may be none."""
    printed = joined(lines[after - 1])
    is_dated = bool(iso_day(printed)) or is_vague(printed)
    head = [joined(line) for line in lines[begin : after - 1 if is_dated else after]]
    above = list(blocks(line for line in lines[:begin] if not label_of(line)))
    while above and len(head) < 2:  # empty lines within: what is missing stands in the blocks above
        head = [*map(joined, above.pop()), *head]
    outlet = head.pop() if head else ""
    cells = {"title": " ".join(head), "source": outlet, "published": iso_day(printed)}
    if is_dated and not cells["published"]:
        cells["date as printed"] = printed
    return {name: value for name, value in cells.items() if value}


def _take_labels(cells: dict[str, str], lines: Sequence[str]) -> None:
    """Take in the labels of some lines that are kept; a line without one goes on with the last."""
    last = ""
    for line in lines:
        label = label_of(line)
        if label is not None:
            last = label.field if label.is_kept and label.field != "title" else ""
            if last and label.value:
                cells.setdefault(last, label.value)
        elif plain(line) in TAIL:
            last = "graphic" if plain(line).startswith("gra") else ""
        elif last not in _PROSE and _UNKNOWN.match(line):
            last = ""
        elif line.strip() and last and not is_copyright(line):
            cells[last] = f"{cells.get(last, '')} {joined(line)}".strip()


def _tail_at(lines: Sequence[str], begin: int) -> int:
    """Where the text ends: at the first line that only stands after texts."""
    for at in range(begin, len(lines)):
        label = label_of(lines[at])
        if plain(lines[at]) in TAIL or (label and label.ends_text):
            return at
        if label and label.field in _AFTER_TEXT:
            after = next((label_of(line) for line in lines[at + 1 :] if line.strip()), label)
            if after is not None:
                return at
    return len(lines)
