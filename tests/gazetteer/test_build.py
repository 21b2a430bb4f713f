"""The gazetteer made from a handful of invented places: the same every time, and joined rightly."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.gazetteer import Gazetteer
from dateline.gazetteer.build import build, main
from dateline.gazetteer.making.entry import Entry, is_kept, plain_name, script
from dateline.gazetteer.making.geonames import bare
from dateline.gazetteer.making.whos_on_first import romanise

CITIES = """\
geonameid,name,asciiname,alternatenames,latitude,longitude,feature_class,feature_code,country,admin1,admin2,population,modified,edition
1,Qarāba,Qaraba,"Qarabeh,QRB,qrb,قرابة,Караба",35.1,37.1,P,PPLC,SY,09,0901,500000,,2026
2,Tall Nūr,Tall Nur,Nurtepe,35.3,37.3,P,PPL,SY,09,0901,,,2026
3,Old Ruin,Old Ruin,,35.4,37.4,P,PPLQ,SY,09,0901,,,2026
4,Harbour Bend,Harbour Bend,,41.0,-93.0,P,PPL,US,IA,001,4000,,2026
5,West Quarter,West Quarter,,35.12,37.08,P,PPLX,SY,09,0901,9000,,2026
"""
COUNTRIES = (
    "# ISO	…\n"
    "SY\tSYR\t760\tSY\tSyria\tQaraba\t1\t20000000\tAS" + "\t" * 8 + "900\tUS\t\n"
    "US\tUSA\t840\tUS\tUnited States\tCapital\t1\t300000000\tNA" + "\t" * 8 + "901\t\t\n"
)
ADMIN1 = "SY.09\tAleppo Governorate\tAleppo Governorate\t910\nUS.IA\tIowa\tIowa\t911\n"
ADMIN2 = (
    "SY.09.0901\tQarāba District\tQaraba District\t920\nUS.IA.001\tBend County\tBend County\t921\n"
)
POINTS = """\
geonameid,wof_id,level,name,country,parent_admin1,latitude,longitude,src_geom,names_preferred
910,1,admin1,Aleppo,SY,,35.5,37.5,x,
"""
OCHA = """\
level,pcode,name_en,name_en_ref,name_ar,latitude,longitude,area_en,city_en,adm3_en,adm2_en,adm1_en,adm1_ar,adm1_pcode,updated
adm3,SY0901,Qaraba,Qaraba,قرابة,35.1,37.1,,,,Qaraba,Aleppo,حلب,SY09,
neighbourhood,N1,Al Wadi,Al Wadi,الوادي,35.11,37.09,,Qaraba,Qaraba,Qaraba,Aleppo,حلب,SY09,
"""
AIRPORTS = """\
icao,iata,name,city,subd,country,lat,lon,elevation
OSQB,QRB,Qaraba International Airport,Qaraba,Aleppo,SY,35.2,37.2,10
KTIN,,Tiny Field,Lonetree,Iowa,US,41.5,-93.5,10
OSNR,,Nur Air Base,,Aleppo,SY,35.31,37.31,10
"""
WOF_HEADER = (
    "wof_id,geonameid,name,names_preferred,alternatenames,latitude,longitude,feature_class,"
    "feature_code,placetype,country,admin1,admin2,gn_admin1_code,population,src_geom\n"
)
WOF = (
    WOF_HEADER
    + """\
