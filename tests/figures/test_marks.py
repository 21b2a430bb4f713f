"""Claims about marks: their form, their size, and which places have one."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.figures.marks import LARGEST_PIXELS, SMALLEST_PIXELS, legend, marks
from tests.figures.counted import counts


@pytest.mark.parametrize(
    ("precision", "form"),
    [
        ("feature", "feature"),
        ("neighbourhood", "town"),
        ("city", "town"),
        ("district", "ring"),
        ("region", "ring"),
        ("country", "country"),
    ],
)
def test_the_form_of_a_mark_shows_how_precise_the_place_is(precision: str, form: str) -> None:
    assert marks(counts({"precision": precision}))["form"].tolist() == [form]


@pytest.mark.parametrize(
    ("role", "form"),
    [
        ("event", "town"),
        ("setting", "town-setting"),
        ("dateline", "dateline"),
        ("actor", "actor"),
        ("comparison", "comparison"),
        ("background", "speck"),
    ],
)
def test_every_role_has_a_form_of_its_own(role: str, form: str) -> None:
    assert marks(counts({"role": role}))["form"].tolist() == [form]


@pytest.mark.parametrize("role", ["demonym", "name"])
def test_nationalities_and_names_have_no_mark(role: str) -> None:
    assert marks(counts({"role": role})).empty


def test_a_corpus_without_roles_has_the_marks_of_events() -> None:
    table = marks(counts({"role": None}))
    assert table["form"].tolist() == ["town"]
    assert table["role"].tolist() == [""]


def test_the_area_of_a_mark_goes_with_the_count() -> None:
    table = marks(counts({"articles": 400}, {"articles": 100}))
    large, small = table["diameter"]
    assert large == LARGEST_PIXELS
    assert (large / small) ** 2 == pytest.approx(4, rel=0.02)


def test_marks_keep_their_size_when_the_largest_of_the_corpus_is_given() -> None:
    whole = marks(counts({"articles": 400}, {"articles": 100}))
    narrowed = marks(counts({"articles": 100}), largest=400)
    assert narrowed["diameter"].tolist() == whole["diameter"].tolist()[1:]


def test_one_article_does_not_fill_the_map() -> None:
    assert marks(counts({}))["diameter"].item() < LARGEST_PIXELS / 2


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=30))
def test_more_articles_never_make_a_smaller_mark(articles: list[int]) -> None:
    table = marks(counts(*({"articles": number} for number in articles)))
    assert table["articles"].is_monotonic_decreasing
    assert (np.diff(table["diameter"]) <= 0).all()
    assert table["diameter"].between(SMALLEST_PIXELS, LARGEST_PIXELS).all()


def test_places_without_coordinates_or_count_are_left_to_the_tray() -> None:
    table = marks(counts({"latitude": math.nan}, {"articles": 0}, {}))
    assert table["gazetteer_id"].tolist() == ["test:2"]


def test_the_legend_holds_what_is_on_the_map_and_says_of_what_the_area_is() -> None:
    table = marks(counts({"role": "event"}, {"role": "setting", "precision": "region"}))
    labels = [entry["label"] for entry in legend(table)]
    assert labels == [
        "setting",
        "town or neighbourhood",
        "province or district",
        "area: articles mentioning",
    ]
