"""How the places of one article lie to each other."""

from __future__ import annotations

import numpy as np

from dateline.findings import Mention
from dateline.gazetteer import Gazetteer
from dateline.geoparsing.focus.named_places import around, locating, named_places, namesakes

ALEPPO = "geonames:170063"
PROVINCE = "geonames:170062"
BAB = "geonames:174018"
SYRIA = "geonames:163843"
HOMS = "geonames:169577"


def events(gazetteer: Gazetteer, *found: tuple[str, int]) -> list[Mention]:
    places = [(gazetteer.by_gazetteer_id(identifier), start) for identifier, start in found]
    return [
        Mention(start, start + 6, place.name if place else "?", "event", 0.9, place)
        for place, start in places
    ]


def test_a_town_lies_in_its_province_and_both_in_their_country(gazetteer: Gazetteer) -> None:
    named = named_places(events(gazetteer, (ALEPPO, 0), (PROVINCE, 20), (SYRIA, 40)), gazetteer)
    assert np.array_equal(named.inside, [[0, 1, 1], [0, 0, 1], [0, 0, 0]])


def test_a_place_named_twice_is_one_place(gazetteer: Gazetteer) -> None:
    named = named_places(events(gazetteer, (BAB, 0), (HOMS, 20), (BAB, 40)), gazetteer)
    assert [place.gazetteer_id for place in named.places] == [BAB, HOMS]
    assert named.at == [0, 1, 0]


def test_towns_of_one_province_lie_near_and_others_do_not(gazetteer: Gazetteer) -> None:
    named = named_places(events(gazetteer, (ALEPPO, 0), (BAB, 20), (HOMS, 40)), gazetteer)
    one_country, one_province, near = around(named, gazetteer)
    assert one_country.all()
    assert one_province[0, 1] and not one_province[0, 2]
    assert near[0, 1] and not near[0, 2]


def test_a_province_is_the_coarser_namesake_of_its_town(gazetteer: Gazetteer) -> None:
    found = events(gazetteer, (ALEPPO, 0), (PROVINCE, 20), (BAB, 40))
    finer, coarser = namesakes(named_places(found, gazetteer))
    assert np.array_equal(finer, [0, 1, 0])
    assert np.array_equal(coarser, [1, 0, 0])


def test_a_province_that_follows_on_its_town_only_locates_it(gazetteer: Gazetteer) -> None:
    close = named_places(events(gazetteer, (BAB, 0), (PROVINCE, 20)), gazetteer)
    apart = named_places(events(gazetteer, (BAB, 0), (PROVINCE, 200)), gazetteer)
    assert locating(close).tolist() == [0, 1]
    assert locating(apart).tolist() == [0, 0]
