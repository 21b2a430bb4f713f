"""An EPUB to its articles: what a line of its table of contents leads to is one.

So it is in collections of articles and newspapers for e-readers; of a book it is a chapter. A page
without a line of its own goes on with what comes before it, as books are cut into pages of a size.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import html

from dateline.errors import ReadingError
from dateline.reading.archives.office import opened
from dateline.reading.contents import Contents, Record
from dateline.reading.counted import counted
from dateline.reading.epub.package import Entry, Package, open_package
from dateline.reading.files import File
from dateline.reading.pages import markup
from dateline.reading.pages.metadata import stated_in
from dateline.reading.paragraphs import joined
from dateline.reading.start import Start

__all__ = ["looks_like_epub", "read_epub"]

_FIRST: Final = b"mimetype"
_MARK: Final = b"application/epub+zip"
_HEADINGS: Final = ("h1", "h2", "h3")
_LINKS: Final = 0.6
"""Share of a page's letters that stand in links if it is a list of pages."""

_WORDS: Final = 60
"""A page before the contents that has fewer is a title page, a dedication, an imprint."""

_BEGIN: Final = "\ue000"  # of the private use area: written where an article begins
_MAKERS: Final = frozenset(("calibre", "pandoc", "unknown", "various", "various authors"))
"""Programs and words that stand for the author of a book that has none."""


@dataclass(slots=True)
class _Part:
    """An article in the making: its headline, the headline above it, its lines.

    `is_listed` is false of what stands before all that the table of contents lists.
    """

    title: str
    above: str = ""
    lines: list[str] = field(default_factory=list)
    stated: dict[str, str] = field(default_factory=dict)
    is_listed: bool = True


def looks_like_epub(start: Start) -> bool:
    """Whether a file is an EPUB, by the entry that must be its first, or by its name."""
    if not start.is_zip:
        return False
    if _FIRST + _MARK in start.head[:200] or start.file.ending == ".epub":
        return True
    return _FIRST in start.head[:200] and _first_entry(start.file) == _MARK


def _first_entry(file: File) -> bytes:
    """The first entry, where it was packed though it must not be."""
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            return archive.read(_FIRST.decode())[:100].strip()
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, EOFError, OSError):
        return b""


def read_epub(file: File) -> Contents:
    """Read the articles or chapters of an EPUB; covers, title pages and lists are left out.

    The title of the whole stands for the outlet, its day for the date of those that state none.

    Raises:
        ReadingError: It is no EPUB, damaged, encrypted or without a text.
        OSError: It cannot be opened.
    """
    with opened(file, "META-INF/", declared=True) as stream, zipfile.ZipFile(stream) as archive:
        try:
            package = open_package(archive)
            parts = list(_parts(archive, package))
        except ReadingError:
            raise
        except Exception as error:  # zipfile raises whatever a damaged archive made it stumble over
            raise ReadingError("a damaged EPUB, perhaps cut short", "a whole one") from error
    filled = [part for part in parts if _has_text(part)]
    if not filled:
        raise ReadingError("an EPUB without a text; its pages may be pictures", "one with text")
    records = [
        Record(0 if len(filled) == 1 else row, _cells(part, package))
        for row, part in enumerate(filled, start=1)
    ]
    columns = tuple(dict.fromkeys(name for record in records for name in record.cells))
    return Contents(columns, records, notes=_notes(package, filled, parts), is_table=False)


def _has_text(part: _Part) -> bool:
    """Whether a part is more than a headline, or than a title page that no contents list."""
    words = sum(len(line.split()) for line in part.lines if line != part.title)
    return words >= (1 if part.is_listed else _WORDS)


def _notes(package: Package, filled: Sequence[_Part], parts: Sequence[_Part]) -> list[str]:
    notes = [
        f"Of an e-book, each of the {len(filled):,} texts that its contents list is an article."
    ]
    if package.title:
        notes.append(f"Its title, {package.title!r}, stands for the outlet.")
    if left := len(parts) - len(filled):
        told = "# of its pages, such as titles and lists of pages, [was|were] left out."
        notes.append(counted(left, told))
    return notes


