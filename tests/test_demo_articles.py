"""The demonstration articles are what their README says."""

from __future__ import annotations

import csv
import re
from datetime import datetime
from itertools import combinations
from pathlib import Path

import pytest

from dateline.assembly.copies import copy_groups
from dateline.build import build
from dateline.reading import read
from dateline.reading.dateline_line import find_dateline
from dateline.resources import data_folder

SOURCE = data_folder() / "demo" / "articles.csv"
OUTLETS = {
    "Meridian Wire",
    "Levant Desk",
    "Relief Bulletin",
    "Capital Courier",
    "Free North Gazette",
    "Harbour Post",
}
SHORT = {"w-006", "f-004", "w-009"}  # two sentences; Arabic; Russian
WITHOUT_DAY = {"h-005", "f-015", "r-019"}  # a letter, an essay, a note on names
WRONG_CENTURY = {"l-006": "0017-01-07", "r-018": "22/01/2106"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_article_names_its_outlet_as_invented_and_its_basis(
    rows: list[dict[str, str]],
) -> None:
    assert {row["outlet"] for row in rows} == OUTLETS
    assert all(row["outlet_note"] == "invented outlet" and row["basis"] for row in rows)


def test_articles_are_of_readable_length(rows: list[dict[str, str]]) -> None:
    lengths = {row["id"]: len(row["body"].split()) for row in rows}
    assert all(120 <= n <= 450 for key, n in lengths.items() if key not in SHORT)
    assert sorted(lengths.values())[len(lengths) // 2] >= 170


def test_one_article_is_very_long(rows: list[dict[str, str]]) -> None:
    assert sorted(len(row["body"].split()) for row in rows)[-1] >= 440


def test_ids_are_unique_and_begin_with_the_letter_of_their_outlet(
    rows: list[dict[str, str]],
) -> None:
    letters = {(row["id"][0], row["outlet"]) for row in rows}
    assert len({row["id"] for row in rows}) == len(rows) == 120
    assert len(letters) == len(OUTLETS)


def test_agency_texts_stand_again_in_other_outlets_and_are_found_to_be_copies(
    rows: list[dict[str, str]],
) -> None:
    by_id = {row["id"]: row for row in rows}
    copies = [row for row in rows if row["copy_of"]]
    originals = {row["copy_of"] for row in copies}
    assert 18 <= len(originals) <= len(copies) <= 24
    assert all(by_id[key]["outlet"] == "Meridian Wire" for key in originals)
    assert all(row["outlet"] != "Meridian Wire" and row["agency"] for row in copies)
    groups = copy_groups([row["body"] for row in sorted(rows, key=lambda row: row["id"][0] != "w")])
    order = [row["id"] for row in sorted(rows, key=lambda row: row["id"][0] != "w")]
    group = dict(zip(order, groups, strict=True))
    assert all(group[row["id"]] == group[row["copy_of"]] for row in copies)
    assert len(set(groups)) == len(rows) - len(copies)


def test_each_outlet_writes_its_days_in_one_style(rows: list[dict[str, str]]) -> None:
    styles = {
        "Meridian Wire": r"\d{4}-\d\d-\d\d \d\d:\d\d",
        "Relief Bulletin": r"\d\d/\d\d/\d{4}",
    }
    for row in rows:
        if row["published"] and row["byline"] != "Live desk":
            style = styles.get(row["outlet"], r"\d{4}-\d\d-\d\d")
            assert re.fullmatch(style, row["published"]), row["id"]


def test_no_two_articles_share_a_sentence_but_marked_copies(rows: list[dict[str, str]]) -> None:
    def sentences(row: dict[str, str]) -> set[str]:
        parts = re.split(r"(?<=[.!?”])\s+", row["body"])
        return {part.strip() for part in parts if len(part.split()) > 5}

    for one, other in combinations(rows, 2):
        if (one["copy_of"] or one["id"]) != (other["copy_of"] or other["id"]):
            assert not sentences(one) & sentences(other), (one["id"], other["id"])


def test_all_are_read_none_set_aside_and_undated_only_where_meant() -> None:
    reading = read([SOURCE])
    assert len(reading.articles) == 120
    assert reading.set_aside.empty
    undated = {a.identifier for a in reading.articles if a.published is None}
    assert undated == WITHOUT_DAY | set(WRONG_CENTURY)
    assert all(a.source in OUTLETS for a in reading.articles)


def test_wrong_centuries_are_as_the_readme_says(rows: list[dict[str, str]]) -> None:
    published = {row["id"]: row["published"] for row in rows}
    assert {key: published[key] for key in WRONG_CENTURY} == WRONG_CENTURY
    assert {key for key, value in published.items() if not value} == WITHOUT_DAY


def test_the_story_runs_from_july_to_january_in_every_outlet() -> None:
    for outlet in OUTLETS:
        days = [a.published for a in read([SOURCE]).articles if a.source == outlet and a.published]
        assert min(days) < datetime(2016, 8, 1)
        assert max(days) > datetime(2016, 12, 29)
        assert all(datetime(2016, 7, 1) <= day < datetime(2017, 2, 1) for day in days)


def test_datelines_are_recognised_in_several_shapes_and_some_articles_have_none() -> None:
    lines = [find_dateline(a.text) for a in read([SOURCE]).articles]
    assert sum(line is None for line in lines) >= 20
    assert sum(line is not None and bool(line.agency) for line in lines) >= 25
    assert sum(line is not None and bool(line.day_text) for line in lines) >= 5
    assert sum(line is not None and not line.agency for line in lines) >= 25


def test_a_build_sets_nothing_aside(tmp_path: Path) -> None:
    built = build([SOURCE], tmp_path / "demo", processes=1)
    assert built.articles == 120
    assert built.set_aside.empty
