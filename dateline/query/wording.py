"""Filters, values and days in a reader's words, for the page and for files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import repeat
from typing import Any, Final, NamedTuple

import pandas as pd

from dateline.corpus import Corpus
from dateline.gazetteer.countries import country_names
from dateline.languages import language_name
from dateline.query.column_names import plain_name
from dateline.query.query import FURTHER, Area, Query

__all__ = [
    "FACETS",
    "ROLE_MEANINGS",
    "Filter",
    "day_of",
    "facet_label",
    "filters_on",
    "in_words",
    "value_label",
]

FACETS: Final = {
    "roles": "Role",
    "sources": "Source",
    "countries": "Country",
    "places": "Place",
    "speaker_kinds": "Who speaks",
    "people": "People",
    "organisations": "Organisations",
    "languages": "Language",
    "agencies": "Agency",
}
"""In the order of the page."""

ROLE_MEANINGS: Final = {
    "event": "something reported happens, happened or may happen there",
    "setting": "words are spoken, talks held or decisions announced there",
    "dateline": "where the article was filed",
    "actor": "stands for a government, an army or a people",
    "demonym": "an adjective or a people",
    "name": "part of something else's name",
    "comparison": "invoked as a parallel",
    "background": "none of the others: origin, biography, a distant generality",
}
"""What each role of a mention means."""


class Filter(NamedTuple):
    """A filter that is on.

    Attributes:
        name: As `Query.without` takes it.
        value: The one value concerned, or None for the whole filter.
        label: In a few words.
    """

    name: str
    value: str | None
    label: str


def day_of(moment: date | datetime | Any) -> str:
    """`6 Dec 2016`, or `undated`."""
    return "undated" if moment is None or pd.isna(moment) else f"{moment.day} {moment:%b %Y}"


def facet_label(facet: str) -> str:
    """A facet's heading; of a column of the reader's own its name in plain words."""
    if not facet.startswith(FURTHER):
        return FACETS[facet]
    name = plain_name(facet.removeprefix(FURTHER))
    return name[:1].upper() + name[1:]


def value_label(corpus: Corpus, facet: str, value: str) -> str:
    """A value of a facet as a reader would say it; an empty one is *none given*."""
    if not value:
        return "none given"
    if facet == "countries":
        return country_names().get(value, value)
    if facet == "languages":
        return language_name(value)
    if facet == "places":
        row = corpus.place_id(value)
        return value if row is None else corpus.place_names[row]
    return value


def filters_on(corpus: Corpus, query: Query) -> Iterator[Filter]:
    """Every filter that is on, in the order of `Query`; of a facet each value by itself."""
    for name in query.active():
        if name == "words":
            has_marks = '"' in query.words  # those of a phrase, which are not to stand in others
            yield Filter(name, None, f"words: {query.words}" if has_marks else f"“{query.words}”")
        elif name == "published":
            yield Filter(name, None, f"published {_days(query.published)}")
        elif name == "spoken":
            yield Filter(name, None, f"speaks of {_days(query.spoken)}")
        elif name == "roles":
            roles = ", ".join(role or "none given" for role in query.roles)
            yield Filter(name, None, f"role: {roles}")
        elif name == "areas":
            many = len(query.areas)
            drawn = "the drawn area" if many == 1 else f"one of the {many} drawn areas"
            beside = "or " if query.places.include else ""
            yield Filter(name, None, f"{beside}within {drawn}")
        elif name == "near" and query.near:
            place = value_label(corpus, "places", query.near[0])
            beside = "or " if query.places.include or query.areas else ""
            yield Filter(name, None, f"{beside}within {query.near[1]:g} km of {place}")
        elif name == "copies":
            yield Filter(name, None, f"copies of {_title(corpus, query.copies)}")
        elif name == "own":
            yield Filter(name, None, "yours only")
        else:
            heading, values = facet_label(name).lower(), query.values(name)
            for value in values.include:
                yield Filter(name, value, f"{heading}: {value_label(corpus, name, value)}")
            for value in values.exclude:
                yield Filter(name, value, f"not {heading}: {value_label(corpus, name, value)}")


def _title(corpus: Corpus, key: str) -> str:
    number = corpus.article_id(key)
    if number is None:
        return "an article that is not here"
    title = str(corpus.listing([number], further=False)["title"].iat[0])
    return f"“{title}”" if title else "an article without a title"


def in_words(corpus: Corpus, query: Query) -> str:
    """All filters in one line that stands by itself.

    Beside what the page says it has gazetteer ids and keys of articles, since names and titles are
    not unique, and the corners of a drawn area, latitude first.
    """
    return "; ".join(map(_exactly, filters_on(corpus, query), repeat(query))) or (
        "none: every article, and mentions in every role"
    )


def _exactly(one: Filter, query: Query) -> str:
    if one.name == "areas":
        areas = " or ".join(f"the area {_corners(corners)}" for corners in query.areas)
        return f"or within {areas}" if query.places.include else f"within {areas}"
    if one.name == "near" and query.near:
        return f"{one.label} ({query.near[0]})"
    if one.name == "copies":
        return f"{one.label} ({query.copies})"
    if one.name == "own":
        return "only what the reader brought himself"
    return f"{one.label} ({one.value})" if one.name == "places" else one.label


def _corners(area: Area) -> str:
    return ", ".join(f"{latitude:.4f} {longitude:.4f}" for longitude, latitude in area)


def _days(between: tuple[date | None, date | None]) -> str:
    first, last = between
    if first and last:
        return day_of(first) if first == last else f"{day_of(first)} – {day_of(last)}"
    return f"from {day_of(first)}" if first else f"until {day_of(last)}"
