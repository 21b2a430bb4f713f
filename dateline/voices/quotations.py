"""Passages in quotation marks: where they begin and end.

Read are “…”, "…", ‘…’, '…', „…“, «…», »…« and ``…''. Only the outer marks count, what is quoted
within a quotation belongs to it. A quotation goes on over paragraphs as papers print it: the mark
is not closed at the end of one and opened again at the start of the next; each is a passage.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from typing import Final, NamedTuple

__all__ = ["Paragraph", "Passage", "is_title", "paragraphs", "passages"]

_MARK: Final = re.compile("``|''|[“”„«»\"‘’']")
_CLOSERS: Final = {
    "“": ("”", '"'),
    "„": ("“", "”"),
    "«": ("»",),
    "»": ("«",),
    '"': ('"', "”"),
    "``": ("''", '"'),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE: Final = frozenset("‘'")
_BREAK: Final = re.compile(r"[ \t\r\x0b\x0c\u00a0]*\n\s*")
_ENDS_LINE: Final = frozenset(".!?:;…”\"’'»)—–-*")
_ELISION: Final = re.compile(r"(?:\d0s|em|til|tis|twas|cause|round|bout|n|cos)\b", re.I)
_BEFORE_OPENING: Final = frozenset(" \t\n\r\u00a0([{—–-/:…“\"‘'«„.,")


class Passage(NamedTuple):
    """Words in quotation marks.

    Attributes:
        start, end: The words, without marks.
        opening, closing: The same with marks.
        paragraph: Number of its paragraph.
        goes_on: Whether the next paragraph's first passage continues it.
    """

    start: int
    end: int
    opening: int
    closing: int
    paragraph: int
    goes_on: bool


class Paragraph(NamedTuple):
    start: int
    end: int


def paragraphs(text: str) -> list[Paragraph]:
    """Split at line ends; a line that breaks off in mid-sentence is joined to the next.

    Texts wrapped at a fixed width have line ends within sentences, and quotations run across them.
    """
    found: list[Paragraph] = []
    start = 0
    for match in _BREAK.finditer(text):
        wrapped = (
            text.count("\n", match.start(), match.end()) == 1
            and match.start() > start
            and text[match.start() - 1] not in _ENDS_LINE
            and text[match.end() : match.end() + 1].islower()
        )
        if not wrapped:
            if match.start() > start:
                found.append(Paragraph(start, match.start()))
            start = match.end()
    if start < len(text):
        found.append(Paragraph(start, len(text)))
    return found


def passages(text: str, parts: list[Paragraph]) -> list[Passage]:
    """All passages in quotation marks, in order; they never overlap.

    Args:
        text: Of the article.
        parts: Its paragraphs, of `paragraphs(text)`.
    """
    found: list[Passage] = []
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        found.extend(_passages_of(text, part, number, following))
    return found


def _passages_of(
    text: str, part: Paragraph, number: int, following: Paragraph | None
) -> list[Passage]:
    found: list[Passage] = []
    mark, opening, start = "", 0, 0
    ends = {sign: _SingleEnds(text, sign, part) for sign in _SINGLE}
    for match in _MARK.finditer(text, part.start, part.end):
        sign = match[0]
        if mark and sign in _CLOSERS[mark] and _closes(text, mark, match, ends):
            _add(found, text, Passage(start, match.start(), opening, match.end(), number, False))
            mark = ""
        elif _opens(text, sign, match, part, ends) and (not mark or sign == mark):
            # A second opening mark of the same kind: the first one was never closed.
            mark, opening, start = sign, match.start(), match.end()
    if mark and mark not in _SINGLE:
        goes_on = following is not None and text.startswith(mark, following.start)
        lead = text[part.start : opening].rstrip()
        if goes_on or not lead or lead[-1] in ":,":
            _add(found, text, Passage(start, part.end, opening, part.end, number, goes_on))
    return found


def _add(found: list[Passage], text: str, passage: Passage) -> None:
    """Keep a passage of words, without the space that French sets inside the marks."""
    words = text[passage.start : passage.end]
    if any(map(str.isalnum, words)):
        start = passage.end - len(words.lstrip())
        found.append(passage._replace(start=start, end=start + len(words.strip())))


def _opens(
    text: str, sign: str, match: re.Match[str], part: Paragraph, ends: Mapping[str, _SingleEnds]
) -> bool:
    after = text[match.end() : match.end() + 1]
    if sign in ("”", "’", "''") or not after or (after.isspace() and sign != "«"):
        return False
    first = match.start() == part.start
    if sign in ("“", "„", "``", "«"):
        return True
    if not first and text[match.start() - 1] not in _BEFORE_OPENING:
        return False
    if sign in _SINGLE:
        if not (after.isalnum() or after in '“"…[(') or _ELISION.match(text, match.end()):
            return False
        return ends[sign].after(match.end()) is not None
    return True


def _closes(text: str, mark: str, match: re.Match[str], ends: Mapping[str, _SingleEnds]) -> bool:
    if mark in _SINGLE:
        return match.start() == ends[mark].after(match.start())
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    if match[0] == '"':  # the same mark opens and closes: a space tells which
        return not before.isspace() or not after or not after.isalnum()
    return True


_SINGLE_ENDS: Final = {
    "‘": (re.compile(r"’(?!\w)"), re.compile(r"[.,?!…—]’(?!\w)"), re.compile(r"(?<!\w)‘\w")),
    "'": (re.compile(r"(?<=\S)'(?!\w)"), re.compile(r"[.,?!…—]'(?!\w)"), re.compile(r"(?<!\w)'\w")),
}
"""By the mark that opens: what may close, what surely does, and what opens another."""
_GOES_ON: Final = re.compile(r"\s[a-z]")


class _SingleEnds:
    """Where single quotation marks of a paragraph close, told from "the workers’ town".

    Args:
        text: Of the article.
        mark: The one that opens.
        part: The paragraph; it is read at the first question.
    """

    def __init__(self, text: str, mark: str, part: Paragraph) -> None:
        self._text, self._mark, self._part = text, mark, part

    def after(self, start: int) -> int | None:
        """Where a quotation ends in which `start` lies; None where it does not."""
        index = bisect_left(self._closing, start)
        return self._ends[index] if index < len(self._ends) else None

    @cached_property
    def _closing(self) -> list[int]:
        """Marks that may close, possessives among them."""
        return self._all(_SINGLE_ENDS[self._mark][0])

    @cached_property
    def _ends(self) -> list[int | None]:
        """The mark that closes, by the next one that may: one list serves a long paragraph."""
        _, sure, opening = map(self._all, _SINGLE_ENDS[self._mark])
        ends: list[int | None] = []
        end: int | None = None
        for at in reversed(self._closing):
            possessive = self._text[at - 1] in "sS" and _GOES_ON.match(self._text, at + 1)
            later, again = _next(sure, at), _next(opening, at + 1)
            if not (possessive and later is not None and (again is None or later < again)):
                end = at
            ends.append(end)
        return ends[::-1]

    def _all(self, pattern: re.Pattern[str]) -> list[int]:
        return [m.start() for m in pattern.finditer(self._text, self._part.start, self._part.end)]


def _next(places: list[int], start: int) -> int | None:
    index = bisect_left(places, start)
    return places[index] if index < len(places) else None


def is_title(text: str, passage: Passage) -> bool:
    """A name in quotation marks, as of a film, a ship or a brigade: every long word is capital."""
    words = text[passage.start : passage.end].split()
    return (
        1 < len(words) <= 6
        and text[passage.end - 1] not in ",.?!…"
        and all(word[0].isupper() for word in words if len(word) > 3)
        and not all(word.isupper() for word in words)
    )
