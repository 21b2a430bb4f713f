"""`.pdf`: one article a file, through pypdf."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence, Set
from typing import Final

import pypdf

from dateline.errors import ReadingError
from dateline.reading import europresse, factiva, proquest
from dateline.reading.contents import LONGEST, Contents
from dateline.reading.counted import counted
from dateline.reading.documents.one_article import one_article
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.lines.pdf_layout import (
    Line,
    column_by_column,
    headline,
    larger_lines,
    lines_of_page,
)
from dateline.reading.lines.rich_text import Line as PlainLine
from dateline.reading.nexis import holds_documents, of_print, without_running_heads
from dateline.reading.paragraphs import paragraphs, usual_width
from dateline.reading.titles import split_title

__all__ = ["read_pdf"]

_MOST_PAGES: Final = 2_000

_NARROWEST: Final = 24
_WIDEST: Final = 220
"""Characters in a line: of a newspaper's column, and of a page as browsers print it."""

_NUMBERS: Final = (
    ("Europresse", europresse.NUMBER, "HTML"),
    ("ProQuest", re.compile(r"^\W*ProQuest document ID\s*:?\s*\d+", re.I | re.M), "HTML or text"),
)
"""What each article of a database ends with, once an article."""

_TOLD_APART: Final = "Its articles were told apart by what is printed above and under each."

_PRINTED: Final = (europresse.printed_articles, proquest.printed_articles)
"""What reads the articles of each of these, where they are sure."""

_EDGE: Final = 2
"""Lines at the top and the bottom of a page that may be a running head."""

_REPEATED: Final = 3
"""Pages on which a line must stand at the edge to be one."""