50,2,Tall Nur,ara=تل نور|heb=תל נור,,35.3,37.3,P,PPL,locality,SY,Aleppo,Qaraba,09,,geonames
51,60,Ayn Sabil,ara=عين سبيل,Ein Sabil,35.6,37.6,P,PPL,locality,SY,Aleppo,Qaraba,09,,geonames
52,,Ayn Sabil,,,35.61,37.61,P,PPL,locality,SY,Aleppo,Qaraba,,,quattroshapes
53,,Ayn Sabil,,,36.6,38.6,P,PPL,locality,SY,Aleppo,Qaraba,,,quattroshapes
54,900,Syria,,Syrian,35,38,,,country,SY,,,,1,x
"""
)


def layer(*features: tuple[dict[str, Any], str, Any]) -> str:
    return json.dumps(
        {
            "features": [
                {"properties": properties, "geometry": {"type": kind, "coordinates": where}}
                for properties, kind, where in features
            ]
        }
    )


RIVER = (
    {"name": "Nahr", "featurecla": "River", "scalerank": 3},
    "LineString",
    [[37, 35], [38, 36]],
)
DIVISION = {"iso_a2": "US", "name": "Iowa", "adm0_sr": 1, "scalerank": 2, "datarank": 2}
ISLET = {**DIVISION, "adm0_sr": 7}
NOWHERE = {**DIVISION, "iso_a2": "", "name": "Aleppo Governorate"}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    label = {"featurecla": "Admin-1 scale rank"}
    files = {
        "geonames_cities.csv.gz": CITIES,
        "countryInfo.txt": COUNTRIES,
        "admin1CodesASCII.txt": ADMIN1,
        "admin2Codes.txt.gz": ADMIN2,
        "admin1_admin2_points.csv.gz": POINTS,
        "ocha_syria_admin_neighbourhoods.csv": OCHA,
        "airports.csv.gz": AIRPORTS,
        "wof_sy.csv.gz": WOF,
        "ne_10m_admin_1_label_points.geojson.gz": layer(
            (ISLET | label, "Point", [-80, 30]),
            (DIVISION | label, "Point", [-93.4, 42.1]),
            (NOWHERE | label, "Point", [123, 10]),
        ),
        "ne_10m_rivers_lake_centerlines.geojson.gz": layer(RIVER),
    }
    for name in (
        "ne_10m_admin_0_label_points.geojson.gz",
        "ne_10m_admin_0_disputed_areas.geojson",
        "ne_10m_geography_marine_polys.geojson.gz",
        "ne_10m_geography_regions_polys.geojson.gz",
        "ne_10m_geography_regions_points.geojson",
        "ne_10m_geography_regions_elevation_points.geojson",
        "ne_10m_lakes.geojson.gz",
        "ne_10m_populated_places_simple.geojson.gz",
    ):
        files[name] = layer()
    for name, text in files.items():
        data = text.encode("utf-8")
        (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return folder


@pytest.fixture
def small(sources: Path, tmp_path: Path) -> Gazetteer:
    build(sources, tmp_path / "out")
    return Gazetteer.open(tmp_path / "out")


def names(gazetteer: Gazetteer, name: str) -> list[str]:
    return [gazetteer.gazetteer_id(row) for row, _ in gazetteer.candidates(name)]


def test_the_same_sources_give_the_same_files(sources: Path, tmp_path: Path) -> None:
    versions = [build(sources, tmp_path / name)[0] for name in ("one", "two")]
    assert versions[0] == versions[1]
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_another_name_gives_another_version(sources: Path, tmp_path: Path) -> None:
    before, _ = build(sources, tmp_path / "out")
    text = CITIES.replace("Nurtepe", "Nuristan")
    (sources / "geonames_cities.csv.gz").write_bytes(gzip.compress(text.encode()))
    assert build(sources, tmp_path / "out")[0] != before


def test_a_gazetteer_that_is_open_survives_its_rebuilding(
    sources: Path, small: Gazetteer, tmp_path: Path
) -> None:
    (sources / "geonames_cities.csv.gz").write_bytes(gzip.compress(CITIES[:400].encode()))
    build(sources, tmp_path / "out")
    assert names(small, "Nurtepe") == ["geonames:2"]


def test_the_command_says_what_it_made(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--sources", str(sources), "--output", str(tmp_path / "out")])
    version = Gazetteer.open(tmp_path / "out").version
    assert f"version {version}" in capsys.readouterr().out


def test_a_town_is_found_in_every_script_but_not_by_its_codes(small: Gazetteer) -> None:
    for name in ("Qarāba", "Qaraba", "Qarabeh", "قرابة", "Караба"):
        assert "geonames:1" in names(small, name)
    assert "geonames:1" not in names(small, "QRB")


def test_what_no_longer_stands_is_left_out(small: Gazetteer) -> None:
    assert names(small, "Old Ruin") == []


def test_a_second_source_adds_names_and_no_second_place(small: Gazetteer) -> None:
    assert names(small, "تل نور") == ["geonames:2"]
    assert names(small, "Tall Nur").count("geonames:2") == 1
    assert not any(one.startswith("wof:50") for one in names(small, "Tall Nur"))


def test_a_copy_nearby_is_dropped_and_a_namesake_far_off_is_kept(small: Gazetteer) -> None:
    assert set(names(small, "Ayn Sabil")) >= {"geonames:60", "wof:53"}
    assert "wof:52" not in names(small, "Ayn Sabil")


def test_a_division_has_geonames_point_then_the_mean_of_its_towns(small: Gazetteer) -> None:
    """Who's On First puts Aleppo's elsewhere (35.5, 37.5), Natural Earth Iowa's."""
    aleppo, iowa, county = (small.by_gazetteer_id(f"geonames:{n}") for n in (910, 911, 921))
    assert aleppo and (aleppo.latitude, aleppo.longitude) == pytest.approx((36.25, 37.61667))
    assert iowa and iowa.latitude == pytest.approx(42.00027)
    assert county and (county.latitude, county.longitude) == (41.0, -93.0)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Province of Toledo", "Toledo"),
        ("Provincia di Siracusa", "Siracusa"),
        ("Kabupaten Simalungun", "Simalungun"),
        ("Karkamış İlçesi", "Karkamış"),
        ("Amphoe Long", "Amphoe Long"),
        ("Donetsk Oblast", "Donetsk"),
        ("State of Mexico", "Mexico"),
        ("District of Columbia", "of Columbia"),  # nobody calls it Columbia
    ],
)
def test_a_division_is_called_by_its_name_without_its_kind(name: str, expected: str) -> None:
    assert bare(name) == expected