def _cells(part: _Part, package: Package) -> dict[str, str]:
    lines = part.lines[1:] if part.lines[0] == part.title else part.lines
    author = package.author if package.author.casefold() not in _MAKERS else ""
    cells = {
        "text": "\n\n".join(lines),
        "title": part.title,
        "published": part.stated.get("published", "") or package.published,
        "source": package.title,
        "author": part.stated.get("author", "") or author,
        "section": part.above,
        "language": package.language,
    }
    return {name: value for name, value in cells.items() if value}


def _parts(archive: zipfile.ZipFile, package: Package) -> Iterator[_Part]:
    """Articles in the order of reading, also those without a text."""
    if package.locked:
        raise ReadingError("an EPUB whose pages are encrypted", "one that opens in any reader")
    part: _Part | None = None
    for name in package.documents:
        page = _page(archive, name)
        if page is None:
            continue
        tops = _tops([entry for entry in package.entries if entry.name == name])
        begun = list(_begun(page, tops))
        if part is not None and not tops and package.entries and not _is_list(page):
            part.lines += begun[0].lines
            continue
        for number, each in enumerate(begun):
            each.is_listed = bool(tops or not package.entries)
            if part is not None and number == 0 and len(begun) > 1 and not each.title:
                part.lines += each.lines
                continue
            if part is not None:
                yield part
            part = each
    if part is not None:
        yield part


def _page(archive: zipfile.ZipFile, name: str) -> html.HtmlElement | None:
    """A page of the archive; None of one with nothing in it."""
    try:
        data = archive.read(name)
    except KeyError as error:
        raise ReadingError(f"an EPUB without {name}", "a whole one") from error
    try:
        return markup.open_page(File(name, len(data), data)).root
    except ReadingError:
        return None


def _tops(entries: Sequence[Entry]) -> list[Entry]:
    """The lines on a page that stand under none of the others on it."""
    depth = min((entry.depth for entry in entries), default=0)
    return list(
        {entry.place: entry for entry in reversed(entries) if entry.depth == depth}.values()
    )[::-1]


def _begun(page: html.HtmlElement, entries: Sequence[Entry]) -> Iterator[_Part]:
    """The articles of a page: one, or as many as the table of contents has lines for on it.

    What stands before the first of several is a part without a title.
    """
    stated = _stated(page)
    if _is_list(page):
        yield _Part("")
        return
    if len(entries) < 2:
        lines = [block.text for block in markup.blocks(page)]
        title = entries[0].title if entries else _heading(page)
        yield _Part(title, entries[0].above if entries else "", lines, stated)
        return
    places = {
        place: element
        for element in page.iter()
        if (place := element.get("id") or element.get("name"))
    }
    marked = [entry for entry in entries if entry.place in places]
    for entry in marked:
        mark = html.Element("span")
        mark.text, mark.tail = _BEGIN, places[entry.place].text
        places[entry.place].text = None
        places[entry.place].insert(0, mark)
    first = next((entry for entry in entries if entry.place not in places), None)
    part = _Part(first.title if first else "", first.above if first else "", [], stated)
    waiting = iter(marked)
    for block in markup.blocks(page):
        before, *others = block.text.split(_BEGIN)
        part.lines += [before.strip()] if before.strip() else []
        for text in others:
            yield part
            entry = next(waiting)
            part = _Part(entry.title, entry.above, [text.strip()] if text.strip() else [], stated)
    yield part


def _is_list(page: html.HtmlElement) -> bool:
    """Whether a page is a list of others: most of its words are links."""
    linked = sum(len(joined(link.text_content())) for link in page.iter("a") if link.get("href"))
    body = page.find("body")
    return linked > _LINKS * len(joined((page if body is None else body).text_content()))


def _heading(page: html.HtmlElement) -> str:
    found = (joined(each.text_content()) for tag in _HEADINGS for each in page.iter(tag))
    return next(filter(None, found), "")


def _stated(page: html.HtmlElement) -> dict[str, str]:
    try:
        return dict(stated_in(page))
    except Exception:  # whatever its makers wrote there, the text is what counts
        return {}
