"""From names to places, with the names that other gazetteers get wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from geopy.distance import geodesic

from dateline.errors import GazetteerError
from dateline.gazetteer import PRECISIONS, Gazetteer, Place
from dateline.resources import data_folder


def first(gazetteer: Gazetteer, name: str) -> Place:
    return gazetteer.place(gazetteer.candidates(name)[0].row)


def test_both_tripolis_are_candidates(gazetteer: Gazetteer) -> None:
    places = [gazetteer.place(row) for row, _ in gazetteer.candidates("Tripoli")]
    towns = [place.country_code for place in places if place.precision == "city"]
    assert towns[:2] == ["LY", "LB"]


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Aleppo", "SY", 36.2, 37.16),
        ("حلب", "SY", 36.2, 37.16),
        ("Київ", "UA", 50.45, 30.52),
        ("Kiev", "UA", 50.45, 30.52),
        ("Kyiv", "UA", 50.45, 30.52),
        ("Бахмут", "UA", 48.59, 38.0),
        ("Kobani", "SY", 36.89, 38.35),
        ("al-Bab", "SY", 36.37, 37.52),
        ("Bab", "SY", 36.37, 37.52),
        ("Palmyra", "SY", 34.56, 38.27),
        ("Deir al-Zour", "SY", 35.34, 40.14),
        ("Shejaiya", "PS", 31.5, 34.47),
        ("الشجاعية", "PS", 31.5, 34.47),
        ("Khan Younes", "PS", 31.34, 34.31),
        ("Beni", "CD", 0.49, 29.47),
        ("Sebastopol", "UA", 44.6, 33.52),
        ("Srebrenica", "BA", 44.1, 19.3),
        ("Zaporizhzhia nuclear power plant", "UA", 47.51, 34.59),
        ("Castello Road", "SY", 36.25, 37.13),
        ("Kerem Shalom crossing", "PS", 31.23, 34.27),
        ("Khartoum airport", "SD", 15.59, 32.55),
        ("Jabalia refugee camp", "PS", 31.53, 34.5),
    ],
)
def test_the_likeliest_place_is_the_one_in_the_news(
    gazetteer: Gazetteer, name: str, country: str, latitude: float, longitude: float
) -> None:
    place = first(gazetteer, name)
    assert place.country_code == country
    assert geodesic((place.latitude, place.longitude), (latitude, longitude)).km < 15


@pytest.mark.parametrize("name", ["Deir ez-Zor", "Dayr az-Zawr", "Deir Ezzor", "Deir al-Zor"])
def test_deir_ez_zor_is_town_and_governorate_in_every_spelling(
    gazetteer: Gazetteer, name: str
) -> None:
    precisions = {gazetteer.place(row).precision for row, _ in gazetteer.candidates(name)}
    assert {"city", "region"} <= precisions or name != "Deir ez-Zor"
    assert first(gazetteer, name).admin1 == "Deir ez-Zor"


@pytest.mark.parametrize("name", ["Hasaka", "Hasakeh", "Hassakeh", "Al-Hasakah", "al-Hassakah"])
def test_hasaka_is_found_however_it_is_written(gazetteer: Gazetteer, name: str) -> None:
    assert first(gazetteer, name).admin1 == "Al-Hasakah"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Syrians", "SY"),
        ("French", "FR"),
        ("Britons", "GB"),
        ("Palestinian", "PS"),
        ("Iraqis", "IQ"),
        ("Dutch", "NL"),
        ("Texans", "US"),
    ],
)
def test_demonyms_lead_to_their_country_or_state(
    gazetteer: Gazetteer, name: str, country: str
) -> None:
    assert gazetteer.is_demonym(name)
    assert first(gazetteer, name).country_code == country
    assert gazetteer.candidates(name)[0].quality == 3


def test_a_people_without_a_country_is_no_demonym(gazetteer: Gazetteer) -> None:
    assert not gazetteer.is_demonym("Kurds")
    assert not gazetteer.is_demonym("Aleppo")


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [  # GeoNames' own values, from two independent copies of its country table
        ("US", 39.76, -98.5),
        ("GB", 54.75844, -2.69531),
        ("CA", 60.10867, -113.64258),
        ("SY", 35.0, 38.0),
        ("UA", 49.0, 32.0),
        ("RU", 60.0, 100.0),
        ("IQ", 33.0, 44.0),
        ("SD", 16.0, 30.0),
        ("CD", -2.5, 23.5),
        ("ET", 9.0, 39.5),
        ("JP", 35.68536, 139.75309),
        ("PS", 31.92157, 35.20329),
    ],
)
def test_country_points_are_those_of_geonames(
    gazetteer: Gazetteer, code: str, latitude: float, longitude: float
) -> None:
    country = PRECISIONS.index("country")
    is_it = (gazetteer.country == gazetteer.countries.index(code)) & (
        gazetteer.precision == country
    )
    (row,) = np.flatnonzero(is_it)
    assert gazetteer.latitude[row] == pytest.approx(latitude, abs=1e-4)
    assert gazetteer.longitude[row] == pytest.approx(longitude, abs=1e-4)


def test_the_west_bank_lies_by_the_jordan(gazetteer: Gazetteer) -> None:
    """An empty country code used as a key once put it into the Sulu Sea."""
    place = first(gazetteer, "West Bank")
    assert geodesic((place.latitude, place.longitude), (32.0, 35.25)).km < 40


def test_no_division_lies_far_from_its_own_towns(gazetteer: Gazetteer) -> None:
    towns = np.flatnonzero((gazetteer.population > 100_000) & (gazetteer.admin1 >= 0))
    whole = gazetteer.admin1[towns]
    north = np.abs(gazetteer.latitude[towns] - gazetteer.latitude[whole])
    assert np.count_nonzero(north > 12) == 0


@pytest.mark.parametrize("word", ["us", "in", "In", "Or", "me", "Miss", "Mass"])
def test_words_are_not_states(gazetteer: Gazetteer, word: str) -> None:
    states = {gazetteer.place(row).country_code for row, _ in gazetteer.candidates(word)}
    assert "US" not in states or word in ("Mass", "Miss")
    assert not any(
        gazetteer.place(row).precision in ("country", "region") and quality < 3
        for row, quality in gazetteer.candidates(word)
    )


def test_abbreviations_are_found_as_they_are_printed(gazetteer: Gazetteer) -> None:
    assert first(gazetteer, "US").name == first(gazetteer, "U.S.").name == "United States"
    assert first(gazetteer, "Miss.").name == "Mississippi"
    codes = {gazetteer.place(row).name: quality for row, quality in gazetteer.candidates("IN")}
    assert codes["Indiana"] == 2  # worse than a name: a headline in capitals says IN too


@pytest.mark.parametrize(
    ("name", "place"),
    [("ElFasher", "El Fasher"), ("WestKordofan", "West Kordofan"), ("GazaCity", "Gaza City")],
)
def test_a_name_written_as_one_word_is_read_word_by_word(
    gazetteer: Gazetteer, name: str, place: str
) -> None:
    assert gazetteer.is_known(name)
    assert first(gazetteer, name).name == place


@pytest.mark.parametrize("name", ["YouTube", "McVeigh", "WhatsApp", "VanDamme", "UKraine2"])
def test_a_brand_or_a_surname_is_not_taken_apart_into_a_place(
    gazetteer: Gazetteer, name: str
) -> None:
    assert not gazetteer.is_known(name)


def test_no_country_is_reached_by_its_sound(gazetteer: Gazetteer) -> None:
    for name in ("Slavonia", "Albanya", "Irak City", "Malli"):
        found = [gazetteer.place(c.row) for c in gazetteer.candidates(name) if c.quality >= 3]
        assert "country" not in {place.precision for place in found if place.name != "Iraq"}


def test_a_town_and_its_division_are_told_apart(gazetteer: Gazetteer) -> None:
    town, region = (gazetteer.row(f"geonames:{n}") for n in (170063, 170062))
    assert town is not None and region is not None
    assert gazetteer.admin1[town] == region == gazetteer.admin1[region]
    assert gazetteer.lies_in(town, region)
    assert not gazetteer.lies_in(region, town)


def test_ids_lead_back_to_their_rows(gazetteer: Gazetteer) -> None:
    for row in np.linspace(0, len(gazetteer) - 1, 200, dtype=int):
        assert gazetteer.row(gazetteer.gazetteer_id(int(row))) == row
        assert gazetteer.row(gazetteer.place(int(row)).gazetteer_id) == row
    for unknown in ("geonames:0", "geonames:x", "nowhere:1", "dateline:narnia", "", "geonames"):
        assert gazetteer.row(unknown) is None
        assert gazetteer.by_gazetteer_id(unknown) is None


def test_every_place_has_a_point_on_earth_and_a_name(gazetteer: Gazetteer) -> None:
    assert np.all(np.abs(gazetteer.latitude) <= 90)
    assert np.all(np.abs(gazetteer.longitude) <= 180)
    assert np.all((gazetteer.admin1 >= -1) & (gazetteer.admin1 < len(gazetteer)))
    assert gazetteer.precision.max() < len(PRECISIONS)
    assert all(gazetteer.place(row).name for row in range(0, len(gazetteer), 5_000))


def test_unknown_names_are_empty_not_wrong(gazetteer: Gazetteer) -> None:
    for name in ("", " ", "\0", "Xqzzvw", "…", "x" * 500):
        assert gazetteer.candidates(name) == []
        assert not gazetteer.is_known(name)


def test_the_limit_keeps_the_likeliest(gazetteer: Gazetteer) -> None:
    every = gazetteer.candidates("San José", 500)
    assert len(every) > 40
    assert gazetteer.candidates("San José", 3) == every[:3]


def test_changing_an_answer_does_not_change_the_next(gazetteer: Gazetteer) -> None:
    gazetteer.candidates("Aleppo").clear()
    assert gazetteer.candidates("Aleppo")


def test_neighbours_share_a_border(gazetteer: Gazetteer) -> None:
    assert gazetteer.neighbours("SY") == {"IQ", "JO", "IL", "TR", "LB"}
    assert gazetteer.neighbours("XX") == frozenset()


def test_a_missing_gazetteer_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"dateline\.gazetteer\.build"):
        Gazetteer.open(tmp_path)


def test_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gazetteer.json").write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(GazetteerError, match="format 99"):
        Gazetteer.open(tmp_path)


def test_the_names_are_mapped_not_read(tmp_path: Path) -> None:
    """In a fresh process, where nothing else has read the file; the kernel lists what is mapped."""
    if not Path("/proc/self/maps").exists():
        pytest.skip("this system does not list the files that a process maps")
    shutil.copytree(data_folder() / "gazetteer", tmp_path / "gazetteer")
    program = (
        "import sys; from pathlib import Path; from dateline.gazetteer import Gazetteer;"
        "g = Gazetteer.open(Path(sys.argv[1])); print(Path('/proc/self/maps').read_text())"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "gazetteer")]
    mapped = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"{tmp_path}/gazetteer/names.marisa" in mapped


def test_the_files_fit_a_repository() -> None:
    size = sum(path.stat().st_size for path in (data_folder() / "gazetteer").iterdir())
    assert size < 40e6


def test_what_sounds_alike_is_found_though_others_bear_the_name(gazetteer: Gazetteer) -> None:
    exact = {gazetteer.place(c.row).country_code for c in gazetteer.candidates("Khalasa")}
    alike = gazetteer.sound_alikes("Khalasa")
    assert "SY" not in exact
    assert "SY" in {gazetteer.place(row).country_code for row in alike}
    assert set(alike.values()) <= {5, 6}
    closest = gazetteer.sound_alikes("Khalasa", closest=True)
    assert set(closest.items()) <= set(alike.items())


def test_a_people_is_no_other_name_of_a_desert(gazetteer: Gazetteer) -> None:
    found = [gazetteer.place(candidate.row) for candidate in gazetteer.candidates("Syrian")]
    assert [place.country_code for place in found] == ["SY"]


def test_distances_go_from_each_place_to_each_other(gazetteer: Gazetteer) -> None:
    rows = np.array([gazetteer.candidates(name)[0].row for name in ("Aleppo", "Homs")])
    away = gazetteer.km_between(rows, rows[:1])
    assert away.shape == (2, 1) and away[0, 0] == 0 and 150 < away[1, 0] < 180
