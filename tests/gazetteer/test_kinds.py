"""One thing, said to be a camp, a crossing or an airfield in several wordings."""

from __future__ import annotations

import pytest

from dateline.gazetteer import Gazetteer
from dateline.gazetteer.kinds import reworded
from dateline.gazetteer.spelling import normalise, variants


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("Zamzam IDP camp", "zamzam camp"),
        ("Abu Shouk displaced people's camp", "abu shouk camp"),
        ("Jabalia camp", "jabalia refugee camp"),
        ("Dadaab refugee complex", "dadaab refugee camp"),
        ("Nasib border crossing", "nasib crossing"),
        ("Torkham gate", "torkham crossing"),
        ("Mezzeh airbase", "mezzeh military airport"),
        ("Belbek airfield", "belbek air base"),
        ("Insein jail", "insein prison"),
        ("Sharara oilfield", "sharara oil field"),
        ("Zmiivska TPP", "zmiivska power plant"),
        ("Kakhovka hydroelectric dam", "kakhovka dam"),
        ("Natanz enrichment site", "natanz nuclear facility"),
        ("Illich steel mill", "illich steelworks"),
        ("Sudzhansky District", "sudzhanskiy district"),
        ("Kupianskii raion", "kupianskyi district"),
    ],
)
def test_the_press_and_the_gazetteer_word_one_kind_in_two_ways(said: str, listed: str) -> None:
    assert listed in list(reworded(normalise(said)))


@pytest.mark.parametrize(
    "name",
    [
        *("Bath camping", "Gate", "camp", "Air base", "Kansas City", "Blue Nile"),
        *("Zelensky", "Smolensk district", "Sky district", "Saudi hospital", "Hoover Tower"),
        *("Knightsbridge station", "Water works", "Potato field", "Sports complex", ""),
    ],
)
def test_what_names_no_such_kind_is_worded_in_one_way(name: str) -> None:
    assert list(reworded(normalise(name))) == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Abu Shouk displacement camp", "Abu Shouk camp"),
        ("Erez border crossing", "Erez crossing"),
        ("Mezzeh airbase", "Mezzeh air base"),
        ("Tsumadinsky District", "Tsumadinskiy Rayon"),
    ],
)
def test_a_thing_is_found_rather_than_the_town_it_is_called_after(
    gazetteer: Gazetteer, name: str, place: str
) -> None:
    assert gazetteer.place(gazetteer.candidates(name)[0].row).name == place


def test_a_name_that_is_listed_is_not_worded_otherwise() -> None:
    assert ("erez border crossing", 1) in variants("erez crossing", exact=False)
    assert ("erez border crossing", 1) not in variants("erez crossing", exact=True)
