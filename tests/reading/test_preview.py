"""A table is shown as it begins, with what is recognised of it and without a guess beyond that."""

from __future__ import annotations

from dateline.reading.preview import preview


def test_a_table_is_shown_with_what_is_recognised() -> None:
    rows = "\n".join(f"Title {i},\u0422\u0435\u043a\u0441\u0442 {i},x" for i in range(9))
    found = preview("a.csv", f"Headline,Body,Desk\n{rows}\n".encode())
    assert found is not None
    assert found.columns == ("Headline", "Body", "Desk")
    assert len(found.rows) == 5 and found.rows[0] == ("Title 0", "Текст 0", "x")
    assert found.recognised == {"title": "Headline", "text": "Body"}


def test_a_table_without_a_known_text_still_shows_the_rest() -> None:
    found = preview("../a.jsonl", b'{"kopf": "A", "datum": "2016-12-05"}\n')
    assert found is not None
    assert found.columns == ("kopf", "datum")
    assert found.recognised == {"published": "datum"}


def test_long_cells_are_cut_to_their_start() -> None:
    found = preview("a.csv", b"text\n" + b"word " * 1000 + b"\n")
    assert found is not None and len(found.rows[0][0]) <= 80


def test_what_is_no_table_has_no_columns_to_match() -> None:
    assert preview("a.txt", b"Title\n\nBody.") is None
    assert preview("a.xyz", b"\x00") is None
    assert preview("a.parquet", b"PAR1 broken") is None
