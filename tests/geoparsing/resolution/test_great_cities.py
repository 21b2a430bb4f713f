"""Small namesakes abroad of the cities in which news is made."""

from __future__ import annotations

from collections.abc import Callable

from dateline.findings import Mention
from dateline.gazetteer.place import Place

Read = Callable[[str], tuple[Mention, ...]]

TALKS = (
    "An envoy to Aleppo, Idlib and Raqqa spoke in New York and in Geneva. Buses left Homs for Hama "
    "while diplomats in Geneva waited for an answer."
)
AT_HOME = (
    "A barn burned near Geneva, N.Y., on Sunday. Firefighters came from Waterloo, Seneca Falls and "
    "Canandaigua, and from Rochester. Geneva has no such barn left."
)


def country(mentions: tuple[Mention, ...], surface: str) -> set[str]:
    places: list[Place] = [m.place for m in mentions if m.surface == surface and m.place]
    return {place.country_code for place in places}


def test_a_great_city_is_meant_beside_towns_of_many_lands(mentions: Read) -> None:
    assert country(mentions(TALKS), "Geneva") == {"CH"}


def test_a_small_namesake_is_meant_among_the_towns_around_it(mentions: Read) -> None:
    assert country(mentions(AT_HOME), "Geneva") == {"US"}


def test_a_capital_is_meant_though_a_hamlet_of_its_name_lies_near(mentions: Read) -> None:
    text = (
        "Rebels drove soldiers from Sake and Karuba, west of Goma, and took Masisi. Talks in "
        "Nairobi broke down in May."
    )
    assert country(mentions(text), "Nairobi") == {"KE"}


def test_a_capital_is_meant_though_a_town_of_the_land_was_called_so_once(mentions: Read) -> None:
    text = (
        "Gunmen shot four people near Pahalgam on Tuesday. Helicopters from Srinagar and Udhampur "
        "searched the woods, Delhi shut the crossing at Attari, and Islamabad closed its skies."
    )
    assert country(mentions(text), "Islamabad") == {"PK"}


def test_the_hamlet_is_meant_where_the_text_calls_it_a_village(mentions: Read) -> None:
    text = (
        "Rebels drove soldiers from Sake and Karuba, west of Goma, and took Masisi. In the village "
        "of Nairobi they burned nine huts."
    )
    assert country(mentions(text), "Nairobi") == {"CD"}


def test_a_capital_is_meant_though_a_greater_city_has_its_name_for_a_nickname(
    mentions: Read,
) -> None:
    text = (
        "The mayor opened a clinic in Georgetown. Nurses will come from New Amsterdam and Linden, "
        "drugs are sent from Bridgetown and Kingston."
    )
    assert country(mentions(text), "Bridgetown") == {"BB"}
    at_home = "A barn burned in Bridgetown, Ohio, near Cincinnati; engines came from Cleves."
    assert country(mentions(at_home), "Bridgetown") == {"US"}


def test_great_cities_are_meant_though_one_state_has_towns_of_both_names(mentions: Read) -> None:
    found = mentions("Protesters marched in Paris and London on Saturday.")
    assert country(found, "Paris") == {"FR"} and country(found, "London") == {"GB"}
    found = mentions("Talks were held in Rome and Athens on Monday.")
    assert country(found, "Rome") == {"IT"} and country(found, "Athens") == {"GR"}
    found = mentions("Protesters marched in Paris, New York and London on Saturday.")
    assert country(found, "Paris") == {"FR"} and country(found, "London") == {"GB"}
    found = mentions("Talks in Vienna between Washington and Tehran failed.")
    assert country(found, "Vienna") == {"AT"}


def test_small_namesakes_are_meant_beside_a_town_that_has_no_great_one(mentions: Read) -> None:
    text = "Bombs were found in London and Paris, Kentucky, and in Hopkinsville."
    found = mentions(text)
    assert country(found, "London") == {"US"} and country(found, "Paris") == {"US"}
    found = mentions("Buses ran between Athens and Atlanta; snow fell on both.")
    assert country(found, "Athens") == {"US"}
