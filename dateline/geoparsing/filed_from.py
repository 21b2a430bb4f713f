"""Where an article says that it was written, also where only the gazetteer can tell.

That is a dateline, or `Srinagar: Militants attacked …`, or a byline: `By Ann Low, Jos`. A dateline
may have lost its dash: `BANGKOK The talks …`, `Tyre, Lebanon Israeli jets …`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from dateline.geoparsing.name_facts import FACTS, NameBook
from dateline.reading.dateline_head import DASH
from dateline.reading.dateline_line import DatelineLine, find_dateline
from dateline.reading.place_names import is_country

__all__ = ["filed_from"]

_LINES: Final = 4
"""Lines looked at: a title, a byline and a day come before the first paragraph."""

_LINE: Final = re.compile(r"\S[^\n]*")
_PARAGRAPH: Final = 90
"""Characters of a first paragraph; a headline such as "Aleppo: Truce holds" has fewer."""

_WORDS: Final = 20
"""Words of it that tell it from a headline."""

_SOON: Final = 400
"""Characters within which a report says when, or who says so."""

_TOWN: Final = re.compile(
    r"(?:Attachments(?: ?\.\.\.| ?…)? )?"  # as a hub of reports lists its files
    r"(?P<town>[A-Z][^\W\d_]+(?:[ '’-][A-Z]?[^\W\d_]+){0,3})"
    r"(?:, (?P<whole>[A-Z][^\W\d_]+(?: [A-Z]\w+)?))?"
    rf"(?:\s?:|\s{DASH}(?![^\n.]*\s{DASH}\s)) (?=[A-Z])"
    r"(?!(?:I|We|You|My|Our|Why|How|What|Where|When|Who)\b)"
)
_LOUD_TOWN: Final = re.compile(
    r"(?P<town>[A-ZÀ-ÖØ-Þ]{3,}(?:[ '’-][A-ZÀ-ÖØ-Þ]+){0,2})\.\s(?=[“\"]?[A-Z]\w*[ ’'][“\"]?\w)"
)
"""In capitals before a full stop, as magazines have it."""
_BYLINE: Final = re.compile(
    r"(?:(?:From|FROM|By|BY):? (?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w.'’-]*"
    r"|(?:(?:From|By) )?(?:(?:Our|A) )?(?:(?:Own|Staff|Special) )?(?:Correspondent|Reporter)),\s+"
    r"(?P<town>[A-Z][^\W\d_]+(?:[ '’-][A-Z]?[^\W\d_]+){0,2})[.,]?\s*\Z"
)
_REPORTED: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|overnight|said|says|told"
    r"|according to|reported|announced|police|ago)\b"
)
_SPEAKER: Final = re.compile(r"^[A-Z][\w .'’-]{1,40}:(?:[^\S\n]+\S+){3}", re.MULTILINE)
"""One who speaks, or a headline; but not "For reprints: timesmill.example"."""
_SPEAKERS: Final = 2
"""Lines that a name and a colon may open; with more it is an interview."""

_OPENS: Final = (
    r"(?:The|In|On|At|With|As|After|When|While|For|From|By|An?|It|He|She|They|This|Two|Three|More|M(?:r|rs|s)"
    r"\.?|Dr\.?) "
)
"""Words that open a sentence, and that a name followed by them does not go on with."""
_NO_DASH: Final = re.compile(
    rf"(?P<town>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){{0,2}}?) (?={_OPENS})"
    r"|(?P<seat>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2}?), "
    r"(?P<whole>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2}?) (?=[A-Z][a-z]+ )"
)
_SIZE: Final = 4.0
"""Decimal logarithm of the people a town weighs as, from which it has a reporter."""

_PROMINENCE: Final = FACTS.index("main_prominence")


def filed_from(text: str, book: NameBook) -> DatelineLine | None:
    """The dateline of an article, or what stands for one and is told by the gazetteer alone.

    A town in small letters and a colon, as papers of South Asia have it, look like headlines,
    labels and speakers ("Ukraine: …", "Analysis: …"), and so does one with a dash below a byline: a
    paragraph must follow that says when or by whom. A byline with a town, as in papers of Nigeria,
    looks like a title or an office ("From Kyiv Station, Families Leave"; "By Ann Low, Writer").
    Where a copy lost the dash, a sentence begins in the midst of one below the title. A town in
    capitals and a full stop looks like a heading.

    Args:
        text: The whole article.
        book: What the gazetteer knows of names.
    """
    return (
        find_dateline(text)
        or _town_before_report(text, book)
        or _town_in_byline(text, book)
        or _town_without_dash(text, book)
        or _loud_town(text, book)
    )


def _town_before_report(text: str, book: NameBook) -> DatelineLine | None:
    for line in islice(_LINE.finditer(text), _LINES):
        town = _TOWN.match(text, line.start(), line.end())
        if (
            town is not None
            and line.end() - line.start() >= _PARAGRAPH
            and _REPORTED.search(text, town.end(), min(line.end(), town.end() + _SOON))
            and _is_town(town["town"], book)
            and (not town["whole"] or book.is_container(town["whole"]))
            and len(_SPEAKER.findall(text)) <= _SPEAKERS
        ):
            groups = ("town", "whole") if town["whole"] else ("town",)
            places = tuple(town.span(group) for group in groups)
            return DatelineLine(line.start(), len(town[0].rstrip()) + line.start(), places, "", "")
    return None


def _town_in_byline(text: str, book: NameBook) -> DatelineLine | None:
    for line in islice(_LINE.finditer(text), _LINES):
        byline = _BYLINE.match(text, line.start(), line.end())
        stands_above = line.end() < len(text)
        if byline is not None and stands_above and _is_town(byline["town"], book):
            return DatelineLine(byline.start(), byline.end("town"), (byline.span("town"),), "", "")
    return None


def _town_without_dash(text: str, book: NameBook) -> DatelineLine | None:
    for line in islice(_LINE.finditer(text), 1, _LINES):
        town = _NO_DASH.match(text, line.start(), line.end())
        if town is None or line.end() - line.start() < _PARAGRAPH:
            continue
        if not _is_sentence(text[town.end() : line.end()]):
            continue
        groups = ("town",) if town["town"] else ("seat", "whole")
        if _is_town(town[groups[0]], book) and (not town["whole"] or is_country(town["whole"])):
            places = tuple(town.span(group) for group in groups)
            return DatelineLine(line.start(), town.end() - 1, places, "", "")
    return None


def _loud_town(text: str, book: NameBook) -> DatelineLine | None:
    for line in islice(_LINE.finditer(text), 1, _LINES):
        town = _LOUD_TOWN.match(text, line.start(), line.end())
        if (
            town is not None
            and line.end() - line.start() >= _PARAGRAPH
            and _is_sentence(text[town.end() : line.end()])
            and _is_town(town["town"], book)
        ):
            return DatelineLine(line.start(), town.end() - 1, (town.span("town"),), "", "")
    return None


def _is_sentence(text: str) -> bool:
    """Whether most words of a paragraph's beginning are small, as in no headline."""
    words = text.split(maxsplit=_WORDS)[:_WORDS]
    return 2 * sum(word[0].islower() for word in words) > len(words)


def _is_town(name: str, book: NameBook) -> bool:
    facts = book[name]
    large = facts.numbers[_PROMINENCE] >= _SIZE
    return facts.is_settlement and large and not facts.is_whole and not is_country(name)
