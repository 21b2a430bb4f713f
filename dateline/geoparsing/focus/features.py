"""What the choice of an article's focus looks at, for every place that the article names.

How often a place is named in which role; whether headline, lead and first paragraph lay an event
there; how large it is; and how much of the article's events lies in it, around it, in its province
and in its country. A mention that only says where a finer place lies ("Tafas, a town in Daraa
province") is told from one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.distance import great_circle_km
from dateline.findings import ROLES, Mention
from dateline.gazetteer.place import PRECISIONS, Place
from dateline.geoparsing.headline import LONGEST_HEADLINE, headline_end

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["FOCUS_FEATURES", "focus_features"]

_SHORTEST_SENTENCE: Final = 40
"""Code points after which a full stop is taken to end the lead's sentence: not one of a dateline
or of an initial."""
_LONGEST_LEAD: Final = 350
_LONGEST_PARAGRAPH: Final = 600
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’)]?\s")
_NEAR_KM: Final = 60.0
_ADJOINING: Final = 60
"""Code points between a place and the name of the larger one that only locates it."""
_EVENT: Final = ROLES.index("event")
_NO_PLACE_OF_ITS_OWN: Final = frozenset(("event", "demonym", "name", "comparison"))
_DIVISIONS: Final = tuple(PRECISIONS.index(name) for name in ("district", "region", "country"))

FOCUS_FEATURES: Final = (
    *(f"times {role}" for role in ROLES),
    *(f"is {precision}" for precision in PRECISIONS if precision != "city"),
    "event in headline",
    "named in headline",
    "event in lead",
    "event in first paragraph",
    "first event of body",
    "how early",
    "how late",
    "share of events",
    "events inside",
    "places with events inside",
    "finer place on top",
    "headline names whole",
    "lead names whole",
    "events in province",
    "events nearby",
    "events in country",
    "finer namesake",
    "coarser namesake",
    "country of dateline",
    "only locates",
    "confidence",
    "times with a direction",
)
"""Columns of `focus_features`. Counts are logarithms of one more, the rest lies in 0..1."""


class _Outline(NamedTuple):
    """Where an article's parts end, in code points; the body begins at `body`."""

    headline: int
    body: int
    lead: int
    paragraph: int


@dataclass(frozen=True)
class _Tally:
    """Mentions by place: counts and flags, each of shape (places,); `times` is (places, 8).

    `first` is where an event is first laid there below the headline, `last` where it is last named;
    `turned` counts events laid by a direction, in its east or north of it.
    """

    times: NDArray[np.float64]
    flags: dict[str, NDArray[np.bool_]]
    first: NDArray[np.float64]
    last: NDArray[np.float64]
    turned: NDArray[np.float64]
    confidence: NDArray[np.float64]


