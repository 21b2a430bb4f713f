"""What a reader asks of a corpus, as a value."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from dateline.errors import ChoiceError
from dateline.findings import ROLES, SPEAKER_KINDS

__all__ = ["FURTHER", "MOST_AREAS", "Area", "Days", "Query", "Values"]

FURTHER: Final = "x."
"""Stands before the name of a column that the reader's own table had."""

Days = tuple[date | None, date | None]
"""From and to, both days included; None is open."""

Area = tuple[tuple[float, float], ...]
"""Corners of a polygon: longitude and latitude in degrees, not closed."""

MOST_AREAS: Final = 8
"""That one question may name; an address of as many is still short enough for every server."""

_LONGEST_WORDS: Final = 1_000
_FARTHEST_KM: Final = 20_040.0  # half the way round the Earth


def _texts(values: Iterable[str], what: str) -> tuple[str, ...]:
    if isinstance(values, str) or not all(isinstance(value, str) for value in values):
        raise ChoiceError(f"{what} is {values!r}", "a tuple of texts", "write it as one")
    return tuple(sorted(set(values)))


@dataclass(frozen=True, slots=True)
class Values:
    """Values of one facet to keep and to leave out; an empty string stands for *none given*.

    An article is kept if it has one of `include` (or `include` is empty) and none of `exclude`.

    Raises:
        ChoiceError: A value is no text, or both kept and left out.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for side in ("include", "exclude"):
            object.__setattr__(self, side, _texts(getattr(self, side), side))
        both = sorted(set(self.include) & set(self.exclude))
        if both:
            raise ChoiceError(
                f"{both[0]!r} is both kept and left out", "one of the two", "take one of them back"
            )

    def __bool__(self) -> bool:
        return bool(self.include or self.exclude)


@dataclass(frozen=True, slots=True)
class Query:
    """All filters. Equal questions are equal values: the order in which they were put is lost.

    Attributes:
        words: What was typed into the search box; see `dateline.query.words`.
        published: Days of publication; an article without a date is left out by any of the two.
        spoken: Days the text speaks of, to the month or better.
        roles: Roles in which a mention counts; empty for all. An empty string stands for mentions
            without a role. Corpora without any role show all mentions whatever stands here.
        sources, languages, agencies: Values of the article.
        countries, places: Where it must mention something in a role that counts: ISO 3166 alpha-2
            codes, gazetteer ids.
        people, organisations, speaker_kinds: Who is named or quoted.
        areas: Polygons of three corners or more, at most `MOST_AREAS`; what lies in one of them
            counts, beside the included places. One that crosses the antimeridian goes on beyond
            180 or -180.
        near: Gazetteer id of a place of the corpus, and a geodesic distance in kilometres; what
            lies within it counts, beside the included places and what lies in an area.
        copies: Key of an article, to keep it and the copies of its text alone; or empty.
        own: Only what the reader brought himself, as `Corpus.own` flags it.
        further: (column, values) of the reader's own columns.

    Raises:
        ChoiceError: A value is not what is written here.
    """

    words: str = ""
    published: Days = (None, None)
    spoken: Days = (None, None)
    roles: tuple[str, ...] = ("event",)
    sources: Values = Values()
    countries: Values = Values()
    places: Values = Values()
    languages: Values = Values()
    agencies: Values = Values()
    people: Values = Values()
    organisations: Values = Values()
    speaker_kinds: Values = Values()
    areas: tuple[Area, ...] = ()
    near: tuple[str, float] | None = None
    copies: str = ""
    own: bool = False
    further: tuple[tuple[str, Values], ...] = ()

    def __post_init__(self) -> None:
        def put(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        put("words", _words(self.words))
        put("published", _days(self.published, "published"))
        put("spoken", _days(self.spoken, "spoken"))
        put("roles", _roles(self.roles))
        for name in _VALUES:
            if not isinstance(getattr(self, name), Values):
                raise ChoiceError(f"{name} is {getattr(self, name)!r}", "Values", "wrap it")
        for kind in (*self.speaker_kinds.include, *self.speaker_kinds.exclude):
            _one_of(kind, SPEAKER_KINDS, "kind of speaker")
        put("areas", _areas(self.areas))
        put("near", _near(self.near))
        if not isinstance(self.copies, str):
            raise ChoiceError(f"copies of {self.copies!r}", "the key of an article", "give one")
        put("further", _further(self.further))

    def without(self, *names: str) -> Query:
        """The same question with some filters off; `roles` off is every role.

        Args:
            names: Names of fields, or `x.NAME` for a column of the reader's own.

        Raises:
            ChoiceError: There is no such filter.
        """
        if not names:
            return self
        changes: dict[str, Any] = {}
        further = self.further
        for name in names:
            if name.startswith(FURTHER):
                further = tuple(pair for pair in further if FURTHER + pair[0] != name)
            else:
                known = _one_of(name, tuple(_OFF), "filter")
                changes[known] = _OFF[known]
        return replace(self, **{"further": further, **changes})

    def active(self) -> tuple[str, ...]:
        """Names of the filters that are on, as `without` takes them."""
        names = [name for name, off in _OFF.items() if getattr(self, name) != off]
        return (*names, *(FURTHER + name for name, _ in self.further))

    def values(self, facet: str) -> Values:
        """The values of a facet of the article: a field of type Values, or `x.NAME`."""
        if facet.startswith(FURTHER):
            return dict(self.further).get(facet.removeprefix(FURTHER), Values())
        found: Values = getattr(self, _one_of(facet, _VALUES, "facet"))
        return found


_VALUES: Final = tuple(field.name for field in fields(Query) if field.type == "Values")
_OFF: Final[dict[str, Any]] = {
    field.name: () if field.name == "roles" else field.default
    for field in fields(Query)
    if field.name != "further"
}


def _words(words: str) -> str:
    if not isinstance(words, str) or len(words) > _LONGEST_WORDS:
        raise ChoiceError(
            f"words of {len(words) if isinstance(words, str) else type(words)}",
            f"a text of at most {_LONGEST_WORDS} characters",
            "search for less",
        )
    return " ".join(words.split())


def _days(days: Days, what: str) -> Days:
    try:
        first, last = days
    except (TypeError, ValueError) as error:
        raise ChoiceError(f"{what} is {days!r}", "(from, to)", "give both, or None") from error
    for day in (first, last):
        if day is not None and type(day) is not date:
            raise ChoiceError(f"{what} has {day!r}", "days without a time", "take its date")
    if first is not None and last is not None and first > last:
        raise ChoiceError(
            f"{what} from {first} to {last}", "the earlier day first", "turn it round"
        )
    return (first, last)


def _roles(roles: tuple[str, ...]) -> tuple[str, ...]:
    for role in _texts(roles, "roles"):
        _one_of(role, (*ROLES, ""), "role")
    return tuple(role for role in (*ROLES, "") if role in roles)


def _one_of(value: str, known: tuple[str, ...], what: str) -> str:
    if value not in known:
        raise ChoiceError(
            f"{what} {value!r}", f"one of {', '.join(filter(None, known))}", "choose one of them"
        )
    return value


def _further(further: Iterable[tuple[str, Values]]) -> tuple[tuple[str, Values], ...]:
    named = [(str(name), values) for name, values in further if values]
    for name, values in named:
        if not isinstance(values, Values):
            raise ChoiceError(f"column {name!r} has {values!r}", "Values", "wrap it")
    if len(dict(named)) < len(named):
        raise ChoiceError("one column stands twice in further", "each once", "join them")
    return tuple(sorted(named, key=lambda pair: pair[0]))


def _areas(polygons: Iterable[Iterable[tuple[float, float]]]) -> tuple[Area, ...]:
    try:
        areas = tuple(sorted({_area(corners) for corners in polygons}))
    except TypeError as error:
        raise ChoiceError(
            f"areas {polygons!r}", "a tuple of polygons", "draw them again"
        ) from error
    if len(areas) > MOST_AREAS:
        raise ChoiceError(f"{len(areas)} areas", f"at most {MOST_AREAS}", "draw fewer, larger ones")
    return areas


def _area(corners: Iterable[tuple[float, float]]) -> Area:
    try:
        area = tuple((float(longitude), float(latitude)) for longitude, latitude in corners)
    except (TypeError, ValueError) as error:
        raise ChoiceError(
            f"area {corners!r}", "pairs of longitude and latitude", "draw it again"
        ) from error
    inside = all(abs(longitude) <= 540 and abs(latitude) <= 90 for longitude, latitude in area)
    if not inside or len(area) < 3:
        raise ChoiceError(
            f"area {area!r}",
            "three corners or more, longitude within ±540 and latitude within ±90 degrees",
            "draw it again",
        )
    return area


def _near(near: tuple[str, float] | None) -> tuple[str, float] | None:
    if near is None:
        return None
    try:
        place, distance_km = str(near[0]), float(near[1])
    except (TypeError, ValueError, IndexError) as error:
        raise ChoiceError(f"near {near!r}", "(gazetteer id, km)", "give both") from error
    if not (math.isfinite(distance_km) and 0 < distance_km <= _FARTHEST_KM):
        raise ChoiceError(
            f"a distance of {distance_km:g} km", f"0 to {_FARTHEST_KM:,.0f} km", "choose another"
        )
    return place, distance_km
