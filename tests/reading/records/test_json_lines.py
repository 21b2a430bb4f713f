"""JSON Lines: records as programs hand them on."""

from __future__ import annotations

import json
from typing import Any

from dateline.reading.contents import Contents
from dateline.reading.files import File
from dateline.reading.records.json_lines import read_json_lines


def read(*lines: str) -> Contents:
    data = "\n".join(lines).encode()
    return read_json_lines(File("a.jsonl", len(data), data))


def record(**values: Any) -> str:
    return json.dumps(values)


def test_values_of_every_kind_become_text() -> None:
    contents = read(
        record(
            text="A", n=3, none=None, empty="", yes=True, names=["Rana", "Jan"], nested={"a": [1]}
        )
    )
    assert contents.records[0].cells == {
        "text": "A",
        "n": "3",
        "yes": "true",
        "names": "Rana; Jan",
        "nested a": "[1]",
    }


def test_columns_are_those_of_all_records() -> None:
    contents = read(record(text="A", date="x"), record(text="B", url="y"))
    assert contents.columns == ("text", "date", "url")


def test_lines_that_are_no_objects_are_set_aside_and_the_rest_goes_on() -> None:
    contents = read(
        record(text="A"), '{"text": "cut', "", "[1]", "[" * 100_000, "9" * 5000, record(text="B")
    )
    assert [record.row for record in contents.records] == [1, 6]
    assert [(aside.row, aside.reason) for aside in contents.asides] == [
        (2, "no JSON"),
        (3, "no JSON object"),
        (4, "no JSON"),
        (5, "no JSON"),
    ]


def test_a_line_separator_of_unicode_does_not_end_a_line() -> None:
    assert (
        read('{"text": "one\u2028two\x85three"}').records[0].cells["text"]
        == "one\u2028two\x85three"
    )


def test_half_a_surrogate_pair_takes_one_place_so_that_offsets_hold() -> None:
    assert read('{"text": "a\\ud800b\\ud83d\\ude00c"}').records[0].cells["text"] == "a\ufffdb😀c"
