"""The credit that closes an article: `— Reuters`, `(AFP)`, `Additional reporting by …`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.reading.agencies import credited, is_agency

__all__ = ["Credit", "find_credit"]

_TAIL: Final = 400
"""Characters at the end in which a credit can stand."""

_DASHED: Final = re.compile(r"(?:[—–―‒−]|-{1,3})\s*([^\s—–―‒−\-(][^\n—–―()]{0,80}?)\Z")
_BRACKETED: Final = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]]\.?\Z")
_ALONE: Final = re.compile(r"(?:\n|[.!?…\"”’»)]\s)\s*([^\n.!?…\"”’»)(]{2,60})\Z")
_SOURCE: Final = re.compile(r"\bSources?\s*:?\s+([A-Z][^\n.:]{1,80})\.?\Z")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|\bCopyright\b)[^\n\w]*(?:\d{4}\s+)?(?:by\s+)?([^\n.]{2,60}?)"
    r"(?:\.?\s*All rights reserved)?\.?\Z",
    re.IGNORECASE,
)
_REPORTING: Final = re.compile(
    r"[(\[]?\b(?:Additional reporting|Reporting|Writing|With reporting|With inputs?|With files|"
    r"Additional writing|With additional reporting)\s+(?:and writing\s+)?(?:by|from)\b"
    r"([^\n]{1,300})\Z"
)
_CONTRIBUTED: Final = re.compile(
    r"(?:\A|(?<!\s[A-Z])[.!?][”\"’')]*\s+|\n)((?:[^\n.!?]|\b[A-Z]\.){2,200}?)\s+contributed\s+"
    r"(?:reporting|to\s+(?:this|the)\s+(?:report|article|story))[^\n]{0,60}\Z"
)
_NAME: Final = r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}"
_REPORTED: Final = re.compile(
    rf"(?:\A|\n|[.!?][”\"’')]*\s+)((?:{_NAME}(?:(?:,|,? and) {_NAME}){{0,3}}\s+"
    r"(?:reported|contributed reporting)\s+from\s+(?![^\n.]*\bthat\b)[^\n.]{2,160}\.\s*){1,4})\Z"
)
"""`Lena Haddad reported from Tyre, and Jan Novak from Homs.`"""
_ENDS: Final = ".!?…\"”’'»)]"


@dataclass(frozen=True, slots=True)
class Credit:
    """A closing credit.

    Attributes:
        start, end: Its span in the text, dash and brackets within.
        agency: Agencies credited, joined by "/" in the order printed; empty where it names people.
    """

    start: int
    end: int
    agency: str


def find_credit(text: str) -> Credit | None:
    """The credit at the end of an article.

    Args:
        text: The whole article.

    Returns:
        Its span and agency; None where there is none.
    """
    end = len(text.rstrip())
    start = max(0, end - _TAIL)
    tail = text[start:end]
    for find in (_reporting, _dashed, _bracketed, _source, _copyright, _alone):
        if found := find(tail):
            at, agency = found
            return Credit(start + at, end, agency)
    return None


def _reporting(tail: str) -> tuple[int, str] | None:
    if match := _REPORTING.search(tail):
        return match.start(), credited(match[1].strip("()[] ."), known_only=True) or ""
    if match := _REPORTED.search(tail):
        return match.start(1), ""
    if match := _CONTRIBUTED.search(tail):
        return match.start(1), credited(match[1], known_only=True) or ""
    return None


def _dashed(tail: str) -> tuple[int, str] | None:
    match = _DASHED.search(tail)
    if match is None or not _closes(tail, match.start()):
        return None
    # One hyphen stands in compounds and lists too: behind it only what is known counts.
    hyphen = tail[match.start() : match.start(1)].strip() == "-"
    agency = credited(match[1], known_only=hyphen)
    if agency is None:
        return None
    return match.start(), agency if _is_body(match[1], agency) else ""


def _is_body(names: str, agency: str) -> bool:
    """Not a person's name: that has two or three words, none of which an agency is known by."""
    return len(names.split()) == 1 or credited(names, known_only=True) is not None or "/" in agency


def _bracketed(tail: str) -> tuple[int, str] | None:
    match = _BRACKETED.search(tail)
    if match is None or not _closes(tail, match.start()):
        return None
    agency = credited(match[1], known_only=True)
    return None if agency is None else (match.start(), agency)


def _source(tail: str) -> tuple[int, str] | None:
    match = _SOURCE.search(tail)
    if match is None or not _closes(tail, match.start()):
        return None
    agency = credited(match[1], known_only=True)
    return None if agency is None else (match.start(), agency)


def _copyright(tail: str) -> tuple[int, str] | None:
    match = _COPYRIGHT.search(tail)
    if match is None:
        return None
    agency = credited(match[1], known_only=True)
    return None if agency is None else (match.start(), agency)


def _alone(tail: str) -> tuple[int, str] | None:
    match = _ALONE.search(tail)
    if match is None or not all(map(is_agency, re.split(r"\s*(?:[/,&]|\band\b)\s*", match[1]))):
        return None
    return match.start(1), credited(match[1], known_only=True) or ""


def _closes(tail: str, at: int) -> bool:
    """Whether a sentence or a line ends before this point."""
    before = tail[:at].rstrip(" \t\u00a0")
    return before.endswith("\n") or before[-1:] in _ENDS if before else False
