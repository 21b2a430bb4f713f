"""Which of the places of one name in one land is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention

Read = Callable[[str], tuple[Mention, ...]]


def named(read: tuple[Mention, ...], surface: str) -> tuple[str, str]:
    place = next(mention.place for mention in read if mention.surface == surface)
    assert place is not None
    return place.name, place.precision


@pytest.mark.parametrize(
    ("text", "surface", "meant"),
    [
        (
            "Judges heard of killings in Mukjar and Bindisi in Darfur.",
            "Mukjar",
            ("Mukjar", "district"),
        ),
        (
            "A bomb hit a convoy in Mir Ali, North Waziristan, and an elder died in Wana, South "
            "Waziristan, in Pakistan.",
            "North Waziristan",
            ("North Waziristan District", "district"),
        ),
        (
            "In Basilan, former rebels shot at soldiers; others hid in Cotabato, Philippines.",
            "Basilan",
            ("Basilan", "region"),
        ),
        (
            "In Sulu, a grenade was lobbed at a hall; nobody was hurt, police in Zamboanga said.",
            "Sulu",
            ("Province of Sulu", "district"),
        ),
    ],
)
def test_a_place_yields_its_other_name_to_the_neighbour_called_so(
    mentions: Read, text: str, surface: str, meant: tuple[str, str]
) -> None:
    assert named(mentions(text), surface) == meant


def test_a_town_keeps_the_former_name_that_a_district_bears_too(mentions: Read) -> None:
    text = "Shelling killed a family in Sarrin, south of Ain al-Arab, in northern Syria."
    assert named(mentions(text), "Ain al-Arab") == ("Kobani", "city")


def test_the_region_is_meant_that_is_said_to_hold_another_place(mentions: Read) -> None:
    text = "Two houses in Khoznavar, Syunik, were damaged. Armenia protested in Yerevan."
    assert named(mentions(text), "Syunik") == ("Syunik", "region")


def test_the_division_is_meant_that_holds_a_place_though_its_town_is_listed_so(
    mentions: Read,
) -> None:
    text = "A former vice mayor was ambushed in Parang, Sulu, in the southern Philippines."
    assert named(mentions(text), "Sulu") == ("Province of Sulu", "district")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Moscow called it illegal, as London had after the Salisbury poisoning.", "GB"),
        ("Ian Smollet spoke in Salisbury, Rhodesia, and in Bulawayo and Mutare.", "ZW"),
    ],
)
def test_a_former_name_is_heard_only_where_the_article_is_about_its_land(
    mentions: Read, text: str, country: str
) -> None:
    place = next(m.place for m in mentions(text) if m.surface == "Salisbury")
    assert place is not None and place.country_code == country


def test_the_town_is_meant_that_is_said_to_hold_a_street(mentions: Read) -> None:
    text = "A man of Main Street, Tipperary, was fined. The shop is in Abbey Street, Tipperary."
    assert named(mentions(text), "Tipperary") == ("Tipperary", "city")


def test_the_chief_town_is_meant_by_a_bare_name(mentions: Read) -> None:
    text = "Shells fell on Kherson and Beryslav in Ukraine, and on Bilozerka."
    assert named(mentions(text), "Kherson") == ("Kherson", "city")


def test_no_hamlet_that_nobody_counted_is_meant_by_the_name_of_a_chief_town(
    mentions: Read,
) -> None:
    text = "Battalions rotate in Wau and Pibor. Opposition forces took Mathiang and Baliet."
    place = next(m.place for m in mentions(text) if m.surface == "Wau")
    assert place is not None and place.population > 100_000


def test_a_name_without_an_article_is_no_river(mentions: Read) -> None:
    text = "In Guaviare, two factions fought in the rural area of Calamar in Colombia."
    assert named(mentions(text), "Guaviare")[1] == "region"


def test_a_river_in_a_list_has_the_article_of_the_first(mentions: Read) -> None:
    text = "Floods along the Tigris and Euphrates reached Baghdad and Ramadi in Iraq."
    place = next(m.place for m in mentions(text) if m.surface == "Euphrates")
    assert place is not None and place.feature_code == "STM"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Strikes hit the Shujaiya area of Gaza city and Jabalia.", "city"),
        ("Aid reached Gaza through Kerem Shalom, and Jabalia in the north.", "region"),
    ],
)
def test_the_word_city_tells_a_town_from_its_land(mentions: Read, text: str, meant: str) -> None:
    assert named(mentions(text), "Gaza")[1] == meant


def test_a_headline_may_mean_the_land_though_the_body_says_city(mentions: Read) -> None:
    text = (
        "Gaza: Humanitarian Update\n\nStrikes hit Beit Lahiya, the west of Gaza city and Rafah. "
        "Families moved to Deir al Balah."
    )
    first, *_ = mentions(text)
    assert first.place is not None and first.place.precision == "region"


def test_a_place_that_goes_by_its_own_name_is_not_meant_by_that_of_a_seat(mentions: Read) -> None:
    text = "BLAST HEARD IN KABUL\nBOMBER STRUCK MOSQUE IN KHOST\nFOURTEEN DEAD IN JALALABAD"
    assert named(mentions(text), "KHOST") == ("Khost", "city")
    text = "Kurdish fighters hold Kobani, Ain al-Arab to Arabs, and Manbij."
    assert named(mentions(text), "Ain al-Arab") == ("Kobani", "city")


def test_the_county_keeps_the_name_that_a_far_seat_bears(mentions: Read) -> None:
    text = (
        "Madison Central High School won on Friday. Fights in Madison County were few, police in "
        "Richmond, Kentucky, said."
    )
    assert named(mentions(text), "Madison") == ("Madison County", "district")


def test_a_quarter_yields_to_the_seat_that_it_is_called_after(mentions: Read) -> None:
    text = "Shells fell on villages outside Deraa, and in Quneitra a depot in Syria burned."
    assert named(mentions(text), "Quneitra") == ("Al Qunaytirah", "city")
    text = "Shells fell on the Quneitra neighbourhood in Deraa, in Syria."
    assert named(mentions(text), "Quneitra")[1] == "neighbourhood"


def test_the_region_is_meant_and_no_hamlet_that_nobody_counted(mentions: Read) -> None:
    text = "In Niger State, troops repelled an attack on Kagara; in Kebbi, police freed girls."
    assert named(mentions(text), "Kebbi") == ("Kebbi", "region")
    text = "Two girls were freed in the village of Kebbi, near Kagara, in Niger State."
    assert named(mentions(text), "Kebbi")[1] == "city"
