"""What was put right is told so that a reader knows it again."""

from __future__ import annotations

import pytest

from dateline.corrections import NOT_A_PLACE, Correction
from dateline.corrections.listing import becomes
from tests.corpora import PLACES, small_corpus


@pytest.mark.parametrize(
    ("place", "role", "told"),
    [
        (PLACES["tripoli lebanon"].gazetteer_id, "", "Tripoli, Lebanon"),
        ("36.2 37.16 city", "", "city at 36.2, 37.16"),
        ("-0.5 37.16123", "event", "feature at -0.5, 37.16123 · role: event"),
        (NOT_A_PLACE, "", NOT_A_PLACE),
        ("", "actor", "role: actor"),
    ],
)
def test_a_point_of_the_readers_is_told_by_where_it_is(place: str, role: str, told: str) -> None:
    said = Correction("surface", surface="Suva", place=place, role=role)
    assert becomes(said, small_corpus().put_right([said])) == told
