"""Headings of one's own columns are words, and a column of numbers and keys is no facet."""

from __future__ import annotations

import pytest

from dateline.query.column_names import is_technical, plain_name
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
    ("column", "values", "technical"),
    [
        ("copy_of", ["w-012", "w-024", ""], True),
        ("source_id", ["a", "b"], True),
        ("sourceId", ["12", "13"], True),
        ("Article UUID", [], True),
        ("batch", ["3f2a9c11", "77c0ffee"], True),
        ("group", ["10012", "10013"], True),
        ("year", ["2016", "2017"], False),
        ("page", ["A1", "B12", "3"], False),
        ("section", ["world", "front"], False),
        ("Keyword", ["aid"], False),
        ("madrid", ["centre"], False),  # no id of its own
        ("mixed", ["w-012", "the wire"], False),
        ("colour", ["facade", "decade"], False),  # letters that hexadecimal numbers have too
        ("empty", ["", ""], False),
    ],
)
def test_what_only_numbers_things_sorts_nothing(
    column: str, values: list[str], technical: bool
) -> None:
    assert is_technical(column, values) is technical
