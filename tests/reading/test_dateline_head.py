"""Agency and day come off what stands before a dash; places are left."""

from __future__ import annotations

import pytest

from dateline.reading.dateline_head import peel


@pytest.mark.parametrize(
    ("head", "left", "agency", "day"),
    [
        ("TYRE, Lebanon (Northline)", "TYRE, Lebanon", "Northline", ""),
        ("TYRE (Lebanon)", "TYRE (Lebanon)", "", ""),
        ("Lashio (Shan State)", "Lashio (Shan State)", "", ""),
        ("TYRE, May 3", "TYRE", "", "May 3"),
        ("(TYRE, May 3, 2021)", "TYRE", "", "May 3, 2021"),
        ("May 3, 2021 (TYRE)", "TYRE", "", "May 3, 2021"),
        ("(Reuters) TYRE", "TYRE", "Reuters", ""),
        ("Tyre, Lebanon CNN", "Tyre, Lebanon", "CNN", ""),
        ("Ukrinform, Lviv, May 3", "Lviv", "Ukrinform", "May 3"),
        ("Tyre/ Aswat al-Iraq", "Tyre", "Aswat al-Iraq", ""),
        ("Tyre", "Tyre", "", ""),
    ],
)
def test_agency_and_day_come_off_in_any_order(head: str, left: str, agency: str, day: str) -> None:
    text = f"x {head} x"
    found = peel(text, 2, 2 + len(head), "")
    assert found is not None
    assert (text[found.start : found.end], found.agency, found.day) == (left, agency, day)


def test_brackets_that_hold_neither_are_no_part_of_a_dateline() -> None:
    head = "Tyre (two pictures and a long word for them)"
    assert peel(head, 0, len(head), "") is None
