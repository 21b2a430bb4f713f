"""Where an article plays, and which places a name may mean there by its sound."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.geoparsing.name_facts import BY_SOUND, NameBook
from dateline.geoparsing.resolution.groups import Group
from dateline.geoparsing.resolution.theatre import (
    heard_here,
    is_elsewhere,
    spelled_otherwise,
    theatre,
)


def codes(book: NameBook, *names: str) -> dict[str, float]:
    return likely(book, dict.fromkeys(names, 1.0))


def likely(book: NameBook, certain: dict[str, float]) -> dict[str, float]:
    found = theatre({name: book[name] for name in certain}, certain)
    return {book.gazetteer.countries[code]: share for code, share in found.items()}


def numbers(book: NameBook, *countries: str) -> list[int]:
    return [book.gazetteer.countries.index(country) for country in countries]


def heard(book: NameBook, name: str, *countries: str) -> tuple[set[str], np.ndarray]:
    rows, qualities = heard_here(name, book[name], numbers(book, *countries), book)
    return {book.gazetteer.place(int(row)).country_code for row in rows}, qualities


def test_towns_say_where_an_article_plays_before_the_countries_it_names(book: NameBook) -> None:
    shares = codes(book, "Saraqib", "Aleppo", "Idlib", "Russia", "France")
    assert next(iter(shares)) == "SY"
    assert "RU" not in shares and "FR" not in shares


def test_an_article_that_only_names_countries_plays_in_them(book: NameBook) -> None:
    assert set(codes(book, "Russian", "France")) == {"RU", "FR"}


def test_an_article_without_known_names_plays_nowhere(book: NameBook) -> None:
    assert codes(book, "Xqzzyw") == {} and theatre({}, {}) == {}


def test_a_name_that_may_be_none_of_a_place_has_less_of_a_vote(book: NameBook) -> None:
    sure = likely(book, {"Saraqib": 1.0, "Mosul": 1.0})
    doubtful = likely(book, {"Saraqib": 1.0, "Mosul": 0.3})
    assert sure["SY"] == pytest.approx(sure["IQ"])
    assert doubtful["SY"] > 2 * doubtful["IQ"] > 0


def test_a_bare_direction_speaks_for_no_country_and_is_sought_in_the_foremost_alone(
    book: NameBook,
) -> None:
    assert codes(book, "West", "Saraqib") == codes(book, "Saraqib")
    assert heard(book, "Southwest")[0] == set()
    assert heard(book, "Southwest", "SY")[0] == set()
    assert heard(book, "Southwest", "CM")[0] == {"CM"}


@pytest.mark.parametrize(
    ("name", "container", "countries", "elsewhere"),
    [
        ("Ngara", "Nairobi", ("KE",), True),
        ("Ngara", "Nairobi", ("KE", "CM"), False),
        ("Ngara", "Nairobi", ("TZ",), False),
        ("Hodan", "Mogadishu", ("SO",), False),
        ("Barcelona", "Nairobi", ("KE",), False),
    ],
)
def test_small_namesakes_abroad_are_not_what_a_town_at_home_is_said_to_hold(
    book: NameBook, name: str, container: str, countries: tuple[str, ...], elsewhere: bool
) -> None:
    group = Group(name, (0,), (container,), True, "", "", False)
    assert is_elsewhere(group, book[name], numbers(book, *countries), book) == elsewhere
    unsaid = Group(name, (0,), (container,), False, "", "", False)
    assert not is_elsewhere(unsaid, book[name], numbers(book, *countries), book)


@pytest.mark.parametrize(
    ("name", "home", "elsewhere"), [("Atarab", "SY", "YE"), ("Karkukly", "SY", "TR")]
)
def test_what_only_sounds_like_a_name_counts_where_the_article_plays(
    book: NameBook, name: str, home: str, elsewhere: str
) -> None:
    found, qualities = heard(book, name, home)
    assert elsewhere not in found and found <= {home}
    assert (qualities >= BY_SOUND).all()


def test_a_name_that_differs_as_writers_of_one_town_do_is_an_alternate_one(book: NameBook) -> None:
    rows, qualities = heard_here("Raqa", book["Raqa"], numbers(book, "SY"), book)
    assert {book.gazetteer.place(int(row)).name for row in rows} == {"Raqqa", "Ar-Raqqa"}
    assert (qualities == 2).all()


@pytest.mark.parametrize(
    ("name", "other", "country", "left_out"),
    [
        ("Megale", "Mekelle", "ET", True),
        ("Megale", "Adigrat", "ET", False),
        ("Raqa", "Raqqa", "SY", False),  # a slip of the pen
        ("Kaduqli", "Kadugli", "SD", False),  # nothing else is called so
    ],
)
def test_who_names_a_town_does_not_mean_it_by_the_name_of_another(
    book: NameBook, name: str, other: str, country: str, left_out: bool
) -> None:
    here = numbers(book, country)
    found = heard_here(name, book[name], here, book)
    named = book[other].rows[book[other].qualities <= 1]
    rows, qualities = spelled_otherwise(found, named, here, book)
    assert len(rows) == len(qualities) == len(found[0]) - left_out


def test_a_great_name_hears_no_sound(book: NameBook) -> None:
    rows, _ = heard_here("Moscow", book["Moscow"], numbers(book, "SY"), book)
    assert rows.tolist() == book["Moscow"].rows.tolist()


def test_a_common_noun_in_capitals_is_not_sought_abroad(book: NameBook) -> None:
    found, _ = heard(book, "Iron Gate", "SY")
    assert "US" not in found
    assert "US" in heard(book, "Iron Gate", "US")[0]


def test_what_shares_but_consonants_is_not_meant_where_the_very_name_is_known(
    book: NameBook,
) -> None:
    rows, _ = heard_here("Dabiq", book["Dabiq"], numbers(book, "IQ"), book)
    names = {book.gazetteer.place(int(row)).name for row in rows}
    assert "Dabiq" in names and "Debaga camp" not in names


def test_a_spelling_that_but_lacks_the_last_vowel_is_nearer_than_the_same_consonants(
    book: NameBook,
) -> None:
    rows, qualities = heard_here("Adebay", book["Adebay"], numbers(book, "ET"), book)
    named = {
        book.gazetteer.place(int(row)).name: int(quality)
        for row, quality in zip(rows, qualities, strict=True)
    }
    assert named["Adebaye"] < BY_SOUND <= named["Adwa"]
    rows, qualities = heard_here("Raqa", book["Raqa"], numbers(book, "SY"), book)
    names = [book.gazetteer.place(int(row)).name for row in rows[qualities < BY_SOUND]]
    assert "Raqqa" in names and "Ruqi" not in names  # too short to lose a vowel
