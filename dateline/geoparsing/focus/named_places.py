"""The places that an article names, and how they lie: in one another, near, under one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from dateline.distance import great_circle_km
from dateline.findings import Mention
from dateline.gazetteer.place import PRECISIONS, Place

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["NamedPlaces", "around", "locating", "named_places", "namesakes"]

_NEAR_KM: Final = 60.0
_ADJOINING: Final = 60
"""Code points between a place and the name of the larger one that only locates it."""
_COUNTRY: Final = PRECISIONS.index("country")
_DIVISIONS: Final = tuple(PRECISIONS.index(name) for name in ("district", "region", "country"))


@dataclass(frozen=True)
class NamedPlaces:
    """The places that an article names.

    Attributes:
        places: In the order of their first mention.
        mentions: Those that have a place, in text order.
        at: Number of the place of each of them.
        rows: Gazetteer row of each place.
        precision: Of each place, an index into `PRECISIONS`.
        inside: Whether the place of the row lies in that of the column, shape (places, places).
    """

    places: list[Place]
    mentions: list[Mention]
    at: list[int]
    rows: NDArray[np.int64]
    precision: NDArray[np.int64]
    inside: NDArray[np.bool_]


def named_places(mentions: Sequence[Mention], gazetteer: Gazetteer) -> NamedPlaces:
    """Gather what an article names.

    Args:
        mentions: In text order; those without a place are left out.
        gazetteer: Where the places come from; it knows which lies in which.
    """
    placed = [(m, m.place) for m in mentions if m.place is not None]
    places = list({place.gazetteer_id: place for _, place in placed}.values())
    number = {place.gazetteer_id: at for at, place in enumerate(places)}
    rows = np.array([gazetteer.row(place.gazetteer_id) for place in places], dtype=np.int64)
    precision = np.array([PRECISIONS.index(place.precision) for place in places], dtype=np.int64)
    return NamedPlaces(
        places=places,
        mentions=[mention for mention, _ in placed],
        at=[number[place.gazetteer_id] for _, place in placed],
        rows=rows,
        precision=precision,
        inside=_inside(rows, precision, gazetteer),
    )


def _inside(
    rows: NDArray[np.int64], precision: NDArray[np.int64], gazetteer: Gazetteer
) -> NDArray[np.bool_]:
    """Whether the place of the row lies in that of the column: a district, region or country."""
    country, whole = gazetteer.country[rows], rows[None, :]
    divided = (gazetteer.admin1[rows][:, None] == whole) | (
        gazetteer.admin2[rows][:, None] == whole
    )
    of_country = country[:, None] == country[None, :]
    inside = np.where(precision[None, :] == _COUNTRY, of_country, divided)
    inside &= np.isin(precision, _DIVISIONS)[None, :]
    np.fill_diagonal(inside, False)
    return np.asarray(inside, bool)


def around(
    named: NamedPlaces, gazetteer: Gazetteer
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which places lie in the same country, the same province, and near by; each in its own."""
    places, rows = named.places, named.rows
    small = named.precision != _COUNTRY
    both_small = small[:, None] & small[None, :]
    country = gazetteer.country[rows]
    one_country = country[:, None] == country[None, :]
    province = np.array([place.admin1 for place in places])
    one_province = (
        one_country & both_small & (province[:, None] == province[None, :]) & ~named.inside.T
    )
    latitude, longitude = gazetteer.latitude[rows], gazetteer.longitude[rows]
    distance = great_circle_km(
        latitude[:, None], longitude[:, None], latitude[None, :], longitude[None, :]
    )
    near = both_small & (distance < _NEAR_KM)
    return one_country, one_province, near


def namesakes(named: NamedPlaces) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which places have a place of the same name inside them, and around them: Idlib in Idlib."""
    places = named.places
    surfaces: list[set[str]] = [set() for _ in places]
    for mention, place in zip(named.mentions, named.at, strict=True):
        surfaces[place].add(mention.surface.casefold())
    finer, coarser = np.zeros(len(places), bool), np.zeros(len(places), bool)
    for inner, outer in np.argwhere(named.inside):
        name = places[inner].name.split(" ")[0].casefold()
        if surfaces[inner] & surfaces[outer] or places[outer].name.casefold().startswith(name):
            finer[outer] = coarser[inner] = True
    return finer, coarser


def locating(named: NamedPlaces) -> NDArray[np.float64]:
    """How many of a place's event mentions follow closely on one of a finer place inside it."""
    times = np.zeros(len(named.places))
    for number, mention in enumerate(named.mentions):
        if mention.role != "event":
            continue
        for before in range(number - 1, -1, -1):
            other = named.mentions[before]
            if mention.start - other.end >= _ADJOINING:
                break
            if other.role == "event" and named.inside[named.at[before], named.at[number]]:
                times[named.at[number]] += 1
                break
    return times
