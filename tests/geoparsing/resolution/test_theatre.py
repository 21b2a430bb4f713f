"""Where an article plays, and which places a name may mean there by its sound."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.geoparsing.name_facts import BY_SOUND, INNER, NameBook
from dateline.geoparsing.resolution.theatre import around, heard_here, theatre
from dateline.geoparsing.toponym_words import is_generic


def codes(book: NameBook, *names: str) -> dict[str, float]:
    found = theatre({name: book[name] for name in names})
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
    assert codes(book, "Xqzzyw") == {} and theatre({}) == {}


@pytest.mark.parametrize(
    ("name", "home", "elsewhere"), [("Batbo", "SY", "YE"), ("Karkukly", "SY", "TR")]
)
def test_what_only_sounds_like_a_name_counts_where_the_article_plays(
    book: NameBook, name: str, home: str, elsewhere: str
) -> None:
    found, qualities = heard(book, name, home)
    assert elsewhere not in found and found <= {home}
    assert (qualities >= BY_SOUND).all()


def test_a_great_name_hears_no_sound(book: NameBook) -> None:
    rows, _ = heard_here("Moscow", book["Moscow"], numbers(book, "SY"), book)
    assert rows.tolist() == book["Moscow"].rows.tolist()


def test_a_common_noun_in_capitals_is_not_sought_abroad(book: NameBook) -> None:
    found, _ = heard(book, "Iron Gate", "SY")
    assert "US" not in found
    assert "US" in heard(book, "Iron Gate", "US")[0]


@pytest.mark.parametrize("name", ["Old City", "Grand Mosque", "Iron Gate", "Second Street"])
def test_common_nouns_and_what_qualifies_them_are_generic(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize("name", ["Aleppo", "Old Cairo", "City", "Umayyad Mosque", "New York"])
def test_proper_names_and_single_words_are_not(name: str) -> None:
    assert not is_generic(name)


def test_what_is_not_listed_lies_in_the_town_that_contains_it(book: NameBook) -> None:
    rows, qualities = around(["Homs", "Syria"], book)
    assert "Homs" in {book.gazetteer.place(int(row)).name for row in rows}
    assert set(qualities.tolist()) == {INNER}


def test_a_country_contains_too_much_to_say_where(book: NameBook) -> None:
    assert not len(around(["Syria"], book)[0])
    assert not len(around([], book)[0])
