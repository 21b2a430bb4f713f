"""What the other names of an article say for a candidate: their countries, divisions, distances.

Every distinct name has one vote, shared among its candidates; a candidate hears the votes of the
other names only. The vote of a name that may be none of a place counts as much as it is likely one.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from dateline.distance import great_circle_km
from dateline.geoparsing.name_facts import COUNTRY, REGION
from dateline.geoparsing.resolution.candidates import PlaceCandidates

__all__ = ["early_votes", "listed", "named", "neighbour_share", "pulls", "share_of", "votes_of"]

_FAR_KM: Final = 20_000.0
_REACHES_KM: Final = (30.0, 150.0, 600.0)
_HEARD: Final = 0.2  # votes below it pull nowhere
_SURE: Final = 0.4  # votes above it are a place whose distance counts
_BY_SPELLING: Final = 3
_SORT_BITS: Final = 3
_CODE: Final = (1 << 32) - 1
_AT_ONCE: Final = 2_000_000
"""Distances held in memory at once."""


def early_votes(candidates: PlaceCandidates) -> np.ndarray:
    """Votes before anything is ranked: by prominence; a country's own name takes it all."""
    weight = candidates.prominence * np.where(candidates.quality >= _BY_SPELLING, 0.5, 1.0)
    country = (candidates.precision == COUNTRY) & (candidates.quality <= _BY_SPELLING)
    has = _by_name(candidates, country.astype(float)) > 0
    weight = np.where(has, country.astype(float), weight)
    return votes_of(candidates, weight)


def votes_of(candidates: PlaceCandidates, shares: np.ndarray) -> np.ndarray:
    """Votes from shares within each group, which may be several of one name."""
    whole = np.maximum(_by_name(candidates, shares), 1e-9)
    return np.asarray(shares / whole * candidates.certainty)


def _by_name(candidates: PlaceCandidates, weights: np.ndarray) -> np.ndarray:
    return np.asarray(np.bincount(candidates.name, weights=weights)[candidates.name])


def share_of(candidates: PlaceCandidates, votes: np.ndarray, code: np.ndarray) -> np.ndarray:
    """Part of the other names' votes that goes to each candidate's country or division.

    Args:
        candidates: Of one article.
        votes: From `early_votes` or `votes_of`.
        code: Country or division of each candidate, -1 for none.
    """
    _, dense = np.unique(code, return_inverse=True)
    # Names times codes would be gigabytes for a book: only the pairs that occur are summed.
    pairs, pair = np.unique(candidates.name << 32 | dense, return_inverse=True)
    own = np.bincount(pair, weights=votes / candidates.repeats)
    others = np.bincount(pairs & _CODE, weights=own)[dense] - own[pair]
    speaking = np.maximum(1.0, candidates.names - candidates.certainty)
    return np.where(code < 0, 0.0, others / speaking)


def neighbour_share(candidates: PlaceCandidates, votes: np.ndarray) -> np.ndarray:
    """Part of all votes that goes to countries bordering each candidate's."""
    gazetteer = candidates.book.gazetteer
    own = candidates.country >= 0
    weight = np.bincount(
        candidates.country[own],
        weights=(votes / candidates.repeats)[own],
        minlength=len(gazetteer.countries),
    )
    heard = {gazetteer.countries[c]: float(weight[c]) for c in np.flatnonzero(weight)}
    near = {
        int(code): sum(heard.get(n, 0.0) for n in gazetteer.neighbours(gazetteer.countries[code]))
        for code in np.unique(candidates.country[own])
    }
    shares = np.array([near.get(int(code), 0.0) for code in candidates.country])
    return shares / max(1.0, candidates.names)


def named(candidates: PlaceCandidates) -> tuple[np.ndarray, np.ndarray]:
    """Whether another name may be each candidate's country, and its first-order division."""
    own = (candidates.quality <= 1) | (candidates.quality == _BY_SPELLING)
    found = []
    for sort, code in ((COUNTRY, candidates.country), (REGION, candidates.admin1)):
        said = own & (candidates.precision == sort) & (code >= 0)
        names: dict[int, set[int]] = {}
        for one, name in zip(code[said].tolist(), candidates.name[said].tolist(), strict=True):
            names.setdefault(one, set()).add(name)
        found.append(
            np.array(
                [
                    float(len(naming := names.get(one, ())) > (name in naming))
                    for one, name in zip(code.tolist(), candidates.name.tolist(), strict=True)
                ]
            )
        )
    return found[0], found[1]


def listed(candidates: PlaceCandidates, votes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the names beside a toponym in a list say of the sort of place that is meant.

    In "Oregon, Washington and Idaho" it is a state, in "Paris, Athens and Rome" a city.

    Args:
        candidates: Of one article.
        votes: From `early_votes` or `votes_of`.

    Returns:
        Part of their votes that goes to places as precise as each candidate, and the part of these
        in its country (of a country, all of them); 0 where the toponym stands in no list.
    """
    sorts, homes = np.zeros(len(candidates)), np.zeros(len(candidates))
    sort = candidates.precision.astype(np.int64)
    home = np.where(sort == COUNTRY, -1, candidates.country << _SORT_BITS | sort)
    whole = votes * candidates.repeats
    group_of = {member: n for n, g in enumerate(candidates.groups) for member in g.members}
    for number, group in enumerate(candidates.groups):
        here = candidates.slice_of(number)
        beside = {group_of[member] for member in group.listed}
        for other in map(candidates.slice_of, beside):
            weight = whole[other] / len(beside)
            sorts[here] += (sort[here, None] == sort[other]) @ weight
            homes[here] += (home[here, None] == home[other]) @ weight
    return sorts, homes


def pulls(candidates: PlaceCandidates, votes: np.ndarray) -> tuple[list[np.ndarray], np.ndarray]:
    """Nearness to the likely places of other names, at three reaches, and the nearest one in km."""
    chosen = np.flatnonzero((votes > _HEARD) & (candidates.precision <= REGION))
    if not len(chosen):
        return [np.zeros(len(candidates))] * len(_REACHES_KM), np.full(len(candidates), _FAR_KM)
    step = max(1, _AT_ONCE // len(chosen))
    first, sense = candidates.senses  # what a name means hears the same in every context
    parts = [
        _pulls(candidates, votes, first[at : at + step], chosen)
        for at in range(0, len(first), step)
    ]
    *nearness, nearest = np.concatenate(parts, axis=1)[:, sense]
    return nearness, nearest


def _pulls(
    candidates: PlaceCandidates, votes: np.ndarray, heard: np.ndarray, chosen: np.ndarray
) -> np.ndarray:
    """Nearness of some candidates at each reach, and the nearest place: (reaches + 1, heard)."""
    away = great_circle_km(
        candidates.latitude[heard, None],
        candidates.longitude[heard, None],
        candidates.latitude[None, chosen],
        candidates.longitude[None, chosen],
    )
    other = candidates.name[heard, None] != candidates.name[None, chosen]
    weight = np.where(other, (votes / candidates.repeats)[None, chosen], 0.0)
    whole = np.sqrt(1.0 + weight.sum(axis=1))
    nearness = [(np.exp(-away / reach) * weight).sum(axis=1) / whole for reach in _REACHES_KM]
    nearest = np.where(other & (votes[None, chosen] > _SURE), away, _FAR_KM).min(axis=1)
    return np.stack([*nearness, nearest])
