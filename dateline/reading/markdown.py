"""Markdown to the text that it marks up, through markdown-it-py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["ENDINGS", "text_of"]

ENDINGS: Final = (".md", ".markdown")

_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False, "maxNesting": 60}).enable(
    ["table", "strikethrough"]
)
"""CommonMark with tables; what looks like HTML stays, as every text is looked through for it."""

_AS_WRITTEN: Final = frozenset(("text", "text_special", "code_inline"))
_BREAKS: Final = {"softbreak": " ", "hardbreak": "\n"}
_PARAGRAPH: Final = "\n\n"
_AFTER: Final = {
    "td_close": "\t",
    "th_close": "\t",
    "tr_close": "\n",
    "table_close": _PARAGRAPH,
    "bullet_list_close": _PARAGRAPH,
    "ordered_list_close": _PARAGRAPH,
}
"""What stands between what ends here and what comes next."""


def text_of(marked: str) -> str:
    """A Markdown document without its marks.

    Headings, paragraphs and quotations are paragraphs; items of a list are lines, with their number
    if they have one; cells of a table are parted by tabs. Of a link its words remain, of a picture
    nothing.

    Args:
        marked: The document, line ends as "\\n".
    """
    parts: list[str] = []
    number, gap = "", _PARAGRAPH
    for token in _MARKDOWN.parse(marked):
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type in ("inline", "code_block", "fence"):
            words = token.content if token.children is None else _words(token.children)
            if words.strip():
                parts += (gap, number, words.strip("\n"))
                number, gap = "", _PARAGRAPH
        elif token.type == "paragraph_close" and token.hidden:  # in a list without blank lines
            gap = "\n"
        elif token.type in _AFTER:
            gap = _AFTER[token.type]
    return "".join(parts).strip()


def _words(tokens: Sequence[Token]) -> str:
    held = (
        token.content if token.type in _AS_WRITTEN else _BREAKS.get(token.type, "")
        for token in tokens
    )
    return "".join(held)
