"""Headings of one's own columns are words, and a column of numbers and keys is no facet."""

from __future__ import annotations

import pytest

from dateline.query.column_names import plain_name, sorts
from dateline.query.wording import facet_label


@pytest.mark.parametrize(
    ("column", "plain"),
    [
        ("copy_of", "copy of"),
        ("outlet_note", "outlet note"),
        ("sectionName", "section name"),
        ("Ressort", "Ressort"),
        ("Page (print)", "Page (print)"),
        ("GATT", "GATT"),
        ("McGuffin desk", "McGuffin desk"),  # words already
        ("розділ", "розділ"),
        ("_", "_"),
    ],
)
def test_a_name_for_programs_is_said_in_words_and_one_in_words_stays(
    column: str, plain: str
) -> None:
    assert plain_name(column) == plain


def test_a_heading_begins_with_a_capital_as_the_others_do() -> None:
    assert facet_label("x.outlet_note") == "Outlet note"
    assert facet_label("x.rubric") == "Rubric"
    assert facet_label("sources") == "Source"


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        ("copy_of", ["w-012", "w-024"], False),
        ("source_id", ["a", "b"], False),
        ("sourceId", ["12", "13"], False),
        ("Article UUID", [], False),
        ("batch", ["3f2a9c11", "77c0ffee"], False),
        ("group", ["10012", "10013"], False),
        ("year", ["2016", "2017"], True),
        ("page", ["A1", "B12", "3"], True),
        ("section", ["world", "front"], True),
        ("Keyword", ["aid"], True),
        ("madrid", ["centre"], True),  # no id of its own
        ("mixed", ["w-012", "the wire"], True),
        ("colour", ["facade", "decade"], True),  # letters that hexadecimal numbers have too
        ("empty", [], False),
        ("Length", ["512 words", "1 word", "1,204 words"], False),
        ("Länge", ["1.204 Wörter", "97 Wörter"], False),
        ("edition", ["2 late", "1 early"], True),
        ("edition", ["4th", "5th"], True),  # which one, not how much
        ("ward", ["1ST", "21ST"], True),
        ("desk", ["4 News", "Sport"], True),
        ("decade", ["1980s", "1990s"], True),
        ("Page", ["1A", "2A"], True),
        (
            "Caption",
            ["Smoke over the southern edge of the harbour on Sunday, seen from a roof."],
            False,
        ),
    ],
)
def test_a_column_sorts_where_a_reader_would_choose_by_it(
    column: str, values: list[str], expected: bool
) -> None:
    assert sorts(column, values, 40) is expected


def test_a_column_that_tells_each_article_apart_sorts_none() -> None:
    values = ["Low tide", "High water", "Spring flood"]
    assert sorts("heading", values, 6)
    assert not sorts("heading", values, 5)
    assert not sorts("heading", [f"tide {letter}" for letter in map(chr, range(945, 1010))], 900)
