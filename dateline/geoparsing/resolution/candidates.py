"""The candidate places of one article's toponyms, as arrays side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Final

import numpy as np
from spacy.tokens import Doc

from dateline.gazetteer.spelling import normalise, sound_keys
from dateline.geoparsing.name_facts import REGION, NameBook, NameFacts
from dateline.geoparsing.resolution.containment import around, beyond, lie_apart, lie_in_any
from dateline.geoparsing.resolution.groups import Group, group_mentions
from dateline.geoparsing.resolution.landmarks import beside, landmarks
from dateline.geoparsing.resolution.theatre import (
    heard_here,
    is_elsewhere,
    spelled_otherwise,
    theatre,
)

__all__ = ["RIVER", "PlaceCandidates"]

RIVER: Final = "STM"
"""GeoNames' code of streams."""
_NO_VILLAGE: Final = 100_000
"""People of a city: nobody calls it a village."""
_OUT_OF_TOWN_KM: Final = 60.0


class PlaceCandidates:
    """Every candidate of every toponym; all arrays have the shape (candidates,).

    Args:
        doc: The parsed article.
        spans: Toponyms as half-open code points, in text order, without overlaps.
        book: The gazetteer's knowledge of names.
        likely: Probability of each span that it is a toponym at all, 0..1; None for certain ones.

    Attributes:
        groups: Toponyms that share name and context.
        group: Number of the group, int64, ascending.
        name: Number of the name, whatever its spelling, int64.
        certainty: How likely the name is one of a place, float64: so much its vote counts.
        names: How many names there are, each counted as much as it is likely.
        theatre: Codes of the countries the names point to, with their shares in 0..1.
        row: Gazetteer row, int32.
        quality: How the name matched, int8; see `Gazetteer.candidates`.
        country, admin1, admin2: Codes, int64; -1 for none.
        precision: Index into `PRECISIONS`, uint8.
        latitude, longitude: Degrees, float64.
        prominence: Decimal logarithm of the people a place weighs as, float64.
        people: Decimal logarithm of its people and ten more, float64.
    """

    def __init__(
        self,
        doc: Doc,
        spans: Sequence[tuple[int, int]],
        book: NameBook,
        likely: Sequence[float] | None = None,
    ) -> None:
        self.book, gazetteer = book, book.gazetteer
        self.groups: list[Group] = group_mentions(doc, spans, book.is_demonym)
        facts = [book[group.surface] for group in self.groups]
        spelled = [normalise(group.surface) for group in self.groups]
        certain = dict.fromkeys(spelled, 0.0)
        for name, group in zip(spelled, self.groups, strict=True):
            own = (1.0 if likely is None else likely[member] for member in group.members)
            certain[name] = max(certain[name], *own)
        self.theatre = theatre(dict(zip(spelled, facts, strict=True)), certain)
        named = np.concatenate([f.rows[f.qualities <= 1] for f in facts]) if facts else np.empty(0)
        marks = landmarks(dict(zip(spelled, facts, strict=True)), self.theatre, book)
        found = [
            spelled_otherwise(
                _found(group, fact, self.theatre, marks, book), named, self.theatre, book
            )
            for group, fact in zip(self.groups, facts, strict=True)
        ]
        sizes = [len(rows) for rows, _ in found]
        self.group = np.repeat(np.arange(len(facts)), sizes)
        self.row = _joined([rows for rows, _ in found], np.int32)
        self.quality = _joined([qualities for _, qualities in found], np.int8)
        self.starts = np.cumsum([0, *sizes])
        numbers = {name: number for number, name in enumerate(dict.fromkeys(spelled))}
        self.name = np.array([numbers[name] for name in spelled], dtype=np.int64)[self.group]
        self.certainty = np.array([*certain.values()], dtype=np.float64)[self.name]
        self.names = sum(certain.values())
        country = gazetteer.country[self.row].astype(np.int64)
        self.country = np.where(country == book.no_country, -1, country)
        self.admin1 = gazetteer.admin1[self.row].astype(np.int64)
        self.admin2 = gazetteer.admin2[self.row].astype(np.int64)
        self.precision = gazetteer.precision[self.row]
        self.latitude = gazetteer.latitude[self.row].astype(np.float64)
        self.longitude = gazetteer.longitude[self.row].astype(np.float64)
        self.prominence = gazetteer.prominence[self.row] / 10.0
        self.people = np.log10(10.0 + gazetteer.population[self.row])

    def __len__(self) -> int:
        return len(self.row)

    def slice_of(self, group: int) -> slice:
        """Where the candidates of one group lie."""
        return slice(int(self.starts[group]), int(self.starts[group + 1]))

    def feature(self, at: int) -> str:
        """The code that GeoNames gives a candidate: what kind of place it is."""
        gazetteer = self.book.gazetteer
        return str(gazetteer.features[gazetteer.feature[self.row[at]]])

    def own_name(self, at: int) -> str:
        """The name that a candidate goes by, normalised."""
        return normalise(self.book.gazetteer.place(int(self.row[at])).name)

    def sounds_like(self, at: int, name: str) -> bool:
        """Whether a normalised name is but another spelling of a candidate's own."""
        return not {*sound_keys(self.own_name(at))}.isdisjoint(sound_keys(name))

    def ranked(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Largest and second largest value of each candidate's group, and its rank from 0.

        Both values are 0 where there is no such candidate.
        """
        order = np.lexsort((-values, self.group))
        rank = np.empty(len(self))
        rank[order] = np.arange(len(self)) - self.starts[self.group[order]]
        sizes = np.diff(self.starts)
        largest, second = np.zeros(len(self.groups)), np.zeros(len(self.groups))
        filled, double = np.flatnonzero(sizes > 0), np.flatnonzero(sizes > 1)
        largest[filled] = values[order[self.starts[filled]]]
        second[double] = values[order[self.starts[double] + 1]]
        return largest[self.group], second[self.group], rank

    def most(self, values: np.ndarray) -> np.ndarray:
        """Largest value of each candidate's group."""
        sizes = np.diff(self.starts)
        filled = sizes > 0
        if not filled.any():
            return np.zeros(0)
        return np.repeat(np.maximum.reduceat(values, self.starts[:-1][filled]), sizes[filled])

    def least(self, values: np.ndarray) -> np.ndarray:
        """Smallest value of each candidate's group."""
        return -self.most(-values)

    def shares(self, scores: np.ndarray) -> np.ndarray:
        """Scores divided by their sum within each group; all zero where that is zero."""
        total = np.bincount(self.group, weights=scores, minlength=len(self.groups))[self.group]
        return np.asarray(scores / np.maximum(total, 1e-9))

    def anywhere(self, marks: np.ndarray) -> np.ndarray:
        """The largest mark that the same place has under the same name, in whatever context."""
        first, sense = self.senses
        best = np.zeros(len(first))
        np.maximum.at(best, sense, marks)
        return np.asarray(best[sense])

    @cached_property
    def senses(self) -> tuple[np.ndarray, np.ndarray]:
        """The same place under the same name is one sense, in whatever context.

        Returns:
            The first candidate of each sense, and the number of the sense of each candidate, int64.
        """
        _, first, sense = np.unique(
            self.name << 32 | self.row, return_index=True, return_inverse=True
        )
        return first, sense

    @cached_property
    def repeats(self) -> np.ndarray:
        """Groups that share each candidate's name: a name has one vote among them, float64."""
        pairs = np.unique(self.name * max(1, len(self.groups)) + self.group)
        groups = np.bincount(pairs // max(1, len(self.groups)))
        return np.asarray(np.maximum(1.0, groups)[self.name])


def _found(
    group: Group,
    fact: NameFacts,
    countries: Collection[int],
    marks: np.ndarray,
    book: NameBook,
) -> tuple[np.ndarray, np.ndarray]:
    """Rows that a toponym may mean, and how each matched."""
    found = heard_here(group.surface, fact, countries, book)
    if (
        not len(found[0])
        or is_elsewhere(group, fact, countries, book)
        or (not fact.is_whole and _stands_elsewhere(group, found[0], book))
        or lie_apart(group, fact, book, countries)
    ):
        found = around(group.containers, book)
    else:
        more = beyond(group, book)
        if not len(more[0]):
            more = beside(group.surface, marks, book)
        found = np.concatenate([found[0], more[0]]), np.concatenate([found[1], more[1]])
    if group.town:
        kept = book.gazetteer.precision[found[0]] < REGION
        found = found[0][kept], found[1][kept]
    if group.village:
        kept = book.gazetteer.population[found[0]] < _NO_VILLAGE
        if kept.any():
            found = found[0][kept], found[1][kept]
    return _with_river(found, group.surface, book) if group.definite else found


def _stands_elsewhere(group: Group, rows: np.ndarray, book: NameBook) -> bool:
    """Whether all that bear a building's name lie far from the town that it is said to stand in.

    Hospitals and cemeteries are called after places and people of the whole world: the one "in
    Dili" is to be drawn there, and not at the greatest town that has its name. The consulate of a
    country is not meant by the country's own name.
    """
    if group.kind != "building" or not group.stated:
        return False
    if lie_in_any(rows, group.containers[0], book):
        return False  # the prison of Machala, in the province of El Oro
    inside, _ = around(group.containers[:1], book)
    towns = inside[book.gazetteer.precision[inside] < REGION]
    if not len(towns):
        return False
    return bool(book.gazetteer.km_between(rows, towns).min() > _OUT_OF_TOWN_KM)


def _with_river(
    found: tuple[np.ndarray, np.ndarray], surface: str, book: NameBook
) -> tuple[np.ndarray, np.ndarray]:
    """Candidates of a name, and the river that bears it: the Dnipro is the Dnipro River."""
    gazetteer, fact = book.gazetteer, book[f"{surface} River"]
    kinds = np.array([gazetteer.features[code] for code in gazetteer.feature[fact.rows]])
    new = (kinds == RIVER) & (fact.qualities <= 1) & ~np.isin(fact.rows, found[0])
    return (
        np.concatenate([found[0], fact.rows[new]]),
        np.concatenate([found[1], fact.qualities[new]]),
    )


def _joined(parts: Sequence[np.ndarray], dtype: type) -> np.ndarray:
    return np.concatenate([*parts, np.empty(0, dtype=dtype)]).astype(dtype)
