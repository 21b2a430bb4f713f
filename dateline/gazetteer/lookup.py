"""`Gazetteer`: from a name to the places it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from geopy.adapters import URLLibAdapter
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from numpy.typing import NDArray

from dateline.distance import great_circle_km
from dateline.gazetteer import storage
from dateline.gazetteer.identifiers import Identifiers
from dateline.gazetteer.place import PRECISIONS, Place
from dateline.gazetteer.spelling import (
    abbreviation_keys,
    facility_town,
    normalise,
    parted,
    sound_keys,
    variants,
)
from dateline.remembered import Remembered
from dateline.resources import data_folder

__all__ = ["Candidate", "Gazetteer"]

_QUALITY: Final = (1 << storage.QUALITY_BITS) - 1
_TOWNS: Final = ("neighbourhood", "city")
_REMEMBERED: Final = 4_000
_KEPT_IDS: Final = 50_000
_BY_SOUND: Final = 5


class Candidate(NamedTuple):
    """A place that a name may mean.

    Attributes:
        row: Its row in the gazetteer.
        quality: 0 its main name, 1 another official name or an abbreviation, 2 an alternate name
            or the postal code of a state, 3 a demonym or the name with or without its article, 4
            found after a direction word was dropped, or as the town of an unknown hospital or
            school, 5 another spelling of the same sound, 6 one that only shares the consonants.
    """

    row: int
    quality: int


class Gazetteer(Geocoder):  # type: ignore[misc]
    """Names and places of the world, read-only, also as a geopy geocoder.

    Attributes:
        version: Hash of the files, recorded in every corpus made with them.
        latitude, longitude: float32 degrees by row.
        population: int64 by row, 0 where unknown.
        prominence: uint8 by row: 10 times the decimal logarithm of the people a place weighs as.
        country: int16 by row, index into `countries`.
        countries: ISO 3166 alpha-2 codes; the empty one for what lies in none or several.
        admin1, admin2: int32 by row: the row of the division the place lies in, -1 for none. A
            division lies in itself.
        precision: uint8 by row, index into `PRECISIONS`.
        feature: int16 by row, index into `features`.
        features: GeoNames feature codes.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(user_agent="dateline", adapter_factory=_no_adapter)
        meta = storage.read_meta(folder)
        self.folder = folder
        self.version: str = meta["version"]
        self.countries: tuple[str, ...] = tuple(meta["countries"])
        self.features: tuple[str, ...] = tuple(meta["features"])
        self._neighbours = {code: frozenset(others) for code, others in meta["neighbours"].items()}
        self._names = storage.read_index(folder, "names")
        self._sounds = storage.read_index(folder, "sounds")
        table = storage.read_arrow(folder / "places.arrow")
        column = {n: storage.numbers(table[n]) for n in table.schema.names if n != "name"}
        self._name = table["name"]
        self._identifiers = Identifiers(
            meta["schemes"], meta["texts"], column["scheme"], column["number"]
        )
        self.latitude: NDArray[np.float32] = column["latitude"]
        self.longitude: NDArray[np.float32] = column["longitude"]
        self.population: NDArray[np.int64] = column["population"]
        self.prominence: NDArray[np.uint8] = column["prominence"]
        self.country: NDArray[np.int16] = column["country"]
        self.admin1: NDArray[np.int32] = column["admin1"]
        self.admin2: NDArray[np.int32] = column["admin2"]
        self.precision: NDArray[np.uint8] = column["precision"]
        self.feature: NDArray[np.int16] = column["feature"]
        self._found = Remembered(self._find, _REMEMBERED)
        self._places = Remembered(self._read, _REMEMBERED)
        self._read_rows: dict[str, int] = {}

    @classmethod
    def open(cls, folder: Path | None = None) -> Gazetteer:
        """Open the gazetteer in `folder`, by default the one that comes with the program.

        Raises:
            GazetteerError: It is not there, or of another format.
        """
        return cls(data_folder() / "gazetteer" if folder is None else folder)

    def __len__(self) -> int:
        return len(self.latitude)

    def candidates(self, surface: str, limit: int = 40) -> list[Candidate]:
        """Places that `surface` may mean, the likeliest first as far as a name alone can tell.

        Args:
            surface: A name as it stands in a text, in any script.
            limit: At most so many.

        Returns:
            Each place once, with the best quality it has. Empty if the name is unknown.
        """
        return list(self._found[surface, limit])

    def _find(self, asked: tuple[str, int]) -> list[Candidate]:
        surface, limit = asked
        normal = normalise(surface)
        best: dict[int, int] = {}
        for key in (normal, *abbreviation_keys(surface)):
            self._gather(best, self._names[key], 0)
        if not best and (words := parted(surface)):
            surface, normal = words, normalise(words)
            self._gather(best, self._names[normal], 0)
        exact = bool(best)
        for variant, least in variants(normal, exact=exact):
            self._gather(best, self._names[variant], least)
        if not best:
            best.update(self.sound_alikes(surface, closest=True))
        if not best and (town := facility_town(normal)):
            self._gather(best, self._towns(self._names[town]), 4)
        # A step of quality weighs as ten times the people.
        ranked = sorted(best.items(), key=lambda pair: 10 * pair[1] - int(self.prominence[pair[0]]))
        return [Candidate(row, quality) for row, quality in ranked[:limit]]

    def sound_alikes(self, surface: str, *, closest: bool = False) -> dict[int, int]:
        """Places that sound like `surface`, whether or not others bear the very name.

        Only those of countries are known by sound whose names reach Latin script by ear.

        Args:
            surface: A name as it stands in a text.
            closest: Leave out places that only share the consonants where others share more.

        Returns:
            Row to quality (5 or 6), closer spellings first, among them the more prominent ones.
        """
        found: dict[int, int] = {}
        for quality, key in enumerate(sound_keys(normalise(surface)), _BY_SOUND):
            if not (found and closest):
                for posting in self._sounds[key]:
                    found.setdefault(posting >> storage.QUALITY_BITS, quality)
        return found

    def _towns(self, postings: Iterable[int]) -> Iterator[int]:
        """Only towns and their parts: a hospital of a country is not to stand for the country."""
        for posting in postings:
            if PRECISIONS[self.precision[posting >> storage.QUALITY_BITS]] in _TOWNS:
                yield posting

    @staticmethod
    def _gather(best: dict[int, int], postings: Iterable[int], least: int) -> None:
        for posting in postings:
            row, quality = posting >> storage.QUALITY_BITS, max(posting & _QUALITY, least)
            if quality < best.get(row, 9):
                best[row] = quality

    def is_known(self, surface: str) -> bool:
        """Whether some place bears exactly this name, but for case and accents; cheap."""
        keys = (normalise(surface), *abbreviation_keys(surface))
        if any(key in self._names.trie for key in keys):
            return True
        words = parted(surface)
        return bool(words) and normalise(words) in self._names.trie

    def is_demonym(self, surface: str) -> bool:
        """Whether `surface` is a people or its adjective: *Syrian*, *French*, *Texans*."""
        return any(p & _QUALITY == 3 for p in self._names[normalise(surface)])

    def place(self, row: int) -> Place:
        """The place in one row."""
        return self._places[row]

    def _read(self, row: int) -> Place:
        identifier = self.gazetteer_id(row)
        if len(self._read_rows) >= _KEPT_IDS:
            self._read_rows.clear()
        self._read_rows[identifier] = row  # asked for next, and slow to find: all are sorted first
        return Place(
            identifier,
            self._name[row].as_py(),
            round(float(self.latitude[row]), 5),
            round(float(self.longitude[row]), 5),
            self.countries[self.country[row]],
            self._division(self.admin1[row]),
            self._division(self.admin2[row]),
            self.features[self.feature[row]],
            PRECISIONS[self.precision[row]],
            int(self.population[row]),
        )

    def _division(self, row: int) -> str:
        name: str = self._name[int(row)].as_py() if row >= 0 else ""
        return name

    def gazetteer_id(self, row: int) -> str:
        """Source and number of one row, such as `geonames:170063`."""
        return self._identifiers.of(row)

    def row(self, gazetteer_id: str) -> int | None:
        """The row of a gazetteer id; None if it is unknown."""
        known = self._read_rows.get(gazetteer_id)
        return self._identifiers.row(gazetteer_id) if known is None else known

    def by_gazetteer_id(self, gazetteer_id: str) -> Place | None:
        """The place of a gazetteer id; None if it is unknown."""
        row = self.row(gazetteer_id)
        return None if row is None else self.place(row)

    def km_between(self, rows: np.ndarray, others: np.ndarray) -> np.ndarray:
        """Kilometres from each of some places to each of others, shape (rows, others)."""
        return great_circle_km(
            self.latitude[rows][:, None], self.longitude[rows][:, None],
            self.latitude[others], self.longitude[others],
        )  # fmt: skip

    def neighbours(self, country_code: str) -> frozenset[str]:
        """ISO codes of the countries that border on one; empty for islands and unknown codes."""
        return self._neighbours.get(country_code, frozenset())

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: Any = None, limit: int = 10
    ) -> Location | list[Location] | None:
        """Find the place that a query names, as any geopy geocoder does.

        Args:
            query: A name, or names from the finest to the coarsest: `Aleppo, Syria`.
            exactly_one: One location, or a list of at most `limit`.
            timeout: Accepted, and of no use: nothing is asked of a network.
            limit: At most so many.

        Returns:
            A location, whose `raw` holds the fields of `Place`; None if nothing is found.

        Raises:
            GeocoderQueryError: `query` is not text, or empty.
        """
        parts = [part.strip() for part in query.split(",")] if isinstance(query, str) else []
        if not any(parts):
            raise GeocoderQueryError(f"{query!r} came, expected the name of a place as text")
        rows = self._contained([part for part in parts if part])[:limit]
        found = [self._location(self.place(row)) for row in rows]
        if exactly_one:
            return found[0] if found else None
        return found or None

    def _contained(self, parts: list[str]) -> list[int]:
        """Rows that bear the first name and lie in what the others name, the likeliest first."""
        finest = self.candidates(parts[0], 200)
        for part in parts[1:]:
            wholes = [candidate.row for candidate in self.candidates(part)]
            finest = [c for c in finest if any(self.lies_in(c.row, whole) for whole in wholes)]
        return [candidate.row for candidate in finest]

    def lies_in(self, row: int, whole: int) -> bool:
        """Whether the place in `row` lies in the division or country in row `whole`, or is it."""
        if row == whole:
            return True
        kind = PRECISIONS[self.precision[whole]]
        if kind == "country":
            return bool(self.country[row] == self.country[whole])
        return bool(whole in (self.admin1[row], self.admin2[row]))

    @staticmethod
    def _location(place: Place) -> Location:
        whole = [place.name, place.admin2, place.admin1, place.country_code]
        address = ", ".join(dict.fromkeys(filter(None, whole)))
        raw = {name: getattr(place, name) for name in Place.__slots__}
        return Location(address, (place.latitude, place.longitude), raw)


def _no_adapter(**_: Any) -> Any:
    # geopy builds a network adapter for every geocoder; this one is never asked.
    return URLLibAdapter(proxies={}, ssl_context=None)
