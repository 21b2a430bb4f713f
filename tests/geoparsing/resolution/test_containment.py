"""Where a toponym lies that the text says to lie in something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.name_facts import INNER, NameBook
from dateline.geoparsing.resolution.containment import around, beyond, is_nested, lie_apart
from dateline.geoparsing.resolution.groups import Group
from tests.geoparsing.resolution.bracketed import groups

Read = Callable[[str], tuple[Mention, ...]]


def place(mentions: tuple[Mention, ...], surface: str) -> tuple[str, str]:
    found = next(m.place for m in mentions if m.surface == surface)
    return (found.country_code, found.admin1 or found.name) if found else ("", "")


def said(marked: str) -> Group:
    return groups(marked)[0]


@pytest.mark.parametrize(
    ("marked", "nested"),
    [
        ("Snow fell in [Stroud], [Ontario], [Canada], at dawn.", True),
        ("It is in [Springfield], [Lane County], [Oregon].", True),
        ("In [Washington], [Oregon], [Idaho] and [Utah] it snowed.", False),
        ("They flew to [Nantes], [Lyon], [France], and home.", False),  # Lyon is no division
        ("They flew to [Nantes], [Ontario].", False),
    ],
)
def test_containers_that_lie_in_one_another_are_no_list(
    book: NameBook, marked: str, nested: bool
) -> None:
    assert is_nested(said(marked), book) == nested


@pytest.mark.parametrize(
    ("marked", "apart"),
    [
        ("Snow fell in [Stroud], [Ontario], at dawn.", True),
        ("Snow fell in [Stroud], [Ontario], [Canada], at dawn.", True),
        ("A farm near [Holton] in [Suffolk] burned.", True),
        ("They flew to [Palermo] in [Sicily].", False),
        ("They saw [Holton], [Suffolk] and [Essex].", False),  # a list
        ("In [Boston], [Ontario] premiers met.", False),  # too great a name
        ("He came from [Lisbon], [Ontario], to stay.", True),
        ("He came from [Lisbon], [Ontario]'s premier said.", False),
        ("Shells hit [Aleppo], [Idlib].", False),  # a list of two
        ("They fled to [Castlegar], [Ireland], at dawn.", True),
        ("They fled to [Castlegar], [Ireland] and [France].", False),  # a list
        ("They fled to [Blakely], [Georgia], at dawn.", False),  # the State
        ("They flew to [Nuuk], [Denmark], at dawn.", False),  # far off, but Danish
        ("They fled to [Melitopol], [Russia], at dawn.", False),  # so say those who hold it
        ("Shells hit [Holton], [Europe].", False),  # nothing is listed as in a continent
        ("They saw [Holton] in northern [England].", True),
        ("They saw [Richmond] in [North-Western].", False),  # but a side of what follows
        ("A shop in [Lebanon], [Kansas City], burned.", False),  # no division
        ("The [Libyan] city in [Ontario] burned.", False),
    ],
)
def test_no_namesake_lies_in_the_division_that_is_stated(
    book: NameBook, marked: str, apart: bool
) -> None:
    group = said(marked)
    assert lie_apart(group, book[group.surface], book) == apart


def test_the_rarer_namesakes_are_sought_in_their_container(book: NameBook) -> None:
    rows, _ = beyond(said("He was born in [Victoria], [Tarlac]."), book)
    found = {book.gazetteer.place(int(row)).admin1 for row in rows}
    assert found == {"Central Luzon"}
    assert not {*rows.tolist()} & {*book["Victoria"].rows.tolist()}
    assert not len(beyond(said("He was born in [Victoria]."), book)[0])
    assert not len(beyond(said("He was born in [Aleppo], [Texas]."), book)[0])


def test_what_is_not_listed_lies_in_the_town_that_contains_it(book: NameBook) -> None:
    rows, qualities = around(["Homs", "Syria"], book)
    assert "Homs" in {book.gazetteer.place(int(row)).name for row in rows}
    assert set(qualities.tolist()) == {INNER}


def test_a_country_contains_too_much_to_say_where(book: NameBook) -> None:
    assert not len(around(["Syria"], book)[0])
    assert not len(around([], book)[0])


def test_of_two_containers_of_one_name_that_in_the_next_is_meant(book: NameBook) -> None:
    alone, _ = around(["San Juan"], book)
    rows, _ = around(["San Juan", "Argentina"], book)
    assert {book.gazetteer.place(int(row)).country_code for row in alone} != {"AR"}
    assert {book.gazetteer.place(int(row)).country_code for row in rows} == {"AR"}
    same, _ = around(["San Juan", "Mongolia"], book)
    assert same.tolist() == alone.tolist()


def test_an_unlisted_town_is_drawn_in_the_division_that_is_stated(mentions: Read) -> None:
    found = mentions("A lorry overturned in Stroud, Ontario, Canada, on Monday, police said.")
    assert place(found, "Stroud") == ("CA", "Ontario")
    found = mentions("A lorry overturned in Stroud, Gloucestershire, on Monday, police said.")
    assert place(found, "Stroud") == ("GB", "England")


def test_a_namesake_with_both_containers_is_meant(mentions: Read) -> None:
    found = mentions("A barn burned near Springfield, Lane County, Oregon, on Sunday.")
    assert place(found, "Springfield") == ("US", "Oregon")


def test_a_town_in_its_region_yields_to_no_greater_namesake_abroad(mentions: Read) -> None:
    found = mentions("Pilgrims set out for Santiago, Galicia, on Sunday.")
    assert place(found, "Santiago") == ("ES", "Galicia")
    found = mentions("Envoys set out for Santiago, Chile, on Sunday.")
    assert place(found, "Santiago")[0] == "CL"


def test_a_country_that_acts_contains_nothing_before_it(mentions: Read) -> None:
    found = mentions("After its invasion of Kuwait, Egypt was asked to send troops to Riyadh.")
    assert place(found, "Kuwait") == ("KW", "Kuwait")
    found = mentions("A shop burned in Lebanon, Ohio, on Sunday, and Kansas sent engines.")
    assert place(found, "Lebanon") == ("US", "Ohio")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("A cow on a Washington state farm near Yakima was ill.", "Washington"),
        ("A cow on a farm in the state of Washington was ill.", "Washington"),
        ("Senators in Washington asked for a ban on such meat.", "District of Columbia"),
        ("Trains in the Washington region and to Baltimore were late.", "District of Columbia"),
    ],
)
def test_a_state_is_meant_where_the_text_says_state(mentions: Read, text: str, region: str) -> None:
    assert place(mentions(text), "Washington") == ("US", region)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Farms in the US state of Georgia burned, and crews came from Tbilisi.", "US"),
        ("Farms in Georgia burned, and crews came from Tbilisi, Gori and Batumi.", "GE"),
    ],
)
def test_a_state_is_no_country_of_its_name(mentions: Read, text: str, code: str) -> None:
    assert place(mentions(text), "Georgia")[0] == code


def test_in_a_list_of_pairs_each_town_lies_in_the_land_that_follows(mentions: Read) -> None:
    found = mentions("He had trained in Cordoba, Spain, and Merida, Venezuela, and was due home.")
    assert place(found, "Cordoba")[0] == "ES" and place(found, "Merida")[0] == "VE"
    found = mentions("Snow fell in Peru, Chile and Argentina, and in Lima it rained.")
    assert place(found, "Peru")[0] == "PE"


def test_a_great_name_in_a_region_that_has_none_is_drawn_in_the_region(mentions: Read) -> None:
    found = mentions("Two men from Dublin, Ontario, were stopped near Kitchener and Stratford.")
    assert place(found, "Dublin") == ("CA", "Ontario")


def test_what_a_building_stands_in_may_be_a_town_in_its_division(mentions: Read) -> None:
    found = mentions("Nine inmates were hanged in the prison of Machala, El Oro province.")
    assert place(found, "Machala") == ("EC", "El Oro")
    found = mentions("Three nurses were held at the Machala hospital in Dili, East Timor.")
    assert place(found, "Machala")[0] != "EC"


def test_a_town_that_lies_far_from_the_country_stated_is_left_unplaced(mentions: Read) -> None:
    found = mentions("Shops burned in Castlegar, Ireland, on Monday; engines came from Galway.")
    assert place(found, "Castlegar") == ("", "") and place(found, "Galway")[0] == "IE"


def test_a_quarter_behind_a_great_name_is_no_region_abroad(mentions: Read) -> None:
    """Plateau is a State of Nigeria, and a quarter of many a town elsewhere."""
    text = "Police in Niger fired tear gas in Niamey, Plateau. Men from Tahoua and Dosso were held."
    assert place(mentions(text), "Niamey")[0] == "NE"
    text = "Two men from Niamey, Plateau, were stopped near Jos and Shendam in Nigeria."
    assert place(mentions(text), "Niamey")[0] == "NG"


def test_what_stands_in_brackets_may_lie_in_the_division_before_it(mentions: Read) -> None:
    found = mentions("Soldiers from Ayacucho, Peru, were drunk in La Mar province (San Miguel).")
    assert place(found, "La Mar") == place(found, "San Miguel") == ("PE", "Ayacucho")
    found = mentions("Soldiers were drunk in Stroud (Ontario) on Monday, as in Barrie and Toronto.")
    assert place(found, "Stroud") == ("CA", "Ontario")
