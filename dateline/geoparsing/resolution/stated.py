"""What an article says of where a toponym lies, and two rules that follow from it."""

from __future__ import annotations

from typing import Final

import numpy as np

from dateline.distance import great_circle_km
from dateline.gazetteer.place import PRECISIONS
from dateline.gazetteer.spelling import normalise, sound_keys
from dateline.geoparsing.name_facts import BY_SOUND, CITY, COUNTRY, REGION
from dateline.geoparsing.resolution.candidates import RIVER, PlaceCandidates
from dateline.geoparsing.resolution.containment import is_nested
from dateline.geoparsing.toponym_words import kind_of

__all__ = ["contradicted", "marks_inside", "outweighed", "rivers", "states", "yielding"]

_DISTRICT: Final = PRECISIONS.index("district")
_LEVELS: Final = (("country", COUNTRY), ("admin1", REGION), ("admin2", _DISTRICT))
_NEAR_TOWN_KM: Final = 150.0
_NAMED_ALIKE_KM: Final = 60.0
_IN_ONE_DIVISION_KM: Final = 100.0  # the point of a long district lies far from its chief town
_CONTAINERS: Final = 25  # candidates of a container that are looked at
_MAIN_NAME: Final = 1  # qualities to it are the name that a place goes by
_OWN_QUALITY: Final = 2  # qualities from 3 on are demonyms and guessed spellings
_OUTWEIGHED_BY: Final = 2.5  # decimal logarithm: some 300 times the people
_OWN_NAMES: Final = ("US", "CA")
"""Countries whose states are rather meant than the towns that bear their names, at home: in an
article on another country New York is the city."""
_OF_RIVERS: Final = ("", "water")  # kinds that a word beside a river's name says, if any
_GREAT_TOWN: Final = 6.0  # decimal logarithm of its people
_HAMLET: Final = 2.5
"""Decimal logarithm: of a division's people a hamlet after which none is named has 1 in 300."""


def marks_inside(candidates: PlaceCandidates) -> np.ndarray:
    """Whether a candidate lies in the container that the words beside its toponym name.

    Args:
        candidates: Of one article.

    Returns:
        0 or 1, float64, shape (4, candidates): in the country, in the first-order division, in the
        second-order division, near the town named.
    """
    marks = np.zeros((4, len(candidates)))
    for number, group in enumerate(candidates.groups):
        here = candidates.slice_of(number)
        for surface in group.containers:
            marks[:, here] = np.maximum(marks[:, here], _inside(candidates, here, surface))
    return marks


def _inside(candidates: PlaceCandidates, here: slice, surface: str) -> np.ndarray:
    facts, gazetteer = candidates.book[surface], candidates.book.gazetteer
    rows = facts.rows[(facts.qualities <= _OWN_QUALITY + 1) | (facts.qualities == BY_SOUND)][
        :_CONTAINERS
    ]
    marks = np.zeros((4, here.stop - here.start))
    if not len(rows) or not marks.shape[1]:
        return marks
    precision = gazetteer.precision[rows]
    same = candidates.row[here, None] == rows[None, :]
    finer = (candidates.precision[here, None] < precision[None, :]) & ~same
    for level, (column, sort) in enumerate(_LEVELS):
        codes = getattr(gazetteer, column)[rows]
        own = getattr(candidates, column)[here]
        hit = (own[:, None] == codes[None, :]) & (own >= 0)[:, None] & finer
        marks[level] = (hit & (precision == sort)[None, :]).any(axis=1)
    away = great_circle_km(
        candidates.latitude[here, None],
        candidates.longitude[here, None],
        gazetteer.latitude[rows][None, :],
        gazetteer.longitude[rows][None, :],
    )
    marks[3] = ((away < _NEAR_TOWN_KM) & ~same & (precision <= REGION)[None, :]).any(axis=1)
    return marks


def contradicted(candidates: PlaceCandidates, inside: np.ndarray) -> np.ndarray:
    """Candidates outside a container that is stated and holds another candidate of the toponym.

    Of those in "Springfield, Lincoln County, Oregon" such as lie in either but not in both are
    contradicted, too, where any does.

    Args:
        candidates: Of one article.
        inside: 1 for those in a container, float64.
    """
    book = candidates.book
    nested = [is_nested(group, book) for group in candidates.groups]
    stated = np.array([g.stated for g in candidates.groups], dtype=bool) | np.array(nested, bool)
    held = inside.copy()
    for number in np.flatnonzero(nested).tolist():
        here = candidates.slice_of(number)
        each = [_inside(candidates, here, s) for s in candidates.groups[number].containers[:2]]
        held[here] = sum(marks[:3].max(axis=0) for marks in each)
    return np.asarray(stated[candidates.group] & (held < candidates.most(held)))


def outweighed(candidates: PlaceCandidates) -> np.ndarray:
    """Hamlets that share but an alternate name with a great place: Paris in Ukraine; bool."""
    main = np.where(candidates.quality <= 1, candidates.prominence, 0.0)
    small = candidates.prominence < candidates.most(main) - _OUTWEIGHED_BY
    return np.asarray(small & (candidates.quality > 1))


