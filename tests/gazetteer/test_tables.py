"""Our own tables, row by row, held against the open data they lie beside."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import shapely
from geopy.distance import geodesic

import dateline.gazetteer
from dateline.gazetteer import PRECISIONS, Gazetteer
from dateline.gazetteer.spelling import normalise

TABLES = Path(dateline.gazetteer.__file__).parent / "tables"
FARTHEST_KM = {"neighbourhood": 15, "city": 75, "feature": 300, "region": 250, "district": 50}
"""From a place of our own to the named anchor that it was checked by; islands and desert posts lie
farthest."""


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "row", [*rows("conflict_places"), *rows("regions")], ids=lambda row: row["name"]
)
def test_a_place_lies_as_far_from_its_anchor_as_was_noted(
    gazetteer: Gazetteer, row: dict[str, str]
) -> None:
    anchors = [gazetteer.by_gazetteer_id(one) for one in row["anchor"].split("+")]
    points = [(anchor.latitude, anchor.longitude) for anchor in anchors if anchor]
    assert len(points) == len(anchors)
    apart = geodesic(np.mean(points, axis=0), (float(row["latitude"]), float(row["longitude"]))).km
    noted = float(row["anchor_km"])
    assert noted <= FARTHEST_KM[row["precision"]] or row["feature_code"] in ("OCN", "RGN")
    assert apart == pytest.approx(noted, abs=1.0 + 0.01 * noted)


def test_places_lie_in_the_country_they_are_said_to_lie_in(gazetteer: Gazetteer) -> None:
    """The nearest town of GeoNames is in it; at crossings and on islands, in a neighbour."""
    is_town = np.array([code.startswith("PPL") for code in gazetteer.features])[gazetteer.feature]
    towns = np.flatnonzero(is_town & (gazetteer.population > 0))
    tree = shapely.STRtree(shapely.points(gazetteer.longitude[towns], gazetteer.latitude[towns]))
    far_islands = ("Abu Musa", "Snake Island", "Yeonpyeong")
    across = []
    for row in [*rows("conflict_places"), *rows("regions")]:
        if row["country_code"] and row["precision"] != "region":
            point = shapely.Point(float(row["longitude"]), float(row["latitude"]))
            town = towns[tree.nearest(point)]
            country = gazetteer.countries[gazetteer.country[town]]
            if country != row["country_code"]:
                across.append(row["name"])
                borders = gazetteer.neighbours(row["country_code"])
                assert country in borders or row["name"] in far_islands
    assert len(across) < 140


@pytest.mark.parametrize(
    "table",
    [
        *("conflict_places", "continents", "country_names"),
        *("division_names", "former_divisions", "place_names", "regions"),
    ],
)
def test_no_name_is_given_twice_to_one_place(table: str) -> None:
    for row in rows(table):
        names = [row.get("name", ""), *(row.get("other_names") or row.get("names", "")).split("|")]
        twice = [name for name, times in Counter(filter(None, names)).items() if times > 1]
        assert not twice, (row, twice)


def test_every_row_of_a_table_reaches_its_place(gazetteer: Gazetteer) -> None:
    for row in rows("place_names"):
        place = gazetteer.by_gazetteer_id(row["gazetteer_id"])
        assert place is not None and place.name == row["name"], row
    for row in rows("country_names"):
        if gazetteer.countries.count(row["country_code"]):
            found = [gazetteer.place(c.row) for c in gazetteer.candidates(row["name"])]
            assert row["country_code"] in {place.country_code for place in found}, row


def test_those_who_live_in_a_town_or_region_are_called_by_a_demonym_that_reaches_it(
    gazetteer: Gazetteer,
) -> None:
    for row in rows("demonyms"):
        place = gazetteer.by_gazetteer_id(row["gazetteer_id"])
        assert place is not None and place.name == row["name"], row
        for demonym in row["demonyms"].split("|"):
            assert gazetteer.is_demonym(demonym), row
            found = {gazetteer.place(c.row).gazetteer_id for c in gazetteer.candidates(demonym)}
            assert row["gazetteer_id"] in found, (row, demonym)


def test_former_divisions_are_found_by_every_name_near_their_point(gazetteer: Gazetteer) -> None:
    """By themselves, or by the region that bears their name today."""
    for row in rows("former_divisions"):
        point = float(row["latitude"]), float(row["longitude"])
        for name in filter(None, (row["name"], *row["other_names"].split("|"))):
            found = [gazetteer.place(c.row) for c in gazetteer.candidates(name)]
            regions = [place for place in found if place.precision == "region"]
            assert any(
                geodesic(point, (place.latitude, place.longitude)).km < 500 for place in regions
            ), (row["name"], name)


def test_demonyms_and_names_do_not_mix(gazetteer: Gazetteer) -> None:
    for row in rows("country_names"):
        names = {normalise(name) for name in (row["name"], *row["other_names"].split("|"))}
        demonyms = {normalise(name) for name in row["demonyms"].split("|") if name}
        assert not names & demonyms - {"saudi"}, row  # a country called by the name of its people


def test_codes_and_precisions_are_known(gazetteer: Gazetteer) -> None:
    codes = set(gazetteer.countries)
    for row in [*rows("conflict_places"), *rows("regions")]:
        assert row["country_code"] in codes
        assert row["precision"] in PRECISIONS
    assert {row["code"][:2] for row in rows("division_points")} <= codes
