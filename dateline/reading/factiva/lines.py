"""Exports of Factiva as lines: RTF, and the text or Word file that it was saved as.

An article is its fields, an empty line, its paragraphs, often the name of its publisher, and the
number that ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.reading.contents import Contents
from dateline.reading.dates.printed import iso_day
from dateline.reading.encoding import open_text
from dateline.reading.exported import Export
from dateline.reading.factiva.fields import ACCESSION, CODES, TEXT_CODES, by_code, by_order
from dateline.reading.factiva.publisher import is_publisher
from dateline.reading.files import File
from dateline.reading.imprint import is_byline, is_copyright, is_length
from dateline.reading.lines.rich_text import Line
from dateline.reading.lines.word import first_lines
from dateline.reading.lines.word import read_lines as lines_of_word
from dateline.reading.paragraphs import joined, paragraphs, usual_width
from dateline.reading.start import Start

__all__ = [
    "holds_articles",
    "looks_like_text",
    "looks_like_word",
    "of_lines",
    "read_text",
    "read_word",
]

_LONGEST_NUMBER: Final = 60
_LARGER: Final = 0.6
"""Share of the text's width that a line of a headline has at least if it was broken."""

_SPACED: Final = "|".join(
    (*CODES, *TEXT_CODES, "SC", "CY", "CO", "IN", "NS", "RE", "PUB", "CT", "IPD", "IPC")
)
_CODED: Final = re.compile(
    rf"([A-Z]{{2,3}}(?=\s*[|\t])|(?:{_SPACED})(?=\s\s))\s*[|\t]?\s*(.*?)\s*\|?"
)
_CONTENTS: Final = re.compile(r"\S.*(?:\.{4,}|…{2,})\s*\d{1,4}")
"""A line of a table of contents: a headline, dots, the number of its page."""

_FOOT: Final = re.compile(
    r"(?:[^\W\d]{1,9}\s)?(?:\d+\s(?:[^\W\d]{1,4}\s\d+\s)?)?\s*(?:©|\(c\))\s*\d{4}\s+Factiva\b.*",
    re.IGNORECASE,
)
"""At the foot of each page: "Page 2 of 12 © 2016 Factiva, Inc. All rights reserved."."""


def holds_articles(text: str) -> bool:
    """Whether a text ends its articles with the numbers of Factiva."""
    return any(map(_end, text.splitlines()))


def looks_like_text(start: Start) -> bool:
    """Whether a text file holds articles of Factiva."""
    return not (start.is_zip or start.is_markup) and holds_articles(start.text)


def looks_like_word(start: Start) -> bool:
    """Whether a Word file holds articles of Factiva."""
    return start.is_zip and any(map(_end, first_lines(start.file)))


def read_text(file: File) -> Contents:
    """Read a text file.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    stream, encoding = open_text(file)
    with stream:
        contents = of_lines([Line(line, False) for line in stream.read().splitlines()])
    contents.notes += [encoding.note] if encoding.note else []
    return contents


def read_word(file: File) -> Contents:
    """Read a Word file. ReadingError if it is damaged or needs a password."""
    return of_lines([Line(line, False) for line in lines_of_word(file)])


def of_lines(lines: Sequence[Line], *, broken: bool = False) -> Contents:
    """The articles in the lines of a text, each ended by the line of its number.

    Args:
        lines: All of them.
        broken: Paragraphs were broken to fit a page, as in print; else every line is one.
    """
    return Export("Factiva", list(_articles(lines, broken))).contents()


def _end(line: str) -> re.Match[str] | None:
    """The number that ends an article, alone or in the cell of its code."""
    if len(line) > _LONGEST_NUMBER or "0" not in line:
        return None
    coded = _CODED.fullmatch(line.strip("| "))
    number = coded[2] if coded and coded[1] == "AN" else line
    return ACCESSION.fullmatch(number.strip(" |\ufeff\t"))


def _articles(lines: Sequence[Line], broken: bool) -> Iterator[dict[str, str]]:
    article: list[Line] = []
    above = True  # no article has begun
    for line in lines:
        above = above and not (is_length(line.text) or is_copyright(line.text))
        end = _end(line.text)
        if end is None:
            if above and _CONTENTS.fullmatch(line.text.strip()):  # of the first article
                article = []
            elif not _FOOT.fullmatch(line.text.strip()):
                article.append(line)
            continue
        coded = any(match[1] == "HD" for each in article if (match := _CODED.fullmatch(each.text)))
        cells = _of_coded(article) if coded else _of_plain(article, broken)
        yield cells | {"identifier": end["number"]}
        article = []


def _of_coded(lines: Sequence[Line]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if match := _CODED.fullmatch(line.text):
            code = match[1]
            found.setdefault(code, []).append(match[2])
        elif code and line.text.strip():
            found[code].append(line.text.strip(" |"))
    text = [part for code in TEXT_CODES for part in found.pop(code, []) if part]
    return by_code({code: " ".join(parts) for code, parts in found.items()}, text)


def _of_plain(lines: Sequence[Line], broken: bool) -> dict[str, str]:
    end = _end_of_head(lines)
    body = [line.text for line in lines[end:]]
    width = usual_width(body) if broken else 0
    publisher = body.pop() if width and len(body) > 1 and is_publisher(body[-1], "", "") else ""
    text = [*paragraphs(body, width), *([publisher] if publisher else [])]
    if not end:
        return {"text": "\n\n".join(text)}
    head = [line for line in lines[:end] if line.text.strip()]
    rights = head.pop().text if is_copyright(head[-1].text) else ""
    first, last = _headline(head)
    while width and last < len(head) and _goes_on(head[last - 1].text, head[last].text, width):
        last += 1
    title = " ".join(joined(line.text) for line in head[first:last])
    before = [joined(line.text) for line in head[:first]]
    cells = by_order(before, title, [line.text for line in head[last:]], text)
    if len(text) > 1 and is_publisher(text[-1], rights, cells.get("source", "")):
        cells |= {"publisher": text.pop(), "text": "\n\n".join(text)}
    return cells


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether a headline, printed larger than the text, goes on in the line after it."""
    if len(line) < _LARGER * width or is_byline(after) or is_length(after) or iso_day(after):
        return False
    return any(word.islower() for word in after.split())  # else it is a name


def _end_of_head(lines: Sequence[Line]) -> int:
    """The line after the fields: after whose the rights are, else after the lines with the day."""
    rights = next((at for at, line in enumerate(lines) if is_copyright(line.text)), None)
    if rights is not None:
        return rights + 1
    at = next((at for at, line in enumerate(lines) if iso_day(line.text)), len(lines))
    empty = (end for end in range(at, len(lines)) if not lines[end].text.strip())
    return next(empty, 0)


def _headline(head: Sequence[Line]) -> tuple[int, int]:
    """Where the headline begins and ends among the fields.

    It is bold; where nothing is, it is the longest line before the length that names no author.
    """
    bold = [at for at, line in enumerate(head) if line.bold]
    if bold:
        last = bold[0]
        while last + 1 in bold:
            last += 1
        return bold[0], last + 1
    texts = [line.text for line in head]
    end = next((at for at, text in enumerate(texts) if is_length(text) or iso_day(text)), 1)
    likely = [at for at in range(max(end, 1)) if at == 0 or not is_byline(texts[at])]
    longest = max(likely, key=lambda at: len(texts[at]))
    return longest, longest + 1
