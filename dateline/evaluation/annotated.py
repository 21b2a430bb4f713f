"""Articles annotated by hand: a JSON object a line, or one array, as `dateline sample` writes it.

Every error names the article and the mention, since the file was written by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from dateline.errors import ReadingError
from dateline.extraction.interchange import article_from_record, read_records
from dateline.findings import ROLES, Article
from dateline.gazetteer.place import PRECISIONS

__all__ = ["AnnotatedArticle", "AnnotatedMention", "AnnotatedPlace", "Span", "read_annotated"]

Span = tuple[int, int]
"""Half-open code points."""

_SHOWN: Final = 20
"""Slips that are listed; of a file with more, most are of one kind."""

_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")

_POINT: Final = (("latitude", "lat", 90.0), ("longitude", "lon", 180.0))


@dataclass(frozen=True, slots=True)
class AnnotatedPlace:
    """Where something lies, as the annotator says.

    Attributes:
        name: As the gazetteer has it; needed for regions and features, which are known by name.
        latitude, longitude: Degrees, WGS 84.
        country_code: ISO 3166 alpha-2, or empty.
        precision: One of `dateline.gazetteer.place.PRECISIONS`, or empty where it was not said.
        gazetteer_id: Or empty.
    """

    name: str
    latitude: float
    longitude: float
    country_code: str = ""
    precision: str = ""
    gazetteer_id: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedMention:
    """One mention; `place` None says that it cannot be placed, `role` empty that none was noted."""

    start: int
    end: int
    role: str = ""
    place: AnnotatedPlace | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """One article with its mentions in text order.

    Attributes:
        article: What is read; its `identifier` names it in the list of mistakes.
        mentions: Every place mention there is.
        ignored: Spans that count neither way.
        focus: The place it is about; None where the annotator did not say.
    """

    article: Article
    mentions: tuple[AnnotatedMention, ...]
    ignored: tuple[Span, ...] = ()
    focus: AnnotatedPlace | None = None


def read_annotated(path: Path) -> tuple[AnnotatedArticle, ...]:
    """Read annotated articles.

    Args:
        path: JSON Lines, or a `.json` file with one array. A record has `text` and `mentions`; a
            mention `start`, `end` or `text`, and if noted `role` and `place`. Without `start` a
            mention stands at the next place where its `text` occurs after the mention before.

    Raises:
        ReadingError: Something in it cannot be understood, or there is no article in it.
    """
    is_array = path.suffix.lower() == ".json"
    records = _array(path) if is_array else read_records(path, needed="text")
    if not records:
        raise ReadingError(f"{path} holds no article", "one or more", "see docs/evaluate.md")
    slips: list[ReadingError] = []
    articles = [_article(record, slips) for record in records]
    if slips[1:]:
        shown = "".join(f"\n  {slip}" for slip in slips[:_SHOWN])
        more = f"\n  … and {len(slips) - _SHOWN} more" if slips[_SHOWN:] else ""
        raise ReadingError(f"{len(slips)} slips in {path}:{shown}{more}")
    if slips:
        raise slips[0]
    return tuple(article for article in articles if article is not None)


def _array(path: Path) -> list[dict[str, Any]]:
    try:
        records = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise ReadingError(
            f"{path} is no JSON: {error}",
            "an array of articles",
            "one article a line is read from a file that ends in .jsonl",
        ) from error
    if not isinstance(records, list):
        raise ReadingError(f"{path} is no array", "an array of articles", "put it in brackets: [ ]")
    for number, record in enumerate(records):
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            shown = json.dumps(record, ensure_ascii=False)[:40]
            raise ReadingError(f"{path}, article {number}: {shown}", "an object with a 'text'")
    return [{**record, "id": str(record.get("id") or n)} for n, record in enumerate(records)]


def _article(record: Mapping[str, Any], slips: list[ReadingError]) -> AnnotatedArticle | None:
    """An article; None where it cannot be understood, with the reasons added to `slips`."""
    where = f"article {record['id']}"
    before = len(slips)
    mentions: list[AnnotatedMention] = []
    ignored: list[Span] = []
    with _noting(slips):
        if not isinstance(record.get("mentions"), list):
            raise ReadingError(
                f"{where} has no list of mentions", "'mentions', empty if there are none"
            )
        article = _read(record, where)
        for number, given in enumerate(record["mentions"], start=1):
            after = mentions[-1].end if mentions else 0
            with _noting(slips):
                mentions.append(_mention(given, article.text, after, f"{where}, mention {number}"))
        for number, given in enumerate(_listed(record, "ignore", where), start=1):
            with _noting(slips):
                ignored.append(_span(given, article.text, 0, f"{where}, ignored span {number}"))
        focus = _focus(record, where) if len(slips) == before else None
        mentions.sort(key=lambda mention: mention.start)
        _expect_apart(mentions, article.text, where)
    if len(slips) > before:
        return None
    return AnnotatedArticle(article, tuple(mentions), tuple(ignored), focus)


@contextmanager
def _noting(slips: list[ReadingError]) -> Iterator[None]:
    """What is wrong is kept, to be said with all else: who corrects a file does it once."""
    try:
        yield
    except ReadingError as slip:
        slips.append(slip)


def _read(record: Mapping[str, Any], where: str) -> Article:
    try:
        return article_from_record(record)
    except ReadingError as error:
        raise ReadingError(f"{where}: {error.came}", error.expected, error.todo) from error


def _listed(record: Mapping[str, Any], name: str, where: str) -> list[Any]:
    found = record.get(name) or []
    if not isinstance(found, list):
        raise ReadingError(f"{where}: {name} {found!r:.40}", "a list of spans")
    return found


def _expect_apart(mentions: Sequence[AnnotatedMention], text: str, where: str) -> None:
    for one, other in pairwise(mentions):
        if other.start < one.end:
            both = text[one.start : other.end]
            raise ReadingError(f"{where}: two mentions overlap in {both!r}", "one name a mention")


def _mention(given: Any, text: str, after: int, where: str) -> AnnotatedMention:
    start, end = _span(given, text, after, where)
    role = given.get("role") or ""
    if role and role not in ROLES:
        raise ReadingError(f"{where} has role {role!r}", f"one of {', '.join(ROLES)}")
    # The place may also be written flat, its fields beside the mention's own.
    place = given.get("place", given if "latitude" in given else None)
    return AnnotatedMention(start, end, str(role), _place(place, where))


def _span(given: Any, text: str, after: int, where: str) -> Span:
    if not isinstance(given, dict):
        raise ReadingError(f"{where} is {given!r}", "an object with 'start' and 'end', or 'text'")
    surface = given.get("text")
    if given.get("start") is None and given.get("end") is None:
        surface = surface.strip() if isinstance(surface, str) else surface
        found = text.find(surface, after) if isinstance(surface, str) and surface else -1
        if found < 0:
            raise ReadingError(
                f"{where}: {surface!r} does not occur after the mention before",
                "the words as they stand in the text, in its order",
                "correct them or say 'start' and 'end'",
            )
        return found, found + len(str(surface))
    start, end = given.get("start"), given.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise ReadingError(
            f"{where} runs from {start!r} to {end!r}",
            f"code points within 0 to {len(text)}",
            "leave 'start' and 'end' out to have them found",
        )
    if isinstance(surface, str) and surface != text[start:end]:
        raise ReadingError(
            f"{where}: {text[start:end]!r} stands at {start}",
            repr(surface),
            "leave 'start' and 'end' out to have them found",
        )
    return start, end


def _place(given: Any, where: str) -> AnnotatedPlace | None:
    if given is None:
        return None
    if not isinstance(given, dict):
        raise ReadingError(f"{where} has place {given!r}", "an object, or null for no place")
    latitude, longitude = (_degrees(given, *names, where) for names in _POINT)
    precision = str(given.get("precision") or "")
    if precision and precision not in PRECISIONS:
        raise ReadingError(
            f"{where} has precision {precision!r}", f"one of {', '.join(PRECISIONS)}"
        )
    country = str(given.get("country") or "")
    if country and not _COUNTRY.fullmatch(country):
        raise ReadingError(
            f"{where} has country {country!r}", "two letters as in ISO 3166", "such as SY, or none"
        )
    return AnnotatedPlace(
        str(given.get("name") or ""),
        latitude,
        longitude,
        country.upper(),
        precision,
        # Flat, `id` would not be the place's.
        str(given.get("id") or "") if "start" not in given and "mentions" not in given else "",
    )


def _degrees(given: Mapping[str, Any], name: str, short: str, most: float, where: str) -> float:
    value = given.get(name, given.get(short))
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -most <= value <= most:
        raise ReadingError(f"{where} has {name} {value!r}", f"degrees from -{most:g} to {most:g}")
    return float(value)


def _focus(record: Mapping[str, Any], where: str) -> AnnotatedPlace | None:
    """The focus: a place, or the name of the place of one of the mentions."""
    focus = record.get("focus")
    if not isinstance(focus, str) or not focus:
        return _place(focus or None, f"{where}, focus")
    for given in record["mentions"]:
        place = given.get("place") or given
        if place.get("name") == focus:
            return _place(place, f"{where}, focus")
    raise ReadingError(f"{where}: focus {focus!r}", "the name of the place of one of its mentions")