_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:page|seite|p\.|с\.|صفحة)?\s*\d{1,4}\s*(?:(?:of|von|de|sur|из|/)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"(?<=[^\W\d_]{2})[-\u00ad\u2010]\n(?=[a-zà-ÿ])")
_JOINT: Final = "\u00ad"
"""Stands for a hyphen at the end of a line while lines are joined."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every small damage


def read_pdf(file: File) -> Contents:
    """Read the one article of a PDF file, or those of an export of a database.

    Lines are joined to paragraphs, words that were parted at the end of a line with them; page
    numbers and lines that stand at the edge of several pages are left out. The first line is the
    title if it can be one. What the file says of itself is that of whoever made it, and not kept.

    Raises:
        ReadingError: It is no PDF, protected by a password, damaged, too long, an export of several
            articles, or has no text, as the picture of a page has none.
        OSError: It cannot be opened.
    """
    with file.open() as stream:
        try:
            reader = pypdf.PdfReader(stream)
            if reader.is_encrypted and not reader.decrypt(""):
                raise ReadingError(
                    "protected by a password", "a file that opens without", "save it without one"
                )
            if len(reader.pages) > _MOST_PAGES:
                raise ReadingError(f"{len(reader.pages):,} pages", f"at most {_MOST_PAGES:,}")
            notes: list[str] = []
            pages, title, larger = _pages(reader, notes)
        except ReadingError:
            raise
        except Exception as error:  # pypdf raises whatever a damaged file made it stumble over
            raise ReadingError(
                f"a damaged PDF file, perhaps cut short ({str(error)[:80]})", "a whole one"
            ) from error
    pages = without_running_heads(pages)
    written = [line for page in pages for line in page]
    text = "\n".join(written)
    if holds_documents(text):
        contents = of_print(written)
        contents.notes += notes
        return contents
    of_database = any(number.search(text) for _, number, _ in _NUMBERS)
    lines = _without_edges(pages, larger if of_database else frozenset(), notes)
    text = "\n".join(lines)
    if not any(map(str.isalpha, text)):
        raise ReadingError(
            "no text in it; its pages may be pictures", "a PDF with text", "recognise it first"
        )
    if factiva.holds_articles(text):
        contents = factiva.of_lines([PlainLine(line, False) for line in lines], broken=True)
        contents.notes += notes
        return contents
    if (exported := _of_export(lines, larger)) is not None:
        exported.notes += notes
        return exported
    _refuse_exports(text)
    title, lines = _taken_out(title, lines)
    text = "\n".join(lines)
    marked, parted = _PARTED.subn(f"{_JOINT}\n", text)
    if parted:
        told = "# [word|words] parted at the end of a line [was|were] joined."
        notes.append(counted(parted, told))
    whole = marked.split("\n")
    width = usual_width(whole, narrowest=_NARROWEST, widest=_WIDEST)
    joined = "\n\n".join(paragraphs(whole, width, printed=True))
    body = re.sub(f"{_JOINT}\\s+", "", joined)
    if not title:
        title, body = split_title(body)
    return one_article(file, title, body, notes)


def _refuse_exports(text: str) -> None:
    """ReadingError for several articles of a database that print does not tell apart."""
    for database, number, kinds in _NUMBERS:
        if (count := len(number.findall(text))) > 1:
            raise ReadingError(
                f"an export of {count} articles of {database} as PDF, which tells none apart",
                f"the same export as {kinds}",
                "choose that where the file type is asked for",
            )


def _of_export(lines: Sequence[str], larger: Set[str]) -> Contents | None:
    """The articles of a database, if print tells surely where each of their parts begins."""
    text = "\n".join(lines)
    for (database, number, _), printed_articles in zip(_NUMBERS, _PRINTED, strict=True):
        if number.search(text) and (articles := printed_articles(lines, larger)):
            return Export(database, articles, notes=[_TOLD_APART]).contents()
    return None


def _pages(
    reader: pypdf.PdfReader, notes: list[str]
) -> tuple[list[list[str]], str, frozenset[str]]:
    """The lines of each page as they are read, the headline of the first, all larger lines."""
    size = across = 0
    pages: list[list[str]] = []
    title = ""
    all_written: list[list[Line]] = []
    for page in reader.pages:
        text, written = lines_of_page(page)
        size += len(text)
        if size > LONGEST:
            raise ReadingError(f"more than {LONGEST:,} characters", "one article a file")
        title = title if pages else headline(written)
        all_written.append(written)
        read = column_by_column(written)
        across += read is not None
        lines = text.split("\n") if read is None else [line.text for line in read]
        pages.append([line.rstrip() for line in lines])
    if across:
        pages_across = counted(across, "# [page|pages]")
        notes.append(f"The columns of {pages_across}, written across, were put one after another.")
    return pages, title, larger_lines(all_written)


def _taken_out(title: str, lines: list[str]) -> tuple[str, list[str]]:
    """A headline, and the lines without it; an empty one where it is not whole lines of them."""
    sought = "".join(title.split())
    for first in range(len(lines) if sought else 0):
        found = ""
        for last in range(first, len(lines)):
            found += "".join(lines[last].split())
            if found == sought:
                return title, [*lines[:first], "", *lines[last + 1 :]]
            if not sought.startswith(found):
                break
    return "", lines


def _without_edges(pages: Sequence[list[str]], headlines: Set[str], notes: list[str]) -> list[str]:
    """All lines but for page numbers and running heads; a headline may be the same as another."""
    filled = [[line for line in page if line.strip()] for page in pages]
    edges: Counter[str] = Counter()
    for page in filled:
        outer_lines = {*page[:_EDGE], *page[-_EDGE:]}
        outer_lines = {line for line in outer_lines if " ".join(line.split()) not in headlines}
        edges.update({_plain(line) for line in outer_lines if not _is_of_article(line)})
    heads = {line for line, count in edges.items() if count >= _REPEATED}
    lines: list[str] = []
    left_out = 0
    for page in pages:
        places = [number for number, line in enumerate(page) if line.strip()]
        page = page[places[0] : places[-1] + 1] if places else []
        places = [number for number, line in enumerate(page) if line.strip()]
        outer = {*places[:_EDGE], *places[-_EDGE:]}
        for number, line in enumerate(page):
            if number in outer and (_plain(line) in heads or _PAGE_NUMBER.fullmatch(line)):
                left_out += 1
            else:
                lines.append(line)
    if left_out:
        told = (
            "# [line that is a page number or running head was|lines that are page numbers or "
            "running heads were] left out."
        )
        notes.append(counted(left_out, told))
    return lines


def _is_of_article(line: str) -> bool:
    """Whether a line is the number or the heading of an article, which differs by its figures."""
    if factiva.holds_articles(line) or europresse.is_heading(line):
        return True
    return any(number.search(line) for _, number, _ in _NUMBERS)


def _plain(line: str) -> str:
    """A line without its numbers, which change from page to page."""
    return re.sub(r"\d+", "", line).strip()
