"""Exports of ProQuest from the kinds of files they come in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import html

from dateline.reading import markup
from dateline.reading.contents import Contents
from dateline.reading.encoding import open_text
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.proquest.fields import article_of, label_of
from dateline.reading.start import Start

__all__ = ["looks_like_page", "looks_like_text", "read_page", "read_text"]

_NAME: Final = "ProQuest"
_LINE: Final = re.compile(r"^[^\S\n]*_{20,}[^\S\n]*$", re.MULTILINE)
_ADDRESS: Final = re.compile(r"https?://\S+")
_MARKS: Final = {"(info)", "(text)", "identifier", "source", "url"}
_ENOUGH: Final = 2
_BEGIN: Final = "\ue000"  # of the private use area: written where an article begins


def looks_like_page(start: Start) -> bool:
    """Whether a page of HTML holds articles of ProQuest."""
    text = start.text
    return start.is_markup and ('name="DocID_' in text or "ProQuest document" in text)


def looks_like_text(start: Start) -> bool:
    """Whether a text file holds articles of ProQuest, parted by lines of underscores."""
    if start.is_zip or not _LINE.search(start.text):
        return False
    fields = {label[0] for line in start.text.splitlines() if (label := label_of(line))}
    return len(fields & _MARKS) >= _ENOUGH


def read_text(file: File) -> Contents:
    """Read a text file; lines of underscores part its articles.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    stream, encoding = open_text(file)
    with stream:
        text = stream.read().replace("\r\n", "\n").replace("\r", "\n")
    articles = []
    for part in _LINE.split(text.lstrip("\ufeff")):
        lines = [line for line in part.split("\n") if line.strip()]
        if any(label_of(line) for line in lines):
            articles.append(article_of(_without_addresses(lines)))
    return Export(_NAME, articles, notes=_notes(articles, encoding.note)).contents()


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
        if documents and text and text.casefold() != "proquest document link":
            documents[-1].append(text)
    articles = [article_of(document) for document in documents if any(map(label_of, document))]
    return Export(_NAME, articles, notes=_notes(articles, *notes)).contents()


def _beginnings(root: html.HtmlElement) -> list[html.HtmlElement]:
    """Where articles begin: at their anchors, else at their headlines, else at the top."""
    anchors = [a for a in root.iter("a") if (a.get("name") or "").startswith("DocID_")]
    bold = [p for p in root.iter("p") if "font-weight:bold" in (p.get("style") or "")]
    return anchors or bold or [root.find("body")]


def _notes(articles: list[dict[str, str]], *others: str) -> list[str]:
    """Notes; an article without a text becomes its abstract, which is said."""
    notes = list(filter(None, others))
    short = [each for each in articles if not each["text"] and each.get("abstract")]
    for article in short:
        article["text"] = article.pop("abstract")
    if short:
        notes.append(f"{len(short)} of its articles are abstracts: no more was exported.")
    if places := [place for article in articles if (place := article.pop("names place", ""))]:
        notes.append(
            f"{len(places)} of its articles name a place, such as {places[0]!r}, as their outlet."
        )
    return notes
