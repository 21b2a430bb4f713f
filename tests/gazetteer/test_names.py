"""Notes of several names, the finest first, with what nobody has on a map."""

from __future__ import annotations

import pytest
from geopy.distance import geodesic

from dateline.gazetteer import Gazetteer, Place
from dateline.gazetteer.names import locate


def finest(gazetteer: Gazetteer, *names: dict[str, str]) -> Place:
    return locate(names, gazetteer)[0]


def test_a_quarter_is_sought_within_its_town(gazetteer: Gazetteer) -> None:
    place = finest(gazetteer, {"en": "Al Zeitoun", "ar": "الزيتون"}, {"en": "Gaza City"})
    assert place.country_code == "PS"
    assert place.precision == "neighbourhood"


def test_what_is_unknown_falls_back_to_what_it_lies_in(gazetteer: Gazetteer) -> None:
    mosque = {"en": "Mosque of Nobody at All", "ar": "مسجد لا أحد"}
    place = finest(gazetteer, mosque, {"en": "Rafah", "ar": "رفح"})
    assert place.name == "Rafah"
    assert place.country_code == "PS"


def test_a_namesake_elsewhere_does_not_count(gazetteer: Gazetteer) -> None:
    """The quarter is called as a town of Darfur is."""
    place = finest(gazetteer, {"en": "Al Geneina"}, {"en": "Rafah"})
    assert place.country_code == "PS"
    sudanese = finest(gazetteer, {"en": "El Geneina"}, {"en": "Sudan"})
    assert sudanese.country_code == "SD"


def test_either_language_will_do(gazetteer: Gazetteer) -> None:
    english = finest(gazetteer, {"en": "Jabalia"})
    arabic = finest(gazetteer, {"en": "", "ar": "جباليا"})
    assert english.gazetteer_id == arabic.gazetteer_id


def test_every_name_that_was_found_is_given_finest_first(gazetteer: Gazetteer) -> None:
    places = locate([{"en": "Bustan al-Qasr"}, {"en": "Aleppo"}, {"en": "Syria"}], gazetteer)
    assert [place.precision for place in places] == ["neighbourhood", "city", "country"]
    apart = geodesic(*((place.latitude, place.longitude) for place in places[:2]))
    assert apart.km < 10


def test_the_place_it_is_near_is_an_answer(gazetteer: Gazetteer) -> None:
    place = finest(gazetteer, {"en": "a farm north of Kafr Zita"})
    assert place.name == "Kafr Zita"


@pytest.mark.parametrize("names", [[], [{}], [{"en": ""}], [{"en": "Xqzzv"}, {"ar": "\0"}]])
def test_names_that_say_nothing_find_nothing(
    gazetteer: Gazetteer, names: list[dict[str, str]]
) -> None:
    assert locate(names, gazetteer) == []
