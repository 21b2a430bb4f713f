"""What an EPUB says of itself: its title and makers, its documents in order, its table of contents.

After https://www.w3.org/TR/epub-33/; tables of contents of EPUB 2 (NCX) are read too.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from lxml import html

from dateline.errors import ReadingError
from dateline.reading.files import File
from dateline.reading.pages import markup
from dateline.reading.paragraphs import joined
from dateline.reading.xml_root import local_name

__all__ = ["Entry", "Package", "open_package"]

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_PAGES: Final = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_NCX: Final = "application/x-dtbncx+xml"
_NO_TEXT: Final = frozenset(("cover", "toc", "title-page", "titlepage", "landmarks", "loi", "lot"))
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents.

    Attributes:
        name: The document that it leads to.
        place: The place within it, or empty for its beginning.
        title: What it says.
        above: What the line says that it stands under, or empty.
        depth: From 0.
    """

    name: str
    place: str
    title: str
    above: str
    depth: int


@dataclass(slots=True)
class Package:
    """An EPUB without its pages.

    Attributes:
        title, author, published, language: As it states them; empty where it does not.
        documents: Names of its pages in the order of reading; covers and lists of them are left.
        entries: Its table of contents.
        locked: Whether its pages are encrypted, as books are that were lent or sold.
    """

    title: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    documents: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    locked: bool = False


def open_package(archive: zipfile.ZipFile) -> Package:
    """What an EPUB says of itself.

    Raises:
        ReadingError: A part of it is missing or no XML.
    """
    container = _xml(archive, _CONTAINER)
    root = next((each.get("full-path", "") for each in _named(container, "rootfile")), "")
    found = _xml(archive, root)
    items = {item.get("id", ""): item for item in _named(found, "item")}
    spine = next(_named(found, "spine"), None)
    left_out = {
        _resolved(root, each.get("href", ""))[0]
        for each in _named(found, "reference")
        if each.get("type", "") in _NO_TEXT
    }
    package = Package(
        title=_first(found, "title"),
        author="; ".join(dict.fromkeys(filter(None, map(_text, _named(found, "creator"))))),
        published=_published(found),
        language=_first(found, "language"),
    )
    for reference in () if spine is None else _named(spine, "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        name, _ = _resolved(root, item.get("href", ""))
        if "nav" not in item.get("properties", "").split() and name not in left_out:
            package.documents.append(name)
    package.entries = list(_contents(archive, root, items, spine))
    package.locked = _is_locked(archive, package.documents)
    return package


def _published(root: Element) -> str:
    """The day of publication; that of the file's making or change is another."""
    dates = list(_named(root, "date"))
    events = [{name.rpartition("}")[2]: value for name, value in each.items()} for each in dates]
    for date, event in zip(dates, events, strict=True):
        if event.get("event", "publication") in ("publication", "original-publication"):
            return _text(date)
    return ""


def _contents(
    archive: zipfile.ZipFile, root: str, items: dict[str, Element], spine: Element | None
) -> Iterator[Entry]:
    """Lines of the table of contents, of EPUB 3 or else of EPUB 2."""
    for item in items.values():
        if "nav" in item.get("properties", "").split():
            name, _ = _resolved(root, item.get("href", ""))
            page = _page(archive, name)
            for nav in page.iter("nav"):
                kind = nav.get("epub:type") or nav.get("type") or nav.get("role") or ""
                lists = nav.findall("ol")
                if lists and ("toc" in kind or not kind):
                    yield from _of_list(name, lists[0], "", 0)
                    return
    listed = spine.get("toc", "") if spine is not None else ""
    for each in (items.get(listed), *items.values()):
        if each is not None and each.get("media-type") == _NCX:
            name, _ = _resolved(root, each.get("href", ""))
            for points in _named(_xml(archive, name), "navMap"):
                yield from _of_map(name, points, "", 0)
            return


def _of_list(name: str, listed: html.HtmlElement, above: str, depth: int) -> Iterator[Entry]:
    for item in listed.findall("li"):
        link = item.find("a")
        label = link if link is not None else item.find("span")
        title = "" if label is None else joined(label.text_content())
        if link is not None and link.get("href"):
            yield Entry(*_resolved(name, link.get("href")), title, above, depth)
        for inner in item.findall("ol") if depth < _DEEPEST else ():
            yield from _of_list(name, inner, title, depth + 1)


def _of_map(name: str, points: Element, above: str, depth: int) -> Iterator[Entry]:
    for point in points:
        if local_name(point) != "navPoint":
            continue
        label = next((each for each in point if local_name(each) == "navLabel"), point)
        title = _text(label)
        content = next((each for each in point if local_name(each) == "content"), None)
        if content is not None:
            yield Entry(*_resolved(name, content.get("src", "")), title, above, depth)
        if depth < _DEEPEST:
            yield from _of_map(name, point, title, depth + 1)


def _is_locked(archive: zipfile.ZipFile, documents: list[str]) -> bool:
    """Whether pages are encrypted; fonts may be, which does not matter."""
    if _ENCRYPTION not in archive.namelist():
        return False
    references = _named(_xml(archive, _ENCRYPTION), "CipherReference")
    return not {unquote(each.get("URI", "")) for each in references}.isdisjoint(documents)


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    try:
        root: Element = fromstring(archive.read(name))
    except (LookupError, RuntimeError, ParseError, DefusedXmlException, ValueError) as error:
        raise ReadingError(f"an EPUB without {name} that can be read", "a whole one") from error
    return root


def _page(archive: zipfile.ZipFile, name: str) -> html.HtmlElement:
    try:
        data = archive.read(name)
    except (KeyError, RuntimeError) as error:
        raise ReadingError(f"an EPUB without {name}", "a whole one") from error
    return markup.open_page(File(name, len(data), data)).root


def _resolved(base: str, address: str) -> tuple[str, str]:
    """The part that an address in another part leads to, and the place in it."""
    path, _, place = address.partition("#")
    folder = posixpath.dirname(base)
    name = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else base
    return name, unquote(place)


def _named(root: Element, tag: str) -> Iterator[Element]:
    return (each for each in root.iter() if local_name(each) == tag)


def _first(root: Element, tag: str) -> str:
    return next(filter(None, map(_text, _named(root, tag))), "")


def _text(element: Element) -> str:
    return joined("".join(element.itertext()))
