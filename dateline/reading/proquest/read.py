"""Exports of ProQuest from the kinds of files they come in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from lxml import html

from dateline.reading.contents import Contents
from dateline.reading.counted import counted
from dateline.reading.encoding import open_text
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.lines.word import first_lines, read_lines
from dateline.reading.pages import markup
from dateline.reading.proquest.fields import abstracts_for_texts, article_of, label_of
from dateline.reading.start import Start

__all__ = [
    "holds_articles",
    "looks_like_page",
    "looks_like_text",
    "looks_like_word",
    "of_lines",
    "read_page",
    "read_text",
    "read_word",
]

_NAME: Final = "ProQuest"
_LINE: Final = re.compile(r"^[^\S\n]*_{20,}[^\S\n]*$", re.MULTILINE)
_ADDRESS: Final = re.compile(r"https?://\S+")
_MARKS: Final = {"(info)", "(text)", "identifier", "source", "url"}
_OF_EACH: Final = {"(text)", "identifier"}
_OF_ARTICLES: Final = _MARKS | {"title", "author", "published", "abstract"}
_ENOUGH: Final = 2
_BEGIN: Final = "\ue000"  # of the private use area: written where an article begins


def looks_like_page(start: Start) -> bool:
    """Whether a page of HTML holds articles of ProQuest."""
    text = start.text
    return start.is_markup and ('name="DocID_' in text or "ProQuest document" in text)


def looks_like_text(start: Start) -> bool:
    """Whether a text file holds articles of ProQuest."""
    return not (start.is_zip or start.is_markup) and holds_articles(start.text)


def looks_like_word(start: Start) -> bool:
    """Whether a Word file holds articles of ProQuest."""
    return start.is_zip and holds_articles("\n".join(first_lines(start.file)))


def holds_articles(text: str) -> bool:
    """Whether a text has the labels of ProQuest, and lines of underscores or its numbers."""
    fields = {label[0] for line in text.splitlines() if (label := label_of(line.strip()))}
    if _LINE.search(text):
        return len(fields & _MARKS) >= _ENOUGH
    return fields >= _OF_EACH


def read_text(file: File) -> Contents:
    """Read a text file.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    stream, encoding = open_text(file)
    with stream:
        text = stream.read().replace("\r\n", "\n").replace("\r", "\n")
    contents = of_lines(text.lstrip("\ufeff").split("\n"))
    contents.notes += [encoding.note] if encoding.note else []
    return contents


def read_word(file: File) -> Contents:
    """Read a Word file. ReadingError if it is damaged or needs a password."""
    return of_lines(read_lines(file))


def of_lines(lines: Sequence[str]) -> Contents:
    """The articles in the lines of a text: parted by underscores, else where their labels end."""
    lines = [line.strip() for line in lines]
    ruled = any(map(_LINE.fullmatch, lines))
    articles = []
    for part in _ruled(lines) if ruled else _labelled(lines):
        filled = [line for line in part if line]
        if _is_article(filled):
            articles.append(article_of(_without_addresses(filled)))
    return Export(_NAME, articles, notes=_notes(articles)).contents()


def _ruled(lines: Sequence[str]) -> Iterator[list[str]]:
    for is_line, part in groupby(lines, lambda line: bool(_LINE.fullmatch(line))):
        if not is_line:
            yield list(part)


def _labelled(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines of each article: its number stands among its last labels, its headline comes next."""
    part: list[str] = []
    numbered = False
    for line in lines:
        label = label_of(line)
        if numbered and line and not (label or _ADDRESS.fullmatch(line)):
            yield _from_headline(part)
            part, numbered = [], False
        part.append(line)
        numbered = numbered or (label is not None and label[0] == "identifier")
    yield _from_headline(part)


def _from_headline(lines: Sequence[str]) -> list[str]:
    """Lines from the block before the first label on: what stands above is no article's."""
    first = next((at for at, line in enumerate(lines) if label_of(line)), 0)
    while first and not lines[first - 1]:
        first -= 1
    while first and lines[first - 1]:
        first -= 1
    return list(lines[first:])


def _is_article(lines: Sequence[str]) -> bool:
    """Whether lines are fields of an article: what the database says of itself has labels too."""
    return any(label[0] in _OF_ARTICLES for line in lines if (label := label_of(line)))


def _without_addresses(lines: Sequence[str]) -> Iterator[str]:
    """Lines without those that are nothing but an address, before the text."""
    before = True
    for line in lines:
        label = label_of(line)
        before = before and not (label and label[0] == "(text)")
        if not (before and _ADDRESS.fullmatch(line.strip())):
            yield line.strip()


def read_page(file: File) -> Contents:
    """Read a page of HTML, which may be a mail's; what stands around the articles is left.

    Raises:
        ReadingError: There is nothing in it.
        OSError: It cannot be opened.
    """
    root, notes = markup.open_page(file)
    for element in _beginnings(root):
        mark = html.Element("span")  # not put into its text, which may hold what XML forbids
        mark.text = _BEGIN
        element.insert(0, mark)
    documents: list[list[str]] = []
    for text, _ in markup.blocks(root):
        if _BEGIN in text:
            documents.append([])
        text = text.replace(_BEGIN, "").strip()
        if documents and text:
            documents[-1].append(text)
    articles = [article_of(document) for document in documents if _is_article(document)]
    return Export(_NAME, articles, notes=_notes(articles, *notes)).contents()


def _beginnings(root: html.HtmlElement) -> list[html.HtmlElement]:
    """Where articles begin: at their anchors, else at their headlines, else at the top."""
    anchors = [a for a in root.iter("a") if (a.get("name") or "").startswith("DocID_")]
    bold = [p for p in root.iter("p") if "font-weight:bold" in (p.get("style") or "")]
    return anchors or bold or [root.find("body")]


def _notes(articles: list[dict[str, str]], *others: str) -> list[str]:
    """Notes, among them what became of articles without a text."""
    notes = [*filter(None, others), *abstracts_for_texts(articles)]
    if places := [place for article in articles if (place := article.pop("names place", ""))]:
        notes.append(
            f"{counted(len(places), '# of its articles [names|name]')} a place as outlet, such as "
            f"{places[0]!r}."
        )
    return notes
