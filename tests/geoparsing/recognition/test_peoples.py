"""A people is no town, though some town bears its name, in sentences of our own."""

from __future__ import annotations

import pytest

from dateline.geoparsing import Geoparser
from dateline.language_model import LanguageModel
from tests.geoparsing.recognition.test_persons import names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The Acholi and the Kikuyu lost men.", ("Acholi", "Kikuyu")),
        ("He is of the Ijaw and Ogoni minorities.", ("Ijaw", "Ogoni")),
        ("Karen rebels burned a bridge near Hpa-an.", ("Karen",)),
        ("Ethnic Zulu families fled to Durban.", ("Zulu",)),
        ("Moro fighters took hostages on Basilan.", ("Moro",)),
        ("Dinka and Acholi were killed in raids.", ("Dinka", "Acholi")),
        ("Votes came from Tutsi, Lega and others.", ("Tutsi", "Lega")),
    ],
)
def test_the_name_of_a_people_is_no_place(
    geoparser: Geoparser, language: LanguageModel, text: str, people: tuple[str, ...]
) -> None:
    assert not set(people) & set(names(geoparser, language, text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A church burned in Kikuyu, a town west of Nairobi.", "Kikuyu"),
        ("The Karen state government moved to Hpa-an.", "Karen"),
        ("Shells fell in the Nuba Mountains of Sudan.", "Nuba Mountains"),
        ("Police closed the road to Moro, in Pakistan.", "Moro"),
        ("The Ogaden is quiet.", "Ogaden"),
        ("The road between Juba and Lango is cut.", "Lango"),
    ],
)
def test_a_town_or_a_land_of_that_name_is_one(
    geoparser: Geoparser, language: LanguageModel, text: str, place: str
) -> None:
    assert any(place in name for name in names(geoparser, language, text))
