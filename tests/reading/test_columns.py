"""Columns are recognised by the names people give them."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading.columns import further_name, recognise


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            ["unit_id", "article_title", "article_content", "source", "date"],
            {
                "identifier": "unit_id",
                "title": "article_title",
                "text": "article_content",
                "source": "source",
                "published": "date",
            },
        ),
        (["HEADLINE", "Full  Text"], {"title": "HEADLINE", "text": "Full  Text"}),
        (["articleTitle", "articleBody"], {"title": "articleTitle", "text": "articleBody"}),
        (["Titre", "Texte intégral"], {"title": "Titre", "text": "Texte intégral"}),
        (["Überschrift", "Inhalt"], {"title": "Überschrift", "text": "Inhalt"}),
        (
            ["Источник", "Дата", "Заголовок", "Текст"],
            {
                "source": "Источник",
                "published": "Дата",
                "title": "Заголовок",
                "text": "Текст",
            },
        ),
        (["العنوان", "النص"], {"title": "العنوان", "text": "النص"}),
        (["summary", "body", "text"], {"text": "text"}),
        (["description", "body"], {"text": "body"}),
    ],
)
def test_usual_names_are_recognised_in_any_case_and_language(
    columns: list[str], expected: dict[str, str]
) -> None:
    assert recognise(columns, {})[0] == expected


def test_what_is_told_goes_before_the_usual_names() -> None:
    columns = ["date", "indexed", "text", "Note"]
    found, _ = recognise(columns, {"published": "Indexed", "text": "note"})
    assert found == {"published": "indexed", "text": "Note"}


def test_a_column_told_that_is_not_there_is_noted_and_the_usual_names_are_tried() -> None:
    found, notes = recognise(["date", "text"], {"published": "datum"})
    assert found["published"] == "date"
    assert notes == ["No column 'datum' for published; the usual names were tried."]


def test_a_column_can_be_said_not_to_be_there() -> None:
    columns = ["date", "source", "text"]
    assert recognise(columns, {"published": ""})[0] == {"source": "source", "text": "text"}


def test_a_text_cannot_be_said_not_to_be_there() -> None:
    with pytest.raises(ReadingError, match="no column is known to hold the text"):
        recognise(["text"], {"text": ""})


def test_a_teaser_taken_for_the_text_is_said() -> None:
    assert "may be teasers only" in recognise(["title", "description"], {})[1][0]


def test_without_a_text_the_error_names_the_columns_and_the_way_out() -> None:
    with pytest.raises(ReadingError) as caught:
        recognise(["id", "title", "url"], {})
    assert "'id', 'title', 'url'" in str(caught.value)
    assert caught.value.todo == "say which column does"


def test_hundreds_of_columns_do_not_fill_the_screen() -> None:
    with pytest.raises(ReadingError, match="and 380 more"):
        recognise([f"column {number}" for number in range(400)], {})


def test_a_further_column_never_hides_one_of_ours() -> None:
    assert further_name("language") == "language as given"
    assert further_name("topic") == "topic"


@pytest.mark.parametrize(
    ("columns", "field", "column"),
    [
        (["title", "body", "date", "dateTime"], "published", "dateTime"),
        (["title", "body", "source uri", "source title"], "source", "source title"),
        (
            ["Title", "Abstract Note", "Publisher", "Publication Title"],
            "source",
            "Publication Title",
        ),
        (["Title", "Abstract", "pubtitle", "DocumentURL"], "url", "DocumentURL"),
        (["#event+code", "#date+occurred", "#description"], "published", "#date+occurred"),
        (["#meta+source", "#description"], "source", "#meta+source"),
        (["#meta+id", "#description"], "identifier", "#meta+id"),
    ],
)
def test_columns_of_services_and_tags_of_hxl_are_known(
    columns: list[str], field: str, column: str
) -> None:
    assert recognise(columns, {})[0][field] == column
