"""Text out of a piece of HTML in a cell: what is left when the tags go."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

__all__ = ["has_tags", "words_of"]

_BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("ol", "p", "pre", "section", "table", "tbody", "tr", "ul"),
    )
)
"""Elements that begin on a line of their own."""

_UNSEEN: Final = frozenset(("script", "style", "template", "noscript", "head", "iframe", "svg"))

_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|img|blockquote|figure|figcaption|table"
    r"|tr|td|th|section|iframe|script|font|center|sup|sub|small|hr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,5});")


def has_tags(text: str) -> bool:
    """Whether a text still holds tags or character references of HTML."""
    return ("<" in text and bool(_TAG.search(text))) or ("&" in text and bool(_ENTITY.search(text)))


def words_of(markup: str) -> str:
    """The text of a piece of HTML: paragraphs parted by blank lines, references resolved.

    Scripts, styles and comments are left out. Nothing is fetched, and no input is refused. Lines of
    a text that has but a few tags stay lines.
    """
    parser = _Words(lines=not re.search(r"<(?:p|br|div)\b", markup, re.IGNORECASE))
    parser.feed(markup)
    parser.close()
    lines = [" ".join(line.split()) for line in "".join(parser.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    def __init__(self, *, lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._lines = lines
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag == "br":
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data if self._lines else re.sub(r"\s+", " ", data))
