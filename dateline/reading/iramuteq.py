"""Corpora for IRaMuTeQ and Alceste: texts in one file, each below a line of starred variables.

"**** *source_La_Gazette *date_2016-12-16 *theme_ponts" stands above a text; a variable is a name
and a value parted by its first underline. Lines such as "-*lead" name a part of a text.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.reading.contents import Contents, Record
from dateline.reading.encoding import open_text
from dateline.reading.files import File
from dateline.reading.paragraphs import paragraphs, usual_width
from dateline.reading.start import Start

__all__ = ["looks_like_corpus", "read_corpus"]

_HEAD: Final = re.compile(r"(?:\*{4}|\d{4})((?:[ \t]+\*[^\s*]+)+)[ \t]*")
_VARIABLE: Final = re.compile(r"\*(?P<name>[^\W_][^\s_]*)(?:_(?P<value>\S*))?")
_PART: Final = re.compile(r"-\*\S+\s*")
_DAY: Final = re.compile(r"\d{4}[-_]\d\d[-_]\d\d")


def looks_like_corpus(start: Start) -> bool:
    """Whether a text file is such a corpus, by its first line."""
    first = start.text.lstrip("\ufeff \t\n").partition("\n")[0]
    return not start.is_zip and _HEAD.fullmatch(first) is not None


def read_corpus(file: File) -> Contents:
    """Read texts with their variables; which is what is told by their names, as in a table.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    stream, encoding = open_text(file)
    with stream:
        lines = stream.read().lstrip("\ufeff").splitlines()
    begins = [at for at, line in enumerate(lines) if _HEAD.fullmatch(line.strip())]
    records = []
    columns: dict[str, None] = {}
    for row, (begin, end) in enumerate(
        zip(begins, [*begins[1:], len(lines)], strict=True), start=1
    ):
        body = [line for line in lines[begin + 1 : end] if not _PART.fullmatch(line)]
        cells = _variables(lines[begin])
        cells["text"] = "\n\n".join(paragraphs(body, usual_width(body)))
        columns.update(dict.fromkeys(cells))
        records.append(Record(row, {name: value for name, value in cells.items() if value}))
    notes = ["A corpus for IRaMuTeQ: its variables are columns."]
    return Contents(
        tuple(dict.fromkeys(("text", *columns))),
        records,
        notes=[*notes, *([encoding.note] if encoding.note else [])],
    )


def _variables(line: str) -> dict[str, str]:
    cells: dict[str, str] = {}
    for match in _VARIABLE.finditer(line):
        value = match["value"] or ""
        day = _DAY.fullmatch(value)
        cells.setdefault(match["name"], value.replace("_", "-" if day else " ") or "yes")
    return cells
