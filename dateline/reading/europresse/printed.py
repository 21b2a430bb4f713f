"""Europresse as PDF: articles one after another, each ended by the number of its document.

Above an article stands what its outlet is, its day, and a line "La Gazette • p. 3 • 512 mots"; its
headline comes next, in larger letters. Where an article has these once, they are sure to be it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from typing import Final

from dateline.reading.dates.printed import iso_day
from dateline.reading.europresse.read import NUMBER, is_name
from dateline.reading.imprint import author_of, is_copyright
from dateline.reading.paragraphs import joined, paragraphs, usual_width

__all__ = ["is_heading", "printed_articles"]

_STOOD: Final = re.compile(
    r"(?P<source>[^•]+?)\s*•(?P<between>.*?)•?\s*(?P<length>\d[\d\s.,]*\s(?:mots|words|palabras|Wörter))"
    r"\s*(?:•.*)?"
)
_PAGE: Final = re.compile(r"\bpp?\.\s*(?P<page>[\w()-]+)")
_OUTLET: Final = ("nom de la source", "source name", "nombre de la fuente")
_ORIGIN: Final = ("provenance", "origin", "procedencia")
"""What the first and the last label beside an article say, each above its value."""

_CERTIFICATE: Final = re.compile(
    r"\s*(?:Ce )?Certificat (?:est )?émis|\s*(?:This )?certificate (?:is )?issued|"
    r"\s*Le présent document est protégé|\s*This document is protected",
    re.IGNORECASE,
)
_LONGEST: Final = 20
"""Lines beside an article, at the most."""


def is_heading(line: str) -> bool:
    """Whether a line says where an article stood and how long it is."""
    return _STOOD.fullmatch(line.strip()) is not None


def printed_articles(lines: Sequence[str], larger: Set[str]) -> list[dict[str, str]] | None:
    """Field or further column → value of each article; None where one is not sure.

    Args:
        lines: Of all pages.
        larger: Those in larger letters, on one line each.
    """
    articles = []
    for part, number in _parts(lines):
        article = _article(_without_outlet(part), larger)
        if article is None:
            return None
        articles.append(article | {"identifier": number})
    return articles or None


def _parts(lines: Sequence[str]) -> Iterator[tuple[list[str], str]]:
    """Lines up to each number and the number, which may stand twice under an article."""
    part: list[str] = []
    last = ""
    for line in lines:
        found = NUMBER.search(line)
        if found is None:
            part.append(line)
        elif found[0] != last:
            last = found[0]
            yield part, last
            part = []


def _without_outlet(lines: Sequence[str]) -> list[str]:
    """Lines without what is told of the outlet beside an article, wherever it was written."""
    plain = [joined(line).casefold() for line in lines]
    first = next((at for at, line in enumerate(plain) if line in _OUTLET), None)
    if first is None:
        return list(lines)
    ends = (at for at in range(first, min(first + _LONGEST, len(plain))) if plain[at] in _ORIGIN)
    last = next(ends, first)
    return [*lines[:first], *lines[last + 2 :]]


def _article(lines: Sequence[str], larger: Set[str]) -> dict[str, str] | None:
    stood = [at for at, line in enumerate(lines) if _STOOD.fullmatch(line.strip())]
    if len(stood) != 1:
        return None
    at = stood[0]
    match = _STOOD.fullmatch(lines[at].strip())
    days = [day for line in lines[:at] if (day := iso_day(line))]
    rest = [line for line in lines[at + 1 :] if line.strip()]
    title = list(takewhile(lambda line: joined(line) in larger, rest))
    if match is None or not days or not title or len(title) == len(rest):
        return None
    body = list(takewhile(lambda line: not _ends(line), rest[len(title) :]))
    author = body.pop(0) if len(body) > 1 and is_name(joined(body[0])) else ""
    page = _PAGE.search(match["between"])
    cells = {
        "title": " ".join(map(joined, title)),
        "source": joined(match["source"]),
        "published": days[-1],
        "author": author_of(author, ""),
        "length": joined(match["length"]),
        "page": page["page"] if page else "",
        "text": "\n\n".join(paragraphs(body, usual_width(body, widest=160), printed=True)),
    }
    return {name: value for name, value in cells.items() if value}


def _ends(line: str) -> bool:
    return is_copyright(line) or _CERTIFICATE.match(line) is not None
