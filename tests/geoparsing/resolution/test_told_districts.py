"""Districts that the text says are such."""

from __future__ import annotations

from collections.abc import Callable

from dateline.findings import Mention

Read = Callable[[str], tuple[Mention, ...]]


def kind(read: tuple[Mention, ...], surface: str) -> tuple[str, str]:
    place = next(mention.place for mention in read if mention.surface == surface)
    assert place is not None
    return place.country_code, place.precision


def test_a_district_is_no_hamlet_of_the_land_that_most_names_lie_in(mentions: Read) -> None:
    text = (
        "Clashes hit Rutshuru, Masisi, Walikale, Goma and Sake in North Kivu. At Bunagana, 2,300 "
        "people entered Uganda and were taken to a centre in Kisoro district. Lubero hosts 60,000."
    )
    assert kind(mentions(text), "Kisoro") == ("UG", "district")


def test_a_town_in_which_a_hospital_stands_is_no_district(mentions: Read) -> None:
    text = "The wounded of Kisoro, Uganda, were taken to Kabale and to Mbarara hospital."
    assert kind(mentions(text), "Kisoro") == ("UG", "city")
