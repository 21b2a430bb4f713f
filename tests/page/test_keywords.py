"""In context: what is searched, or the places that count, line under line."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import in_context, session
from components.pages import keywords
from dateline.resources import app_folder
from tests.corpora import small_corpus


@pytest.fixture
def page(fresh: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`page(q=…)` runs the page with the dialog open; returns it and what the dialog was given."""
    given: dict[str, Any] = {}
    show = in_context.show

    def seen(about: str, **more: Any) -> None:
        given.update(more, about=about)
        show(about, **more)

    monkeypatch.setattr(in_context, "show", seen)

    def run(**address: Any) -> Any:
        test = AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60)
        for name, value in address.items():
            test.query_params[name] = value
        test.session_state["dialog"] = "context"
        test.run()
        assert not test.exception
        return test, given

    return run


def test_searched_words_stand_in_the_middle(page: Any) -> None:
    _, given = page(v="1", q="school")
    lines = given["lines"]("list")
    assert {line.keyword.casefold() for line in lines} <= {"school", "schools"}
    assert any("near a" in line.before for line in lines)
    assert "“school”" in given["about"]


def test_without_words_the_places_that_count_do(page: Any) -> None:
    _, given = page()
    lines = given["lines"]("list")
    assert {"Aleppo", "al-Sukkari", "Port Nowhere"} <= {line.keyword for line in lines}
    assert not any("event" in line.about for line in lines), "all of them are"
    assert any(line.about.startswith("5 Dec 2016 · ") for line in lines)


def test_the_file_stands_in_the_order_of_the_lines(page: Any) -> None:
    _, given = page()
    file = given["make_file"]("keyword").decode("utf-8-sig")
    keywords = [line.keyword for line in given["lines"]("keyword")]
    assert keywords == sorted(keywords, key=str.casefold)
    body = file[file.index("Before,Keyword,After,Published") :]
    assert [row["Keyword"] for row in csv.DictReader(io.StringIO(body))] == keywords


def test_where_there_are_more_lines_they_are_counted_and_the_file_has_them_all(
    page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, given = page()
    every = len(given["lines"]("list"))
    monkeypatch.setattr(keywords, "_MOST", every)
    assert page()[1]["about"].startswith(f"{every} lines with the places that count. ")
    monkeypatch.setattr(keywords, "_MOST", 3)
    _, given = page()
    first = f"The first 3 of {every} lines with the places that count; the file has all. "
    assert given["about"].startswith(first)
    assert len(given["lines"]("list")) == 3
    assert given["make_file"]("list").decode("utf-8-sig").count(",event\r\n") == every
    monkeypatch.setattr(keywords, "_MOST", 2)
    _, given = page(q="library")
    assert "The first 2 lines with “library”, from 2 of 3 articles; the file" in given["about"]


def test_a_line_opens_its_article_at_the_mention(page: Any) -> None:
    _, given = page()
    line = given["lines"]("keyword")[0]
    with pytest.MonkeyPatch.context() as patch:
        followed: list[Any] = []
        patch.setattr(session, "change", lambda *args: followed.append(args))
        given["on_open"](line.number)
    ((_, key, start),) = followed
    corpus = small_corpus()
    number = corpus.article_id(key)
    assert number is not None
    assert corpus.text(number)[start:].startswith(line.keyword)
