"""RTF exports of the OnlineManager of the Austria Press Agency: articles of Austrian papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.reading.contents import Contents
from dateline.reading.dates.printed import iso_day
from dateline.reading.exported import Export
from dateline.reading.lines.rich_text import Line
from dateline.reading.paragraphs import joined, paragraphs

__all__ = ["holds_articles", "of_lines"]

_HEADER: Final = re.compile(
    r'\s*["„“](?P<source>[^"“”]{2,80})["“”](?P<number> Nr\.? ?\S+)?\s+vom\s+'
    r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})(?:[\s,]+Seite:?\s*(?P<page>.{1,20}))?\s*"
)
_ONLINE: Final = re.compile(
    r'\s*["„“](?P<source>[^"“”]{2,80})["“”]\s+gefunden\s+am\s+'
    r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4}(?:\s+\d{1,2}:\d\d)?)(?:\s+Uhr)?\s*"
)
"""Of an article on the web, which the archive found on a day: that stands for its date."""

_RULE: Final = re.compile(r"\s*_{20,}\s*")
_DEPARTMENT: Final = re.compile(r"\s*(?:Ressort|Rubrik):\s*(.*)")
_AUTHOR: Final = re.compile(r"\s*(?:Autor|Von):\s*(.*)")


def holds_articles(text: str) -> bool:
    """Whether a line of a text is the header of an article: "Paper" vom 23.10.2017 Seite: 2."""
    return any(_header(line) for line in text.splitlines() if len(line) < 160)


def of_lines(lines: Sequence[Line]) -> Contents:
    """The articles in the lines of an RTF file."""
    return Export("the APA", list(_articles(lines))).contents()


def _header(line: str) -> re.Match[str] | None:
    return _HEADER.fullmatch(line) or _ONLINE.fullmatch(line)


def _articles(lines: Sequence[Line]) -> Iterator[dict[str, str]]:
    begins = [at for at, line in enumerate(lines) if _header(line.text)]
    for begin, end in zip(begins, (*begins[1:], len(lines)), strict=True):
        yield _article(lines[begin], lines[begin + 1 : end])


def _article(header: Line, lines: Sequence[Line]) -> dict[str, str]:
    head = _header(header.text)
    cells: dict[str, str] = {}
    if head is not None:
        cells = {"source": head["source"], "published": iso_day(head["day"])}
        cells["page"] = joined(head.groupdict().get("page") or "")
    rest: list[Line] = []
    for line in lines:
        if not rest and (match := _DEPARTMENT.fullmatch(line.text)):
            cells["section"] = joined(match[1])
        elif not rest and (match := _AUTHOR.fullmatch(line.text)):
            cells["author"] = joined(match[1])
        elif line.text.strip() and not _RULE.fullmatch(line.text):
            rest.append(line)
    # The headline is the first in bold letters; without any it is the first line.
    at = next((at for at, line in enumerate(rest) if line.bold), 0)
    cells["kicker"] = "; ".join(joined(line.text) for line in rest[:at])
    cells["title"] = joined(rest[at].text) if rest else ""
    cells["text"] = "\n\n".join(paragraphs([line.text for line in rest[at + 1 :]], 0))
    return {name: value for name, value in cells.items() if value}
