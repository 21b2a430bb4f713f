"""Namesakes: which one is meant, how sure that is, and what else it could be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.findings import Article, Mention
from dateline.gazetteer.place import Place
from dateline.geoparsing import Geoparser
from dateline.geoparsing.recognition.recogniser import Span
from dateline.geoparsing.resolution.resolver import RUNNERS_UP
from dateline.language_model import LanguageModel

Read = Callable[[str], tuple[Mention, ...]]

LEBANON = (
    "TRIPOLI, Lebanon — Gunmen fought in Tripoli, north of Beirut, on Friday. The Lebanese army "
    "sent troops from Sidon."
)
LIBYA = (
    "Militias shelled the outskirts of Tripoli on Friday. Libya's oil port of Ras Lanuf closed; "
    "Misrata and Benghazi sent ambulances."
)


def place(mentions: tuple[Mention, ...], surface: str) -> Place:
    found = next(mention.place for mention in mentions if mention.surface == surface)
    assert found is not None
    return found


@pytest.mark.parametrize(("text", "country"), [(LEBANON, "LB"), (LIBYA, "LY")])
def test_two_tripolis_are_told_apart_by_their_company(
    mentions: Read, text: str, country: str
) -> None:
    found = mentions(text)
    assert {m.place.country_code for m in found if m.place and m.surface.lower() == "tripoli"} == {
        country
    }


@pytest.mark.parametrize(
    ("text", "surface", "country", "admin1"),
    [
        ("A bakery burned in Paris, Texas, on Monday.", "Paris", "US", "Texas"),
        ("In Odessa, Texas, a teacher read of Odesa in Ukraine.", "Odessa", "US", "Texas"),
        ("Snow closed roads in Washington state, from Seattle to Spokane.", "Washington", "US",
         "Washington"),
        ("Washington warned Moscow and Beijing.", "Washington", "US", "District of Columbia"),
        ("Georgia and Armenia closed the border after talks in Tbilisi.", "Georgia", "GE", ""),
        ("Senators from Georgia, Alabama and Florida voted in Atlanta.", "Georgia", "US",
         "Georgia"),
    ],
)  # fmt: skip
def test_the_words_around_choose_the_namesake(
    mentions: Read, text: str, surface: str, country: str, admin1: str
) -> None:
    found = place(mentions(text), surface)
    assert (found.country_code, found.admin1) == (country, admin1)


@pytest.mark.parametrize("name", ["Jordan", "Syria", "Mali", "France", "Chad", "Lebanon"])
def test_a_country_is_never_drawn_as_a_town(mentions: Read, name: str) -> None:
    found = place(mentions(f"The government of {name} signed the treaty on Tuesday."), name)
    assert (found.name, found.precision) == (name, "country")


@pytest.mark.parametrize(
    ("demonym", "country"), [("Syrian", "SY"), ("Israelis", "IL"), ("Sudanese", "SD")]
)
def test_a_people_stands_in_its_country(mentions: Read, demonym: str, country: str) -> None:
    found = place(mentions(f"Three {demonym} were held at the border for a week."), demonym)
    assert (found.country_code, found.precision) == (country, "country")


def test_a_town_is_meant_unless_the_text_says_province(mentions: Read) -> None:
    text = "Shells hit Aleppo and Idlib in Syria. Villages in Aleppo province, Syria, were emptied."
    first, *_, last = [m.place for m in mentions(text) if m.surface == "Aleppo"]
    assert first is not None and first.precision == "city"
    assert last is not None and last.precision == "region"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Residents fled from Mazatlán to Durango and Nayarit, in Mexico.", "Nayarit"),
        ("Tanks entered Gaza at dawn. Tents burned in Rafah and in Gaza City.", "Gaza"),
        ("Air strikes killed twelve people in Gaza. Families left Rafah on foot.", "Gaza"),
        ("Rebels took a village in Cauca. Soldiers came from Popayán in Colombia.", "Cauca"),
    ],
)
def test_a_region_is_meant_where_its_town_goes_by_another_name(
    mentions: Read, text: str, surface: str
) -> None:
    assert place(mentions(text), surface).precision == "region"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells from the left bank of the Dnipro killed a couple in Kherson.", "Dnieper"),
        ("Shells from the left bank killed a couple in Dnipro, and one in Kherson.", "Dnipro"),
        ("The Dnipro mayor said that trains to Kherson would run.", "Dnipro"),
    ],
)
def test_an_article_before_a_towns_name_means_the_river(
    mentions: Read, text: str, name: str
) -> None:
    assert place(mentions(text), "Dnipro").name == name


@pytest.mark.parametrize(
    ("text", "surface", "feature"),
    [
        (
            "Cholera spread along the Niger in Nigeria. Lokoja and Idah closed schools.",
            "Niger",
            "STM",
        ),
        (
            "In Lokoja, where the Niger meets the Benue, boats sank. Nigeria mourned.",
            "Niger",
            "STM",
        ),
        ("Shots were heard on the west bank of the Jordan, near Jericho.", "Jordan", "STM"),
        ("The Niger burst its banks at Gao and Timbuktu in Mali.", "Niger", "STM"),
        ("Troops from Niger crossed into Mali near Gao and Ansongo.", "Niger", "PCLI"),
        ("The Gambia joins Senegal in the talks in Dakar and Banjul.", "Gambia", "PCLI"),
        ("Police in the Gambia meet their colleagues from Senegal in Banjul.", "Gambia", "PCLI"),
    ],
)
def test_what_has_banks_or_flows_is_a_river_though_a_country_is_called_so(
    mentions: Read, text: str, surface: str, feature: str
) -> None:
    assert place(mentions(text), surface).feature_code == feature


def test_the_river_yields_to_no_great_city_of_its_name(mentions: Read) -> None:
    text = (
        "Guns on the left bank of the Dnipro shelled Kherson on Sunday. Families in Antonivka left "
        "for Mykolaiv and Odesa, and gunners fired from Oleshky and Hola Prystan."
    )
    assert place(mentions(text), "Dnipro").name == "Dnieper"


def test_a_lake_is_meant_though_a_district_on_its_shore_is_called_so(mentions: Read) -> None:
    text = (
        "Soldiers from Geidam chased the men towards Lake Chad after Dapchi in Yobe State burned. "
        "In Baga and Damaturu markets were shut."
    )
    assert place(mentions(text), "Lake Chad").feature_code == "LK"


def test_a_town_is_meant_though_its_district_is_spelled_as_the_text_does(mentions: Read) -> None:
    read = mentions("Fighters took Menbij in northern Syria. Families fled to Aleppo and Azaz.")
    assert place(read, "Menbij").precision == "city"


def test_an_unknown_name_never_costs_another_its_place(
    geoparser: Geoparser, language: LanguageModel
) -> None:
    text = "Shells fell on Zzyqqthorpe and on Homs."
    doc = language.nlp(text)
    start = text.index("Zzyqqthorpe")
    spans = [Span(start, start + 11, 0.9), Span(text.index("Homs"), text.index("Homs") + 4, 0.9)]
    unknown, known = geoparser.resolver.resolve(doc, spans)
    assert (unknown.row, unknown.confidence) == (None, None)
    assert known.row is not None


def test_no_spans_give_no_resolutions(geoparser: Geoparser, language: LanguageModel) -> None:
    assert geoparser.resolver.resolve(language.nlp("Nothing here."), []) == []


def test_confidence_lies_in_0_to_1_and_is_missing_exactly_where_the_place_is(
    mentions: Read,
) -> None:
    for text in (LEBANON, LIBYA, "Springfield, Oxford, Cambridge, Paris and London voted."):
        for mention in mentions(text):
            assert (mention.confidence is None) == (mention.place is None)
            assert mention.confidence is None or 0 <= mention.confidence <= 1
            assert len(mention.runners_up) <= RUNNERS_UP
            scores = [score for _, score in mention.runners_up]
            assert scores == sorted(scores, reverse=True) and all(0 <= s <= 1 for s in scores)
            assert mention.place not in [other for other, _ in mention.runners_up]


def test_reading_twice_gives_the_same(geoparser: Geoparser, language: LanguageModel) -> None:
    article = Article(LEBANON)
    first = geoparser.read(language.nlp(LEBANON), article)
    assert geoparser.read(language.nlp(LEBANON), article) == first


def test_the_dateline_is_where_the_article_was_filed(
    geoparser: Geoparser, language: LanguageModel
) -> None:
    _, dateline, focus = geoparser.read(language.nlp(LEBANON), Article(LEBANON))
    assert dateline is not None and (dateline.name, dateline.country_code) == ("Tripoli", "LB")
    assert focus is not None
    _, dateline, focus = geoparser.read(language.nlp("Nothing."), Article("Nothing."))
    assert (dateline, focus) == (None, None)


def test_every_mention_lies_in_its_sentence(mentions: Read) -> None:
    for mention in mentions(LIBYA):
        assert mention.sentence_start <= mention.start < mention.end <= mention.sentence_end
        assert LIBYA[mention.start : mention.end] == mention.surface


NAMES = ("Paris", "Texas", "Syria", "Hama", "al-Bab", ", ", " in ", " and ", "’s ", "\n", "—", "x ")


@given(st.lists(st.sampled_from(NAMES), max_size=12))
@settings(max_examples=25)
def test_any_run_of_names_can_be_read(
    geoparser: Geoparser, language: LanguageModel, pieces: list[str]
) -> None:
    text = "".join(pieces)
    found, _, _ = geoparser.read(language.nlp(text), Article(text))
    assert all(text[m.start : m.end] == m.surface for m in found)


def test_a_village_that_sounds_alike_is_sought_where_the_article_plays(mentions: Read) -> None:
    text = (
        "Rebels shelled two villages in Idlib on Sunday. Men from Kefraya and Foua reached Saraqib "
        "and Aleppo at night, the Syrian army said."
    )
    assert place(mentions(text), "Kefraya").country_code == "SY"


def test_a_gate_of_the_town_is_not_drawn_across_the_sea(mentions: Read) -> None:
    text = (
        "Soldiers entered the Iron Gate on Monday. By noon they held most of eastern Aleppo, from "
        "Sakhour to Hanano, and buses left for Idlib and Jarabulus."
    )
    for mention in mentions(text):
        assert mention.place is None or mention.place.country_code == "SY"


def test_abroad_new_york_is_the_city_and_at_home_the_state_can_be(mentions: Read) -> None:
    abroad = (
        "The council met in New York on Monday over Aleppo. Envoys from Damascus and Idlib stayed "
        "away; shells fell on Homs and Hama."
    )
    assert place(mentions(abroad), "New York").precision == "city"
    home = "Snow closed schools across New York state, from Buffalo to Albany, on Monday."
    assert place(mentions(home), "New York").precision == "region"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Russia will close the US consulate in St. Petersburg, the ministry said.", "US"),
        ("A ship unloaded guns at the Syrian port of Latakia on Monday.", "Syrian"),
    ],
)
def test_the_consulate_of_a_country_is_not_drawn_for_the_country(
    mentions: Read, text: str, surface: str
) -> None:
    assert place(mentions(text), surface).precision == "country"


def test_a_barangay_is_sought_in_the_city_that_follows(mentions: Read) -> None:
    text = "Soldiers clashed with rebels in Barangay Buenavista, Himamaylan City, in Negros."
    found = place(mentions(text), "Barangay Buenavista")
    assert (found.country_code, found.admin1) == ("PH", "Western Visayas")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Peru, a village of 400 near Elkader, Iowa, has no church.", "city"),
        ("Peru, a member of the council, and Chile sent tents to Haiti.", "country"),
    ],
)
def test_a_village_is_no_country(mentions: Read, text: str, precision: str) -> None:
    assert place(mentions(text), "Peru").precision == precision
