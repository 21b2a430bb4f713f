"""Downloads: what is shown and nothing else, made at the click, own articles included and said."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components import own_borders
from components.choice import Choice
from components.headline import _understood
from components.pages import own
from components.pages.downloads import files
from components.pages.shown import look
from dateline.borders import Borders
from dateline.export import PREAMBLE_LINES
from dateline.joined import joined
from dateline.query import Query
from dateline.resources import app_folder
from tests.corpora import article, corpus_of, own_corpus, small_corpus


@pytest.fixture
def page(fresh: None, folder: Path) -> AppTest:
    """The dashboard with its download dialog about to open."""
    test = AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60)
    test.session_state["dialog"] = "download"
    return test


def said(test: Any) -> str:
    return "\n".join(one.value for one in test.text)


def test_the_dialog_says_what_is_in_the_files_and_offers_them(page: AppTest) -> None:
    page.query_params["q"] = "snow"
    test = page.run()
    assert not test.exception
    buttons = test.get("download_button")
    labels = [one.proto.label for one in buttons]
    assert labels == [
        "Mentions, CSV", "Articles, CSV", "All three, Excel", "Places, GeoJSON", "Exhibit, HTML"
    ]  # fmt: skip
    assert "3 articles, 1 text after copies are counted once" in said(test)
    assert "Filters: “snow”; role: event." in said(test)
    assert "Your own" not in said(test)


def test_the_dialog_says_when_own_articles_are_included(page: AppTest) -> None:
    written = article("2016-12-05", "My notes", "", "Seen", "Lights over [Aleppo|event|aleppo].")
    page.session_state["own"] = own._Own(found={"1": written})
    test = page.run()
    assert not test.exception
    assert "12 articles" in said(test)
    assert "Your own articles are included: 1 of them." in said(test)


def test_the_gesture_of_the_headline_is_understood() -> None:
    gesture = _understood({"kind": "download"}, [], {})
    assert gesture is not None and gesture.kind == "download"


def test_files_hold_what_the_list_and_the_map_show() -> None:
    shown = look(joined(small_corpus(), own_corpus()), Choice(query=Query(words="aleppo")))
    mentions, articles, book, places, page = files(shown)
    rows = pd.read_csv(io.BytesIO(articles.make()), skiprows=PREAMBLE_LINES, dtype="str")
    assert len(rows) == shown.totals.articles
    assert "Seen from the ridge" in set(rows["title"])
    rows = pd.read_csv(io.BytesIO(mentions.make()), skiprows=PREAMBLE_LINES, dtype="str")
    assert len(rows) == shown.totals.mentions
    collection = json.loads(places.make())
    assert len(collection["features"]) == shown.totals.places
    assert "Lights over Aleppo" in page.make().decode("utf-8")
    sheets = openpyxl.load_workbook(io.BytesIO(book.make()))
    assert sheets["Articles"].max_row == 1 + shown.totals.articles


def test_the_exhibit_has_the_borders_that_the_map_has(monkeypatch: pytest.MonkeyPatch) -> None:
    line = ((35.0, 36.0), (38.0, 36.5))
    state = {"borders": Borders("mine", (line,), ()), "borders_instead": True}
    monkeypatch.setattr(own_borders.st, "session_state", state)
    page = files(look(small_corpus(), Choice()))[4].make().decode()
    assert 'class="line given"' in page and 'class="line" ' not in page


def test_texts_and_coarse_coordinates_are_in_the_files_only_when_asked_for() -> None:
    shown = look(small_corpus(), Choice(query=Query(roles=())))
    plain = {file.name: file for file in files(shown)}
    other = {file.name: file for file in files(shown, "grid", texts=True)}
    assert list(plain) == list(other)
    for name in plain:
        if not name.endswith(".xlsx"):
            assert b"0.1 degrees" not in plain[name].make()
            assert b"0.1 degrees" in other[name].make()
    page = next(name for name in plain if name.endswith(".html"))
    assert b"<h2>Texts</h2>" not in plain[page].make()
    assert b"<h2>Texts</h2>" in other[page].make()


def test_the_dialog_makes_the_files_anew_when_coordinates_are_to_be_coarse(page: AppTest) -> None:
    test = page.run()
    assert test.selectbox(key="download_coordinates").value == "exact"
    test.session_state["dialog"] = "download"
    test.selectbox(key="download_coordinates").set_value("district").run()
    assert not test.exception
    assert len(test.get("download_button")) == 5


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Aleppo, autumn 2016", "aleppo-autumn-2016-places.geojson"),
        ("../../etc/passwd", "etc-passwd-places.geojson"),
        ("حلب", "حلب-places.geojson"),
        ("…", "dateline-places.geojson"),
    ],
)
def test_files_are_named_after_the_corpus_by_a_name_any_system_takes(name: str, file: str) -> None:
    assert files(look(corpus_of(name=name), Choice()))[3].name == file
