"""What a page states for machines: schema.org in JSON-LD and in attributes, and `meta` elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from lxml.html import HtmlElement

from dateline.reading.dates.published import read_dates

__all__ = ["moment_in", "stated_in", "zone_of"]

_ARTICLE: Final = re.compile(
    r"(?:News|Report|Blog|Opinion|Analysis|Live|Background|Review)?\w*"
    r"(?:Article|Posting|Report)",
    re.ASCII,
)

_PUBLISHED: Final = (
    *("article:published_time", "article:published", "og:article:published_time"),
    *("og:published_time", "og:pubdate", "rnews:datepublished", "datepublished", "date_published"),
    *("article.published", "article_date_original", "originalpublicationdate", "parsely-pub-date"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date"),
    *("publish_date", "publication_date", "publication-date", "publicationdate", "bt:pubdate"),
    *("dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "dc.date.created", "date"),
)
"""Names under which pages state when they were published, the plainest first."""

_PUBLICATION: Final = re.compile(r"publi[sc]|posted|entry-date|post-date|veröff", re.IGNORECASE)
_CHANGE: Final = re.compile(r"updat|modif|chang", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\d[T\s,]+\d{1,2}[:.h]\d\d|\A\d{8}T?\d{4}")
_ZONE: Final = re.compile(r"\d\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)\s*\Z")
_WRAPPING: Final = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*\Z"
)
_DEEPEST: Final = 5


def stated_in(page: HtmlElement) -> dict[str, str]:
    """Title, date, author and outlet as a page states them; what it does not state is left out.

    The date is that of JSON-LD, else of the plainest `meta`, else of a `time` marked as the date of
    publication; one with the time of day goes before one without. When the page was changed is
    never taken for it.

    Args:
        page: Its root, scripts included.
    """
    article, things = _article(page)
    found = {
        "title": _word(article.get("headline")),
        "author": "; ".join(_names(article.get("author"), things)),
        "source": next(_names(article.get("publisher"), things), ""),
    }
    given = (_word(article.get("datePublished")), *_dates(page))
    dates = [date for date in given if date and _is_readable(date)]
    clocked = (date for date in dates if _CLOCK.search(date) and date[:10] == dates[0][:10])
    found["published"] = next(clocked, next(iter(dates), ""))
    return {name: html.unescape(value).strip() for name, value in found.items() if value.strip()}


def moment_in(page: HtmlElement, day: str) -> str:
    """The first moment of a day (`2016-12-16`) that a `time` element states, or that day itself."""
    stated = ((each.get("datetime") or "").strip() for each in page.iter("time"))
    return next((each for each in stated if each[:10] == day and _CLOCK.search(each)), day)


def zone_of(date: str) -> str:
    """The time zone that ends a date: `+03:00`, `UTC`, or empty where none does."""
    match = _ZONE.search(date)
    if match is None:
        return ""
    return "UTC" if match[1] in ("Z", "GMT") else match[1]


def _is_readable(date: str) -> bool:
    return read_dates([date], latest=datetime.now() + timedelta(days=1)).moments[0] is not None


def _dates(page: HtmlElement) -> Iterator[str]:
    by_name: dict[str, str] = {}
    for meta in page.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if name := (meta.get(attribute) or "").strip().casefold():
                by_name.setdefault(name, (meta.get("content") or "").strip())
    yield from (by_name[name] for name in _PUBLISHED if by_name.get(name))
    for element in page.iter("time", "span", "div", "abbr"):
        marked = (element.get("itemprop") or "").casefold() == "datepublished"
        if marked or (element.tag == "time" and _is_of_publication(element)):
            yield (element.get("datetime") or element.get("content") or "").strip()


def _is_of_publication(element: HtmlElement) -> bool:
    """Whether a `time` says so, by its attribute, its class or that of what it stands in."""
    around = element.getparent()
    classes = " ".join((each.get("class") or "") for each in (element, around) if each is not None)
    return element.get("pubdate") is not None or (
        _PUBLICATION.search(classes) is not None and _CHANGE.search(classes) is None
    )


def _article(page: HtmlElement) -> tuple[Mapping[str, Any], Mapping[str, Mapping[str, Any]]]:
    """The article that a page is of, and all that its JSON-LD names by `@id`."""
    articles: list[Mapping[str, Any]] = []
    things: dict[str, Mapping[str, Any]] = {}
    for script in page.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(_WRAPPING.sub("", script.text or "").strip("; \n\t"), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if len(thing) > 2 or "name" in thing:
                things.setdefault(_word(thing.get("@id")), thing)
            if any(_ARTICLE.fullmatch(kind) for kind in _words(thing.get("@type"))):
                articles.append(thing)
    title = " ".join(each.text_content() for each in page.iter("title", "h1"))
    named = (each for each in articles if (name := _word(each.get("headline"))) and name in title)
    return next(named, next(iter(articles), {})), things


def _things(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for within in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(data.get(within), depth + 1)


def _words(value: Any) -> list[str]:
    return [
        item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)
    ]


def _word(value: Any) -> str:
    return next(iter(_words(value)), "")


def _names(value: Any, things: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for person in value if isinstance(value, list) else [value]:
        if isinstance(person, dict):
            whole = person if "name" in person else things.get(_word(person.get("@id")), {})
            yield from _words(whole.get("name"))
        else:
            yield from _words(person)
