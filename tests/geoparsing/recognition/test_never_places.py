"""Bodies, armed groups, days and people named in full are no places, whatever is called so."""

from __future__ import annotations

import pytest

from dateline.findings import Article
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.never_places import abbreviations, given_names, surnames
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import load


@pytest.fixture(scope="module")
def geoparser() -> Geoparser:
    return Geoparser(Gazetteer.open(), load())


def surfaces(geoparser: Geoparser, text: str) -> list[str]:
    doc = load().nlp(text)
    return [mention.surface for mention in geoparser.read(doc, Article(text))[0]]


def test_an_agency_in_dateline_and_credit_is_no_place(geoparser: Geoparser) -> None:
    text = (
        "Bridge hit\n\nBEIRUT (Meridian) - A bridge in Homs was hit on Monday. A driver told "
        "Meridian that he had seen it burn. — Meridian"
    )
    assert surfaces(geoparser, text) == ["BEIRUT", "Homs"]


def test_what_a_list_of_incidents_begins_with_is_no_place(geoparser: Geoparser) -> None:
    text = "7. 14:00 – Artillery, Sidakan sub-district, Erbil. 8. 15:10 – Drone, Rawanduz, Erbil."
    found = surfaces(geoparser, text)
    assert "Artillery" not in found and "Drone" not in found
    assert {"Sidakan", "Erbil", "Rawanduz"} <= {*found}


def test_bodies_groups_and_days_are_no_places(geoparser: Geoparser) -> None:
    text = (
        "SANA said on Mon that Hamas, NATO and al-Qaeda had nothing to do with the fire in Homs. "
    )
    text += "Nor had the Shi’ite Lions."
    assert surfaces(geoparser, text) == ["Homs"]


def test_weapons_and_peoples_are_no_places(geoparser: Geoparser) -> None:
    text = "Iskander missiles and Grad rockets fell on Homs, where Fulani and Dinka herders camp."
    assert surfaces(geoparser, text) == ["Homs"]
    assert surfaces(geoparser, "Hazara homes in Bamiyan were searched.") == ["Bamiyan"]


def test_an_armed_group_is_no_town_of_its_name_in_the_land_where_it_fights(
    geoparser: Geoparser,
) -> None:
    assert surfaces(geoparser, "Fano fighters entered Lalibela, in Amhara, on Monday.") == [
        "Lalibela",
        "Amhara",
    ]
    assert surfaces(geoparser, "Floods closed the road from Fano to Ancona in Italy.")[0] == "Fano"
    text = "Fano militiamen and soldiers fought in Lalibela; a bus was stopped near Woldia."
    assert surfaces(geoparser, text) == ["Lalibela", "Woldia"]


def test_who_answers_in_an_interview_bears_no_initial(geoparser: Geoparser) -> None:
    text = "An interview\n\nQ. Is there hope?\n\nA. Geneva passes resolutions. Delhi is silent."
    assert surfaces(geoparser, text) == ["Geneva", "Delhi"]
    assert "Kingston" not in surfaces(geoparser, "R. Kingston said so. Kingston saw the smoke.")


def test_peoples_who_fight_are_no_hamlets_of_their_name(geoparser: Geoparser) -> None:
    text = (
        "Clashes between Misseriya and Rizeigat herders spread to Lagawa in West Kordofan. Meitei "
        "and Kuki groups fought in Manipur, and Wagner left Kidal."
    )
    assert surfaces(geoparser, text) == ["Lagawa", "West Kordofan", "Manipur", "Kidal"]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Vladimir Lanov spoke in Kazan. It was late, said Lanov.", True),
        ("Vladimir Lanov spoke in Kazan. He left Vladimir, said Lanov.", False),
        ("Vladimir Lanov spoke in Kazan.", False),  # nothing tells it from "Aleppo Death"
    ],
)
def test_what_stands_before_surnames_alone_is_a_given_name(text: str, given: bool) -> None:
    words = Words(load().nlp(text))
    assert ("Vladimir" in given_names(words, surnames(words))) == given


