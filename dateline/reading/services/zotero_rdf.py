"""Zotero's RDF: what it exports where a collection with its notes and files is chosen.

An item stands beside its notes (`bib:Memo`) and attached files (`z:Attachment`), which it names.
Paths of files are those of whoever exported; they are not kept.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from dateline.reading.contents import Aside, Contents
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.paragraphs import joined
from dateline.reading.services.objects import plain_text
from dateline.reading.services.zotero import NO_ITEM
from dateline.reading.start import Start
from dateline.reading.xml_root import root_of

__all__ = ["looks_like", "read"]

_NAMES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "dcterms": "http://purl.org/dc/terms/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
}
_ABOUT: Final = f"{{{_NAMES['rdf']}}}about"
_RESOURCE: Final = f"{{{_NAMES['rdf']}}}resource"
_PEOPLE: Final = ("bib:authors", "z:interviewees", "z:creators", "bib:contributors")


def looks_like(start: Start) -> bool:
    """Whether a file is such an export."""
    return start.is_markup and _NAMES["z"] in start.text and "<rdf:RDF" in start.text


def read(file: File) -> Contents:
    """Read items; each is its abstract and its notes, or its headline where it has none.

    Raises:
        ReadingError: It is no XML, or declares entities.
        OSError: It cannot be opened.
    """
    root = root_of(file)
    notes_by_name = {
        memo.get(_ABOUT, ""): plain_text(_text(memo, "rdf:value"))
        for memo in root.iterfind("bib:Memo", _NAMES)
    }
    articles: list[dict[str, str]] = []
    asides: list[Aside] = []
    bare = 0
    items = (item for item in root if _text(item, "z:itemType") not in ("", *NO_ITEM))
    for row, item in enumerate(items, start=1):
        title = _text(item, "dc:title")
        if not title:
            asides.append(Aside(file.name, row, "no item with a headline", ""))
            continue
        own = (
            notes_by_name.get(each.get(_RESOURCE, ""), "")
            for each in item.iterfind("dcterms:isReferencedBy", _NAMES)
        )
        text = "\n\n".join(filter(None, (plain_text(_text(item, "dcterms:abstract")), *own)))
        bare += not text
        articles.append(_cells(item) | {"title": title, "text": text or title})
    note = (
        f"Zotero keeps no texts: abstracts and notes stand for {len(articles) - bare} of its "
        f"items, headlines alone for {bare}."
    )
    return Export("Zotero", articles, notes=[note], asides=asides).contents()


def _cells(item: Element) -> dict[str, str]:
    published, about = _text(item, "dc:date"), item.get(_ABOUT, "")
    address = _text(item, "dc:identifier/dcterms:URI/rdf:value")
    outlets = ("dcterms:isPartOf/*/dc:title", "dc:publisher/foaf:Organization/foaf:name")
    return {
        "published": published,
        "source": next(filter(None, (_text(item, path) for path in outlets)), "")
        or _text(item, "z:libraryCatalog"),
        "author": "; ".join(_people(item)),
        "url": address or (about if about.startswith(("http://", "https://")) else ""),
        "item type": _text(item, "z:itemType"),
        "section": _text(item, "prism:section"),
        "page": _text(item, "bib:pages"),
        "place": _text(item, "dc:publisher/foaf:Organization/vcard:adr"),
        "language": _text(item, "z:language"),
        "tags": "; ".join(filter(None, map(_whole, item.iterfind("dc:subject", _NAMES)))),
    }


def _people(item: Element) -> list[str]:
    for path in _PEOPLE:
        found = [
            joined(f"{_text(person, 'foaf:givenName')} {_text(person, 'foaf:surname')}")
            for person in item.iterfind(f"{path}/rdf:Seq/rdf:li/foaf:Person", _NAMES)
        ]
        if names := [name for name in found if name]:
            return names
    return []


def _text(element: Element, path: str) -> str:
    found = element.find(path, _NAMES | {"vcard": "http://nwalsh.com/rdf/vCard#"})
    return "" if found is None else _whole(found)


def _whole(element: Element) -> str:
    return "".join(element.itertext()).strip()
