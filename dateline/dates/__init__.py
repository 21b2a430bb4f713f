"""Dates an article speaks of, as half-open intervals of days.

    >>> find_dates(nlp("The bridge fell on Monday."), date(2016, 12, 16))
    (DateMention(start=19, end=25, surface='Monday', earliest=date(2016, 12, 12), …),)

What is read: days, weekdays, months, quarters, seasons (of the northern hemisphere), years,
decades and centuries, ranges of these, and words that count from the day of publication ("two weeks
ago", "the past five years"). What only a reader can place ("a day after") is left out. So are ages,
durations and what recurs ("every Friday").

* Prepositions and "early", "late", "mid-" stay outside a span; the whole day or month is meant.
* Of several days that share a month or a year each is marked: "14", "15" and "17 June".
* "Last week" is the Monday to Sunday before, "last month" the calendar month before.
* In an undated article what counts from publication keeps its span, and both ends are None.
* A day in figures that can be read two ways (3/4/17) is read as the article's other days are; where
  none tells, it keeps its span, and both ends are None. With points (3.4.17) the day comes first.
* A history, which names no year near the publication and counts nothing from there, goes on in its
  own years: "on 15 February" after 17 January 1944 is of 1944.
* A sentence that begins with a year goes on in it: "In 1944 it fell, on 5 June" is of 1944.
* So do the entries of a chronicle, a day a line, from the first that says its year.
* "On the 3rd" is of the month that was told last, or of the one beside it that lies nearer.
* "In recent days" has precision `vague` and ends on the day of publication; where it begins, the
  words do not say. "The coming weeks" likewise begin there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import Final

from spacy.tokens import Doc

from dateline.dates import counting, days, figures, periods
from dateline.dates.chronicle import Chronicle
from dateline.dates.expressions import PATTERNS
from dateline.dates.narrative import Narrative
from dateline.dates.surroundings import Rule, Surroundings
from dateline.dates.tense import Tense
from dateline.dates.vocabulary import TRIGGERS, WORD
from dateline.dates.year_of_sentence import YearOfSentence
from dateline.findings import DateMention
from dateline.language_model.parsed_text import text_of

__all__ = ["find_dates"]

_RULES: Final[dict[str, Rule]] = {
    **days.RULES,
    **figures.RULES,
    **periods.RULES,
    **counting.RULES,
}
"""How each kind of expression is resolved; the names are those in `expressions.PATTERNS`."""

_AFTER: Final = 40
"""Characters after an expression that its rule may read."""
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
"""A date ends with its paragraph: what begins the next may be a number in a list."""
_GOES_ON: Final = re.compile(r"/|\.\d")
_BETWEEN: Final = (", ", " and ", " or ")
_REACH: Final = 60
"""Characters before and after a trigger word in which its expression must lie."""


def find_dates(doc: Doc, published: date | None) -> tuple[DateMention, ...]:
    """Find and resolve the dates of one article.

    Args:
        doc: The parsed text. Tagger and parser are used where they ran, to tell past from future.
        published: The day it was published, or None. A `datetime` counts as its day.

    Returns:
        Non-overlapping mentions in the order of the text; spans are half-open code points.
        `earliest` < `latest` where both are known.
    """
    text = text_of(doc)
    published = None if published is None else date(published.year, published.month, published.day)
    tense = Tense(doc, text)
    narrative, chronicle = Narrative(text, published), Chronicle(text)
    sentence = YearOfSentence(text)

    def tense_at(at: int) -> int:
        return tense.at(at) if chronicle.year(at) is None else -1

    def year(month: int, day: int, at: int) -> int | None:
        return chronicle.year(at) or sentence.year(at) or narrative.year(month, day, at)

    around = Surroundings(published, tense_at, year, figures.day_first(text))
    names = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON"]
    found: list[DateMention] = []
    covered = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < covered or (kind := _kind(word, text)) is None:
            continue
        mention = _read(kind, word, text, covered, around)
        if mention is None or _inside(mention, names):
            continue
        found.append(mention)
        covered = mention.end
        sentence.reach(mention)
        if mention.earliest is not None and mention.precision in ("day", "month", "span"):
            narrative.reach(mention.earliest, mention.start)
    return tuple(found)


def _inside(mention: DateMention, names: list[tuple[int, int]]) -> bool:
    """Is it only a part of a name: June Arden, the village of May Bank?

    Names are in text order and do not overlap: only the last that begins before it can hold it.
    """
    at = bisect_right(names, mention.start, key=lambda name: name[0]) - 1
    own = (mention.start, mention.end)
    return at >= 0 and mention.end <= names[at][1] and names[at] != own


def _kind(word: re.Match[str], text: str) -> str | None:
    """What patterns a word calls for; None for almost all words."""
    start, end = word.span()
    first = text[start]
    if first.isdigit():
        if end - start == 4 or _GOES_ON.match(text, end):
            return "number"
        if text[end : end + 2] in ("st", "nd", "rd", "th"):
            return "ordinal"
        if start and text[start - 1] in "'’‘":
            return "number"
        return "listed" if end - start < 3 and _in_list(text, start, end) else None
    kind = TRIGGERS.get(text[start:end].lower())
    if kind in ("month", "weekday") and first.islower():
        return None
    return kind


def _in_list(text: str, start: int, end: int) -> bool:
    """Does a number stand beside a comma or "and": 14, 15 and 17 June?"""
    return text.startswith(_BETWEEN, end) or text.endswith(_BETWEEN, 0, start)


def _read(
    kind: str, word: re.Match[str], text: str, covered: int, around: Surroundings
) -> DateMention | None:
    """The first pattern of `kind` that matches around `word` and is a date."""
    start, end = word.span()
    low, high = max(covered, start - _REACH), end + _REACH
    if (gap := _BLANK_LINE.search(text, end, high)) is not None:
        high = gap.start()
    near = text[low:high].lower()
    for rule, pattern, words in PATTERNS[kind]:
        if words and not any(map(near.__contains__, words)):
            continue
        for match in pattern.finditer(text, low, high):
            if match.start() > start:
                break
            if match.end() < end:
                continue
            span = "span" if "span" in pattern.groupindex else 0
            first, last = match.span(span)
            around.before = text[max(0, first - 40) : first]
            around.after = text[last : last + _AFTER]
            try:
                interval = _RULES[rule](match, around)
            except (ValueError, OverflowError):  # a day no calendar has, or beyond its end
                interval = None
            if interval is None:
                break
            if interval.earliest is not None:
                around.last = interval
                if rule in ("quarter", "latest_quarter"):  # the others only compare with it
                    around.last_quarter = interval
            return DateMention(first, last, text[first:last], *interval)
    return None
