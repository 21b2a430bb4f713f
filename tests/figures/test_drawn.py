"""Claims about marks as values: they are the rows of the table, with what is chosen told apart."""

from __future__ import annotations

import pytest

from dateline.errors import SchemaError
from dateline.figures.drawn import counted_in, drawn
from dateline.figures.marks import marks
from tests.figures.test_place_map import counts


def test_marks_are_the_rows_of_the_table_in_its_order() -> None:
    table = marks(counts({"articles": 2, "latitude": 36.12345}, {"articles": 5, "texts": 4}))
    first, second = drawn(table, chosen=(), unit="texts")
    assert [first.place, second.place] == table["gazetteer_id"].tolist()
    assert [first.diameter, second.diameter] == table["diameter"].tolist()
    assert counted_in(table, "texts") == ("texts", "articles", "mentions")
    assert (first.counts, second.counts) == ((4, 5, 1), (1, 2, 1))
    assert second.latitude == pytest.approx(36.12345, abs=6e-5)
    assert (first.admin1, first.country, first.code) == ("", "", "SY")


def test_what_is_not_chosen_or_not_sure_is_fainter() -> None:
    table = marks(counts({"confidence": 0.4}, {"confidence": 0.4}, {"confidence": 0.6}))
    none = {mark.place: mark.opacity for mark in drawn(table, chosen=(), unit="articles")}
    some = {mark.place: mark for mark in drawn(table, chosen=("test:0",), unit="articles")}
    assert none == {"test:0": 0.5, "test:1": 0.5, "test:2": 1.0}
    assert [some[f"test:{number}"].chosen for number in range(3)] == [True, False, False]
    assert some["test:0"].opacity == 1.0
    assert some["test:1"].opacity < some["test:2"].opacity < 0.5


def test_what_lies_in_a_chosen_area_stays_as_it_is_beside_a_chosen_place() -> None:
    unsure, beyond, place = {"confidence": 0.4}, {"longitude": 60.0}, {"longitude": 61.0}
    table = marks(counts(unsure, {}, beyond, place))
    area = [(36.0, 35.0), (38.0, 35.0), (38.0, 37.0), (36.0, 37.0)]

    def opacities(*chosen: str) -> list[float]:
        found = drawn(table, chosen=chosen, areas=[area], unit="articles")
        return [mark.opacity for mark in sorted(found)]

    assert opacities("test:3") == [0.5, 1.0, 0.35, 1.0]
    assert opacities() == [0.5, 1.0, 0.35, 0.35]


def test_a_table_without_marks_is_refused() -> None:
    with pytest.raises(SchemaError, match="without 'form', 'diameter', 'unsure', 'role'"):
        drawn(counts({}), chosen=(), unit="articles")
