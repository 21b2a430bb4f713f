"""Namesakes in one land of which the text means one: by whose own name it is, and how it is said.

Open gazetteers list a district under names of its neighbours and a chief town under that of its
province; hamlets and rivers share the names of towns. These rules say which of two yields.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from dateline.distance import great_circle_km
from dateline.gazetteer.spelling import normalise
from dateline.geoparsing.name_facts import (
    ALTERNATE,
    CITY,
    DISTRICT,
    FULL_OF_NAMESAKES,
    MAIN_NAME,
    NEIGHBOURHOOD,
    REGION,
)
from dateline.geoparsing.resolution.candidates import RIVER, PlaceCandidates
from dateline.geoparsing.resolution.groups import Group

__all__ = ["namesakes"]

_NEIGHBOUR_KM: Final = 150.0
_AROUND_KM: Final = 60.0
_UNCOUNTED: Final = 1.0  # decimal logarithm of the people of a hamlet that nobody counted
_SOME_SIZE: Final = 4.0
_GREAT: Final = 5.0
_HUNDRED: Final = 2.0
"""As many times the people of a hamlet has the division that bears its name."""
_SEATS: Final = ("PPLA", "PPLC")
"""GeoNames' codes of the chief town of a first-order division, and of a country."""


def namesakes(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of places of one name in one land: (who yields, to whom).

    A place that is listed under a name yields to its neighbour, or to the region around it, whose
    own name that is (Kass to Mukjar, Isabela to Basilan). In "Khoznavar, Syunik" the region is
    meant that holds both, and no hamlet of its name; a town abroad that once was called so yields
    to one that is. *Wau* is the town, and *Kebbi* the State, and none of the hamlets that nobody
    counted; *Guaviare* without an article is no river. *Gaza city* is the city.

    Args:
        candidates: Of one article.
    """
    pairs: list[tuple[int, int]] = []
    for number, group in enumerate(candidates.groups):
        here = range(candidates.slice_of(number).start, candidates.slice_of(number).stop)
        if len(here) < 2:
            continue
        pairs += _misfiled(candidates, here, group)
        pairs += _told_by_their_own(candidates, here, group)
        pairs += _quarters(candidates, here, group)
        pairs += _former(candidates, here, group)
        pairs += _hamlets(candidates, here, group)
        pairs += _bare_rivers(candidates, here, group)
        pairs += _told_to_be_towns(candidates, here, group)
        pairs += _containing(candidates, here, group)
    return pairs


def _misfiled(candidates: PlaceCandidates, here: range, group: Group) -> Iterator[tuple[int, int]]:
    name = normalise(group.surface)
    own = [
        k for k in here if candidates.quality[k] <= ALTERNATE and _is_called(candidates, k, name)
    ]
    for k in here:
        if candidates.quality[k] != ALTERNATE or k in own or candidates.sounds_like(k, name):
            continue
        for other in own:
            region = candidates.precision[k] == CITY and _is_province(candidates, other)
            district = candidates.precision[other] == candidates.precision[k] == DISTRICT
            if (region or district) and _is_near(candidates, k, other):
                yield k, other
                break


def _told_by_their_own(
    candidates: PlaceCandidates, here: range, group: Group
) -> Iterator[tuple[int, int]]:
    """Places by another name, which the article calls by their own, where a seat has that name.

    Some list gives Kabul the name of Khost; who writes of Kabul and Khost means the town of Khost.
    """
    name = normalise(group.surface)
    listed = [
        k
        for k in here
        if candidates.quality[k] == ALTERNATE
        and not candidates.sounds_like(k, name)
        and not _is_called(candidates, k, name)
    ]
    seats = [
        k
        for k in here
        if candidates.quality[k] <= MAIN_NAME
        and candidates.people[k] >= _SOME_SIZE
        and candidates.feature(k) in _SEATS
    ]
    if not (listed and seats):
        return
    seat = max(seats, key=lambda k: float(candidates.people[k]))
    own = candidates.row[candidates.quality <= MAIN_NAME]
    for k in listed:
        if candidates.country[k] == candidates.country[seat] and candidates.row[k] in own:
            away = great_circle_km(*_points(candidates, k), *_points(candidates, seat))
            if np.all(away > _AROUND_KM):  # Kobani and Ain al-Arab are one
                yield k, seat


def _quarters(candidates: PlaceCandidates, here: range, group: Group) -> Iterator[tuple[int, int]]:
    """Quarters called after a region of their land or its seat, where no word says quarter."""
    if group.containers or group.kind == "settlement":
        return
    quarters = [k for k in here if candidates.precision[k] == NEIGHBOURHOOD]
    regions = [
        k for k in here if candidates.precision[k] == REGION and candidates.quality[k] <= MAIN_NAME
    ]
    if not (quarters and regions):
        return
    name = normalise(group.surface)
    seats = [
        k
        for k in here
        if candidates.quality[k] <= ALTERNATE
        and candidates.feature(k) in _SEATS
        and candidates.sounds_like(k, name)
    ]
    for k in quarters:
        for meant in (*seats, *regions):
            if candidates.country[meant] == candidates.country[k]:
                yield k, meant
                break


def _former(candidates: PlaceCandidates, here: range, group: Group) -> Iterator[tuple[int, int]]:
    """Towns of lands that the article is not about, by a name they had: Salisbury, now Harare."""
    name = normalise(group.surface)
    towns = [k for k in here if candidates.precision[k] == CITY]
    own = [
        k
        for k in towns
        if candidates.quality[k] <= MAIN_NAME and candidates.people[k] >= _SOME_SIZE
    ]
    for k in towns:
        listed = candidates.quality[k] == ALTERNATE and not candidates.sounds_like(k, name)
        if own and listed and int(candidates.country[k]) not in candidates.theatre:
            yield k, max(own, key=lambda other: float(candidates.people[other]))


def _hamlets(candidates: PlaceCandidates, here: range, group: Group) -> Iterator[tuple[int, int]]:
    if group.containers or group.kind == "settlement":
        return
    name = normalise(group.surface)
    seats = [
        k
        for k in here
        if (
            (candidates.quality[k] <= MAIN_NAME and candidates.feature(k) in _SEATS)
            or (candidates.precision[k] == REGION and _is_called(candidates, k, name))
        )
        and candidates.people[k] >= _GREAT
        and candidates.book.gazetteer.countries[candidates.country[k]] not in FULL_OF_NAMESAKES
    ]
    for k in here:
        if candidates.precision[k] == CITY and candidates.people[k] <= _UNCOUNTED:
            for seat in seats:
                if candidates.country[k] == candidates.country[seat]:
                    yield k, seat
                    break


def _bare_rivers(
    candidates: PlaceCandidates, here: range, group: Group
) -> Iterator[tuple[int, int]]:
    if group.kind == "water" or _is_definite_somewhere(candidates, group):
        return
    land = [k for k in here if candidates.precision[k] and candidates.quality[k] <= MAIN_NAME]
    if land:
        meant = max(land, key=lambda k: float(candidates.prominence[k]))
        yield from ((k, meant) for k in here if candidates.feature(k) == RIVER)


def _is_definite_somewhere(candidates: PlaceCandidates, group: Group) -> bool:
    """Whether the name has an article somewhere, or a name in its list: the Don and Donets."""
    beside = {*group.listed}
    return any(
        other.definite and (other.surface == group.surface or not beside.isdisjoint(other.members))
        for other in candidates.groups
    )


def _told_to_be_towns(
    candidates: PlaceCandidates, here: range, group: Group
) -> Iterator[tuple[int, int]]:
    """Gaza of "Gaza city": its town is told from the land by that very word."""
    if group.kind != "settlement":
        return
    name = f"{normalise(group.surface)} city"
    towns = [k for k in here if candidates.precision[k] == CITY and candidates.own_name(k) == name]
    for k in here:
        land = candidates.precision[k] in (DISTRICT, REGION)
        if towns and land and candidates.country[k] == candidates.country[towns[0]]:
            yield k, towns[0]


def _containing(
    candidates: PlaceCandidates, here: range, group: Group
) -> Iterator[tuple[int, int]]:
    """Towns that yield to the division of their name in which another place is said to lie.

    They are hamlets, or chief towns that go by a name of their own: Jolo of "Parang, Sulu".
    """
    held = [
        number
        for number, other in enumerate(candidates.groups)
        if other.stated and other.containers[0] == group.surface
    ]
    inside = {
        int(column[k])
        for number in held
        for k in range(candidates.slice_of(number).start, candidates.slice_of(number).stop)
        for column in (candidates.admin1, candidates.admin2)
        if candidates.precision[k] >= CITY and candidates.quality[k] <= ALTERNATE
    }
    name = normalise(group.surface)
    towns = [k for k in here if candidates.precision[k] == CITY]
    for division in here:
        own = candidates.precision[division] in (DISTRICT, REGION)
        if not own or int(candidates.row[division]) not in inside:
            continue
        most = candidates.people[division] - _HUNDRED
        for k in towns:
            seat = candidates.feature(k).startswith(_SEATS)
            hamlet = not seat and candidates.people[k] <= most
            other = candidates.quality[k] == ALTERNATE and not candidates.sounds_like(k, name)
            if (hamlet or other) and _is_near(candidates, k, division):
                yield k, division


def _is_called(candidates: PlaceCandidates, at: int, name: str) -> bool:
    """Whether its own name is a name, or holds it: North Waziristan District."""
    own = candidates.own_name(at)
    return f" {name} " in f" {own} "


def _is_province(candidates: PlaceCandidates, at: int) -> bool:
    """Whether it is a region, or a division below one that calls itself a province."""
    if candidates.precision[at] == REGION:
        return True
    own = candidates.own_name(at)
    return bool(candidates.precision[at] == DISTRICT and "province" in own.split())


def _is_near(candidates: PlaceCandidates, at: int, other: int) -> bool:
    away = great_circle_km(*_points(candidates, at), *_points(candidates, other))
    alike = candidates.country[at] == candidates.country[other]
    return bool(alike and np.all(away < _NEIGHBOUR_KM))


def _points(candidates: PlaceCandidates, at: int) -> tuple[np.ndarray, np.ndarray]:
    return candidates.latitude[[at]], candidates.longitude[[at]]
