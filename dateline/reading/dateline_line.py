"""The dateline at the head of an article: `HAMA, Syria (Agency) —`, `KYIV, May 21 —`, `RABAT:`.

Between the start of a line and the dash or colon that closes it, agency and day are peeled off;
what is left must be names of places. One in capitals is enough, unless it is a label such as
UPDATE. One in small letters needs an agency or a day beside it, or a dash that a new sentence
follows; further down in the text, and where there is no title, its country as well. The shapes are
those of the agencies' style books, and their everyday variants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from dateline.reading.agencies import credited, is_agency
from dateline.reading.credit_line import Credit, find_credit
from dateline.reading.dateline_head import DASH, peel
from dateline.reading.place_names import PlaceNames, is_country, place_names
from dateline.reading.titles import is_title

__all__ = ["Credit", "DatelineLine", "find_agency", "find_credit", "find_dateline", "find_items"]

_HEAD: Final = 4000
"""Characters at the start in which lines are looked at."""

_LONGEST: Final = 120
"""Characters of a dateline with all its parts."""

_LINES: Final = 4
"""Lines at whose start a dateline can stand: a byline or an abstract comes before it."""

_CLOSING: Final = re.compile(
    rf"(?P<slashes>\.?\s*/(?P<agency>[^/\n]{{2,24}})/\.?\s+)"
    rf"|(?P<dash>\s+{DASH}(?:\s+|\Z)|(?<=[)\]]){DASH}\s*|(?<=\.){DASH}\s+|_\s+|[—―]|(?<=\w)--+)"
    r"|(?P<bar>\s*\|\s+)"
    r"|(?P<bullet>\s+[•·●]\s+)"
    r"|(?P<slash>(?<=\w)\s?/\s+)"
    r"|(?P<colon>\s?:\s+)"
    r"|(?P<hyphen>(?<=\w)-\s+)"
    r"|(?P<nothing>(?<=\))\s+)"
    r"|(?P<stop>(?:(?<=\d)|(?<=day)|(?<=\w\.))\.?\s+(?=[“\"]?[A-Z]))"
    r"|(?P<line>\.?\Z)"
)
_AGENCY_NEXT: Final = re.compile(rf"([^\W\d_][^.:\n—–―|]{{1,28}}?)\s*(?:[.:|]|\s{DASH}|—)\s+")
_JOINED_HEADLINE: Final = re.compile(
    r"(?<=[\w\s]{2})(?<!\b[A-Z]{2})[.!?][”\"’']?\s+(?=[A-Z]{3}|[A-Z]{2,}\.? [A-Z]{2})"
)
_WEEKDAY_LAST: Final = re.compile(r",\s+\w+day\Z")
"""KISORO, Tuesday: but not GOOD FRIDAY."""
_IN_FIGURES: Final = re.compile(r"[\d./]+")
"""A day that in small letters may as well be the part of a series: Thread 3/7."""
_DAY_OF_MONTH: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_REPORTED: Final = 60
"""Characters of a first paragraph; a heading or an item of a list has fewer."""
_BESIDE: Final = ("dash", "bar", "slash")
"""Closings that an agency and another closing may follow."""
_WEAK: Final = ("hyphen", "nothing", "stop", "line")
"""Closings that are looked at once no dash and no colon makes a dateline."""
_OPEN: Final = re.compile(rf"\s{DASH}\Z")
_BYLINE: Final = re.compile(
    r"By (?:[^\W\d_][\w.'’-]*\s+){1,5}?in\s+|(?:From )?[Oo]ur (?:\w+ )?correspondent,?\s+(?:in\s+)?"
)
"""Words that name who writes, before the place he writes from."""
_SENT_BY: Final = re.compile(r"([^\W\d_][\w ]{1,24}),\s+(?=[A-Z][^\n.]{1,40}\Z)")
"""An agency before the place, on a line of their own: `BBC News, Nairobi`."""
_PAPER: Final = re.compile(
    r"\w\s(?:observer|courier|gazette|chronicle|telegraph|guardian|herald|tribune|times|post|mail"
    r"|examiner|journal|star|sun|echo|argus|advertiser|standard|mercury|enquirer|inquirer)\Z",
    re.IGNORECASE,
)
"""How names of papers end."""
_LINE_OF_AN_ITEM: Final = re.compile(
    rf"^(?=[^\W\d_]{{2}}[^\n]{{0,{_LONGEST}}}?{DASH})[^\n]+", re.MULTILINE
)
_OUTLET: Final = re.compile(r"[a-z][A-Z]|\w\.(?:com|net|org|info)\Z|^(?:AFP|AP|Reuters|Xinhua)\b")
"""Names that only an agency or a site on the web has: AsiaNews."""
_SPEAKER: Final = re.compile(r"^[A-Z][A-Z .'-]{2,40}:\s", re.MULTILINE)
_SENTENCE: Final = re.compile(r"[^\n]*?(?:[.!?][”\"’')]?(?=\s|\Z)|(?=\n)|\Z)")


@dataclass(frozen=True, slots=True)
class DatelineLine:
    """A dateline; spans are half-open code points into the text it was found in.

    Attributes:
        start, end: All of it with the dash or colon that closes it, without the space after.
        places: Span of each place named, bare: `HAMA` and `Syria` are two. Empty where only an
            agency opens the text.
        agency: Agencies named, joined by "/"; empty if none is.
        day_text: The day as printed, or empty.
    """

    start: int
    end: int
    places: tuple[tuple[int, int], ...]
    agency: str
    day_text: str


class _Opening(NamedTuple):
    """Where a dateline may begin, how far it may reach, and whether it must stand in capitals.

    `filed`: words before it say that somebody writes from there.
    """

    start: int
    end: int
    strict: bool
    filed: bool = False


def find_dateline(text: str) -> DatelineLine | None:
    """The dateline of an article, where it has one of the usual shapes.

    Args:
        text: The whole article. The first of several lines is passed over if it can be a title.

    Returns:
        Its parts; None where there is none.
    """
    if len(_SPEAKER.findall(text[:_HEAD])) > 2:  # who speaks, not where
        return None
    for opening in _openings(text):
        closings = list(_CLOSING.finditer(text, opening.start + 1, opening.end))
        for closing in sorted(closings, key=lambda match: match.lastgroup in _WEAK):
            if _may_close(text, opening, closing) and (found := _parse(text, opening, closing)):
                return found
    return None


def find_items(text: str) -> Iterator[DatelineLine]:
    """Datelines of a roundup, one before each item: `BERLIN –`, `Tyre, Lebanon –`.

    Args:
        text: The whole article.

    Yields:
        Those that open a line, have a dash and name a place, in text order; that of the article may
        be the first.
    """
    for line in _LINE_OF_AN_ITEM.finditer(text):
        opening = _Opening(line.start(), min(line.end(), line.start() + _LONGEST), strict=True)
        for closing in _CLOSING.finditer(text, opening.start + 1, opening.end):
            if closing.lastgroup == "dash":
                found = _parse(text, opening, closing)
                if found is not None and found.places:
                    yield found
                break


def find_agency(text: str) -> str:
    """The agency an article is credited to: in its dateline, else at its end; empty if in neither.

    Args:
        text: The whole article.
    """
    line = find_dateline(text)
    if line and line.agency:
        return line.agency
    credit = find_credit(text)
    return credit.agency if credit else ""


def _openings(text: str) -> Iterator[_Opening]:
    """Starts of the first lines; then ends of sentences, as some feeds join headline and body."""
    found = re.finditer(r"\s*(\S[^\n]*)", text[:_HEAD])
    lines = [line.span(1) for line in islice(found, _LINES + 1)]
    title = lines.pop(0) if len(lines) > 1 and _heads(text[slice(*lines[0])]) else None
    for number, (start, end) in enumerate(lines[:_LINES]):
        yield _Opening(start, min(end, start + _LONGEST), strict=number > 0)
        named = _BYLINE.match(text, start, end)
        if named is None and (sent := _SENT_BY.match(text, start, end)) and is_agency(sent[1]):
            named = sent
        if named is not None:
            yield _Opening(named.end(), min(end, start + _LONGEST), strict=True, filed=True)
    if title and text[: title[1]].rstrip().endswith(
        "."
    ):  # a sentence is rather the first paragraph
        yield _Opening(title[0], min(title[1], title[0] + _LONGEST), strict=True)
    for start, end in lines[:1]:
        for stop in _JOINED_HEADLINE.finditer(text, start, min(end, start + 2 * _LONGEST)):
            yield _Opening(stop.end(), min(end, stop.end() + _LONGEST), strict=True)


def _heads(line: str) -> bool:
    """Whether a first line can be a title; one with an open dash is none."""
    return is_title(line) and not _OPEN.search(line)


def _may_close(text: str, opening: _Opening, closing: re.Match[str]) -> bool:
    """Whether a full stop or the end of a line is worth a closer look: few are."""
    if closing.lastgroup == "stop":
        before = text[opening.start : closing.start()]
        tells_a_day = _WEEKDAY_LAST.search(before) or any(map(str.isdigit, before))
        return len(before) <= _LONGEST // 2 and bool(tells_a_day)
    return closing.lastgroup != "line" or text[closing.end() : closing.end() + 1] in ("\n", "\r")


def _parse(text: str, opening: _Opening, closing: re.Match[str]) -> DatelineLine | None:
    slashed = closing["agency"]
    agency = credited(slashed, known_only=False) if slashed else ""
    if agency is None:
        return None
    head = peel(text, opening.start, closing.start(), agency)
    if head is None:
        return None
    end, agency, kind = closing.end(), head.agency, str(closing.lastgroup)
    following = _AGENCY_NEXT.match(text, end)
    if following and not agency and kind in _BESIDE and is_agency(following[1]):
        agency, end = credited(following[1], known_only=True) or "", following.end()
    bare = text[head.start : head.end].strip("()")
    names = place_names(text, head.start, head.end)
    spans: tuple[tuple[int, int], ...] = ()
    if names and not is_agency(bare):
        told = head.day and (names.capitals or not _IN_FIGURES.fullmatch(head.day))
        proof = bool(agency or told)
        if kind in ("line", "stop"):
            fits = _stands_alone(text, names, kind, end, head.day, opening, proof=proof)
        else:
            sent = bool(agency and (head.day or (_OUTLET.search(agency) and not opening.strict)))
            fits = _fits(text, names, kind, end, strict=opening.strict, proof=proof, sent=sent)
        if not fits or _PAPER.search(bare):
            return None
        spans = names.spans
    elif is_agency(bare) and kind not in _WEAK:  # `Reuters - `: who, but not where
        agency = credited(bare, known_only=True) or ""
    elif bare or not agency:
        return None
    close = len(text[:end].rstrip())
    return DatelineLine(opening.start, close, spans, agency, head.day)


def _fits(
    text: str, names: PlaceNames, kind: str, end: int, *, strict: bool, proof: bool, sent: bool
) -> bool:
    """Whether names of places before such a closing are a dateline.

    Args:
        text: The article.
        names: What stands before the closing, read as names of places.
        kind: `slashes`, `dash`, `bar`, `bullet`, `slash`, `hyphen`, `colon` or `nothing`.
        end: Where the text goes on.
        strict: Capitals, proof or the town's country are needed.
        proof: An agency or a day stands beside them.
        sent: Both do, or what stands there can only be an agency.
    """
    following = text[end : end + 1]
    begins = bool(following) and not following.islower() and following not in ",;:.)"
    if proof:
        return kind != "nothing" or (begins and (names.capitals or names.caseless or sent))
    in_country = len(names.spans) > 1 and is_country(text[slice(*names.spans[-1])])
    if kind == "bar":
        return in_country and begins
    if kind in ("slash", "bullet") and names.capitals:  # not BAGHDAD / ERBIL —
        return begins and _fills_a_line(text, end) and not _has_dash(text, end)
    if names.capitals and kind != "hyphen":
        return kind == "colon" or (kind == "dash" and (begins or not _has_dash(text, end)))
    if kind == "colon":
        return in_country and begins and _opens_a_report(text, names.spans[0][0], end)
    if kind not in ("dash", "hyphen") or (strict and not in_country) or names.caseless:
        return False
    return begins and len(names.spans) <= 3 and not _has_dash(text, end)


def _opens_a_report(text: str, start: int, end: int) -> bool:
    """Whether a title stands before "Tyre, Lebanon:", and behind it more than a heading holds."""
    return bool(text[:start].strip()) and _fills_a_line(text, end)


def _fills_a_line(text: str, start: int) -> bool:
    """Whether as much follows in the line as a first paragraph has."""
    return len(text[start:].split("\n", 1)[0]) >= _REPORTED


def _stands_alone(
    text: str,
    names: PlaceNames,
    kind: str,
    end: int,
    day: str,
    opening: _Opening,
    *,
    proof: bool,
) -> bool:
    """Whether names of places are a dateline on a line of their own, or before a full stop."""
    dated = _DAY_OF_MONTH.search(day) is not None
    if kind == "stop":
        return bool(day) and (names.capitals or (dated and not opening.strict))
    if not text[end:].strip():
        return False
    return opening.filed or (proof and (names.capitals or dated))


def _has_dash(text: str, start: int) -> bool:
    """Whether a second dash stands in the sentence: then both set off an insertion."""
    sentence = _SENTENCE.match(text, start, min(len(text), start + 600))
    return sentence is not None and re.search(rf"\s{DASH}\s|—", sentence[0]) is not None
