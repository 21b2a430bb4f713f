"""A division and the town it is called after: which of the two a name means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from dateline.distance import great_circle_km
from dateline.gazetteer.spelling import normalise
from dateline.geoparsing.name_facts import ALTERNATE, CITY, DISTRICT, MAIN_NAME, REGION
from dateline.geoparsing.resolution.candidates import PlaceCandidates
from dateline.geoparsing.resolution.groups import Group

__all__ = ["divisions_and_towns"]

_NAMED_ALIKE_KM: Final = 60.0
_IN_ONE_DIVISION_KM: Final = 100.0  # the point of a long district lies far from its chief town
_OWN_NAMES: Final = ("US", "CA")
"""Countries whose states are rather meant than the towns that bear their names, at home: in an
article on another country New York is the city."""
_GREAT_TOWN: Final = 6.0  # decimal logarithm of its people
_HAMLET: Final = 2.5
"""Decimal logarithm: of a division's people a hamlet after which none is named has 1 in 300."""


def divisions_and_towns(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of places that bear one name and lie in one another: (who yields, to whom).

    Where "Aleppo" could be a governorate or its chief town, the town is meant; in "Aleppo province"
    and "Logan County" the division is, where the town is called so only as an alternate name
    (Tepic, seat of Nayarit), and where it is but a hamlet (Cauca). Gaza City and Quebec City have
    the word that tells them from the land around them: without it the land is meant.

    Args:
        candidates: Of one article.
    """
    division = (candidates.precision == REGION) | (candidates.precision == DISTRICT)
    town = (candidates.precision == CITY) & (candidates.quality <= ALTERNATE)
    both = {*candidates.group[division].tolist()} & {*candidates.group[town].tolist()}
    pairs: list[tuple[int, int]] = []
    for number in sorted(both):
        group, here = candidates.groups[number], candidates.slice_of(number)
        towns = here.start + np.flatnonzero(town[here])
        divisions = (here.start + np.flatnonzero(division[here])).tolist()
        if group.unit or _is_told_apart(candidates, towns, group):
            pairs += _towns_yield(candidates, group, towns, divisions)
        else:
            pairs += _divisions_yield(candidates, group, towns, divisions)
    return pairs


def _towns_yield(
    candidates: PlaceCandidates, group: Group, towns: np.ndarray, divisions: list[int]
) -> Iterator[tuple[int, int]]:
    level = DISTRICT if group.unit == "county" else REGION
    for division in divisions:
        if candidates.precision[division] != level:
            continue
        yielding = towns[_lie_in(candidates, towns, division)]
        if group.unit == "state" and candidates.quality[division] <= MAIN_NAME:
            # Washington state lies far from the town.
            in_its_land = candidates.country[towns] == candidates.country[division]
            yielding = towns[in_its_land] if in_its_land.any() else yielding
        yield from ((town, division) for town in yielding.tolist())


def _divisions_yield(
    candidates: PlaceCandidates, group: Group, towns: np.ndarray, divisions: list[int]
) -> Iterator[tuple[int, int]]:
    name = normalise(group.surface)
    for division in divisions:
        town = _chief_town(candidates, division, towns, name)
        if town is not None and not _is_rather_meant(candidates, division, town):
            yield division, town


def _chief_town(
    candidates: PlaceCandidates, division: int, towns: np.ndarray, name: str
) -> int | None:
    """The greatest of the towns that a division may be called after, if there is any."""
    inside = towns[_lie_in(candidates, towns, division)].tolist()
    # Abroad, who says Washington means the capital, though it lies in another division.
    capitals = [
        k
        for k in towns.tolist()
        if candidates.country[k] == candidates.country[division] and candidates.feature(k) == "PPLC"
    ]
    worst = max(MAIN_NAME, int(candidates.quality[division]))
    after = [
        k
        for k in dict.fromkeys((*inside, *capitals))
        if (candidates.quality[k] <= worst or candidates.sounds_like(k, name))  # Manbij of Menbij
        and _gives_name(candidates, k, division)
    ]
    return max(after, key=lambda k: float(candidates.prominence[k]), default=None)


def _is_rather_meant(candidates: PlaceCandidates, division: int, town: int) -> bool:
    """Whether a division is one of `_OWN_NAMES`, at home or beside a town that is not great."""
    country = int(candidates.country[division])
    if country not in map(candidates.book.gazetteer.countries.index, _OWN_NAMES):
        return False
    foremost = next(iter(candidates.theatre), None)
    return bool(foremost in (None, country) or candidates.prominence[town] < _GREAT_TOWN)


def _is_told_apart(candidates: PlaceCandidates, towns: np.ndarray, group: Group) -> bool:
    """Whether the greatest of some towns goes by the name with *City* behind it."""
    chief = max(towns.tolist(), key=lambda k: float(candidates.prominence[k]))
    return candidates.own_name(chief) == f"{normalise(group.surface)} city"


def _gives_name(candidates: PlaceCandidates, town: int, division: int) -> bool:
    """Whether a town is a seat, or great enough beside the division that bears its name."""
    great = candidates.people[town] >= candidates.people[division] - _HAMLET
    return bool(great or candidates.feature(town).startswith(("PPLA", "PPLC")))


def _lie_in(candidates: PlaceCandidates, towns: np.ndarray, division: int) -> np.ndarray:
    """Which towns lie in a division, or so near that it must be theirs; bool."""
    row = candidates.row[division]
    away = great_circle_km(
        candidates.latitude[towns],
        candidates.longitude[towns],
        candidates.latitude[division],
        candidates.longitude[division],
    )
    inside = (candidates.admin1[towns] == row) | (candidates.admin2[towns] == row)
    inside |= away < _NAMED_ALIKE_KM
    inside |= (away < _IN_ONE_DIVISION_KM) & (
        candidates.admin1[towns] == candidates.admin1[division]
    )
    return np.asarray(inside & (candidates.country[towns] == candidates.country[division]))
