"""What an article says of where a toponym lies, and a rule on what it need not say."""

from __future__ import annotations

from typing import Final

import numpy as np

from dateline.distance import great_circle_km
from dateline.geoparsing.name_facts import ALTERNATE, BY_SOUND, COUNTRY, DISTRICT, REGION
from dateline.geoparsing.resolution.candidates import PlaceCandidates
from dateline.geoparsing.resolution.containment import is_nested

__all__ = ["contradicted", "marks_inside", "outweighed"]

_LEVELS: Final = (("country", COUNTRY), ("admin1", REGION), ("admin2", DISTRICT))
_NEAR_TOWN_KM: Final = 150.0
_CONTAINERS: Final = 25  # candidates of a container that are looked at
_OUTWEIGHED_BY: Final = 2.5  # decimal logarithm: some 300 times the people


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
    rows = facts.rows[(facts.qualities <= ALTERNATE + 1) | (facts.qualities == BY_SOUND)][
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
