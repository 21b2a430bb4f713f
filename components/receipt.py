"""The receipt of a mention: why it is where it is, so that a reader can check it."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from urllib.parse import quote

import pandas as pd

from dateline.figures.candidates_map import CandidatesMap, candidates_map
from dateline.passages import sentence_around
from dateline.query.wording import ROLE_MEANINGS

__all__ = ["Candidate", "PutRight", "Receipt", "receipt", "sentence_span"]

_PAGES: Final = {
    "geonames": "https://www.geonames.org/{}",
    "wof": "https://spelunker.whosonfirst.org/id/{}",
    "icao": "https://ourairports.com/airports/{}/",
}
"""Where a gazetteer shows one of its places."""


_LEARNED: Final = re.compile(r"learned[^:]*: (?P<where>.+), p=(?P<sure>[\d.]+)")
"""What `dateline.geoparsing` says of a role that no rule decided."""


class Candidate(NamedTuple):
    """Another place that was considered.

    Attributes:
        place: Its row of PLACES.
        label: Its name with the country.
        score: 0..1.
    """

    place: pd.Series[Any]
    label: str
    score: float


class PutRight(NamedTuple):
    """A correction that decides the mention.

    Attributes:
        said: What it became, for what that holds, and when it was said.
        note: Why, in the words of whoever said it; or empty.
    """

    said: str
    note: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the page says of one mention.

    Attributes:
        heading: The words of the text.
        sentence: The sentence it stands in, as the reading pane takes a paragraph.
        facts: Name and value, in order.
        put_right: The corrections that decide it.
        others: Other places that were considered, with their scores, best first.
        gazetteer: Id of the place, and the page its gazetteer has of it; empty where there is none.
        map: The place and the others, these numbered from 1 as they stand; None without any.
    """

    heading: str
    sentence: list[list[Any]]
    facts: list[tuple[str, str]]
    put_right: list[PutRight]
    others: list[tuple[str, str]]
    gazetteer: tuple[str, str]
    map: CandidatesMap | None


def receipt(
    text: str,
    mention: Mapping[Hashable, Any],
    place: pd.Series[Any] | None,
    runners_up: Sequence[Candidate],
    put_right: Sequence[PutRight] = (),
    *,
    mark: int,
) -> Receipt:
    """Say why a mention is where it is.

    Args:
        text: The text of the article.
        mention: Its row of MENTIONS, with `label` of its place.
        place: Its row of PLACES, or None for *not placed*.
        runners_up: Other places that were considered, best first.
        put_right: The corrections that decide it.
        mark: Position of the mention among the marks of the reading pane.
    """
    start, end = int(mention["start"]), int(mention["end"])
    first, last = sentence_span(text, mention)
    direction = _known(mention["direction"])
    role, rule = _known(mention["role"]), _known(mention["rule"])
    facts = [("place", "not placed")]
    if place is not None:
        inside = [_known(place["admin2"]), _known(place["admin1"])]
        where = ", ".join(part for part in inside if part and part != place["name"])
        sure = "" if math.isnan(mention["confidence"]) else f", {mention['confidence']:.0%} sure"
        facts = [
            ("place", mention["label"] + (f" ({where})" if where else "") + sure),
            ("point", f"{place['precision']} at {_degrees(place)}"),
        ]
    if direction:
        facts.append(("direction", f"“{direction}”; the mark stands at the place itself"))
    if role:
        facts.append(("role", f"{role}: {ROLE_MEANINGS[role]}"))
    if rule:
        facts.append(("because", _because(rule)))
    return Receipt(
        heading=text[start:end],
        sentence=[
            [text[first:start], -1, -1, 0],
            [text[start:end], mark, -1, 0],
            [text[end:last], -1, -1, 0],
        ],
        facts=facts,
        put_right=list(put_right),
        others=[(label, f"{score:.0%}") for _, label, score in runners_up],
        gazetteer=("", "") if place is None else _page(str(place["gazetteer_id"])),
        map=candidates_map(
            [
                (
                    str(one["name"]),
                    float(one["latitude"]),
                    float(one["longitude"]),
                    one["precision"],
                )
                for one in (*([] if place is None else [place]), *(c.place for c in runners_up))
            ],
            numbered_from=1 if place is None else 0,
        ),
    )


def sentence_span(text: str, mention: Mapping[Hashable, Any]) -> tuple[int, int]:
    """Where the sentence of a mention begins and ends, as `dateline.passages.sentence_around` says.

    Args:
        text: The text of the article.
        mention: Its row of MENTIONS.
    """
    return sentence_around(
        text,
        (int(mention["start"]), int(mention["end"])),
        (int(mention["sentence_start"]), int(mention["sentence_end"])),
    )


def _page(gazetteer_id: str) -> tuple[str, str]:
    scheme, _, number = gazetteer_id.partition(":")
    return gazetteer_id, _PAGES.get(scheme, "").format(quote(number))


def _because(rule: str) -> str:
    """What decided, in a reader's words: a model's judgement is no rule, and is said to be one."""
    learned = _LEARNED.fullmatch(rule)
    if not learned:
        return rule
    sure = min(float(learned["sure"]), 0.99)  # a model is never certain
    return f"role judged by a trained model, {sure:.0%} sure; in the sentence: {learned['where']}"


def _known(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _degrees(place: pd.Series[Any]) -> str:
    latitude, longitude = float(place["latitude"]), float(place["longitude"])
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.3f}° {north} {abs(longitude):.3f}° {east}"
