"""A word that ends a person's name is none of a place."""

from __future__ import annotations

import pytest

from dateline.geoparsing import Geoparser
from dateline.language_model import LanguageModel
from dateline.reading.dateline_line import find_dateline


def names(geoparser: Geoparser, language: LanguageModel, text: str, agency: str = "") -> list[str]:
    spans = geoparser.recogniser.spans(language.nlp(text), find_dateline(text), agency)
    return [text[span.start : span.end] for span in spans]


def test_nobody_is_in_a_person(geoparser: Geoparser, language: LanguageModel) -> None:
    """Where commas are lost the parse takes two towns for one person."""
    assert "Raqqa" in names(geoparser, language, "Seven were killed in Tal Abyad Raqqa on Monday.")


def test_who_has_a_title_is_no_place(geoparser: Geoparser, language: LanguageModel) -> None:
    text = "Apologies were received from Cllr Abdi. Councillor London of Marsabit took the chair."
    assert names(geoparser, language, text) == ["Marsabit"]
    assert names(geoparser, language, "Fighting went on in DR Congo.") == ["DR Congo"]


def test_whom_a_portrait_shows_is_no_place(geoparser: Geoparser, language: LanguageModel) -> None:
    text = "He received visitors beneath a portrait of Garibaldi."
    assert "Garibaldi" not in names(geoparser, language, text)
    assert "Syria" in names(geoparser, language, "The film is a portrait of Syria at war.")


def test_the_agency_that_sent_an_article_is_none_of_its_places(
    geoparser: Geoparser, language: LanguageModel
) -> None:
    text = "Rain fell on Homs. — Meridian, additional reporting by our foreign desk"
    assert "Meridian" in names(geoparser, language, text)
    assert "Meridian" not in names(geoparser, language, text, "Meridian")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Aid for the south\n\nPM al-Rashid spoke in Basra.", ["Basra"]),
        ("The president of al-Bab council spoke.", ["al-Bab"]),
        ("Boats sank off Lagos Nigeria on Monday.", ["Lagos", "Nigeria"]),
        ("A raid in Kampala Uganda killed two.", ["Kampala", "Uganda"]),
        ("Soldiers patrol in Port-au-Prince Haiti on Monday.", ["Port-au-Prince", "Haiti"]),
        ("Bodies were found in West Wales on Monday.", ["West Wales"]),
        ("They met in Mexico City on Monday.", ["Mexico City"]),
    ],
)
def test_names_end_where_they_end(
    geoparser: Geoparser, language: LanguageModel, text: str, found: list[str]
) -> None:
    assert names(geoparser, language, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A column under Capt. Stratford marched from Meiktila to Mandalay.", 2),
        ("A lorry was found by Const. London near Meiktila and Mandalay.", 2),
        ("Officers met Sen. Lincoln in Meiktila and in Mandalay.", 2),
        ("The captain. Stratford, a town, lies far from Meiktila and Mandalay.", 3),
    ],
)
def test_an_abbreviated_rank_names_a_person(
    geoparser: Geoparser, language: LanguageModel, text: str, found: int
) -> None:
    assert len(names(geoparser, language, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Defence Minister Israel Kerem flew to Homs on Monday.", ["Homs"]),
        ("The minister of Israel, Dan Kerem, flew to Homs.", ["Israel", "Homs"]),
        ("The ministers met Israel Railways in Haifa.", ["Israel", "Haifa"]),
        ("The Israel minister flew to Homs.", ["Israel", "Homs"]),
    ],
)
def test_an_office_names_a_person(
    geoparser: Geoparser, language: LanguageModel, text: str, found: list[str]
) -> None:
    assert names(geoparser, language, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('A note signed by "comrade Trujillo" was found in Ayacucho.', ["Ayacucho"]),
        ("A man, alias “Medellin”, was held in Lima.", ["Lima"]),
        ("They met comrades in Trujillo and in Lima.", ["Trujillo", "Lima"]),
        ("The mayor, Vladimir Antonov, fled to Homs.", ["Homs"]),
        ("In Vladimir, east of Moscow, a plant burned.", ["Vladimir", "Moscow"]),
        ("Officers Dan Corry and Chad Walker were sent to Homs.", ["Homs"]),
        ("He went on foot from Chad to Homs.", ["Chad", "Homs"]),
    ],
)
def test_who_is_named_in_full_or_by_a_name_of_war_is_a_person(
    geoparser: Geoparser, language: LanguageModel, text: str, found: list[str]
) -> None:
    assert names(geoparser, language, text) == found


def test_a_town_may_be_called_after_a_general(
    geoparser: Geoparser, language: LanguageModel
) -> None:
    found = names(geoparser, language, "Buses left Davao City for General Santos on Monday.")
    assert "General Santos" in found


def test_who_speaks_is_a_person(geoparser: Geoparser, language: LanguageModel) -> None:
    text = '"The road is empty," says Hodan, who sells phones in Hargeisa.'
    assert names(geoparser, language, text) == ["Hargeisa"]
    text = "Envoys said Kharkiv, which had been quiet, was shelled."
    assert names(geoparser, language, text) == ["Kharkiv"]


def test_no_flag_is_of_a_name(geoparser: Geoparser, language: LanguageModel) -> None:
    text = "📍 Mae Sot 🇹🇭: 1,300 people crossed overnight. 🔴 Myawaddy 🔴 is quiet."
    assert names(geoparser, language, text) == ["Mae Sot", "Myawaddy"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My uncle Troyes left for Homs and my brother Paris for Hama.", ["Homs", "Hama"]),
        ("He leaves a sister, Georgia, of Homs.", ["Homs"]),
        ("His brother, Syria's envoy, was in Beirut.", ["Syria", "Beirut"]),
        ("A sister city, Aleppo, sent bread to Homs.", ["Aleppo", "Homs"]),
        ("He met his wife in Paris.", ["Paris"]),
        ("Mr P. Oss and Ms. B. Nijmegen sat in Arnhem.", ["Arnhem"]),
        ("Vernon J. Ames died in Homs.", ["Homs"]),
        ("Police of Washington D. C. flew to Homs.", ["Washington", "D. C.", "Homs"]),
        ("He lived in Vernon. J. Ames lived in Homs.", ["Vernon", "Homs"]),
        ("Two men with the call signs Bakhmut and Odesa fell near Kherson.", ["Kherson"]),
        (
            "The road signs Homs and Hama share were shot at near Kherson.",
            ["Homs", "Hama", "Kherson"],
        ),
    ],
)
def test_kin_initials_and_call_signs_name_persons(
    geoparser: Geoparser, language: LanguageModel, text: str, found: list[str]
) -> None:
    assert names(geoparser, language, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Osama Hebron-Saleh disagreed about the road to Jabalia.", ["Jabalia"]),
        ("“We would have seen it,” Dr Priya Ballarat-Jones told a meeting in Goma.", ["Goma"]),
        (
            "The Kampala-Entebbe expressway was closed by police.",
            ["Kampala", "Entebbe"],
        ),
        ("Trains on the New Delhi-Mumbai line stood still.", ["New Delhi", "Mumbai"]),
    ],
)
def test_half_of_a_surname_is_no_place(
    geoparser: Geoparser, language: LanguageModel, text: str, found: list[str]
) -> None:
    assert names(geoparser, language, text) == found
