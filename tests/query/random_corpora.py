"""Random small corpora and queries for Hypothesis, empty and all-missing ones included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from dateline.corpus import Corpus
from dateline.findings import ROLES, SPEAKER_KINDS
from dateline.query import FACETS, Query, Values
from dateline.tables import SCHEMAS, column_of

__all__ = ["Tables", "corpora", "facets", "queries"]

Tables = dict[str, pd.DataFrame]

_DAY0 = datetime(2016, 11, 28)
_SOURCES = ("Levant Desk", "Quayside Post", "Річка")
_PEOPLE = ("Mira Osgood", "Salma Haddad")
_ORGANISATIONS = ("Orchard Relief", "Mira Osgood")  # one name may be both
_COUNTRIES = ("SY", "LB", None, "FJ", "SY", "SY")
_POINTS = ((36.2, 37.2), (34.4, 35.8), (35.0, 20.0), (-18.1, 178.4), (36.2, 37.2), (33.5, 36.3))
_ROLES = ((None,), ROLES, ("event", "actor", None), ("event", "event", "setting"))
_LENGTHS = (1, 1, 2, 7, 31, 32, 400)

pick: Callable[..., st.SearchStrategy[Any]] = st.sampled_from


@st.composite
def corpora(draw: st.DrawFn) -> tuple[Tables, Corpus]:
    """Tables of at most eight articles and six places, and the corpus made of them.

    Hypothesis draws sizes and a seed; the values are drawn from the seed, so that corpora are dense
    enough for filters and copies to meet.
    """
    rng = Random(draw(st.integers(0, 2**32)))  # noqa: S311
    n_articles, n_places = draw(pick((8, 8, 8, 5, 2, 1, 0))), draw(pick((6, 6, 6, 3, 1, 0)))
    n_mentions = draw(pick((40, 40, 25, 5, 0))) if n_articles else 0
    tables = _rows(rng, n_articles, n_places, n_mentions, draw(pick(_ROLES)))
    frames = {
        schema.name: pd.DataFrame(
            {
                column.name: column_of(
                    [row.get(column.name, _FILLER.get(column.name)) for row in tables[schema.name]],
                    column,
                )
                for column in schema.columns
            }
        )
        for schema in SCHEMAS
    }
    rubrics = [rng.choice(("", "front", "world")) for _ in range(n_articles)]
    frames["articles"]["rubric"] = pd.Series(rubrics, dtype="str")
    frames["mentions"] = frames["mentions"].sort_values(
        ["article_id", "place_id", "start"], kind="stable", ignore_index=True
    )
    return frames, Corpus.from_tables(frames)


def _rows(
    rng: Random, n_articles: int, n_places: int, n_mentions: int, roles: tuple[str | None, ...]
) -> dict[str, list[dict[str, Any]]]:
    hours = sorted(rng.randrange(24 * 60) for _ in range(n_articles))
    n_dated = n_articles - rng.choice((0, 1, 2, n_articles))

    def found(most: int) -> list[int]:
        return [rng.randrange(n_articles) for _ in range(rng.randint(0, most) if n_articles else 0)]

    return {
        "articles": [
            {
                "article_id": number,
                "published": _DAY0 + timedelta(hours=hours[number]) if number < n_dated else None,
                "source": rng.choice((None, *_SOURCES)),
                "agency": rng.choice((None, "Northline")),
                "language": rng.choice((None, "en", "uk")),
                "copy_group": rng.randrange(4),
                "key": f"k{number}",
                "title": f"Title {number}",
            }
            for number in range(n_articles)
        ],
        "texts": [
            {"article_id": number, "text": rng.choice(("A convoy.", "Snow, a bus", ""))}
            for number in range(n_articles)
        ],
        "mentions": [
            {
                "article_id": rng.randrange(n_articles),
                "place_id": rng.randrange(-1, n_places),
                "role": rng.choice(roles),
                "confidence": rng.choice((None, 0.25, 1.0)),
            }
            for _ in range(n_mentions)
        ],
        "places": [
            {
                "place_id": number,
                "country_code": _COUNTRIES[number],
                "precision": "city",
                "latitude": _POINTS[number][0],
                "longitude": _POINTS[number][1],
                "gazetteer_id": f"test:{number}",
                "name": f"Place {number}",
                "feature_code": "PPL",
                "population": 0,
            }
            for number in range(n_places)
        ],
        "dates": [
            {"article_id": number, "precision": "day", **_interval(rng)} for number in found(14)
        ],
        "quotes": [
            {"article_id": number, "speaker_kind": rng.choice(SPEAKER_KINDS[:3])}
            for number in found(8)
        ],
        "names": [
            {
                "article_id": number,
                "kind": kind,
                "canonical": rng.choice(_PEOPLE if kind == "person" else _ORGANISATIONS),
            }
            for number in found(10)
            for kind in (rng.choice(("person", "organisation")),)
        ],
    }


def _interval(rng: Random) -> dict[str, datetime | None]:
    first = _DAY0 + timedelta(days=rng.randrange(-10, 70))
    last = first + timedelta(days=rng.choice(_LENGTHS))
    return {
        "earliest": first if rng.random() < 0.85 else None,
        "latest": last if rng.random() < 0.85 else None,
    }


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """Questions that fit these corpora: up to three filters, now and then for what is not there."""
    chosen = draw(st.lists(pick(sorted(_FILTERS)), max_size=2, unique=True))
    where = draw(pick((*sorted(_WHERE), None)))
    filters = {name: draw(_FILTERS[name]) for name in chosen}
    if where is not None:
        filters[where] = draw(_WHERE[where])
    roles = draw(pick((("event",), ("event", "setting"), (), ("actor", "dateline"), ("",))))
    return Query(roles=roles, **filters)


def facets() -> st.SearchStrategy[str]:
    """Facets of these corpora."""
    return pick((*FACETS, "x.rubric"))


_FILLER: dict[str, Any] = {
    "surface": "it", "rule": None, "direction": None, "runners_up": [],
    "start": 0, "end": 1, "sentence_start": 0, "sentence_end": 1,
    "speaker": "", "speaker_start": -1, "speaker_end": -1,
    "focus_place": -1, "dateline_place": -1, "words": 10, "author": "", "url": "",
    "admin1": "", "admin2": "",
}  # fmt: skip


def _values(*known: str) -> st.SearchStrategy[Values]:
    side = st.lists(pick(known), max_size=2)
    return st.tuples(side, side).map(
        lambda both: Values(tuple(both[0]), tuple(set(both[1]) - set(both[0])))
    )


def _range(pair: tuple[int | None, int | None]) -> tuple[date | None, date | None]:
    known = sorted(day for day in pair if day is not None)
    ends = tuple(known) if len(known) == 2 else pair
    first, last = (None if day is None else as_day(_DAY0 + timedelta(days=day)) for day in ends)
    return first, last


def as_day(moment: Any) -> date:
    """The day of a pandas timestamp."""
    return pd.Timestamp(moment).date()


_offsets = st.one_of(st.none(), st.integers(-5, 65))
_FILTERS: dict[str, st.SearchStrategy[Any]] = {
    "words": pick(("convoy", "Bus SNOW", '"a bus"', "nowhere", "–")),
    "published": st.tuples(_offsets, _offsets).map(_range),
    "spoken": st.tuples(_offsets, _offsets).map(_range),
    "sources": _values("", *_SOURCES, "Nobody"),
    "languages": _values("", "en", "uk"),
    "agencies": _values("", "Northline"),
    "own": st.just(True),
    "copies": pick(("k0", "k3", "k9")),
    "people": _values(*_PEOPLE),
    "organisations": _values(*_ORGANISATIONS),
    "speaker_kinds": _values(*SPEAKER_KINDS[:3]),
    "further": pick(((("rubric", Values(("front",))),), (("rubric", Values((), ("",))),))),
}
_LEVANT = ((30.0, 30.0), (40.0, 30.0), (40.0, 40.0), (30.0, 40.0))
_GREENWICH = ((-10.0, 40.0), (10.0, 40.0), (10.0, 60.0))
_WHERE: dict[str, st.SearchStrategy[Any]] = {
    "countries": _values("SY", "", "LB", "FJ", "XX"),
    "places": _values("test:0", "test:1", "test:4", "test:9"),
    "areas": st.sets(pick((_LEVANT, _GREENWICH)), min_size=1).map(tuple),
    "near": pick((("test:0", 250.0), ("test:9", 10.0))),
}
