"""The fields of an article in Factiva: by code, or by what they look like and their order.

Without codes they are printed in the order section, headline, author, credit, length, day, time,
outlet, its code, edition, page, language, rights; several may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.reading.dates.printed import iso_day
from dateline.reading.imprint import author_of, is_copyright, is_length
from dateline.reading.paragraphs import joined

__all__ = ["ACCESSION", "CODES", "TEXT_CODES", "by_code", "by_order"]

CODES: Final = {
    "HD": "title",
    "BY": "author",
    "CR": "credit",
    "SE": "section",
    "CLM": "series",
    "WC": "length",
    "PD": "published",
    "ET": "time",
    "SN": "source",
    "PG": "page",
    "ED": "edition",
    "LA": "language",
    "ART": "graphic",
    "AN": "identifier",
}
"""Code of a field → our field or further column; what is not here is not kept."""

TEXT_CODES: Final = ("LP", "TD")
"""Codes of the lead and of the rest of the text."""

ACCESSION: Final = re.compile(
    r"(?:[^\W\d][\w.:-]*\s+){0,3}(?P<number>[A-Za-z][A-Za-z0-9]{7,11}(?:19|20)\d{6}\w{5,12})\s*"
)
"""The last line of an article: "Document NYTF000020050408dp1900j9s", in any language."""

_TIME: Final = re.compile(r"\d{1,2}[:.]\d\d(?:\s*[ap]m)?(?:\s+[A-Z]{3,4})?", re.IGNORECASE)
_RIGHTS: Final = re.compile(r"\b(?:19|20)\d\d\b")
_CODE: Final = re.compile(r"[A-Z0-9]{2,10}")
_PAGE: Final = re.compile(r"(?:p\.?\s*|S\.?\s*)?[A-Z]{0,3}[-.]?\d+[A-Z]?(?:[,;/ -].{0,40})?")


def by_code(found: Mapping[str, str], text: Iterable[str]) -> dict[str, str]:
    """Field or further column → value, of fields with codes.

    Args:
        found: Code → value.
        text: Paragraphs of lead and rest.
    """
    cells = {CODES[code]: joined(value) for code, value in found.items() if code in CODES}
    return _whole(cells, text)


def by_order(
    before: Sequence[str], title: str, after: Sequence[str], text: Iterable[str]
) -> dict[str, str]:
    """Field or further column → value, of fields without codes.

    Args:
        before: Fields before the headline.
        title: The headline.
        after: Fields after it, down to the rights.
        text: Paragraphs.
    """
    cells = {"section": " ".join(before), "title": title}
    rest = [field for field in map(joined, after) if field and not is_copyright(field)]
    if len(rest) > 1 and _RIGHTS.search(rest[-1]) and not iso_day(rest[-1]):
        rest.pop()
    at = next((at for at, field in enumerate(rest) if is_length(field)), None)
    if at is None:
        at = next((at for at, field in enumerate(rest) if iso_day(field)), len(rest))
        by, rest = rest[:at], rest[at:]
    else:
        by, cells["length"], rest = rest[:at], rest[at], rest[at + 1 :]
    cells |= {"author": " ".join(by[:1]), "credit": "; ".join(by[1:])}
    if rest and iso_day(rest[0]):
        cells["published"] = rest.pop(0)
    if rest and _TIME.fullmatch(rest[0]):
        cells["time"] = rest.pop(0)
    cells["source"] = rest.pop(0) if rest else ""
    if rest and _CODE.fullmatch(rest[0]):
        rest.pop(0)
    cells["language"] = rest.pop() if rest else ""
    for field in rest:
        cells.setdefault("page" if _PAGE.fullmatch(field) else "edition", field)
    return _whole(cells, text)


def _whole(cells: dict[str, str], text: Iterable[str]) -> dict[str, str]:
    cells["text"] = "\n\n".join(text)
    cells["published"] = iso_day(f"{cells.get('published', '')} {cells.pop('time', '')}")
    cells["author"] = author_of(cells.get("author", ""), cells.get("title", ""))
    if number := ACCESSION.fullmatch(cells.get("identifier", "")):
        cells["identifier"] = number["number"]
    return {name: value for name, value in cells.items() if value}
