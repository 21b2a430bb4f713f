"""Pages of HTML as databases save them: their encoding, and the blocks they consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree, html

from dateline.errors import ReadingError
from dateline.reading.declared import decode
from dateline.reading.files import File
from dateline.reading.paragraphs import joined

__all__ = ["Block", "Page", "blocks", "open_page", "page_of", "tokens"]

_BLOCK_TAGS: Final = (
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody "
    "td tfoot th thead tr ul"
)
_UNSEEN_TAGS: Final = "head script style noscript template svg textarea select button"
_BLOCKS: Final = frozenset(_BLOCK_TAGS.split())
_UNSEEN: Final = frozenset(_UNSEEN_TAGS.split())

# An end of the page in its midst, as in mails, would cut off what comes after it.
# Nor are there characters that XML has none of, as such or by number: lxml takes none of them back.
_LEFT_OUT: Final = re.compile(
    r"\A\s*<\?xml[^>]*\?>|</(?:html|body)\s*>"
    r"|&#(?:x0*(?:[0-8bcef]|1[\da-f]|fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45]))"
    r"(?:;|(?![\da-f]))",
    re.IGNORECASE,
)
_NO_XML: Final = {
    **dict.fromkeys([*range(0x09), *range(0x0E, 0x1C), 0xFFFE, 0xFFFF]),
    **dict.fromkeys([0x0B, 0x0C, *range(0x1C, 0x20)], " "),
}
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING: Final = re.compile(rb"\A\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)")


class Page(NamedTuple):
    """A page that was parsed, and what to tell of its encoding."""

    root: html.HtmlElement
    notes: list[str]


class Block(NamedTuple):
    """Text that stands on lines of its own.

    Attributes:
        text: On one line; empty where a comment stands.
        element: The innermost element that makes it a block, or the comment itself.
    """

    text: str
    element: html.HtmlElement


def open_page(file: File) -> Page:
    """Parse a page; the encoding that it declares is believed only where its bytes fit it.

    Raises:
        ReadingError: It is empty.
        OSError: It cannot be opened.
    """
    with file.open() as stream:
        data = stream.read()
    head = data[:4096]
    declared = _CHARSET.search(head) or _XML_ENCODING.search(head)
    text, note = decode(data, declared[1].decode("ascii", "replace") if declared else "")
    return Page(page_of(text), [note] if note else [])


def page_of(text: str) -> html.HtmlElement:
    """Parse HTML, however malformed. ReadingError if there is nothing in it."""
    try:
        return html.document_fromstring(_LEFT_OUT.sub("", text.translate(_NO_XML)))
    except (etree.ParserError, ValueError) as error:
        raise ReadingError("a page without anything in it", "an export") from error


def tokens(element: html.HtmlElement) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def blocks(root: html.HtmlElement, *, comments: bool = False) -> Iterator[Block]:
    """The texts of a page in its order, each on one line; what is not seen is left out.

    Args:
        root: Where to look.
        comments: Hand out comments too, as empty texts at their place.
    """
    around = [root]
    parts: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if comments and event == "comment":
                yield from _cut(parts, around[-1])
                yield Block("", element)
            if not unseen:
                parts.append(element.tail or "")
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += tag in _UNSEEN
            if tag in _BLOCKS:
                yield from _cut(parts, around[-1])
                around.append(element)
            if not unseen:
                parts.append(element.text or "")
            continue
        if tag in _BLOCKS:
            yield from _cut(parts, around.pop())
        unseen -= tag in _UNSEEN
        if not unseen and element is not root:
            parts.append(element.tail or "")
    yield from _cut(parts, root)


def _cut(parts: list[str], element: html.HtmlElement) -> Iterator[Block]:
    text = joined("".join(parts))
    parts.clear()
    if text:
        yield Block(text, element)
