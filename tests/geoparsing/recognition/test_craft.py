"""An aircraft or a vehicle is no town of its name, in sentences of our own."""

from __future__ import annotations

import pytest

from dateline.geoparsing import Geoparser
from dateline.language_model import LanguageModel
from tests.geoparsing.recognition.test_persons import names


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Hercules crash kills crew\n\nA Hercules of the air force burned near Goma.", "Hercules"),
        ("A Puma flew the bodies to Entebbe.", "Puma"),
        ("Two Canberra bombers left Aden.", "Canberra"),
        ("He rode to Herat in a Lada.", "Lada"),
    ],
)
def test_the_name_of_an_aircraft_is_no_place(
    geoparser: Geoparser, language: LanguageModel, text: str, thing: str
) -> None:
    assert thing not in names(geoparser, language, text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The envoy flew to Canberra on Monday.", "Canberra"),
        ("He was a Canberra lawyer.", "Canberra"),
        ("Two farms burned near Hercules, California.", "Hercules"),
    ],
)
def test_a_town_of_that_name_is_one(
    geoparser: Geoparser, language: LanguageModel, text: str, place: str
) -> None:
    assert place in names(geoparser, language, text)
