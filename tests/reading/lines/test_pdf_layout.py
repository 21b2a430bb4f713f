"""Print: columns that were written across are put one after another, a headline is the largest."""

from __future__ import annotations

from itertools import chain

import pytest

from dateline.reading import read_bytes
from dateline.reading.lines.pdf_layout import Line, column_by_column, headline
from tests.reading.made_files import placed_pdf

LEFT = [
    "HOMS: The bridge over the river was",
    "closed on Monday after a night of rain,",
    "and hundreds of families were moved to",
    "schools in the north of the city, Ada",
    "Example said, where they will stay until",
    "the water has fallen by a metre or so.",
    "Shops along the river stayed shut. Ben",
    "Example, who sells tyres there, lost the",
]
RIGHT = [
    "half of his stock when the water rose in",
    "the night, and nobody had warned him of",
    "it. In Hama a train was late, and the",
    "ministry promised to lay another bridge",
    "as soon as it can, for lorries that take",
    "flour and fuel to the villages west of",
    "the city, which had waited for a month",
    "and more when the winter came early.",
]
TITLE = (60.0, 760.0, 18.0, "Bridge over the river closed")


def rows(*columns: list[str]) -> list[tuple[float, float, float, str]]:
    """Columns as some programs write them: across, row by row."""
    return [
        (60.0 + 180 * column, 700.0 - 12 * row, 10.0, text)
        for row, texts in enumerate(zip(*columns, strict=True))
        for column, text in enumerate(texts)
    ]


def test_columns_that_were_written_across_are_read_one_after_another() -> None:
    lines = [Line(*TITLE), *(Line(*each) for each in rows(LEFT, RIGHT))]
    assert column_by_column(lines) is not None
    reading = read_bytes("a.pdf", placed_pdf([TITLE, *rows(LEFT, RIGHT)]))
    (article,) = reading.articles
    assert article.title == "Bridge over the river closed"
    assert " ".join(article.text.split()) == " ".join([article.title, *LEFT, *RIGHT])
    assert any("written across, were put one after another" in note for note in reading.notes)


def test_three_columns_are_too() -> None:
    found = column_by_column([Line(*each) for each in rows(LEFT, RIGHT, LEFT[::-1])])
    assert found is not None
    assert [line.text for line in found] == [*LEFT, *RIGHT, *LEFT[::-1]]


@pytest.mark.parametrize(
    "columns",
    [
        (["Homs", "Hama", "Idlib"] * 3, ["12", "7", "30"] * 3),
        (LEFT, ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."]),
        ([f"{line}." for line in LEFT], [f"{line}." for line in RIGHT]),
    ],
)
def test_rows_of_a_table_stay_rows(columns: tuple[list[str], ...]) -> None:
    assert column_by_column([Line(*each) for each in rows(*columns)]) is None


def test_columns_that_were_written_one_after_another_stay_as_they_are() -> None:
    written = rows(LEFT, RIGHT)
    assert column_by_column([Line(*each) for each in chain(written[::2], written[1::2])]) is None


def test_a_headline_is_the_largest_line_of_a_page_with_what_follows_in_its_size() -> None:
    head = Line(60, 800, 8, "The Northern Ledger")
    title = [Line(60, 760, 18, "Bridge over the"), Line(60, 740, 18.0, "river closed")]
    body = [Line(*each) for each in rows(LEFT)]
    assert headline([head, *title, *body]) == "Bridge over the river closed"
    assert headline([head, *body]) == ""
    assert headline(title[:1]) == headline([]) == ""


def test_what_stands_above_a_headline_is_a_paragraph_of_its_own() -> None:
    head = (60.0, 800.0, 8.0, "The Northern Ledger, 16 December")
    data = placed_pdf([head, TITLE, *rows(LEFT)])
    (article,) = read_bytes("a.pdf", data).articles
    assert article.title == "Bridge over the river closed"
    assert article.text.split("\n\n")[:2] == [article.title, "The Northern Ledger, 16 December"]
    assert article.text.split("\n\n")[2].startswith("HOMS: The bridge")


def test_lines_as_wide_as_browsers_print_them_are_joined() -> None:
    wide = [f"{' '.join(LEFT[:3])} {word}" for word in ("and", "of", "to")] + ["until noon."]
    lines = [(40.0, 700.0 - 12 * at, 8.0, text) for at, text in enumerate(wide)]
    (article,) = read_bytes("a.pdf", placed_pdf([TITLE, *lines])).articles
    assert article.text == f"Bridge over the river closed\n\n{' '.join(wide)}"