def test_a_full_name_is_no_town_but_that_of_a_road_may_be() -> None:
    words = Words(load().nlp("A car struck Layla Marwan in Homs. Doctors saw Marwan at once."))
    assert given_names(words, frozenset({"Marwan"})) == {"Layla", "Layla Marwan"}
    words = Words(load().nlp("A car was found on Berry Lane. In that lane the Lane sisters live."))
    assert given_names(words, frozenset({"Lane"})) == frozenset()


def test_a_land_is_nobody_by_its_full_name() -> None:
    text = (
        "Some blame N. Korea for it.\n\n"
        "Witnesses of Korea saw North Korea test. North Korea denies it."
    )
    words = Words(load().nlp(text))
    assert not given_names(words, frozenset({"Korea"}))


def test_a_strain_is_no_delta(geoparser: Geoparser) -> None:
    assert surfaces(geoparser, "The Delta variant reached Lagos in May.") == ["Lagos"]
    found = surfaces(geoparser, "Gunmen in the Niger Delta freed two oil workers from Lagos.")
    assert found == ["Niger Delta", "Lagos"]


def test_initials_of_a_country_are_no_surname() -> None:
    words = Words(load().nlp("The list names Victor Chavez of Thales UK and Anna Low of Mode UK."))
    assert "UK" not in surnames(words)


def test_papers_and_peacekeepers_are_no_places(geoparser: Geoparser) -> None:
    text = "The Guardian and the Telegraph said that UNDOF had left the NGCA for Homs [EN/UK]."
    assert surfaces(geoparser, text) == ["Homs"]
    assert surfaces(geoparser, "The UK [and] US sent aid to Homs.") == ["UK", "US", "Homs"]


def test_a_place_that_ends_a_list_is_one_though_a_person_bears_its_name(
    geoparser: Geoparser,
) -> None:
    text = "Marta Gondar hid in a field. There were protests in Bahir Dar and Gondar in June."
    assert surfaces(geoparser, text) == ["Bahir Dar", "Gondar"]


def test_the_surname_of_a_person_named_in_full_is_no_place(geoparser: Geoparser) -> None:
    text = "The driver was Robert Kingston. Kingston said later that he had seen smoke over Idlib."
    assert "Kingston" not in surfaces(geoparser, text)
    assert "Idlib" in surfaces(geoparser, text)


@pytest.mark.parametrize(
    "said",
    [
        "He had lived in Kingston, Jamaica, until last year.",
        "No lorry has entered the town of Kingston since.",
        "He was on his way to the Kingston district.",
    ],
)
def test_a_place_that_shares_a_surname_is_kept_where_it_is_said_to_be_one(
    geoparser: Geoparser, said: str
) -> None:
    assert "Kingston" in surfaces(geoparser, f"The driver was Robert Kingston. {said}")


def test_a_word_without_a_capital_is_no_place(geoparser: Geoparser) -> None:
    text = "They live in cabins near Mafraq, no longer in tents, and drink from springs and wells."
    assert surfaces(geoparser, text) == ["Mafraq"]


def test_groups_of_several_words_are_no_places(geoparser: Geoparser) -> None:
    text = "Al Qaeda and the Nusra Front left Homs, and a reporter of al-Manar followed them."
    assert surfaces(geoparser, text) == ["Homs"]


@pytest.mark.parametrize(
    ("article", "found"),
    [
        ("The African Leaders Malaria Alliance (ALMA) met in Nairobi.", {"ALMA"}),
        ("Movement for the Emancipation of the Niger Delta (MEND)", {"MEND"}),
        ("Flights of the United Arab Emirates (UAE) went on.", set()),
        ("Troops of the Democratic Republic of the Congo (DRC) left.", set()),
        ("in the Federally Administered Tribal Areas (FATA)", set()),
        ("A man from Homs (ALMA) said so.", set()),
        ("(ALMA) Alma", set()),
    ],
)
def test_initials_that_an_article_spells_out_are_its_name_for_no_place(
    book: NameBook, article: str, found: set[str]
) -> None:
    assert abbreviations(article, book.is_known) == found


def test_an_abbreviation_is_no_place_wherever_the_article_repeats_it(
    geoparser: Geoparser,
) -> None:
    text = "The African Leaders Malaria Alliance (ALMA) met in Nairobi. Nets came from ALMA."
    assert "ALMA" not in surfaces(geoparser, text)


