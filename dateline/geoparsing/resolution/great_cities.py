"""Great cities that a name means although a small namesake abroad would fit as well.

News of a conflict is made in a few cities all over the world: an article that names New York beside
Geneva does not mean the Geneva of the State of New York. A namesake is meant where the article
tells of its own land, or of a town near it; but even there a great capital is rather meant than a
hamlet of its name, or a town that mostly goes by another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from dateline.distance import great_circle_km
from dateline.gazetteer.spelling import normalise
from dateline.geoparsing.name_facts import ALTERNATE, CITY, COUNTRY, FULL_OF_NAMESAKES, MAIN_NAME
from dateline.geoparsing.resolution.candidates import PlaceCandidates

__all__ = ["outshone", "unsupported"]

_GREAT: Final = 5.0  # decimal logarithm of its people
_LESS: Final = 1.0  # as many fewer, a tenth of the people
_WORLD_CITY: Final = 5.3
_GREATER: Final = 0.3  # twice the people
_TOGETHER: Final = 2  # names that may speak for one another
_LIKELY: Final = 0.4  # score from which the best candidate of another name is heard
_NEAR_KM: Final = 150.0
_ITS_OWN_LAND: Final = 0.5
_CAPITAL: Final = "PPLC"  # GeoNames' code of national capitals
_GREAT_CAPITAL: Final = 5.7
_HAMLET: Final = 1.0  # of one whose people nobody counted
_SPEAKING: Final = 3
"""Other names with a likely place below which an article does not tell where it plays."""


def outshone(
    candidates: PlaceCandidates, scores: np.ndarray, inside: np.ndarray
) -> list[tuple[int, int]]:
    """Pairs of a town and the great namesake abroad that is meant: (who yields, to whom).

    Args:
        candidates: Of one article.
        scores: Of each candidate, 0..1, float64.
        inside: 1 for those in a container that the text names, float64.
    """
    best = _best(candidates, scores)
    speaking = best[(scores[best] >= _LIKELY) & (candidates.country[best] >= 0)]
    pairs = []
    for at in best.tolist():
        if inside[at] or candidates.groups[candidates.group[at]].definite:
            continue  # the river of "the Dnipro" yields to no city
        capital = _capital(candidates, at)
        if capital is not None:
            pairs.append((at, capital))
            continue
        great = _namesake(candidates, at)
        if great is None:
            continue
        others = speaking[candidates.name[speaking] != candidates.name[at]]
        if len(others) < _SPEAKING:
            continue
        at_home = candidates.country[others] == candidates.country[at]
        beside = (_away(candidates, at, others) < _NEAR_KM) & (candidates.precision[others] <= CITY)
        if at_home.mean() < _ITS_OWN_LAND and not beside.any():
            pairs.append((at, great))
    return pairs


def unsupported(
    candidates: PlaceCandidates, scores: np.ndarray, inside: np.ndarray
) -> list[tuple[int, int]]:
    """Pairs of a town and the great city abroad, where but its likes speak for it.

    Towns of one American State are called Paris, Athens and Rome: who names two of these, and no
    place of that land but such, means the cities. New York speaks for no Paris that is far from it.

    Args:
        candidates: Of one article.
        scores: Of each candidate, 0..1, float64.
        inside: 1 for those in a container that the text names, float64.
    """
    best = _best(candidates, scores)
    if len({*candidates.name[best].tolist()}) < _TOGETHER:
        return []
    great = {at: _namesake(candidates, at, _WORLD_CITY, _GREATER) for at in best.tolist()}
    own = [at for at in great if great[at] is None and candidates.precision[at] < COUNTRY]
    small, cities = [], []
    for at in own:
        if candidates.precision[at] > CITY or candidates.people[at] < _WORLD_CITY:
            small.append(at)
        elif candidates.feature(at) != _CAPITAL:  # whose name is its government's, too
            cities.append(at)
    codes = candidates.book.gazetteer.countries
    lands = {codes.index(code) for code in FULL_OF_NAMESAKES}
    lands -= {*candidates.country[small].tolist()}
    pairs = []
    for at, city in great.items():
        if city is None or inside[at] or int(candidates.country[at]) not in lands:
            continue
        if (_away(candidates, at, cities) < _NEAR_KM).any():
            continue
        here = candidates.slice_of(int(candidates.group[at]))
        pairs += [
            (k, city)
            for k in range(here.start, here.stop)
            if int(candidates.country[k]) in lands and candidates.precision[k] <= CITY
        ]
    return pairs


def _best(candidates: PlaceCandidates, scores: np.ndarray) -> np.ndarray:
    """The best candidate of each name that has any, int64."""
    return np.array(
        [
            here.start + int(np.argmax(scores[here]))
            for number in range(len(candidates.groups))
            if (here := candidates.slice_of(number)).stop > here.start
        ],
        dtype=np.int64,
    )


def _away(candidates: PlaceCandidates, at: int, others: Sequence[int] | np.ndarray) -> np.ndarray:
    """How far others lie from a place, in kilometres, float64."""
    return np.asarray(
        great_circle_km(
            candidates.latitude[at],
            candidates.longitude[at],
            candidates.latitude[others],
            candidates.longitude[others],
        )
    )


def _capital(candidates: PlaceCandidates, at: int) -> int | None:
    """The great capital abroad that a hamlet, or a town of another main name, is called after.

    Any capital is rather meant than a town that has its name for a nickname: Portland, Oregon, is
    called Bridgetown.
    """
    number = int(candidates.group[at])
    here, surface = candidates.slice_of(number), normalise(candidates.groups[number].surface)
    if candidates.precision[at] > CITY or candidates.groups[number].kind == "settlement":
        return None
    name = candidates.own_name(at)
    if candidates.people[at] > _HAMLET and surface in name:
        return None
    nickname = candidates.quality[at] == ALTERNATE and not candidates.sounds_like(at, surface)
    least = 0.0 if nickname else _GREAT_CAPITAL
    for other in range(here.start, here.stop):
        if (
            candidates.quality[other] <= MAIN_NAME
            and candidates.people[other] >= least
            and candidates.country[other] != candidates.country[at]
            and candidates.feature(other) == _CAPITAL
        ):
            return other
    return None


def _namesake(
    candidates: PlaceCandidates, at: int, least: float = _GREAT, greater: float = _LESS
) -> int | None:
    """The greatest town abroad that goes by the same name, if it is so much greater."""
    if candidates.precision[at] > CITY:
        return None
    here = candidates.slice_of(int(candidates.group[at]))
    fits = (candidates.precision[here] == CITY) & (candidates.quality[here] <= MAIN_NAME)
    fits &= candidates.country[here] != candidates.country[at]
    people = np.where(fits, candidates.people[here], 0.0)
    great = int(np.argmax(people))
    if people[great] < max(least, candidates.people[at] + greater):
        return None
    return int(here.start) + great
