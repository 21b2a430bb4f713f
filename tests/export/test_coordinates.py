"""Coarse coordinates say roughly where, in every kind of file, and the file says that they do."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli import main
from dateline.errors import ChoiceError
from dateline.export import (
    PREAMBLE_LINES,
    articles_csv,
    articles_table,
    exhibit,
    mentions_csv,
    places_geojson,
    places_table,
    workbook,
)
from dateline.export.coordinates import coarsened, said_of
from dateline.query import Query, narrow
from tests.corpora import small_corpus

ALL = Query(roles=())
SAID = "rounded to 0.1 degrees"


def places(name: str, coordinates: str) -> pd.Series:
    table = places_table(small_corpus(), narrow(small_corpus(), ALL), coordinates)  # type: ignore[arg-type]
    return table.set_index("name").loc[name]


def test_a_town_lies_on_the_grid_and_its_id_which_would_give_it_away_is_left_out() -> None:
    town = places("al-Sukkari", "grid")
    assert (town["latitude"], town["longitude"]) == (36.2, 37.1)
    assert town["gazetteer_id"] == ""
    assert places("Syria", "grid")["gazetteer_id"] == "geonames:163843"


def test_a_town_has_the_point_and_the_precision_of_its_province() -> None:
    exact, coarse = places("Kharkiv", "exact"), places("Kharkiv", "district")
    assert exact["precision"] == "city" and coarse["precision"] in ("district", "region")
    assert (exact["latitude"], exact["longitude"]) != (coarse["latitude"], coarse["longitude"])
    assert abs(exact["latitude"] - coarse["latitude"]) < 2


def test_a_place_that_no_gazetteer_knows_or_that_lies_in_no_division_is_rounded() -> None:
    rows = pd.DataFrame(
        {
            "latitude": [36.1815],
            "longitude": [37.1432],
            "precision": pd.Categorical(["neighbourhood"]),
            "gazetteer_id": ["invented:1"],
        }
    )
    found = coarsened(rows, "district").iloc[0]
    assert (found["latitude"], found["longitude"]) == (36.2, 37.1)
    sea = places("Mediterranean Sea", "district")
    assert (sea["latitude"], sea["longitude"]) == (35.0, 20.0)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_rounding_moves_a_point_by_at_most_half_a_tenth(latitude: float, longitude: float) -> None:
    rows = pd.DataFrame(
        {
            "latitude": [latitude],
            "longitude": [longitude],
            "precision": ["city"],
            "gazetteer_id": ["a:1"],
        }
    )
    found = coarsened(rows, "grid").iloc[0]
    assert abs(found["latitude"] - latitude) <= 0.05 + 1e-9
    assert abs(found["longitude"] - longitude) <= 0.05 + 1e-9


def test_every_kind_of_file_is_coarse_and_says_so() -> None:
    corpus = small_corpus()
    csv = mentions_csv(corpus, ALL, coordinates="grid")
    rows = pd.read_csv(io.BytesIO(csv), skiprows=PREAMBLE_LINES)
    assert SAID in csv.decode()
    assert not rows["latitude"].dropna().mul(10).sub(rows["latitude"].mul(10).round()).any()
    collection = json.loads(places_geojson(corpus, ALL, coordinates="grid"))
    assert SAID in collection["note"]
    for one in collection["features"]:
        assert all(value == round(value, 1) for value in one["geometry"]["coordinates"])
        assert one.get("id") == (one["properties"]["gazetteer_id"] or None)
    book = openpyxl.load_workbook(io.BytesIO(workbook(corpus, ALL, coordinates="grid")))
    assert any(SAID in str(row[1]) for row in book["About"].values)
    assert SAID in exhibit(corpus, ALL, coordinates="grid").decode()
    assert SAID not in exhibit(corpus, ALL).decode()


def test_a_list_of_articles_gives_no_exact_place_away_either() -> None:
    corpus = small_corpus()
    table = articles_table(corpus, narrow(corpus, ALL), "grid")
    assert set(table["focus_id"]) <= {"", "geonames:163843", "geonames:170062"}
    assert b"geonames:170063" not in articles_csv(corpus, ALL, coordinates="district")


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(ChoiceError, match="one of exact, grid, district"):
        said_of("roughly")  # type: ignore[arg-type]


def test_the_command_takes_it(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "places.geojson"
    command = ["export", str(folder), "--output", str(output)]
    assert main([*command, "--coordinates", "grid"]) == 0
    assert SAID in output.read_text("utf-8")
