"""Random small corpora and queries for Hypothesis, empty and all-missing ones included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
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
_RUBRICS = ("", "front", "world")

pick: Callable[..., st.SearchStrategy[Any]] = st.sampled_from


@st.composite
def corpora(draw: st.DrawFn) -> tuple[Tables, Corpus]:
    """Tables of at most eight articles and six places, and the corpus made of them."""
    moments = draw(st.lists(st.one_of(st.none(), st.integers(0, 24 * 70)), max_size=8))
    moments.sort(key=lambda hours: (hours is None, hours))
    n_articles, n_places = len(moments), draw(st.integers(0, 6))
    article = st.integers(0, n_articles - 1) if n_articles else st.nothing()
    roles = draw(pick([(None,), ROLES, ("event", "actor", None), ("event",)]))

    def rows(*columns: st.SearchStrategy[Any], most: int) -> list[tuple[Any, ...]]:
        return draw(st.lists(st.tuples(article, *columns), max_size=most if n_articles else 0))

    source = pick((None, *_SOURCES))
    tables = {
        "articles": [
            {
                "article_id": number,
                "published": None if hours is None else _DAY0 + timedelta(hours=hours),
                "source": draw(source),
                "agency": draw(pick((None, "Northline"))),
                "language": draw(pick((None, "en", "uk"))),
                "copy_group": draw(st.integers(0, 3)),
                "focus_place": -1,
                "dateline_place": -1,
                "words": 10,
                "key": f"k{number}",
                "title": f"Title {number}",
                "author": "",
                "url": "",
            }
            for number, hours in enumerate(moments)
        ],
        "texts": [
            {"article_id": number, "text": draw(pick(("A convoy.", "Snow, a bus", "")))}
            for number in range(n_articles)
        ],
        "mentions": [
            _found(number) | {"place_id": place, "role": role, "confidence": confidence}
            for number, place, role, confidence in rows(
                st.integers(-1, n_places - 1), pick(roles), pick((None, 0.25, 1.0)), most=24
            )
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
                "admin1": "",
                "admin2": "",
                "feature_code": "PPL",
                "population": 0,
            }
            for number in range(n_places)
        ],
        "dates": [
            _found(number) | {"earliest": _day(first), "latest": _day(last), "precision": "day"}
            for number, first, last in rows(_days_said, _days_said, most=12)
        ],
        "quotes": [
            _found(number) | {"speaker_kind": kind, "speaker": ""}
            for number, kind in rows(pick(SPEAKER_KINDS[:3]), most=8)
        ],
        "names": [
            _found(number) | {"kind": kind, "canonical": name}
            for number, (kind, name) in rows(_names, most=10)
        ],
    }
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
    frames["articles"]["rubric"] = pd.Series(
        [draw(pick(_RUBRICS)) for _ in range(n_articles)], dtype="str"
    )
    frames["mentions"] = frames["mentions"].sort_values(
        ["article_id", "place_id", "start"], kind="stable", ignore_index=True
    )
    return frames, Corpus.from_tables(frames)


def queries() -> st.SearchStrategy[Query]:
    """Questions that fit these corpora, often narrow, now and then about what is not there."""
    return st.builds(
        Query,
        words=pick(("", "", "convoy", "Bus SNOW", '"a bus"', "nowhere", "–")),
        published=_ranges,
        spoken=_ranges,
        roles=pick(((), ("event",), ("event", "setting"), ("actor",), ("",))),
        sources=_values("", *_SOURCES, "Nobody"),
        countries=_values("", "SY", "LB", "FJ", "XX"),
        places=_values("test:0", "test:1", "test:4", "test:9"),
        languages=_values("", "en", "uk"),
        agencies=_values("", "Northline"),
        people=_values(*_PEOPLE),
        organisations=_values(*_ORGANISATIONS),
        speaker_kinds=_values(*SPEAKER_KINDS[:3]),
        area=pick(((), (), ((30.0, 30.0), (40.0, 30.0), (40.0, 40.0), (30.0, 40.0)))),
        near=pick((None, None, ("test:0", 250.0), ("test:9", 10.0))),
        further=pick(((), (), (("rubric", Values(("front",))),), (("rubric", Values((), ("",))),))),
    )


def facets() -> st.SearchStrategy[str]:
    """Facets of these corpora."""
    return pick((*FACETS, "x.rubric"))


_days_said = st.one_of(st.none(), st.integers(-40, 70), st.integers(0, 5))
_names = st.one_of(
    st.tuples(st.just("person"), pick(_PEOPLE)),
    st.tuples(st.just("organisation"), pick(_ORGANISATIONS)),
)
_FILLER: dict[str, Any] = {
    "surface": "it", "rule": None, "direction": None, "runners_up": [],
    "start": 0, "end": 1, "sentence_start": 0, "sentence_end": 1,
    "speaker_start": -1, "speaker_end": -1,
}  # fmt: skip


def _found(article: int) -> dict[str, Any]:
    return {"article_id": article}


def _day(offset: int | None) -> datetime | None:
    return None if offset is None else _DAY0 + timedelta(days=offset)


_day_offsets = st.one_of(st.none(), st.integers(-5, 75))
_ranges = st.one_of(
    st.just((None, None)),
    st.tuples(_day_offsets, _day_offsets).map(
        lambda pair: tuple(
            None if day is None else (_DAY0 + timedelta(days=day)).date()
            for day in (sorted(pair) if None not in pair else pair)
        )
    ),
)


def _values(*known: str) -> st.SearchStrategy[Values]:
    side = st.lists(pick(known), max_size=2)
    return st.one_of(
        st.just(Values()),
        st.just(Values()),
        st.tuples(side, side).map(
            lambda both: Values(tuple(both[0]), tuple(set(both[1]) - set(both[0])))
        ),
    )


def as_day(moment: Any) -> date:
    """The day of a pandas timestamp."""
    return pd.Timestamp(moment).date()
