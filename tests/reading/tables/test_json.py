"""JSON: records wherever they stand, and what of a cut file is whole."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from tests.reading.made_files import BODY

NESTED = [
    {"title": "A", "fields": {"body": "It rained."}},
    {"title": "B", "fields": {"body": "It snowed."}},
]


@pytest.mark.parametrize(
    "data",
    [
        [{"title": "A", "text": "It rained."}, {"title": "B", "text": "It snowed."}],
        {"status": "ok", "response": {"results": NESTED}},
        {"title": {"0": "A", "1": "B"}, "text": {"0": "It rained.", "1": "It snowed."}},
        {"title": ["A", "B"], "text": ["It rained.", "It snowed."]},
    ],
)
def test_json_is_read_wherever_its_records_stand(data: object) -> None:
    told = {"text": "fields body"} if "fields" in json.dumps(data) else None
    reading = read_bytes("a.json", json.dumps(data, indent=1).encode(), told)
    assert [article.title for article in reading.articles] == ["A", "B"]


def test_json_that_is_cut_gives_what_came_before_and_no_json_is_refused() -> None:
    data = json.dumps([{"title": str(n), "text": f"It rained {n} times."} for n in range(5)])
    reading = read_bytes("a.json", data[:-25].encode())
    assert len(reading.articles) == 4
    assert "cut short" in reading.set_aside["reason"][0]
    lines = b'{"title": "A", "text": "It rained."}\n{"title": "B", "text": "It snowed."}\n'
    assert len(read_bytes("a.json", lines).articles) == 2
    for bad in (b"{", b"[1, 2]", b"nothing", b"[" * 50_000):
        with pytest.raises(ReadingError):
            read_bytes("a.json", bad)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list", [{"Title": "A", "Body": "It rained.", "PubDate": "2016-12-16"}]),
        ("numbered", {"7": {"title": "A", "text": "It rained.", "date": "2016-12-16"}, "8": {
            "title": "B", "text": "It snowed."}}),
        ("rendered", [{"date": "2016-12-16T00:00:00", "title": {"rendered": "A"},
                       "content": {"rendered": "<p>It rained.</p>", "protected": False}}]),
        ("indexed", {"hits": {"total": 1, "hits": [{"_id": "x", "_source": {
            "title": "A", "content": "It rained.", "published": "2016-12-16"}}]}}),
        ("typed", [{"title": "A", "text": "It rained.",
                    "date": {"$date": "2016-12-16T00:00:00Z"}}]),
        ("numbers", [{"title": "A", "text": "It rained.",
                      "date": {"$date": {"$numberLong": "1481846400000"}}}]),
        ("cited", [{"title": "A", "abstract": "It rained.", "container-title": "The Ledger",
                    "issued": {"date-parts": [["2016", 12, 16]]}}]),
        ("features", {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {
            "title": "A", "description": "It rained.", "date": "2016-12-16"}}]}),
        ("pieces", [{"title": "A", "date": "2016-12-16",
                     "text": ["It ", {"type": "bold", "text": "rained"}, "."]}]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["json", "txt", "geojson"])
def test_articles_in_json_are_found_however_they_are_wrapped(
    name: str, data: object, ending: str
) -> None:
    reading = read_bytes(f"{name}.{ending}", json.dumps(data).encode())
    article = reading.articles[0]
    assert (article.title, article.text) == ("A", "A\n\nIt rained.")
    assert article.published == datetime(2016, 12, 16)


def test_objects_in_lines_have_columns_as_objects_in_lists_have() -> None:
    line = json.dumps({"title": "A", "text": "A\n\nIt rained.", "source": {"name": "The Ledger"}})
    (article,) = read_bytes("a.jsonl", f"\ufeff{line}\r\n".encode()).articles
    assert (article.source, article.text) == ("The Ledger", "A\n\nIt rained.")


def test_paragraphs_in_a_list_are_paragraphs_and_names_are_names() -> None:
    data = [{"title": "A", "text": [BODY, "It rained."], "authors": [{"name": "R. Doe"}, "J. Roe"]}]
    (article,) = read_bytes("a.json", json.dumps(data).encode()).articles
    assert article.text == f"A\n\n{BODY}\n\nIt rained."
    assert article.author == "R. Doe; J. Roe"


def test_of_objects_that_say_what_they_are_and_which_the_second_counts() -> None:
    record = {"text": "It rained.", "keywords": [{"name": "places", "value": "Homs", "rank": 1}]}
    reading = read_bytes("a.json", json.dumps([record]).encode())
    assert reading.articles[0].further["keywords"] == "Homs"
