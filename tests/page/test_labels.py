"""What places are called where a reader has to choose one, and filters that are on."""

from __future__ import annotations

from typing import Any

import pytest

from components.pages.labels import candidate_label, filters_on
from dateline.query import Query, Values
from dateline.query.wording import in_words
from tests.corpora import small_corpus


@pytest.mark.parametrize(
    ("name", "province", "country", "label"),
    [
        ("Tripoli", "Liban-Nord", "LB", "Tripoli, Liban-Nord, Lebanon"),
        ("Tripoli", "Tripoli", "LY", "Tripoli, Libya"),
        ("Lebanon", "", "LB", "Lebanon"),
        ("Mediterranean Sea", None, "", "Mediterranean Sea"),
    ],
)
def test_a_candidate_is_told_from_its_namesakes_and_nothing_is_said_twice(
    name: str, province: str | None, country: str, label: str
) -> None:
    assert candidate_label({"name": name, "admin1": province, "country_code": country}) == label


SQUARE = ((36.0, 36.0), (38.0, 36.0), (38.0, 37.0))
ALEPPO = Values(("geonames:170063",))


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ({"words": "last buses"}, ["“last buses”"]),
        ({"words": 'snow "last buses"'}, ['words: snow "last buses"']),
        ({"areas": (SQUARE,)}, ["within the drawn area"]),
        ({"places": ALEPPO, "areas": (SQUARE,)}, ["place: Aleppo", "or within the drawn area"]),
        (
            {"areas": (SQUARE,), "near": ("geonames:170063", 25.0)},
            ["within the drawn area", "or within 25 km of Aleppo"],
        ),
    ],
)
def test_a_phrase_keeps_its_own_marks_and_what_is_pointed_at_is_joined_by_or(
    asked: dict[str, Any], labels: list[str]
) -> None:
    query = Query(roles=(), **asked)
    assert [one.label for one in filters_on(small_corpus(), query)] == labels


def test_in_a_file_the_corners_of_an_area_are_joined_to_a_place_by_or_too() -> None:
    said = in_words(small_corpus(), Query(roles=(), places=ALEPPO, areas=(SQUARE,)))
    assert said.startswith("place: Aleppo (geonames:170063); or within the area 36.0000 36.0000, ")
