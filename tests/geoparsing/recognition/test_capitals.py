"""Texts in small letters get the capitals of their places, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extraction.extractor import Extractor
from dateline.findings import Article, Findings
from dateline.gazetteer import Gazetteer
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.capitals import Capitals, lacks_capitals
from dateline.language_model import LanguageModel

POST = (
    "again heavy shelling in goma since dawn, friends in bukavu and north kivu say so.\n\n"
    "rwanda denies it. people cross at gisenyi. i am at home, nice weather for a bath in the lake."
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("bombs on kharkiv, saltivka and izium again", ["Kharkiv", "Saltivka", "Izium"]),
        ("saudi arabia said nothing, new york neither", ["Saudi Arabia", "New York"]),
        ("a convoy left deir ez-zor for al-bab", ["Deir Ez-Zor", "Al-Bab"]),
        ("#goma is burning", ["Goma"]),
        ("shelling in afrin and near aleppo", ["Afrin", "Aleppo"]),
        ("sirens in ashkelon and sderot", ["Ashkelon", "Sderot"]),
    ],
)
def test_places_get_their_capitals(book: NameBook, text: str, names: list[str]) -> None:
    put = Capitals(book).put(text)
    for name in names:
        assert name in put


@pytest.mark.parametrize(
    "text",
    [
        "they said in may that reading in a nice bath was in vogue",
        "now in control of the west side of the old city, in peace",
        "now see t.me/kyiv_live or @odessa_live or paris.example",
        "we saw adam and troy in a pub near an altar, in semi darkness",
        "at the age of two he had a fall in the spring and polish in a shed",
    ],
)
def test_ordinary_words_and_addresses_get_none(book: NameBook, text: str) -> None:
    assert Capitals(book).put(text)[1:] == text[1:]


def test_a_name_that_people_bear_too_is_a_town_only_in_a_land_that_is_named(book: NameBook) -> None:
    assert "troy" in Capitals(book).put("i was in troy and then in kharkiv and izium")
    assert "Bria" in Capitals(book).put("fighting near bria in the central african republic")


def test_a_text_with_capitals_has_no_need_of_them() -> None:
    assert lacks_capitals(POST)
    assert not lacks_capitals(POST.title())
    assert not lacks_capitals(
        "Shells fell on Goma. " + "people ran away and hid in the fields. " * 2
    )
    assert not lacks_capitals("shells fell on goma")  # too short to tell
    assert not lacks_capitals("دمشق " * 20)  # a script without capitals


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["goma", "ß", "İ", "-", " ", "kyiv.", "\n"])).map("".join)
)
def test_nothing_but_the_case_of_letters_changes(book: NameBook, text: str) -> None:
    put = Capitals(book).put(text)
    assert len(put) == len(text)
    assert put.casefold() == text.casefold()


def test_mentions_stand_as_the_article_prints_them(
    gazetteer: Gazetteer, language: LanguageModel
) -> None:
    found = Extractor(gazetteer, language).read(Article(POST))
    assert isinstance(found, Findings)
    surfaces = [mention.surface for mention in found.mentions]
    assert surfaces == ["goma", "bukavu", "north kivu", "rwanda", "gisenyi"]
    assert all(POST[m.start : m.end] == m.surface for m in found.mentions)
    assert {m.place.country_code for m in found.mentions if m.place} == {"CD", "RW"}


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("The north\n\nwadi halfa\n\nTrucks wait.", "The north\n\nWadi Halfa\n\nTrucks wait."),
        ("omdurman", "Omdurman"),
        ("The crowd\n\nreading\n\nwas large.", "The crowd\n\nreading\n\nwas large."),
        ("She lives in\nwadi halfa\nnow.", "She lives in\nwadi halfa\nnow."),  # a line goes on
        ("Links\n\nread more\n\nmenu", "Links\n\nread more\n\nmenu"),
    ],
)
def test_a_line_of_its_own_may_be_a_place(book: NameBook, text: str, put: str) -> None:
    assert Capitals(book).put_alone(text) == put


@given(st.text())
def test_no_offset_moves_in_a_line_of_its_own(book: NameBook, text: str) -> None:
    assert len(Capitals(book).put_alone(text)) == len(text)
