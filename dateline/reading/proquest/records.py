"""Records of ProQuest in XML: of TDM Studio, and of its Historical Newspapers; one article a file.

The two have other names for the same things: `GOID` and `RecordID`, `TextInfo/Text` and `FullText`.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from dateline.reading.contents import Contents
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.library_links import without_library
from dateline.reading.paragraphs import joined, paragraphs, usual_width
from dateline.reading.proquest.fields import abstracts_for_texts
from dateline.reading.services.objects import plain_text
from dateline.reading.start import Start
from dateline.reading.xml_root import root_of

__all__ = ["looks_like_record", "read_record"]

_MARKS: Final = (("<GOID>", "<TitleAtt"), ("<RecordID>", "<RecordTitle>"))

# Our field or further column → where it stands in either kind of record, the first that is filled.
_FIELDS: Final = {
    "title": ("Obj/TitleAtt/Title", "RecordTitle"),
    "source": ("DFS/PubFrosting/Title", "Publication/Title"),
    "published": ("Obj/NumericDate", "Obj/StartDate", "NumericPubDate", "AlphaPubDate"),
    "identifier": ("GOID", "RecordID"),
    "url": ("URLDocView",),
    "section": ("Obj/PrintLocation/DocSection",),
    "page": ("Obj/PrintLocation/StartPage", "StartPage"),
    "edition": ("Obj/PrintLocation/DocEdition",),
    "language": ("Obj/Language/ISO/ISOExpansion", "LanguageCode"),
    "place": ("DFS/PubFrosting/Qualifier", "Publication/Qualifier"),
    "document type": ("Obj/ObjectTypes/mstar", "ObjectType"),
    "source type": ("DFS/PubFrosting/SourceType", "SourceType"),
    "abstract": ("Obj/Abstract/AbsText", "Abstract"),
}
_TEXTS: Final = ("TextInfo/Text", "FullText")
_AUTHORS: Final = (
    "OriginalForm",
    "PersonName",
    "Author/NormalizedDisplayForm",
    "NormalizedDisplayForm",
    "Author/OriginalForm",
)


def looks_like_record(start: Start) -> bool:
    """Whether an XML file is such a record."""
    return start.is_markup and any(all(mark in start.text for mark in kind) for kind in _MARKS)


def read_record(file: File) -> Contents:
    """Read the article of a record.

    Raises:
        ReadingError: It is no XML, or declares entities.
        OSError: It cannot be opened.
    """
    root = root_of(file)
    records = [root] if root.tag in ("RECORD", "Record") else root.findall(".//Record")
    articles = [_article(record) for record in records]
    notes = abstracts_for_texts(articles)
    return Export("ProQuest", articles, notes=notes).contents()


def _article(record: Element) -> dict[str, str]:
    cells = {field: _first(record, paths) for field, paths in _FIELDS.items()}
    cells["title"] = plain_text(cells["title"])
    cells["author"] = "; ".join(_authors(record))
    cells["url"] = without_library(cells["url"])
    cells["text"] = _text(next(filter(None, (_whole(record, path) for path in _TEXTS)), ""))
    return cells


def _first(record: Element, paths: tuple[str, ...]) -> str:
    return joined(next(filter(None, (_whole(record, path) for path in paths)), ""))


def _whole(record: Element, path: str) -> str:
    found = record.find(path)
    return "" if found is None else "".join(found.itertext()).strip()


def _authors(record: Element) -> list[str]:
    """Those who wrote it, not whom it is about."""
    names = []
    for person in record.iter("Contributor"):
        role = _whole(person, "ContribRole") or person.get("Role") or "Author"
        if role == "Author" and (name := _first(person, _AUTHORS)):
            names.append(name)
    return list(dict.fromkeys(names))


def _text(text: str) -> str:
    """Paragraphs of a text, which is HTML in the one kind and lines of a scanned page in the other.

    A scanned text that came without its lines is one paragraph.
    """
    if (plain := plain_text(text)) != text:
        return plain
    lines = text.splitlines()
    return "\n\n".join(paragraphs(lines, usual_width(lines)))
