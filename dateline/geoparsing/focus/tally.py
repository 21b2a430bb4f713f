"""How often, where in the article and how surely each of its places is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.findings import ROLES
from dateline.geoparsing.focus.named_places import NamedPlaces
from dateline.geoparsing.focus.outline import Outline

__all__ = ["Tally", "tally_of"]

_EVENT: Final = ROLES.index("event")
_NO_PLACE_OF_ITS_OWN: Final = frozenset(("event", "demonym", "name", "comparison"))
"""Roles in which a headline does not name a place for itself; events are told apart."""


@dataclass(frozen=True)
class Tally:
    """Mentions by place, each of shape (places,); `times` is (places, roles).

    Attributes:
        times: How often the place is named in each role.
        in_headline, in_lead, in_paragraph: Whether an event is laid there in that part; in the
            first paragraph, below the lead.
        named_in_headline: Whether the headline names it as a place of its own.
        first: Where an event is first laid there below the headline; infinite where none is.
        last: Where it is last named.
        confidence: The highest of its mentions.
        turned: Events laid by a direction, in its east or north of it.
    """

    times: NDArray[np.float64]
    in_headline: NDArray[np.bool_]
    named_in_headline: NDArray[np.bool_]
    in_lead: NDArray[np.bool_]
    in_paragraph: NDArray[np.bool_]
    first: NDArray[np.float64]
    last: NDArray[np.float64]
    confidence: NDArray[np.float64]
    turned: NDArray[np.float64]

    @property
    def events(self) -> NDArray[np.float64]:
        """How often an event is laid in each place."""
        return self.times[:, _EVENT]


def tally_of(named: NamedPlaces, outline: Outline) -> Tally:
    """Count the mentions of every place.

    Args:
        named: The places, and their mentions.
        outline: Where the article's parts end.
    """
    size = len(named.places)
    times = np.zeros((size, len(ROLES)))
    in_headline, named_in_headline = np.zeros(size, bool), np.zeros(size, bool)
    in_lead, in_paragraph = np.zeros(size, bool), np.zeros(size, bool)
    first, last = np.full(size, np.inf), np.zeros(size)
    turned, confidence = np.zeros(size), np.zeros(size)
    for mention, place in zip(named.mentions, named.at, strict=True):
        times[place, ROLES.index(mention.role or "background")] += 1
        confidence[place] = max(confidence[place], mention.confidence or 0.0)
        start = mention.start
        last[place] = max(last[place], start)
        if start < outline.headline and mention.role not in _NO_PLACE_OF_ITS_OWN:
            named_in_headline[place] = True
        if mention.role != "event":
            continue
        turned[place] += bool(mention.direction)
        if start < outline.headline:
            in_headline[place] = True
        if start >= outline.body:
            first[place] = min(first[place], start)
            if start < outline.lead:
                in_lead[place] = True
            elif start < outline.paragraph:
                in_paragraph[place] = True
    return Tally(
        times=times,
        in_headline=in_headline,
        named_in_headline=named_in_headline,
        in_lead=in_lead,
        in_paragraph=in_paragraph,
        first=first,
        last=last,
        confidence=confidence,
        turned=turned,
    )
