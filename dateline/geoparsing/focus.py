"""The one place an article is about.

Every place gathers the weight of its mentions: their roles, the headline, nearness to the
beginning. A province or country also hears the places inside it, and hands the focus down when one
of them carries most of what it holds. Without an event or anything else the dateline stands in;
there is no focus only where no place is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline.findings import Mention
from dateline.gazetteer.place import Place

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["find_focus"]

_ROLE_WEIGHT: Final = {
    "event": 1.0,
    "setting": 0.2,
    "dateline": 0.25,
    "actor": 0.08,
    "demonym": 0.04,
    "name": 0.04,
    "comparison": 0.01,
    "background": 0.05,
}
_PRECISION_WEIGHT: Final = {
    "feature": 0.8,
    "neighbourhood": 0.8,
    "city": 1.0,
    "district": 0.9,
    "region": 0.75,
    "country": 0.25,
}
"""A town tells more about where a story is than the country it lies in."""
_HEADLINE: Final = 3.0
_FIRST: Final = 1.5
_INSIDE: Final = 0.5
"""Share of a place's weight that is heard one level above it, for the choice between levels."""


def find_focus(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Place | None:
    """Choose the place an article is about.

    Args:
        text: The article: title, blank line, body.
        mentions: Its mentions, with roles and places.
        gazetteer: Kept for places that no mention names.

    Returns:
        The focus, or None where no mention has a place.
    """
    places: dict[str, Place] = {}
    weight: dict[str, float] = defaultdict(float)
    headline = text.find("\n\n")
    length = max(len(text) - max(headline, 0), 1)
    for mention in mentions:
        place = mention.place
        if place is None:
            continue
        places.setdefault(place.gazetteer_id, place)
        if mention.start < headline:
            where = _HEADLINE
        else:
            where = 0.5 + _FIRST * (1 - (mention.start - max(headline, 0)) / length)
        weight[place.gazetteer_id] += _ROLE_WEIGHT[mention.role] * where
    if not places:
        return None

    def score(identifier: str) -> float:
        place = places[identifier]
        inner = sum(
            weight[other] for other, one in places.items() if other != identifier and _in(one, place)
        )
        outer = sum(
            weight[other] for other, one in places.items() if other != identifier and _in(place, one)
        )
        total = weight[identifier] + (_INSIDE * inner + 0.2 * outer if weight[identifier] else 0.0)
        return total * _PRECISION_WEIGHT[place.precision]

    order = list(places)
    return places[max(order, key=lambda identifier: (score(identifier), -order.index(identifier)))]


def _in(inner: Place, outer: Place) -> bool:
    """Whether one place lies in another, by their divisions."""
    if inner.country_code != outer.country_code or not outer.country_code:
        return False
    if outer.precision == "country":
        return inner.precision != "country"
    if outer.precision == "region":
        return bool(outer.admin1) and inner.admin1 == outer.admin1 and inner.precision != "region"
    return False
