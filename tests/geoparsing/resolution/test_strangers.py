"""A hamlet far from all that an article names is not meant because the gazetteer lacks another."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dateline.findings import Mention
from dateline.geoparsing.name_facts import CITY
from dateline.geoparsing.resolution.features import SECOND_ROUND
from dateline.geoparsing.resolution.strangers import is_a_stranger

Read = Callable[[str], tuple[Mention, ...]]


def country(mentions: tuple[Mention, ...], surface: str) -> str | None:
    found = next(mention for mention in mentions if mention.surface == surface)
    return found.place.country_code if found.place else None


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (  # the only Yarakh of the gazetteer lies in Yemen
            "They left from Yarakh, from Bargny, then from Casamance. Some went to Dakar, Mbour "
            "and Kayar. A family of Saint-Louis came too.",
            "Yarakh",
            None,
        ),
        (
            "They left from Yarakh, in Yemen, from Bargny, then from Casamance. Some went to "
            "Dakar, Mbour and Kayar. A family of Saint-Louis came too.",
            "Yarakh",
            "YE",
        ),
        (  # of some size, or sure
            "Boats left Bargny, Dakar, Mbour and Kayar, and a clerk in Brussels wrote it down.",
            "Brussels",
            "BE",
        ),
    ],
)
def test_what_nothing_speaks_for_is_unplaced(
    mentions: Read, text: str, name: str, code: str | None
) -> None:
    assert country(mentions(text), name) == code


def row(**values: float) -> np.ndarray:
    own = {"precision": CITY, "population": 2.0, "names": 9.0, "nearest_km": 3.6, **values}
    return np.array([own.get(name, 0.0) for name in SECOND_ROUND])


@pytest.mark.parametrize(
    ("values", "confidence", "stranger"),
    [
        ({}, 0.3, True),
        ({}, 0.7, False),
        ({"population": 5.1}, 0.3, False),
        ({"country_pull": 0.1}, 0.3, False),
        ({"in_country": 1.0}, 0.3, False),
        ({"nearest_km": 2.5}, 0.3, False),
        ({"names": 3.0}, 0.3, False),  # nothing tells where the article plays
        ({"precision": 0.0}, 0.3, False),  # a sea lies far from all
    ],
)
def test_a_stranger_is_small_far_and_doubtful(
    values: dict[str, float], confidence: float, stranger: bool
) -> None:
    assert is_a_stranger(row(**values), confidence) == stranger
