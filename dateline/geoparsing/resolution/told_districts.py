"""Districts that the text says are such: no hamlet abroad is meant by "Kisoro district"."""

from __future__ import annotations

from typing import Final

from dateline.gazetteer.spelling import normalise
from dateline.geoparsing.name_facts import ALTERNATE, CITY, COUNTRY, DISTRICT
from dateline.geoparsing.resolution.candidates import PlaceCandidates

__all__ = ["told_districts"]

_UNCOUNTED: Final = 1.0  # decimal logarithm of the people of a hamlet that nobody counted


def told_districts(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of places of one name: (who yields, to whom).

    Where the text says district or county, a hamlet that nobody counted yields to the district of
    its name in its own land or in another that the article names.

    Args:
        candidates: Of one article.
    """
    named = {int(code) for code in candidates.country[candidates.precision == COUNTRY]}
    pairs: list[tuple[int, int]] = []
    for number, group in enumerate(candidates.groups):
        if group.unit != "county" or group.containers:
            continue
        here = candidates.slice_of(number)
        own = range(here.start, here.stop)
        hamlets = [
            k for k in own if candidates.precision[k] == CITY and candidates.people[k] <= _UNCOUNTED
        ]
        for district in own:
            if candidates.precision[district] == DISTRICT and _is_its_name(
                candidates, district, group.surface
            ):
                lands = {int(candidates.country[district])} & named
                pairs += (
                    (k, district)
                    for k in hamlets
                    if lands or candidates.country[k] == candidates.country[district]
                )
    return pairs


def _is_its_name(candidates: PlaceCandidates, at: int, surface: str) -> bool:
    """Whether a name begins its own: Kisoro District."""
    named = f"{candidates.own_name(at)} ".startswith(f"{normalise(surface)} ")
    return named and bool(candidates.quality[at] <= ALTERNATE)