def test_a_side_of_the_world_is_no_region_that_bears_its_name(geoparser: Geoparser) -> None:
    text = "Officials in Homs said the West had looked away. The North bombed the South, they said."
    assert surfaces(geoparser, text) == ["Homs"]


def test_a_region_named_by_a_direction_is_one_where_the_article_is_about_its_land(
    geoparser: Geoparser,
) -> None:
    text = "Soldiers burned houses in the Southwest region of Cameroon. Kumba is empty, nuns said."
    read = {m.surface: m.place for m in geoparser.read(load().nlp(text), Article(text))[0]}
    assert read["Southwest"] is not None and read["Southwest"].country_code == "CM"
    elsewhere = "Rain fell on Homs, Hama and Idlib in Syria. Southwest of it the roads were closed."
    assert "Southwest" not in surfaces(geoparser, elsewhere)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("In North Kordofan, the army and its allies retook Kazgeil after clashes.", "Kazgeil"),
        ("A shell killed a family in Sarrin, south of Ain al-Arab/Kobane.", "Kobane"),
    ],
)
def test_what_only_ends_a_person_of_the_parse_is_no_surname(text: str, kept: str) -> None:
    assert kept not in surnames(Words(load().nlp(text)))


def test_letters_and_a_number_name_a_group_a_weapon_or_a_vehicle(geoparser: Geoparser) -> None:
    text = "Clashes went on between M23 and the army at Kibumba, where an F-16 and a T-72 burned."
    assert surfaces(geoparser, text) == ["Kibumba"]


def test_a_numbered_road_that_the_gazetteer_has_is_a_place(geoparser: Geoparser) -> None:
    text = "Rebels shelled a lorry on the M5 highway near Saraqib in Idlib."
    assert any(name.startswith("M5") for name in surfaces(geoparser, text))


def test_the_checkpoint_of_an_armed_group_is_called_after_no_place(geoparser: Geoparser) -> None:
    text = "Gunmen attacked an SDF checkpoint in Al-Shuhayl and a police checkpoint near Diban."
    assert surfaces(geoparser, text) == ["Al-Shuhayl", "Diban"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Penticton Indian Band opened its hall.", False),
        ("American Indian tribes sued over the dam.", False),
        ("Indian troops and Indian tribes met near Leh.", True),
        ("An Indian band played in Leh.", True),
    ],
)
def test_a_native_people_of_america_is_none_of_india(
    geoparser: Geoparser, text: str, found: bool
) -> None:
    assert ("Indian" in surfaces(geoparser, text)) == found


def test_a_label_of_a_photograph_and_an_agency_are_no_places(geoparser: Geoparser) -> None:
    text = "FILE - Boys play in Homs. A woman told Anadolu that they were hers. [HANDOUT]"
    assert surfaces(geoparser, text) == ["Homs"]


def test_what_is_called_after_a_place_far_away_is_none(geoparser: Geoparser) -> None:
    text = "Guinea pigs ran about in Homs. A Mexican standoff began with a Swiss Army knife."
    assert surfaces(geoparser, text) == ["Homs"]
    assert surfaces(geoparser, "Guinea sent Mexican pigs to the Swiss Army.") == [
        *("Guinea", "Mexican", "Swiss")
    ]


def test_missiles_and_aircraft_with_a_number_are_no_places(geoparser: Geoparser) -> None:
    text = "Launches of Kh-101 from Engels; a Tu-95MS and a Su-34 had left Olenya for Kursk."
    assert surfaces(geoparser, text) == ["Engels", "Olenya", "Kursk"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Middle Shabelle\n• Jowhar town: embankment at a village breached.", "Shabelle"),
        ("A tree fell on his car near Listowel, Co Kerry.", "Kerry"),
    ],
)
def test_a_part_of_a_land_is_no_given_name(text: str, kept: str) -> None:
    assert kept not in surnames(Words(load().nlp(text)))
    assert "Kingston" in surnames(Words(load().nlp("The driver was Robert Kingston.")))