def test_divisions_are_found_by_name_and_kind(small: Gazetteer) -> None:
    for name in ("Aleppo Governorate", "Aleppo province", "Aleppo"):
        assert "geonames:910" in names(small, name)
    assert "geonames:921" in names(small, "Bend County")
    assert "geonames:911" in names(small, "IA")
    assert small.place(small.candidates("Qaraba")[0].row).admin1 == "Aleppo Governorate"


def test_neighbourhoods_airports_and_rivers_are_fine_places(small: Gazetteer) -> None:
    expected = {
        "Al Wadi": ("ocha:N1", "neighbourhood"),
        "West Quarter": ("geonames:5", "neighbourhood"),
        "Qaraba airport": ("icao:OSQB", "feature"),
        "Nur military airport": ("icao:OSNR", "feature"),
        "Nahr River": ("naturalearth:rivers_lake_centerlines/nahr", "feature"),
        "Lonetree": ("served:KTIN", "city"),
    }
    for name, (gazetteer_id, precision) in expected.items():
        place = small.place(small.candidates(name)[0].row)
        assert (place.gazetteer_id, place.precision) == (gazetteer_id, precision)


def test_what_has_no_code_lies_where_the_nearest_town_lies(small: Gazetteer) -> None:
    place = small.by_gazetteer_id("ocha:N1")
    assert place and place.admin1 == "Aleppo Governorate"


def test_a_demonym_stays_one_though_a_source_calls_it_a_name(small: Gazetteer) -> None:
    assert small.is_demonym("Syrian")


def test_the_names_of_the_sources_and_their_hashes_are_kept(
    small: Gazetteer,
) -> None:
    meta = json.loads((small.folder / "gazetteer.json").read_text(encoding="utf-8"))
    assert len(meta["sources"]["wof_sy.csv.gz"]) == 64
    assert meta["places"] == len(small)


@pytest.mark.parametrize(
    ("name", "country", "kept"),
    [
        ("Halab", "SY", True),
        ("ALP", "SY", False),
        ("hlb", "SY", False),
        ("حلب", "SY", True),
        ("حلب", "BR", False),
        ("Алеппо", "UA", True),
        ("アレッポ", "SY", False),
    ],
)
def test_alternate_names_are_kept_where_they_are_read(name: str, country: str, kept: bool) -> None:
    assert is_kept(name, country) is kept


def test_names_are_shown_as_their_country_writes_or_papers_do() -> None:
    assert plain_name("Khān Yūnis", "PS") == "Khan Yunis"
    assert plain_name("‘Ayn al ‘Arab", "SY") == "Ayn al Arab"
    assert plain_name("São Paulo", "BR") == "São Paulo"
    assert plain_name("Сіверськ", "UA") == "Сіверськ"


def test_small_parts_of_the_making() -> None:
    assert romanise("Сіверськ") == "Siversk"
    assert romanise("Єланець") == "Yelanets"
    assert bare("Donets'k Oblast") == "Donets'k"
    assert script("‘Ayn") == "LATIN"
    entry = Entry("x:1", "A", 0, 0, "", "PPL", "city")
    entry.add(["B", "A", ""], 2)
    assert entry.names == {"A": 0, "B": 2}
