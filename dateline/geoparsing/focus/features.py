"""What the choice of an article's focus looks at, for every place that the article names.

How often a place is named in which role; whether headline, lead and first paragraph lay an event
there; how large it is; and how much of the article's events lies in it, around it, in its province
and in its country. A mention that only says where a finer place lies ("Tafas, a town in Daraa
province") is told from one of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dateline.findings import ROLES, Mention
from dateline.gazetteer.place import PRECISIONS, Place
from dateline.geoparsing.focus.named_places import (
    NamedPlaces,
    around,
    locating,
    named_places,
    namesakes,
)
from dateline.geoparsing.focus.outline import Outline, outline_of
from dateline.geoparsing.focus.tally import Tally, tally_of

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["FOCUS_FEATURES", "focus_features"]

_COUNTRY: Final = PRECISIONS.index("country")

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
    named = named_places(mentions, gazetteer)
    if not named.places:
        return [], np.empty((0, len(FOCUS_FEATURES)))
    outline = outline_of(text)
    tally = tally_of(named, outline)
    columns: dict[str, ArrayLike] = {
        **_of_mentions(tally, outline),
        **_of_places(named),
        **_of_what_lies_around(named, tally, gazetteer),
        **_of_names(named, tally),
    }
    return named.places, np.column_stack(
        [np.asarray(columns[name], float) for name in FOCUS_FEATURES]
    )


def _of_mentions(tally: Tally, outline: Outline) -> dict[str, ArrayLike]:
    """How often, where and how surely each place is named."""
    times = np.log1p(tally.times)
    length = max(outline.end - outline.body, 1)
    laid = np.isfinite(tally.first)
    return {
        **{f"times {role}": times[:, number] for number, role in enumerate(ROLES)},
        "event in headline": tally.in_headline,
        "named in headline": tally.named_in_headline & ~tally.in_headline,
        "event in lead": tally.in_lead,
        "event in first paragraph": tally.in_paragraph,
        "first event of body": laid & (tally.first == tally.first.min()),
        "how early": np.maximum(1 - (tally.first - outline.body) / length, 0.0),
        "how late": np.maximum((tally.last - outline.body) / length, 0.0),
        "confidence": tally.confidence,
        "times with a direction": np.log1p(tally.turned),
    }


def _of_places(named: NamedPlaces) -> dict[str, ArrayLike]:
    """How large each place is."""
    return {
        f"is {precision}": named.precision == PRECISIONS.index(precision)
        for precision in PRECISIONS
        if precision != "city"
    }


def _of_what_lies_around(
    named: NamedPlaces, tally: Tally, gazetteer: Gazetteer
) -> dict[str, ArrayLike]:
    """How much of the article's events lies in each place, in what it lies in, and near by."""
    events = tally.events
    share = events / max(events.sum(), 1.0)
    one_country, one_province, near = around(named, gazetteer)
    lies_in = named.inside.astype(float)
    top = tally.in_headline | tally.in_lead
    return {
        "share of events": share,
        "events inside": lies_in.T @ share,
        "places with events inside": np.log1p(lies_in.T @ (events > 0)),
        "finer place on top": lies_in.T @ (top & (named.precision != _COUNTRY)) > 0,
        "headline names whole": lies_in @ tally.in_headline > 0,
        "lead names whole": lies_in @ tally.in_lead > 0,
        "events in province": one_province @ share,
        "events nearby": near @ share,
        "events in country": one_country @ share,
    }


def _of_names(named: NamedPlaces, tally: Tally) -> dict[str, ArrayLike]:
    """What the names of the article's other places tell of each."""
    finer, coarser = namesakes(named)
    filed_from = {
        named.places[place].country_code
        for mention, place in zip(named.mentions, named.at, strict=True)
        if mention.role == "dateline"
    }
    return {
        "finer namesake": finer,
        "coarser namesake": coarser,
        "country of dateline": [place.country_code in filed_from for place in named.places],
        "only locates": locating(named) / np.maximum(tally.events, 1.0),
    }
