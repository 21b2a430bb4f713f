"""Bodies, armed groups, days and people named in full are no places, whatever is called so."""

from __future__ import annotations

import pytest

from dateline.findings import Article
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser
from dateline.language_model import load


@pytest.fixture(scope="module")
def geoparser() -> Geoparser:
    return Geoparser(Gazetteer.open(), load())


def surfaces(geoparser: Geoparser, text: str) -> list[str]:
    doc = load().nlp(text)
    return [mention.surface for mention in geoparser.read(doc, Article(text))[0]]


def test_an_agency_in_dateline_and_credit_is_no_place(geoparser: Geoparser) -> None:
    text = (
        "Bridge hit\n\nBEIRUT (Meridian) - A bridge in Homs was hit on Monday. A driver told "
        "Meridian that he had seen it burn. — Meridian"
    )
    assert surfaces(geoparser, text) == ["BEIRUT", "Homs"]


def test_bodies_groups_and_days_are_no_places(geoparser: Geoparser) -> None:
    text = "SANA said on Mon that Hamas, NATO and al-Qaeda had nothing to do with the fire in Homs."
    assert surfaces(geoparser, text) == ["Homs"]


def test_the_surname_of_a_person_named_in_full_is_no_place(geoparser: Geoparser) -> None:
    text = "The driver was Robert Kingston. Kingston said later that he had seen smoke over Idlib."
    assert "Kingston" not in surfaces(geoparser, text)
    assert "Idlib" in surfaces(geoparser, text)


@pytest.mark.parametrize(
    "said",
    [
        "He had lived in Kingston, Jamaica, until last year.",
        "No lorry has entered the town of Kingston since.",
        "He was on his way to the Kingston district.",
    ],
)
def test_a_place_that_shares_a_surname_is_kept_where_it_is_said_to_be_one(
    geoparser: Geoparser, said: str
) -> None:
    assert "Kingston" in surfaces(geoparser, f"The driver was Robert Kingston. {said}")


def test_a_word_without_a_capital_is_no_place(geoparser: Geoparser) -> None:
    text = "They live in cabins near Mafraq, no longer in tents, and drink from springs and wells."
    assert surfaces(geoparser, text) == ["Mafraq"]


def test_groups_of_several_words_are_no_places(geoparser: Geoparser) -> None:
    text = "Al Qaeda and the Nusra Front left Homs, and a reporter of al-Manar followed them."
    assert surfaces(geoparser, text) == ["Homs"]
