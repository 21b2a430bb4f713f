"""Lists of Mediargus, the archive of the Flemish press: a headline, where it stood, its beginning.

"12. Brug gesloten", an empty line, "Het Blad, woensdag 30 november 2011, p. 23, 853w.", an empty
line, and the first words of the article, which end with "..." where more follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.reading.contents import Contents
from dateline.reading.counted import counted
from dateline.reading.dates.printed import iso_day
from dateline.reading.encoding import open_text
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.paragraphs import joined, paragraphs, usual_width
from dateline.reading.start import Start

__all__ = ["looks_like_list", "read_list"]

_HEADLINE: Final = re.compile(r"\W{0,2}(?P<number>\d{1,5})\.\s+(?P<title>\S.*)")
_STOOD: Final = re.compile(
    r"(?P<source>[^,]+), (?P<day>[^,]+\d{4})(?:, p\. ?(?P<page>[^,]+))?, (?P<words>\d+)\s?w\."
)
_CUT: Final = re.compile(r"\s*(?:\.\.\.|…)\s*\Z")


def looks_like_list(start: Start) -> bool:
    """Whether a text file is such a list."""
    if start.is_zip or start.is_markup:
        return False
    return next(_entries(start.text.split("\n")), None) is not None


def read_list(file: File) -> Contents:
    """Read the entries of a list; each stands with the beginning of its article.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    stream, encoding = open_text(file)
    with stream:
        lines = stream.read().splitlines()
    begins = list(_entries(lines))
    ends = [*begins[1:], len(lines)]
    articles = [_article(lines[a:b]) for a, b in zip(begins, ends, strict=True)]
    notes = [encoding.note] if encoding.note else []
    if cut := sum(bool(article.pop("(cut)", "")) for article in articles):
        entries = counted(len(articles), "# [entry|entries]")
        told = f"# of its {entries} [is the beginning of an article|are beginnings of articles]."
        notes.append(counted(cut, told))
    return Export("Mediargus", articles, notes=notes).contents()


def _entries(lines: Sequence[str]) -> Iterator[int]:
    """Where entries begin: at a numbered line that one on where it stood comes after."""
    for at, line in enumerate(lines):
        if _HEADLINE.fullmatch(line.strip()):
            after = (each.strip() for each in lines[at + 1 : at + 4])
            if _STOOD.fullmatch(next(filter(None, after), "")):
                yield at


def _article(lines: Sequence[str]) -> dict[str, str]:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    head = _HEADLINE.fullmatch(lines[filled[0]].strip())
    stood = _STOOD.fullmatch(lines[filled[1]].strip())
    if head is None or stood is None:
        return {}
    body = lines[filled[1] + 1 :]
    text = "\n\n".join(paragraphs(body, usual_width(body)))
    return {
        "title": joined(head["title"]),
        "source": joined(stood["source"]),
        "published": iso_day(stood["day"]),
        "page": stood["page"] or "",
        "length": f"{stood['words']} words",
        "text": _CUT.sub(" …", text),
        "(cut)": "yes" if _CUT.search(text) else "",
    }
