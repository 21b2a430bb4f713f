"""ACLED: each row is its notes, whatever file it came in; what was coded stays columns."""

from __future__ import annotations

import json

import pytest

from dateline.reading import read_bytes
from tests.reading.made_files import workbook

ROW = {
    "event_id_cnty": "SYR1",
    "event_date": "16 December 2016",
    "event_type": "Strategic developments",
    "location": "Homs",
    "latitude": "34.73",
    "source": "Northern Ledger; Harbour Gazette",
    "notes": "On 16 December 2016, rain closed a bridge in Homs.",
    "fatalities": "0",
}


def table(row: dict[str, str], separator: str = ",") -> bytes:
    cells = (f'"{cell}"' for cell in row.values())
    return f"{separator.join(row)}\n{separator.join(cells)}\n".encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", table(ROW)),
        ("a.csv", table(ROW, ";")),
        ("a.csv", table({name.upper(): cell for name, cell in ROW.items()})),
        ("a.json", json.dumps({"status": 200, "count": 1, "data": [ROW]}).encode()),
        ("a.jsonl", json.dumps(ROW).encode()),
        ("a.xlsx", workbook({"ACLED": [list(ROW), list(ROW.values())]})),
    ],
)
def test_the_notes_of_an_event_stand_for_an_article(name: str, data: bytes) -> None:
    reading = read_bytes(name, data)
    (article,) = reading.articles
    assert article.text == ROW["notes"]
    assert (article.title, article.identifier) == ("", "SYR1")
    assert article.source == "Northern Ledger; Harbour Gazette"
    assert str(article.published) == "2016-12-16 00:00:00"
    assert {name.lower() for name in article.further} >= {"location", "latitude", "fatalities"}
    assert any("dated by the day of its event" in note for note in reading.notes)


def test_a_table_with_notes_of_its_reader_is_no_table_of_events() -> None:
    (article,) = read_bytes(
        "a.csv", b"text,notes,event_date\nIt rained.,good,2016-12-16\n"
    ).articles
    assert (article.text, article.further["notes"]) == ("It rained.", "good")
