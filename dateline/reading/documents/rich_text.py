"""`.rtf`: an export of a database, or one article."""

from __future__ import annotations

from dateline.errors import ReadingError
from dateline.reading import factiva, nexis, proquest
from dateline.reading.contents import Contents, Record
from dateline.reading.files import File
from dateline.reading.lines.rich_text import read_lines
from dateline.reading.paragraphs import paragraphs
from dateline.reading.press_databases import apa
from dateline.reading.start import Start
from dateline.reading.titles import split_title

__all__ = ["looks_like_rich_text", "read_rich_text"]


def looks_like_rich_text(start: Start) -> bool:
    """Whether a file is RTF."""
    return start.head.startswith(b"{\\rtf")


def read_rich_text(file: File) -> Contents:
    """Read the articles of Nexis, Factiva, ProQuest or the APA in it, or all of it as one.

    Raises:
        ReadingError: It is too large, damaged or empty.
        OSError: It cannot be opened.
    """
    lines = read_lines(file)
    text = "\n".join(line.text for line in lines)
    if nexis.holds_documents(text):
        return nexis.of_lines([line.text for line in lines])
    if factiva.holds_articles(text):
        return factiva.of_lines(lines)
    if proquest.holds_articles(text):
        return proquest.of_lines([line.text for line in lines])
    if apa.holds_articles(text):
        return apa.of_lines(lines)
    title, body = split_title("\n\n".join(paragraphs([line.text for line in lines], 0)))
    if not body:
        raise ReadingError("empty", "a text")
    cells = {"text": body} | ({"title": title} if title else {})
    return Contents(tuple(cells), [Record(0, cells)], is_table=False)
