"""Where the text says near what a place lies, its namesake there is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from tests.geoparsing.resolution.bracketed import groups

Read = Callable[[str], tuple[Mention, ...]]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("He had land in [San Francisco], below [Ayna].", ("Ayna",)),
        ("Men left [Sake], just outside\t[Goma].", ("Goma",)),
        ("He had land in [San Francisco], and [Ayna] was far.", ()),
        ("Near [Ayna] lies [San Francisco].", ()),
    ],
)
def test_a_name_is_near_what_follows_at_once(text: str, near: tuple[str, ...]) -> None:
    assert groups(text)[0].near == near


def test_the_namesake_beside_it_is_meant(mentions: Read) -> None:
    found = mentions("My uncle had land in San Francisco, below Ayna. A boat went to Pichari.")
    assert next(m.place.admin1 for m in found if m.surface == "San Francisco" and m.place) == (
        "Ayacucho"
    )


def test_a_name_that_many_places_bear_says_nothing(mentions: Read) -> None:
    found = mentions("Smoke rose over Athens, near Riverside, where men from Piraeus had camped.")
    assert next(m.place.country_code for m in found if m.surface == "Athens" and m.place) == "GR"


def test_a_place_far_from_what_it_is_said_to_be_near_is_not_meant(mentions: Read) -> None:
    found = mentions("The planes fly from Marka, near Amman, and land in Zarqa.")
    assert not [m.place for m in found if m.surface == "Marka" and m.place]
    found = mentions("The boats sail from Marka, near Mogadishu, and land in Brava.")
    assert next(m.place.country_code for m in found if m.surface == "Marka" and m.place) == "SO"


def test_a_land_near_a_town_stays_where_it_is(mentions: Read) -> None:
    found = mentions("The convoy left Russia, near Belgorod, at dawn.")
    assert next(m.place.country_code for m in found if m.surface == "Russia" and m.place) == "RU"


def test_a_namesake_of_another_context_does_not_unplace_it(mentions: Read) -> None:
    found = mentions("He lives in Hyderabad, near Kotri. Others are from Hyderabad, India.")
    assert [m.place and m.place.country_code for m in found if m.surface == "Hyderabad"] == [
        "PK",
        "IN",
    ]
