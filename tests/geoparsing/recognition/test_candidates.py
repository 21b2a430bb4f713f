"""Candidates must hold nearly every toponym, and no person that a rule can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.candidates import candidate_spans
from dateline.geoparsing.recognition.certain_places import certain_places
from dateline.geoparsing.recognition.words import Words
from dateline.language_model import LanguageModel

Surfaces = Callable[[str], list[str]]

ENGLISH = English()


@pytest.fixture(scope="module")
def surfaces(language: LanguageModel, book: NameBook) -> Surfaces:
    def found(text: str) -> list[str]:
        words = Words(language.nlp(text))
        certain = certain_places(words)
        spans = candidate_spans(words, certain, book.is_known, book.is_container)
        return [text[c.start : c.end] for c in spans]

    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She studied at the University of Oxford before the war.", "Oxford"),
        ("Fighters left al-Bab at dawn.", "al-Bab"),
        ("Trucks waited at Pul-e Khumri.", "Pul-e Khumri"),
        ("Judges met in The Hague.", "The Hague"),
        ("The Deir ez-Zor air base was cut off.", "Deir ez-Zor air base"),
        ("Nurses fled the Kunduz hospital.", "Kunduz hospital"),
        ("He lives on Old Alder Road.", "Old Alder Road"),
        ("A mine closed in Queen Anne's County.", "Queen Anne's County"),
        ("The U.S.-led coalition withdrew.", "U.S."),
        ("Trucks wait at the U.S.-Mexico border.", "Mexico"),
        ("He was born in Wheeling, W.Va. and died there.", "W.Va."),
        ("EU ministers met.", "EU"),
        ("A jury in DeKalb heard it.", "DeKalb"),
        ("Farmers near KwaXhosa and AlZahrunat waited.", "AlZahrunat"),
        ("Flights to Halifax and St. John's were late.", "St. John's"),
        ("They knelt at St. Anthony's Chapel.", "St. Anthony's Chapel"),
        ("They saw St. Petersburg's Hospital.", "St. Petersburg"),
        ("Syrian and Iraqi officers spoke.", "Syrian"),
        ("They shelled the village of Tell Qarmish again.", "Tell Qarmish"),
        ("Shops in the al-Zahrun neighbourhood burned.", "al-Zahrun"),
        ("Two roads in the southern district of Rambusa were cut.", "Rambusa"),
        ("Fighting in Syrias north went on.", "Syrias"),
        ("Soldiers shot at cars at the Qalandia checkpoint.", "Qalandia checkpoint"),
        ("Militants raided a quarry in Bur Abor, Mandera County.", "Bur Abor"),
        ("Gangs hold most of Croix-des-Bouquets.", "Croix-des-Bouquets"),
        ("No flour has come to Homs.2. The army has left.", "Homs"),
        ("ROME (Meridian) -Lebanon's army has left.", "Lebanon"),
        ("Men drove to the village Tell Qarmish again.", "Tell Qarmish"),
        ("It rained.\n09:31 The Litani bridge at Qasmiyeh has been closed.", "Litani bridge"),
        ("REBELS ENTER GOMA AT DAWN\n\nThe army left.", "GOMA"),
    ],
)
def test_a_name_is_a_candidate_where_it_is_hidden(
    surfaces: Surfaces, text: str, wanted: str
) -> None:
    assert wanted in surfaces(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mr. Jordan sold the house.", "Jordan"),
        ("Chad Wickers, a driver, was tired.", "Chad"),
        ("“We saved nothing,” said Georgia, a nurse, at dusk.", "Georgia"),
        ("“GIVE US WATER,” the roof said in paint.", "US"),
        ("Voters in St. Paul's suburbs stayed at home.", "St. Paul's"),
        ("In May they left. Or so he says.", "In"),
        ("The U.S.-Mexicotel deal fell.", "Mexico"),
        ("HarvestWire and JetBlue have not flown there.", "JetBlue"),
        ("They knelt at St. Anthony's Chapel.", "St. Anthony"),
        ("They knelt at St. Anthony's Chapel.", "Chapel"),
        ("They met on Saint Paul’s Square.", "Saint Paul"),
        ("A Homs-2 pump was sold.", "Homs"),
        ("Nobody spoke for Hamas.2. The army has left.", "Hamas"),
        ("14:20 – The Kerem Shalom crossing is shut.", "The Kerem Shalom crossing"),
    ],
)
def test_a_person_or_a_word_is_no_candidate(surfaces: Surfaces, text: str, person: str) -> None:
    assert person not in surfaces(text)


def test_a_surname_is_no_candidate_though_a_town_of_that_name_is(surfaces: Surfaces) -> None:
    found = surfaces("Zahra Ghazni searched for her sister. They came from a village in Ghazni.")
    assert found.count("Ghazni") == 1


def test_a_country_stays_a_candidate_beside_a_title_of_office(surfaces: Surfaces) -> None:
    assert "Chad" in surfaces("Chad President Idrissa Wek spoke.")


def test_a_country_that_speaks_stays_a_candidate(surfaces: Surfaces) -> None:
    assert "Jordan" in surfaces("The border is open, said Jordan on Monday.")


@given(st.text(max_size=120))
@settings(max_examples=60)
def test_any_text_gives_spans_inside_it_in_order(text: str) -> None:
    words = Words(ENGLISH(text))
    found = candidate_spans(
        words, certain_places(words), lambda name: len(name) % 2 == 0, lambda name: len(name) > 4
    )
    assert all(0 <= c.start < c.end <= len(text) for c in found)
    assert [(c.start, c.end) for c in found] == sorted({(c.start, c.end) for c in found})
