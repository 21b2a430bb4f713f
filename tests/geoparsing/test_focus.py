"""The one place an article is about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from dateline.findings import Mention, Role
from dateline.gazetteer.place import Place, Precision
from dateline.geoparsing.focus import find_focus


def place(name: str, precision: Precision, country: str = "SY", admin1: str = "") -> Place:
    return Place(f"own:{name}", name, 35.0, 36.0, country, admin1, "", "PPL", precision, 0)


ALEPPO = place("Aleppo", "city", admin1="Aleppo Governorate")
BAB = place("Al-Bab", "city", admin1="Aleppo Governorate")
PROVINCE = place("Aleppo Governorate", "region", admin1="Aleppo Governorate")
HOMS = place("Homs", "city", admin1="Homs Governorate")
SYRIA = place("Syria", "country")
GENEVA = place("Geneva", "city", "CH", "Geneva")
EVERYWHERE = (ALEPPO, BAB, PROVINCE, HOMS, SYRIA, GENEVA)


def lies_in(row: int, whole: int) -> bool:
    inner, outer = EVERYWHERE[row], EVERYWHERE[whole]
    if outer.precision == "country":
        return inner.country_code == outer.country_code
    return inner == outer or (outer.precision == "region" and inner.admin1 == outer.admin1)


GAZETTEER: Any = SimpleNamespace(
    row=lambda identifier: [p.gazetteer_id for p in EVERYWHERE].index(identifier), lies_in=lies_in
)


def focus(text: str, *found: tuple[Place | None, Role, int]) -> Place | None:
    mentions = [
        Mention(start, start + 4, text[start : start + 4], role, 1.0, where)
        for where, role, start in found
    ]
    return find_focus(text, mentions, GAZETTEER)


TEXT = "A headline of some words\n\n" + "words and words " * 60


def test_an_article_without_placed_mentions_has_no_focus() -> None:
    assert focus(TEXT) is None
    assert focus(TEXT, (None, "event", 40)) is None


def test_the_place_of_the_event_outweighs_the_place_of_the_talks() -> None:
    assert focus(TEXT, (GENEVA, "setting", 30), (ALEPPO, "event", 60)) == ALEPPO


def test_the_headline_outweighs_the_body() -> None:
    assert focus(TEXT, (HOMS, "event", 3), (ALEPPO, "event", 60)) == HOMS


def test_a_name_said_over_and_over_does_not_drown_the_headline() -> None:
    often = [(SYRIA, "event", start) for start in range(100, 800, 40)]
    assert focus(TEXT, (HOMS, "event", 3), *often) == HOMS  # type: ignore[arg-type]


def test_a_province_in_the_headline_hands_down_to_the_town_in_the_lead() -> None:
    assert focus(TEXT, (PROVINCE, "event", 3), (BAB, "event", 40)) == BAB


def test_a_province_alone_stays_the_focus() -> None:
    assert focus(TEXT, (PROVINCE, "event", 3), (GENEVA, "setting", 40)) == PROVINCE


def test_a_country_does_not_hand_down_to_a_town_of_another() -> None:
    assert focus(TEXT, (SYRIA, "event", 3), (GENEVA, "comparison", 40)) == SYRIA


def test_the_dateline_stands_in_where_nothing_else_is() -> None:
    assert focus(TEXT, (GENEVA, "dateline", 27)) == GENEVA


def test_a_parallel_is_never_preferred_to_an_event() -> None:
    assert focus(TEXT, (HOMS, "comparison", 3), (ALEPPO, "event", 900)) == ALEPPO


def test_a_text_without_headline_is_read_from_its_beginning() -> None:
    text = "words and words " * 60
    assert focus(text, (ALEPPO, "event", 10), (HOMS, "event", 700)) == ALEPPO
