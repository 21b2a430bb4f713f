"""Towns that lie in the region which opens their clause: Kagara, of "In Niger State, ... Kagara".

What the clause names lies in that region, where a place of the name does, though hamlets of the
name lie near the article's other places.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import CITY, MAIN_NAME, REGION
from dateline.geoparsing.resolution.candidates import PlaceCandidates

__all__ = ["framed"]

_LESS: Final = 1.0  # decimal logarithm: a tenth of the people


def framed(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of a town and its namesake in the region that opens the clause: (who yields, to whom).

    A town ten times as great is meant for all that: "In Texas, a man from Paris".

    Args:
        candidates: Of one article.
    """
    pairs: list[tuple[int, int]] = []
    for number, group in enumerate(candidates.groups):
        if group.containers or not group.frames:
            continue
        here = candidates.slice_of(number)
        wholes = [_regions(candidates, name) for name in group.frames]
        inside = [
            k
            for k in range(here.start, here.stop)
            if candidates.quality[k] <= MAIN_NAME
            and candidates.precision[k] <= CITY
            and any((candidates.admin1[k] == rows).any() for rows in wholes)
        ]
        if inside:
            meant = max(inside, key=lambda k: float(candidates.prominence[k]))
            most = candidates.prominence[meant] + _LESS
            pairs += [
                (k, meant)
                for k in range(here.start, here.stop)
                if k not in inside
                and candidates.precision[k] <= CITY
                and candidates.prominence[k] <= most
            ]
    return pairs


def _regions(candidates: PlaceCandidates, name: str) -> np.ndarray:
    """Rows of the regions that go by a name, int32."""
    fact, gazetteer = candidates.book[name], candidates.book.gazetteer
    fits = (fact.qualities <= MAIN_NAME) & (gazetteer.precision[fact.rows] == REGION)
    return np.asarray(fact.rows[fits])
