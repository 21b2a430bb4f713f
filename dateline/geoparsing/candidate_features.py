"""Numbers that describe each candidate place of each toponym to the ranker.

Two rounds. In the first a candidate is described by itself, by the words around the toponym and by
what the article's names, taken one by one, could mean. The second adds how well it fits the places
that the first round prefers for the *other* names: their countries, divisions and distances.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from spacy.tokens import Doc

from dateline.gazetteer.place import PRECISIONS
from dateline.gazetteer.spelling import normalise
from dateline.geoparsing.name_facts import COUNTRY, REGION, NameBook
from dateline.geoparsing.place_context import Group, group_mentions
from dateline.geoparsing.toponym_words import KINDS

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["FIRST_ROUND", "SECOND_ROUND", "PlaceView", "great_circle_km"]

FIRST_ROUND: Final = (
    "prominence", "population", "quality", "precision", "feature", "rank", "gap",
    "gap_to_second", "candidates", "best_quality", "quality_gap", "country_share", "admin1_share",
    "neighbour_share", "country_named", "admin1_named", "in_country", "in_admin1", "in_admin2",
    "near_container", "sibling_inside", "inside_gap", "country_share_gap", "admin1_share_gap",
    "named_gap", "has_container", "kind", "unit", "subject", "demonym",
    "capitals", "words", "characters", "mentions", "names", "same_name_region", "same_name_city",
    "same_name_country",
)  # fmt: skip
SECOND_ROUND: Final = (
    *FIRST_ROUND, "first_score", "first_share", "first_gap", "country_pull", "admin1_pull",
    "admin2_pull", "neighbour_pull", "pull_30_km", "pull_150_km", "pull_600_km", "nearest_km",
    "sibling_share", "country_gap", "distance_gap",
)  # fmt: skip
"""Names of the columns that `PlaceView` gives in either round, in their order."""

_CITY: Final = PRECISIONS.index("city")
_CONTRADICTED: Final = 0.02
_EARTH_KM: Final = 6371.0088  # mean radius, IUGG
_NO_DISTANCE_KM: Final = 20_000.0
_FEATURES: Final = ("PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPL", "PPLX", "PPLL", "ADM1",
                    "ADM2", "ADM3", "PCLI", "CONT", "RGN")  # fmt: skip
_KIND: Final = {kind: number for number, kind in enumerate(KINDS)}
_UNIT: Final = {"": 0.0, "county": 1.0, "province": 2.0}


def great_circle_km(
    latitude: np.ndarray, longitude: np.ndarray, to_latitude: np.ndarray, to_longitude: np.ndarray
) -> np.ndarray:
    """Distances in kilometres on a sphere, by the haversine formula; arrays broadcast."""
    a, b = np.radians(latitude), np.radians(to_latitude)
    half = np.sin((b - a) / 2) ** 2
    half = half + np.cos(a) * np.cos(b) * np.sin(np.radians(to_longitude - longitude) / 2) ** 2
    return 2 * _EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))


class PlaceView:
    """The candidates of one article's toponyms.

    Args:
        doc: The parsed article.
        spans: Toponyms as half-open code points, in text order, without overlaps.
        book: The gazetteer's knowledge of names.

    Attributes:
        groups: Toponyms that share name and context.
        group: Group number of each candidate, int64, shape (candidates,), ascending.
        row: Gazetteer row of each, int32.
        quality: How its name matched, int8.
    """

    def __init__(self, doc: Doc, spans: Sequence[tuple[int, int]], book: NameBook) -> None:
        self.groups: list[Group] = group_mentions(doc, spans, book.gazetteer.is_demonym)
        self._book, self._gazetteer = book, book.gazetteer
        facts = [book[group.surface] for group in self.groups]
        sizes = [len(fact.rows) for fact in facts]
        self.group = np.repeat(np.arange(len(facts)), sizes)
        self.row = _joined([fact.rows for fact in facts], np.int32)
        self.quality = _joined([fact.qualities for fact in facts], np.int8)
        self._starts = np.cumsum([0, *sizes])
        spelled = [normalise(group.surface) for group in self.groups]
        names = {name: number for number, name in enumerate(dict.fromkeys(spelled))}
        self._name = np.array([names[name] for name in spelled], dtype=np.int64)[self.group]
        self._names = len(names)
        gazetteer = self._gazetteer
        self._country = gazetteer.country[self.row].astype(np.int64)
        self._admin1 = gazetteer.admin1[self.row].astype(np.int64)
        self._admin2 = gazetteer.admin2[self.row].astype(np.int64)
        self._precision = gazetteer.precision[self.row]
        self._latitude = gazetteer.latitude[self.row].astype(np.float64)
        self._longitude = gazetteer.longitude[self.row].astype(np.float64)
        self._size = gazetteer.prominence[self.row] / 10.0
        self._contradicted = np.zeros(len(self), dtype=bool)
        self._people = np.log10(10.0 + gazetteer.population[self.row])

    def __len__(self) -> int:
        return len(self.row)

    def first_round(self) -> np.ndarray:
        """Float32, shape (candidates, `FIRST_ROUND`)."""
        if not len(self):
            return np.empty((0, len(FIRST_ROUND)), dtype=np.float32)
        best, second, rank = self._by_group(self._size)
        best_quality = self._least(self.quality.astype(float))
        votes = self._votes()
        country = self._share(votes, self._country)
        admin1 = self._share(votes, self._admin1)
        inside = self._inside()
        named = self._named()
        of_group = np.array(
            [
                (
                    float(bool(group.containers)),
                    float(_KIND.get(group.kind, -1)),
                    _UNIT[group.unit],
                    float(group.subject),
                    float(self._gazetteer.is_demonym(group.surface)),
                    float(group.surface.isupper()),
                    float(group.surface.count(" ") + 1),
                    float(len(group.surface)),
                    float(len(group.members)),
                )
                for group in self.groups
            ]
        )[self.group]
        counts = np.bincount(self.group, minlength=len(self.groups))[self.group]
        columns = (
            self._size,
            self._people,
            self.quality,
            self._precision,
            self._feature(),
            rank,
            best - self._size,
            self._size - np.where(self._size == best, second, best),
            counts,
            best_quality,
            self.quality - best_quality,
            country,
            admin1,
            self._neighbours(votes),
            *named,
            *inside,
            inside[-1] - self._most(inside[-1]),
            country - self._most(country),
            admin1 - self._most(admin1),
            named[0] + named[1] - self._most(named[0] + named[1]),
            *of_group.T,
            np.full(len(self), self._names),
            *self._namesakes(),
        )
        return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)

    def second_round(self, first: np.ndarray, scores: np.ndarray) -> np.ndarray:
        """Float32, shape (candidates, `SECOND_ROUND`).

        Args:
            first: What `first_round` gave.
            scores: The first ranker's probability of each candidate, 0..1, float64.
        """
        if not len(self):
            return np.empty((0, len(SECOND_ROUND)), dtype=np.float32)
        share = self.shares(scores)
        best, second, _ = self._by_group(scores)
        by_name = np.bincount(self._name, weights=share, minlength=self._names)[self._name]
        votes = share / np.maximum(by_name, 1e-9)
        country = self._share(votes, self._country)
        pulls, nearest = self._pulls(votes)
        columns = (
            scores,
            share,
            scores - np.where(scores == best, second, best),
            country,
            self._share(votes, self._admin1),
            self._share(votes, self._admin2),
            self._neighbours(votes),
            *pulls,
            np.log10(1.0 + nearest),
            self._sibling_share(share),
            country - self._most(country),
            np.log10(1.0 + nearest) - self._least(np.log10(1.0 + nearest)),
        )
        return np.hstack([first, np.stack(columns, axis=1).astype(np.float32)])

    def agreed(self, scores: np.ndarray) -> np.ndarray:
        """Scores, next to nothing where a candidate contradicts what the text states.

        In "Odessa, Texas" only places in Texas are left, if there is any.
        """
        return np.where(self._contradicted, scores * _CONTRADICTED, scores)

    def shares(self, scores: np.ndarray) -> np.ndarray:
        """Scores divided by their sum within each group; all zero where that is zero."""
        total = np.bincount(self.group, weights=scores, minlength=len(self.groups))[self.group]
        return scores / np.maximum(total, 1e-9)

    def slice_of(self, group: int) -> slice:
        """Where the candidates of one group lie."""
        return slice(int(self._starts[group]), int(self._starts[group + 1]))

    # ---- what a group says -------------------------------------------------------------------

    def _by_group(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Largest and second largest value of each candidate's group, and its rank from 0."""
        order = np.lexsort((-values, self.group))
        rank = np.empty(len(self))
        rank[order] = np.arange(len(self)) - self._starts[self.group[order]]
        sizes = np.diff(self._starts)
        tops = np.zeros(len(self.groups))
        seconds = np.zeros(len(self.groups))
        filled = np.flatnonzero(sizes > 0)
        tops[filled] = values[order[self._starts[filled]]]
        double = np.flatnonzero(sizes > 1)
        seconds[double] = values[order[self._starts[double] + 1]]
        return tops[self.group], seconds[self.group], rank

    def _least(self, values: np.ndarray) -> np.ndarray:
        return -self._by_group(-values)[0]

    def _most(self, values: np.ndarray) -> np.ndarray:
        return self._by_group(values)[0]

    def _feature(self) -> np.ndarray:
        gazetteer = self._gazetteer
        code = np.array(
            [_FEATURES.index(f) if f in _FEATURES else len(_FEATURES) for f in gazetteer.features]
        )
        return code[gazetteer.feature[self.row]]

    def _namesakes(self) -> tuple[np.ndarray, ...]:
        """Whether the name could also be a region, a town or a country."""
        own = self.quality <= 2
        return tuple(
            np.bincount(
                self.group, weights=own & (self._precision == p), minlength=len(self.groups)
            )[self.group]
            > 0
            for p in (REGION, _CITY, COUNTRY)
        )

    # ---- what the other names of the article say ----------------------------------------------

    def _votes(self) -> np.ndarray:
        """One vote a distinct name, shared among its candidates by size; a country takes it all."""
        weight = self._size * np.where(self.quality > 2, 0.5, 1.0)
        is_country = (self._precision == COUNTRY) & ((self.quality <= 1) | (self.quality == 3))
        has = np.bincount(self._name, weights=is_country, minlength=self._names)[self._name] > 0
        weight = np.where(has, np.where(is_country, 1.0, 0.0), weight)
        total = np.bincount(self._name, weights=weight, minlength=self._names)[self._name]
        return weight / np.maximum(total, 1e-9)

    def _share(self, votes: np.ndarray, code: np.ndarray) -> np.ndarray:
        """Part of the other names' votes that goes to each candidate's country or division."""
        if self._names < 2:
            return np.zeros(len(self))
        _, dense = np.unique(code, return_inverse=True)
        table = np.zeros((self._names, int(dense.max()) + 1))
        np.add.at(table, (self._name, dense), votes / self._repeats())
        others = table.sum(axis=0)[dense] - table[self._name, dense]
        return np.where(code < 0, 0.0, others / (self._names - 1))

    def _repeats(self) -> np.ndarray:
        """Groups that share each candidate's name: the name has one vote among them."""
        pairs = np.unique(self._name * len(self.groups) + self.group)
        groups = np.bincount(pairs // len(self.groups), minlength=self._names)
        return np.maximum(1, groups)[self._name]

    def _neighbours(self, votes: np.ndarray) -> np.ndarray:
        gazetteer = self._gazetteer
        weight = np.bincount(self._country[self._country >= 0],
                             weights=votes[self._country >= 0] / self._repeats()[self._country >= 0],
                             minlength=len(gazetteer.countries))  # fmt: skip
        index = {code: at for at, code in enumerate(gazetteer.countries)}
        near = {
            int(c): sum(
                weight[index[n]] for n in gazetteer.neighbours(gazetteer.countries[c]) if n in index
            )
            for c in np.unique(self._country)
            if c >= 0
        }
        return np.array([near.get(int(c), 0.0) for c in self._country]) / self._names

    def _named(self) -> tuple[np.ndarray, np.ndarray]:
        """Whether another name of the article is, first of all, the candidate's country or division."""
        own = (self.quality <= 1) | (self.quality == 3)
        countries = {(int(c), int(n)) for c, n in
                     zip(self._country[own & (self._precision == COUNTRY)],
                         self._name[own & (self._precision == COUNTRY)], strict=True)}  # fmt: skip
        is_division = own & (self._precision == REGION) & (self._admin1 >= 0)
        divisions = {(int(a), int(n)) for a, n in
                     zip(self._admin1[is_division], self._name[is_division], strict=True)}  # fmt: skip
        return _counted(self._country, self._name, countries), _counted(
            self._admin1, self._name, divisions
        )

    def _inside(self) -> tuple[np.ndarray, ...]:
        """In the country, division, district, near the town that the context names as container."""
        marks = np.zeros((4, len(self)))
        for number, group in enumerate(self.groups):
            here = self.slice_of(number)
            for surface in group.containers:
                marks[:, here] = np.maximum(marks[:, here], self._inside_of(here, surface))
        any_inside = (marks[:3].max(axis=0) > 0).astype(float)
        stated = np.array([group.stated for group in self.groups], dtype=bool)[self.group]
        self._contradicted = stated & (any_inside < self._most(any_inside))
        keys = self._name.astype(np.int64) << 32 | self.row
        _, dense = np.unique(keys, return_inverse=True)
        sibling = np.zeros(int(dense.max()) + 1)
        np.maximum.at(sibling, dense, any_inside)
        return (*marks, sibling[dense])

    def _inside_of(self, here: slice, surface: str) -> np.ndarray:
        facts, gazetteer = self._book[surface], self._gazetteer
        rows = facts.rows[facts.qualities <= 3][:25]
        marks = np.zeros((4, here.stop - here.start))
        if not len(rows) or not marks.shape[1]:
            return marks
        same = self.row[here, None] == rows[None, :]
        precision = gazetteer.precision[rows]
        finer = (self._precision[here, None] < precision[None, :]) & ~same
        for level, codes, own in (
            (0, gazetteer.country[rows], self._country[here]),
            (1, gazetteer.admin1[rows], self._admin1[here]),
            (2, gazetteer.admin2[rows], self._admin2[here]),
        ):
            sort = (COUNTRY, REGION, PRECISIONS.index("district"))[level]
            hit = (own[:, None] == codes[None, :]) & (codes >= 0)[None, :] & finer
            marks[level] = (hit & (precision == sort)[None, :]).any(axis=1)
        away = great_circle_km(
            self._latitude[here, None], self._longitude[here, None],
            gazetteer.latitude[rows][None, :], gazetteer.longitude[rows][None, :],
        )  # fmt: skip
        marks[3] = ((away < 150) & ~same & (precision <= REGION)[None, :]).any(axis=1)
        return marks

    def _pulls(self, votes: np.ndarray) -> tuple[list[np.ndarray], np.ndarray]:
        """Nearness to the likely places of other names at three reaches, and the nearest in km."""
        fine = (votes > 0.2) & (self._precision <= REGION)
        chosen = np.flatnonzero(fine)
        if not len(chosen) or self._names < 2:
            zero = np.zeros(len(self))
            return [zero, zero, zero], np.full(len(self), _NO_DISTANCE_KM)
        away = great_circle_km(
            self._latitude[:, None], self._longitude[:, None],
            self._latitude[None, chosen], self._longitude[None, chosen],
        )  # fmt: skip
        other = self._name[:, None] != self._name[None, chosen]
        weight = np.where(other, (votes / self._repeats())[None, chosen], 0.0)
        pulls = [
            (np.exp(-away / reach) * weight).sum(axis=1) / np.sqrt(1.0 + weight.sum(axis=1))
            for reach in (30.0, 150.0, 600.0)
        ]
        nearest = np.where(other & (votes[None, chosen] > 0.4), away, _NO_DISTANCE_KM).min(axis=1)
        return pulls, nearest

    def _sibling_share(self, share: np.ndarray) -> np.ndarray:
        """The best share the same place has under the same name in another context."""
        keys = self._name.astype(np.int64) << 32 | self.row
        _, dense = np.unique(keys, return_inverse=True)
        best = np.zeros(int(dense.max()) + 1)
        np.maximum.at(best, dense, share)
        return best[dense]


def _joined(parts: Sequence[np.ndarray], dtype: type) -> np.ndarray:
    return np.concatenate([*parts, np.empty(0, dtype=dtype)]).astype(dtype)


def _counted(codes: np.ndarray, names: np.ndarray, named: set[tuple[int, int]]) -> np.ndarray:
    """Whether some (code, other name) is in `named`, for each (code, name)."""
    by_code: dict[int, set[int]] = {}
    for code, name in named:
        by_code.setdefault(code, set()).add(name)
    return np.array(
        [
            float(bool(by_code.get(int(code), set()) - {int(name)})) if code >= 0 else 0.0
            for code, name in zip(codes, names, strict=True)
        ]
    )
