"""The one place an article is about.

Every place gathers the weight of its mentions: their roles, the headline, nearness to the
beginning; repetition counts ever less. A place also hears a share of what lies in the same province
and the same country. A province or country that wins hands the focus down to a place inside it
that the story's events are laid in. Without an event anything else stands in, the dateline first;
there is no focus only where no place is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dateline.findings import Mention
from dateline.gazetteer.place import Place

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["find_focus"]

_ROLE_WEIGHT: Final = {
    "event": 1.0,
    "background": 0.4,
    "setting": 0.2,
    "dateline": 0.25,
    "actor": 0.1,
    "name": 0.08,
    "demonym": 0.04,
    "comparison": 0.01,
}
_PRECISION_WEIGHT: Final = {
    "feature": 0.7,
    "neighbourhood": 0.7,
    "city": 1.0,
    "district": 1.0,
    "region": 0.8,
    "country": 0.06,
}
"""A town tells more about where a story is than the country it lies in."""
_HEADLINE: Final = 3.0
_LEAD: Final = 1.2
_LEAD_LENGTH: Final = 260
"""Code points after the headline that count as the lead paragraph."""
_LONGEST_HEADLINE: Final = 250
_REPETITION: Final = 0.3
"""The n-th mention of a place counts n to the power of minus this."""
_SAME_PROVINCE: Final = 0.3
_SAME_COUNTRY: Final = 0.25
_HANDED_DOWN: Final = 0.25
"""Share of a province's own weight that a place inside it must have to take the focus."""


def find_focus(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Place | None:
    """Choose the place an article is about.

    Args:
        text: The article: title, blank line, body.
        mentions: Its mentions in text order, with roles and places.
        gazetteer: Where the places come from; it knows which lies in which.

    Returns:
        The focus, or None where no mention has a place.
    """
    places: dict[str, Place] = {}
    for mention in mentions:
        if mention.place is not None:
            places.setdefault(mention.place.gazetteer_id, mention.place)
    if not places:
        return None
    weight = _weights(text, mentions)
    province: dict[tuple[str, str], float] = defaultdict(float)
    country: dict[str, float] = defaultdict(float)
    for identifier, place in places.items():
        country[place.country_code] += weight[identifier]
        if place.precision != "country":
            province[_province(place)] += weight[identifier]

    def score(identifier: str) -> float:
        place, own = places[identifier], weight[identifier]
        around = own + _SAME_COUNTRY * country[place.country_code]
        if place.precision != "country":
            around += _SAME_PROVINCE * (province[_province(place)] - own)
        return around * _PRECISION_WEIGHT[place.precision]

    best = max(places, key=score)  # of equals the one named first
    return _handed_down(places, weight, best, gazetteer)


def _weights(text: str, mentions: Sequence[Mention]) -> Mapping[str, float]:
    headline = text.find("\n\n")
    if not 0 <= headline <= _LONGEST_HEADLINE:
        headline = -1
    body = max(headline, 0)
    length = max(len(text) - body, 1)
    lead = headline + 2 + _LEAD_LENGTH if headline >= 0 else _LEAD_LENGTH // 2
    weight: dict[str, float] = defaultdict(float)
    times: dict[str, int] = defaultdict(int)
    for mention in mentions:
        if mention.place is None:
            continue
        if mention.start < headline:
            position = _HEADLINE
        elif mention.start < lead:
            position = _LEAD
        else:
            position = 1 - (mention.start - body) / length
        identifier = mention.place.gazetteer_id
        times[identifier] += 1
        weight[identifier] += (
            _ROLE_WEIGHT[mention.role or "background"] * position * times[identifier] ** -_REPETITION
        )
    return weight


def _province(place: Place) -> tuple[str, str]:
    return place.country_code, place.admin1 or place.gazetteer_id


def _handed_down(
    places: Mapping[str, Place], weight: Mapping[str, float], best: str, gazetteer: Gazetteer
) -> Place:
    """The heaviest place inside a province or country that wins, if it weighs enough."""
    outer = places[best]
    whole = gazetteer.row(best)
    if outer.precision not in ("region", "country", "district") or whole is None:
        return outer
    inner = [
        identifier
        for identifier, place in places.items()
        if identifier != best
        and place.precision in ("city", "neighbourhood", "feature")
        and weight[identifier] >= _HANDED_DOWN * weight[best]
        and (row := gazetteer.row(identifier)) is not None
        and gazetteer.lies_in(row, whole)
    ]
    return places[max(inner, key=lambda identifier: weight[identifier])] if inner else outer
