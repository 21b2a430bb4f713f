"""`.xml`: a list of elements, wherever it stands, each with the fields of an article.

What programs and archives of their own write: `<articles><article><title>…`. An element of text
with its paragraphs is one field; an attribute is a field too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from dateline.errors import ReadingError
from dateline.reading.columns import holds_text
from dateline.reading.contents import Contents, Record
from dateline.reading.files import File
from dateline.reading.paragraphs import joined
from dateline.reading.services.objects import plain_text
from dateline.reading.xml_root import local_name, root_of

__all__ = ["read_xml"]

LARGEST: Final = 300_000_000
"""Bytes; beyond them it does not fit into memory as a tree."""

_BLOCKS: Final = "p para paragraph br div h1 h2 h3 h4 li block blockquote tr"
_WORDS: Final = (
    "b i em strong a span ul ol sub sup u q lead hl1 hl2 html body img figure table td th thead "
    "tbody section"
)
_PARAGRAPHS: Final = frozenset(_BLOCKS.split())
_PROSE: Final = _PARAGRAPHS | frozenset(_WORDS.split())
_DEEPEST: Final = 8


def read_xml(file: File) -> Contents:
    """Read the elements of a list, or the only one of a document that has no list.

    Raises:
        ReadingError: It is no XML, too large, declares entities, or holds no text.
        OSError: It cannot be opened.
    """
    if file.size > LARGEST:
        raise ReadingError(f"{file.size:,} bytes of XML", f"at most {LARGEST:,}", "split it")
    root = root_of(file)
    elements = _list_in(root) or [root]
    records = []
    columns: dict[str, None] = {}
    for row, element in enumerate(elements, start=1):
        cells: dict[str, str] = {}
        for name, value in _cells(element):
            if value and cells.get(name) != value:
                cells[name] = f"{cells[name]}; {value}" if name in cells else value
        columns.update(dict.fromkeys(cells))
        records.append(Record(0 if elements == [root] else row, cells))
    if not holds_text(tuple(columns)):
        raise ReadingError(
            "XML without a list of articles",
            "elements with a title and a text",
            "save it as a table",
        )
    return Contents(tuple(columns), records)


def _list_in(root: Element) -> list[Element]:
    """The most elements of one name that stand under one element and have fields of their own."""
    best: list[Element] = []
    for parent in root.iter():
        counted = Counter(
            local_name(child) for child in parent if len(child) and not _is_prose(child)
        )
        for tag, count in counted.most_common(1):
            if count > max(1, len(best)):
                best = [child for child in parent if local_name(child) == tag]
    return best


def _cells(element: Element, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Fields of an element by their names, those of elements within it by theirs."""
    for name, value in element.attrib.items():
        yield name.rpartition("}")[2], value.strip()
    for child in element:
        if not len(child):
            yield local_name(child), _text(child)
            yield from _cells(child)
        elif _is_prose(child) or depth == _DEEPEST:
            yield local_name(child), _text(child)
        else:
            yield from _cells(child, depth + 1)


def _is_prose(element: Element) -> bool:
    """Whether all that stands in an element are paragraphs and words in other letters."""
    return all(local_name(each) in _PROSE for each in element.iter() if each is not element)


def _text(element: Element) -> str:
    """The paragraphs of an element; a text that is itself marked up, without its marks."""
    paragraphs = list(filter(None, _paragraphs(element)))
    return plain_text("\n\n".join(paragraphs))


def _paragraphs(element: Element) -> Iterator[str]:
    if not len(element):
        yield (element.text or "").strip()
        return
    words = [element.text or ""]
    for child in element:
        if local_name(child) in _PARAGRAPHS:
            yield joined("".join(words))
            yield from _paragraphs(child)
            words = [child.tail or ""]
        else:
            words += ["".join(child.itertext()), child.tail or ""]
    yield joined("".join(words))
