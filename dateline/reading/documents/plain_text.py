"""`.txt` and `.md`: one article a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.errors import ReadingError
from dateline.reading import markdown
from dateline.reading.contents import LONGEST_TEXT, Contents, Record
from dateline.reading.documents.file_name import stated_in_name
from dateline.reading.documents.labelled_head import labelled_head, labelled_texts
from dateline.reading.encoding import open_text
from dateline.reading.files import File
from dateline.reading.titles import split_title

__all__ = ["read_plain_text"]

_FRONT_MATTER: Final = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_ENTRY: Final = re.compile(r"^(\w[\w -]*?)\s*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_DOCUMENT: Final = re.compile(
    r"^[ \t]*(?:End of Document|\d+ (?:of|von|van|de|sur) \d+ DOCUMENT[A-Z]*|_{40,})[ \t]*$",
    re.MULTILINE,
)
"""What parts the articles in exports of Nexis and ProQuest."""


def read_plain_text(file: File) -> Contents:
    """Read the one article of a text file.

    The first line is its title if it is short enough and stands alone; lines such as "Source: …"
    above a text are what they say. Markdown is read without its
    marks, and entries between `---` lines at its top (`date: 2016-12-16`) are understood. What its
    name states (a day, a country, a language) counts where nothing else says it.

    Raises:
        ReadingError: It is binary, empty, longer than `LONGEST_TEXT` or an export of several
            articles.
        OSError: It cannot be opened.
    """
    _refuse_if_long(file.size / 4)  # no encoding has more bytes a character
    stream, encoding = open_text(file)
    with stream:
        text = stream.read().replace("\r\n", "\n").replace("\r", "\n")
    _refuse_if_long(len(text))
    if (articles := len(_DOCUMENT.findall(text))) > 1:
        raise ReadingError(
            f"an export of about {articles} articles in one file",
            "one article a file",
            "save them one by one, or as a table",
        )
    notes = [encoding.note] if encoding.note else []
    cells = {}
    text = text.lstrip("\ufeff")
    if parts := labelled_texts(text):
        return _of_parts(parts, notes)
    if file.ending in markdown.ENDINGS:
        if front := _FRONT_MATTER.match(text):
            cells = {name: value.strip("\"'") for name, value in _ENTRY.findall(front[1])}
            text = text[front.end() :]
        text = markdown.text_of(text)
    else:
        cells, text = labelled_head(text.lstrip("\n"))
    text = text.strip(" \t\n")
    title, body = split_title(text)
    if cells.get("title", title) != title:  # stated above; what comes first is the article
        title, body = "", text
    if not body and not title:
        raise ReadingError("empty", "a text")
    cells |= {"text": body or title}
    if title:
        cells.setdefault("title", title)
    cells = stated_in_name(file) | {name: value for name, value in cells.items() if value}
    return Contents(tuple(cells), [Record(0, cells)], notes=notes, is_table=False)


def _of_parts(parts: Sequence[str], notes: list[str]) -> Contents:
    """Texts of one file that stand below lines with labels."""
    records = []
    columns: dict[str, None] = {"text": None}
    for row, part in enumerate(parts, start=1):
        cells, body = labelled_head(part)
        cells["text"] = body.strip()
        columns.update(dict.fromkeys(cells))
        records.append(Record(row, cells))
    notes.append(f"Its {len(parts):,} texts were told apart by the labels above each.")
    return Contents(tuple(columns), records, notes=notes, is_table=False)


def _refuse_if_long(characters: float) -> None:
    if characters > LONGEST_TEXT:
        raise ReadingError(
            f"more than {LONGEST_TEXT:,} characters",
            "one article a file",
            "split it into its articles",
        )