def focus_features(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[list[Place], NDArray[np.float64]]:
    """Describe every place that an article names.

    Args:
        text: The article: title, blank line, body.
        mentions: Its mentions in text order, with roles and places.
        gazetteer: Where the places come from; it knows which lies in which.

    Returns:
        The places in the order of their first mention, and float64 of shape
        (places, `FOCUS_FEATURES`).
    """
    placed = [(m, m.place) for m in mentions if m.place is not None]
    places = list({place.gazetteer_id: place for _, place in placed}.values())
    if not places:
        return [], np.empty((0, len(FOCUS_FEATURES)))
    number = {place.gazetteer_id: at for at, place in enumerate(places)}
    at = [number[place.gazetteer_id] for _, place in placed]
    named = [mention for mention, _ in placed]
    outline = _outline(text)
    tally = _tally(named, at, len(places), outline)
    rows = np.array([gazetteer.row(place.gazetteer_id) for place in places])
    precision = np.array([PRECISIONS.index(place.precision) for place in places])
    inside = _inside(rows, precision, gazetteer)
    events = tally.times[:, _EVENT]
    share = events / max(events.sum(), 1.0)
    one_country, one_province, near = _around(places, rows, inside, gazetteer)
    finer, coarser = _namesakes(places, named, at, inside)
    flags, whole = tally.flags, inside.astype(float)
    top = flags["headline"] | flags["lead"]
    filed = np.array([m.role == "dateline" for m in named])
    countries = {places[place].country_code for place, is_filed in zip(at, filed, strict=True)
                 if is_filed}  # fmt: skip
    length = max(len(text) - outline.body, 1)
    columns = [
        *np.log1p(tally.times).T,
        *(precision == PRECISIONS.index(name) for name in PRECISIONS if name != "city"),
        flags["headline"],
        flags["named in headline"] & ~flags["headline"],
        flags["lead"],
        flags["paragraph"],
        tally.first == tally.first.min() if np.isfinite(tally.first).any() else np.zeros(len(rows)),
        np.maximum(1 - (tally.first - outline.body) / length, 0.0),
        np.maximum((tally.last - outline.body) / length, 0.0),
        share,
        whole.T @ share,
        np.log1p(whole.T @ (events > 0)),
        whole.T @ (top & (precision != PRECISIONS.index("country"))) > 0,
        whole @ flags["headline"] > 0,
        whole @ flags["lead"] > 0,
        one_province @ share,
        near @ share,
        one_country @ share,
        finer,
        coarser,
        [place.country_code in countries for place in places],
        _locating(named, at, inside) / np.maximum(events, 1.0),
        tally.confidence,
        np.log1p(tally.turned),
    ]
    return places, np.column_stack([np.asarray(column, float) for column in columns])


def _outline(text: str) -> _Outline:
    headline, body = headline_end(text), 0
    if headline >= 0:
        body = headline + 2
    else:
        stop = _SENTENCE_END.search(text, 0, LONGEST_HEADLINE)
        headline = stop.start() + 1 if stop else LONGEST_HEADLINE // 2
    stop = _SENTENCE_END.search(text, body + _SHORTEST_SENTENCE)
    lead = min(stop.end() if stop else len(text), body + _LONGEST_LEAD)
    line = text.find("\n", body + 1)
    paragraph = min(line if line > 0 else len(text), body + _LONGEST_PARAGRAPH)
    return _Outline(headline, body, lead, max(lead, paragraph))


def _tally(mentions: Sequence[Mention], at: Sequence[int], size: int, outline: _Outline) -> _Tally:
    times = np.zeros((size, len(ROLES)))
    names = ("headline", "named in headline", "lead", "paragraph")
    flags = {name: np.zeros(size, bool) for name in names}
    first, last = np.full(size, np.inf), np.zeros(size)
    turned, confidence = np.zeros(size), np.zeros(size)
    for mention, place in zip(mentions, at, strict=True):
        times[place, ROLES.index(mention.role or "background")] += 1
        confidence[place] = max(confidence[place], mention.confidence or 0.0)
        start = mention.start
        last[place] = max(last[place], start)
        if start < outline.headline and mention.role not in _NO_PLACE_OF_ITS_OWN:
            flags["named in headline"][place] = True
        if mention.role != "event":
            continue
        turned[place] += bool(mention.direction)
        if start < outline.headline:
            flags["headline"][place] = True
        if start >= outline.body:
            first[place] = min(first[place], start)
            if start < outline.lead:
                flags["lead"][place] = True
            elif start < outline.paragraph:
                flags["paragraph"][place] = True
    return _Tally(times, flags, first, last, turned, confidence)


def _inside(
    rows: NDArray[np.int64], precision: NDArray[np.int64], gazetteer: Gazetteer
) -> NDArray[np.bool_]:
    """Whether the place of the row lies in that of the column: a district, region or country."""
    country, whole = gazetteer.country[rows], rows[None, :]
    divided = (gazetteer.admin1[rows][:, None] == whole) | (
        gazetteer.admin2[rows][:, None] == whole
    )
    of_country = country[:, None] == country[None, :]
    inside = np.where(precision[None, :] == PRECISIONS.index("country"), of_country, divided)
    inside &= np.isin(precision, _DIVISIONS)[None, :]
    np.fill_diagonal(inside, False)
    return np.asarray(inside, bool)


def _around(
    places: Sequence[Place],
    rows: NDArray[np.int64],
    inside: NDArray[np.bool_],
    gazetteer: Gazetteer,
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which places lie in the same country, the same province, and near by; each in its own."""
    small = np.array([place.precision != "country" for place in places])
    both_small = small[:, None] & small[None, :]
    country = gazetteer.country[rows]
    one_country = country[:, None] == country[None, :]
    province = np.array([place.admin1 for place in places])
    one_province = one_country & both_small & (province[:, None] == province[None, :]) & ~inside.T
    latitude, longitude = gazetteer.latitude[rows], gazetteer.longitude[rows]
    distance = great_circle_km(
        latitude[:, None], longitude[:, None], latitude[None, :], longitude[None, :]
    )
    near = both_small & (distance < _NEAR_KM)
    return one_country, one_province, near


def _namesakes(
    places: Sequence[Place],
    mentions: Sequence[Mention],
    at: Sequence[int],
    inside: NDArray[np.bool_],
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which places have a place of the same name inside them, and around them: Idlib in Idlib."""
    surfaces: list[set[str]] = [set() for _ in places]
    for mention, place in zip(mentions, at, strict=True):
        surfaces[place].add(mention.surface.casefold())
    finer, coarser = np.zeros(len(places), bool), np.zeros(len(places), bool)
    for inner, outer in np.argwhere(inside):
        name = places[inner].name.split(" ")[0].casefold()
        if surfaces[inner] & surfaces[outer] or places[outer].name.casefold().startswith(name):
            finer[outer] = coarser[inner] = True
    return finer, coarser


def _locating(
    mentions: Sequence[Mention], at: Sequence[int], inside: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """How many of a place's event mentions follow closely on one of a finer place inside it."""
    times = np.zeros(len(inside))
    for number, mention in enumerate(mentions):
        if mention.role != "event":
            continue
        for before in range(number - 1, -1, -1):
            other = mentions[before]
            if mention.start - other.end >= _ADJOINING:
                break
            if other.role == "event" and inside[at[before], at[number]]:
                times[at[number]] += 1
                break
    return times
