"""What the gazetteer knows of a name, whatever the text it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from dateline.gazetteer.place import PRECISIONS
from dateline.geoparsing.toponym_words import is_generic, kind_of
from dateline.remembered import Remembered

if TYPE_CHECKING:
    from dateline.gazetteer import Candidate, Gazetteer

__all__ = [
    "ALTERNATE",
    "BY_SOUND",
    "CITY",
    "COUNTRY",
    "DISTRICT",
    "FACTS",
    "FULL_OF_NAMESAKES",
    "INNER",
    "MAIN_NAME",
    "NEIGHBOURHOOD",
    "REGION",
    "NameBook",
    "NameFacts",
]

COUNTRY: Final = PRECISIONS.index("country")
REGION: Final = PRECISIONS.index("region")
DISTRICT: Final = PRECISIONS.index("district")
CITY: Final = PRECISIONS.index("city")
NEIGHBOURHOOD: Final = PRECISIONS.index("neighbourhood")
_FEATURES: Final = (
    *("PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPL", "PPLX", "PPLL"),
    *("ADM1", "ADM2", "ADM3", "PCLI", "CONT", "RGN"),
)
"""Told apart; what is historical (`ADM1H`) counts as what it was."""
MAIN_NAME: Final = 1
"""Qualities to it are names that a place goes by; see `Gazetteer.candidates`."""
ALTERNATE: Final = 2
"""Quality of another name that a place has had or has in some language."""
_BY_SPELLING: Final = 3  # qualities from here on are demonyms and derived spellings
BY_SOUND: Final = 5
"""Quality from which a candidate only sounds like the name."""
INNER: Final = 7
"""Quality of a candidate that only bears a part of the name; follows on those of the gazetteer."""
_INNER_CANDIDATES: Final = 10
_SHORTEST_INNER: Final = 4  # characters
_KEPT_NAMES: Final = 50_000
_ALL: Final = 1_000  # more places than bear any name
_SOME_SIZE: Final = 30  # ten times the decimal logarithm of its people, as in the gazetteer
_GREAT_SIZE: Final = 55
_NEIGHBOUR_KM: Final = 60.0
_MOSTLY: Final = 0.75  # of all that bear a name
FULL_OF_NAMESAKES: Final = ("US", "CA")
"""Lands whose towns are called after cities of the whole world, and one another."""

FACTS: Final = (
    "candidates",
    "main_candidates",
    "best_quality",
    "main_prominence",
    "alternate_prominence",
    "spelling_prominence",
    "is_demonym",
    *(f"main_{precision}" for precision in PRECISIONS),
    *(f"any_{precision}" for precision in PRECISIONS),
)
"""Names of the numbers in `NameFacts.numbers`; prominence is the decimal logarithm of
the people a place weighs as, -0.1 where there is none."""


@dataclass(frozen=True, slots=True)
class NameFacts:
    """Candidates of a name and a summary of them.

    Attributes:
        rows: Gazetteer rows, int32, best first.
        qualities: How each matched, int8; see `Gazetteer.candidates`, and `INNER`.
        numbers: The summary, in the order of `FACTS`.
        is_container: Some candidate is a country or a first-order division by its own name, so
            that it may stand after the comma in "Paris, Texas".
        is_settlement: Some candidate is a town by its own name.
        countries: Code of each country that may be meant or lies around what is meant, and its
            share in 0..1: a country's own name takes it all, else by prominence.
        homes: Codes of the countries in which a place of some size bears the very name.
        is_whole: A country bears the name, or its people.
        well_known: A great place or country bears the very name, or it is a people's.
    """

    rows: np.ndarray
    qualities: np.ndarray
    numbers: tuple[float, ...]
    is_container: bool
    is_settlement: bool
    countries: tuple[tuple[int, float], ...] = ()
    homes: frozenset[int] = frozenset()
    is_whole: bool = False
    well_known: bool = False


class NameBook:
    """`NameFacts` by surface form, remembered while a process reads articles.

    Attributes:
        gazetteer: Where they come from.
        no_country: The code of places in no country or in several.
        feature_sorts: By feature code of the gazetteer, its number among those that the rankers
            tell apart.
    """

    def __init__(self, gazetteer: Gazetteer, limit: int = 40) -> None:
        self.gazetteer = gazetteer
        self.no_country = gazetteer.countries.index("") if "" in gazetteer.countries else -1
        self.feature_sorts = np.array(
            [
                _FEATURES.index(code) if code in _FEATURES else len(_FEATURES)
                for code in (code.removesuffix("H") for code in gazetteer.features)
            ]
        )
        self._limit = limit
        self._facts = Remembered(self._look_up, _KEPT_NAMES)
        self._known = Remembered(gazetteer.is_known, _KEPT_NAMES)
        self._demonyms = Remembered(gazetteer.is_demonym, _KEPT_NAMES)
        self._alike = Remembered(self._sound_alikes, _KEPT_NAMES)
        self._others = Remembered(self._look_further, _KEPT_NAMES)

    def __getitem__(self, surface: str) -> NameFacts:
        return self._facts[surface]

    def is_known(self, surface: str) -> bool:
        """Whether the gazetteer has the very name."""
        return self._known[surface]

    def is_container(self, surface: str) -> bool:
        """Whether a country or a first-order division bears the name."""
        return self[surface].is_container

    def is_demonym(self, surface: str) -> bool:
        """Whether the name is a people or its adjective."""
        return self._demonyms[surface]

    def are_neighbours(self, one: str, other: str) -> bool:
        """Whether two names mean neighbours: names of one land, one of them a town's of some size.

        Args:
            one, other: The names. That of a country has no neighbour, and those of lands full of
                namesakes say nothing: Clinton and Lincoln lie beside one another somewhere.
        """
        facts = self[one], self[other]
        lands = (facts[0].homes | facts[1].homes) - {
            self.gazetteer.countries.index(code) for code in FULL_OF_NAMESAKES
        }
        named = [fact.rows[fact.qualities <= ALTERNATE] for fact in facts]
        if not all(map(len, named)) or any(fact.is_whole for fact in facts):
            return False
        for land in lands:
            own = [self.gazetteer.country[rows] == land for rows in named]
            if min(float(inside.mean()) for inside in own) >= _MOSTLY:
                first, second = (rows[inside] for rows, inside in zip(named, own, strict=True))
                away = self.gazetteer.km_between(first, second)
                return bool(((away < _NEIGHBOUR_KM) & (away > 0)).any())
        return False

    def alike(self, surface: str) -> tuple[np.ndarray, np.ndarray]:
        """Rows of places that sound like a name, int32, and how each matched, int8."""
        return self._alike[surface]

    def others(self, surface: str) -> tuple[np.ndarray, np.ndarray]:
        """Rows of the less likely places of a name that hundreds bear, int32, and how each
        matched, int8; none of them is among those of its facts."""
        return self._others[surface]

    def _look_further(self, surface: str) -> tuple[np.ndarray, np.ndarray]:
        full = len(self[surface].rows) == self._limit
        found = self.gazetteer.candidates(surface, _ALL) if full else []
        others = [c for c in found[self._limit :] if c.quality < _BY_SPELLING]
        rows = np.array([candidate.row for candidate in others], dtype=np.int32)
        return rows, np.array([candidate.quality for candidate in others], dtype=np.int8)

    def _sound_alikes(self, surface: str) -> tuple[np.ndarray, np.ndarray]:
        alike = self.gazetteer.sound_alikes(surface)
        return np.array([*alike], dtype=np.int32), np.array([*alike.values()], dtype=np.int8)

    def _look_up(self, surface: str) -> NameFacts:
        gazetteer = self.gazetteer
        found = gazetteer.candidates(surface, limit=self._limit)
        rows = [candidate.row for candidate in found]
        qualities = [candidate.quality for candidate in found]
        precisions = gazetteer.precision[rows].tolist() if rows else []
        sizes = gazetteer.prominence[rows].tolist() if rows else []
        largest = [-1, -1, -1]  # among own, alternate and derived names
        main = [0] * len(PRECISIONS)
        own_container = False
        for quality, precision, size in zip(qualities, precisions, sizes, strict=True):
            sort = 0 if quality <= 1 else 1 if quality == 2 else 2
            largest[sort] = max(largest[sort], size)
            if quality <= 1:
                main[precision] += 1
            own_container |= quality < _BY_SPELLING and precision >= REGION
        numbers = (
            float(len(rows)),
            float(sum(main)),
            float(min(qualities, default=9)),
            *(size / 10.0 for size in largest),
            float(gazetteer.is_demonym(surface)),
            *(float(count > 0) for count in main),
            *(float(code in precisions) for code in range(len(PRECISIONS))),
        )
        whereabouts = self._whereabouts(rows, qualities, precisions, sizes)
        if not rows:
            inner = self._inside_the_name(surface)
            rows = [candidate.row for candidate in inner]
            qualities = [INNER] * len(rows)
        return NameFacts(
            np.array(rows, dtype=np.int32),
            np.array(qualities, dtype=np.int8),
            numbers,
            own_container,
            main[CITY] > 0,
            *whereabouts,
        )

    def _whereabouts(
        self,
        rows: Sequence[int],
        qualities: Sequence[int],
        precisions: Sequence[int],
        sizes: Sequence[int],
    ) -> tuple[tuple[tuple[int, float], ...], frozenset[int], bool, bool]:
        """The fields `countries`, `homes`, `is_whole` and `well_known` of the facts."""
        codes = self.gazetteer.country[rows].tolist() if rows else []
        whole: dict[int, float] = defaultdict(float)
        around: dict[int, float] = defaultdict(float)
        homes, great = set(), False
        for code, quality, precision, size in zip(codes, qualities, precisions, sizes, strict=True):
            if quality < _BY_SPELLING and size >= _SOME_SIZE:
                homes.add(code)
            great |= quality < _BY_SPELLING and size >= _GREAT_SIZE
            if code != self.no_country and quality <= _BY_SPELLING:
                whole[code] += precision == COUNTRY
                around[code] += size * (0.5 if quality == _BY_SPELLING else 1.0)
        is_whole = any(whole.values())
        votes = whole if is_whole else around
        total = sum(votes.values())
        return (
            tuple((code, weight / total) for code, weight in votes.items() if weight),
            frozenset(homes),
            is_whole,
            is_whole or great,
        )

    def _inside_the_name(self, surface: str) -> list[Candidate]:
        """Places whose names begin or end an unknown one: Cavan in "Cavan Town Hall".

        Streets are left out: they are named after places far away. So are peoples.
        """
        words = surface.split()
        if len(words) < 2 or kind_of(words[-1]) == "street":
            return []
        for size in range(len(words) - 1, 0, -1):
            for part in (words[:size], words[-size:]):
                name = " ".join(part)
                if self._can_stand_alone(name):
                    return self.gazetteer.candidates(name, limit=_INNER_CANDIDATES)
        return []

    def _can_stand_alone(self, name: str) -> bool:
        return (
            len(name) >= _SHORTEST_INNER
            and name[0].isupper()
            and not kind_of(name)
            and not is_generic(name)
            and self.is_known(name)
            and not self.gazetteer.is_demonym(name)
        )
