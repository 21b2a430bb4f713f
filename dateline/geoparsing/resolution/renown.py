"""Cities named for something known the world over: the Paris Agreement, scholars at Oxford.

It may stand in news of any town, beside the names around it; none of their namesakes is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.gazetteer.spelling import normalise
from dateline.geoparsing.name_facts import CITY, COUNTRY, MAIN_NAME, NEIGHBOURHOOD
from dateline.geoparsing.resolution.candidates import PlaceCandidates

__all__ = ["renowned"]

_SOME_SIZE: Final = 4.5  # decimal logarithm of the people it weighs as
_FACILITY: Final = 4  # the quality of a town that is found in a university's name

_UNIVERSITIES: Final = {
    **dict.fromkeys(("oxford", "cambridge", "durham", "warwick"), ("GB", "England")),
    "st andrews": ("GB", "Scotland"),
    "harvard": ("US", "Massachusetts"),
    "princeton": ("US", "New Jersey"),
    "stanford": ("US", "California"),
    "yale": ("US", "Connecticut"),
    "cornell": ("US", "New York"),
}
"""Universities that go by the bare name of a town which many others share, and where they are."""
_UNIVERSITY: Final = re.compile(r"(?:university of )?(.+?)(?: university)?")


def renowned(candidates: PlaceCandidates) -> Iterator[tuple[int, int]]:
    """Pairs of a place and the city that is meant in the name of a pact or of a university.

    Args:
        candidates: Of one article.

    Yields:
        Who yields, and to whom.
    """
    scholarly = {m for g in candidates.groups if g.scholarly for m in (*g.members, *g.listed)}
    for number, group in enumerate(candidates.groups):
        here = candidates.slice_of(number)
        meant = None
        if group.pact:
            meant = _greatest(candidates, here)
        elif made := _UNIVERSITY.fullmatch(normalise(group.surface)):
            whole = made[1] != normalise(group.surface)
            if whole or not scholarly.isdisjoint(group.members):
                meant = _seat(candidates, here, made[1])
        if meant is not None:
            yield from ((k, meant) for k in range(here.start, here.stop) if k != meant)


def _greatest(candidates: PlaceCandidates, here: slice) -> int | None:
    """The greatest city that goes by a name, if it is of some size and the name no country's."""
    named = [k for k in range(here.start, here.stop) if candidates.quality[k] <= MAIN_NAME]
    if any(candidates.precision[k] == COUNTRY for k in named):
        return None
    cities = [
        k
        for k in named
        if candidates.precision[k] == CITY and candidates.prominence[k] >= _SOME_SIZE
    ]
    return max(cities, key=lambda k: float(candidates.prominence[k]), default=None)


def _seat(candidates: PlaceCandidates, here: slice, name: str) -> int | None:
    if name not in _UNIVERSITIES:
        return None
    gazetteer = candidates.book.gazetteer
    for k in range(here.start, here.stop):
        if candidates.quality[k] <= _FACILITY and (
            NEIGHBOURHOOD <= candidates.precision[k] <= CITY
        ):
            place = gazetteer.place(int(candidates.row[k]))
            if (place.country_code, place.admin1) == _UNIVERSITIES[name]:
                return k
    return None
