"""The demonstration articles are what their README says."""

from __future__ import annotations

import csv
import re
from itertools import combinations

import pytest

from dateline.reading import read
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


def test_ids_are_unique_and_copies_name_an_article_that_exists(rows: list[dict[str, str]]) -> None:
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids) >= 30
    assert {row["copy_of"] for row in rows} - {""} <= set(ids)
    assert sum(bool(row["copy_of"]) for row in rows) >= 5


def test_no_two_articles_share_a_sentence_but_marked_copies(rows: list[dict[str, str]]) -> None:
    def sentences(row: dict[str, str]) -> set[str]:
        parts = re.split(r"(?<=[.!?”])\s+", row["body"])
        return {part.strip() for part in parts if len(part.split()) > 5}

    for one, other in combinations(rows, 2):
        if (one["copy_of"] or one["id"]) != (other["copy_of"] or other["id"]):
            assert not sentences(one) & sentences(other), (one["id"], other["id"])


def test_all_are_read_none_set_aside_and_only_the_wrong_century_and_the_letter_are_undated() -> (
    None
):
    reading = read([SOURCE])
    assert len(reading.articles) == 96
    assert reading.set_aside.empty
    undated = {a.identifier for a in reading.articles if a.published is None}
    assert undated == {"h-005", "l-006"}
    assert all(a.source in OUTLETS for a in reading.articles)