def yielding(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of places that bear one name and lie in one another: (who yields, to whom).

    Where "Aleppo" could be a governorate or its chief town, the town is meant; in "Aleppo province"
    and "Logan County" the division is, where the town is called so only as an alternate name
    (Tepic, seat of Nayarit), and where it is but a hamlet (Cauca). Gaza City and Quebec City have
    the word that tells them from the land around them: without it the land is meant.
    """
    pairs: list[tuple[int, int]] = []
    codes = candidates.book.gazetteer.countries
    foremost = next(iter(candidates.theatre), None)
    own = {codes.index(code) for code in _OWN_NAMES}
    division = (candidates.precision == REGION) | (candidates.precision == _DISTRICT)
    town = (candidates.precision == CITY) & (candidates.quality <= _OWN_QUALITY)
    both = {*candidates.group[division].tolist()} & {*candidates.group[town].tolist()}
    for number in sorted(both):
        group, here = candidates.groups[number], candidates.slice_of(number)
        towns = here.start + np.flatnonzero(town[here])
        told_apart = _told_apart(candidates, towns, group.surface)
        for at in (here.start + np.flatnonzero(division[here])).tolist():
            inner = towns[_lie_in(candidates, towns, at)].tolist()
            if group.unit == "state" and candidates.precision[at] == REGION:
                # Washington state lies far from the town.
                whose = candidates.country[towns] == candidates.country[at]
                inner = towns[whose & (candidates.quality[at] <= _MAIN_NAME)].tolist() or inner
            if group.unit or told_apart:
                level = _DISTRICT if group.unit == "county" else REGION
                pairs += [(k, at) for k in inner if candidates.precision[at] == level]
                continue
            # Abroad, who says Washington means the capital, though it lies in another division.
            inner += [
                k for k in towns.tolist() if k not in inner and _is_capital_of(candidates, k, at)
            ]
            worst = max(_MAIN_NAME, int(candidates.quality[at]))
            inner = [
                k
                for k in inner
                if (candidates.quality[k] <= worst or _sounds_so(candidates, k, group.surface))
                and _gives_name(candidates, k, at)
            ]
            if inner:
                chief = max(inner, key=lambda k: float(candidates.prominence[k]))
                country, great = candidates.country[at], candidates.prominence[chief] >= _GREAT_TOWN
                if country not in own or (great and foremost not in (None, country)):
                    pairs.append((at, chief))
    return pairs


def states(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of a country and the state of its name that is meant by "the state of Georgia".

    Args:
        candidates: Of one article.

    Returns:
        As `yielding` does.
    """
    pairs: list[tuple[int, int]] = []
    for number, group in enumerate(candidates.groups):
        if group.unit != "state":
            continue
        here = candidates.slice_of(number)
        named = here.start + np.flatnonzero(candidates.quality[here] <= _MAIN_NAME)
        own = [k for k in named.tolist() if candidates.precision[k] == REGION]
        lands = [k for k in named.tolist() if candidates.precision[k] == COUNTRY]
        pairs += [(k, own[0]) for k in lands if own]
    return pairs


def rivers(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of a town or division and the river or lake that its name means.

    English puts no article before the name of a town: *the Dnipro* is the river, Dnipro the city.
    *Lake Chad* is the lake, and not the district on its shore that is also called so. *The Niger*
    is a river where the article says that it has banks or flows; *the Gambia* may be a country.

    Args:
        candidates: Of one article.

    Returns:
        As `yielding` does.
    """
    pairs: list[tuple[int, int]] = []
    flowing = {group.surface for group in candidates.groups if group.flows}
    for number, group in enumerate(candidates.groups):
        here = candidates.slice_of(number)
        if kind_of(group.surface.split()[0]) == "water":
            pairs += _called_after(candidates, here)
        if not group.definite or group.kind not in _OF_RIVERS:
            continue
        lands = candidates.precision[here] == COUNTRY
        if lands.any() and group.surface not in flowing:
            continue
        named = here.start + np.flatnonzero(candidates.quality[here] <= _MAIN_NAME)
        water = [k for k in named.tolist() if _feature(candidates, k) == RIVER]
        if water:
            land = here.start + np.flatnonzero(candidates.precision[here])
            pairs += [(k, water[0]) for k in land.tolist()]
    return pairs


def _called_after(candidates: PlaceCandidates, here: slice) -> list[tuple[int, int]]:
    """Pairs of what is but also called as a lake is, and that lake."""
    of_its_own = candidates.quality[here] <= _MAIN_NAME
    lakes = here.start + np.flatnonzero(of_its_own & (candidates.precision[here] == 0))
    others = here.start + np.flatnonzero(~of_its_own & (candidates.precision[here] > 0))
    return [(k, int(lakes[0])) for k in others.tolist()] if len(lakes) else []


def _told_apart(candidates: PlaceCandidates, towns: np.ndarray, surface: str) -> bool:
    """Whether the greatest of some towns goes by the name with *City* behind it."""
    if not len(towns):
        return False
    chief = max(towns.tolist(), key=lambda k: float(candidates.prominence[k]))
    name = candidates.book.gazetteer.place(int(candidates.row[chief])).name
    return normalise(name) == f"{normalise(surface)} city"


def _is_capital_of(candidates: PlaceCandidates, town: int, division: int) -> bool:
    own = candidates.country[town] == candidates.country[division]
    return bool(own and _feature(candidates, town) == "PPLC")


def _sounds_so(candidates: PlaceCandidates, town: int, surface: str) -> bool:
    """Whether a town's main name is but another spelling of a name: Manbij of Menbij."""
    name = candidates.book.gazetteer.place(int(candidates.row[town])).name
    return not {*sound_keys(normalise(name))}.isdisjoint(sound_keys(normalise(surface)))


def _gives_name(candidates: PlaceCandidates, town: int, division: int) -> bool:
    """Whether a town is a seat, or great enough beside the division that bears its name."""
    great = candidates.people[town] >= candidates.people[division] - _HAMLET
    return bool(great or _feature(candidates, town).startswith(("PPLA", "PPLC")))


def _feature(candidates: PlaceCandidates, at: int) -> str:
    gazetteer = candidates.book.gazetteer
    return str(gazetteer.features[gazetteer.feature[candidates.row[at]]])


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
