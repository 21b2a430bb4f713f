"""In context: what is searched, or the places that count, line under line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dateline import store
from dateline.resources import app_folder
from tests.corpora import ARTICLES, article, tables_of


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    st.cache_resource.clear()
    store.write(
        tmp_path / "corpus",
        tables_of([article(*row) for row in ARTICLES]),
        name="Invented",
        provenance={},
        set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
    )
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "corpus"))

    def run(**address: Any) -> Any:
        test = AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60)
        for name, value in address.items():
            test.query_params[name] = value
        test.session_state["dialog"] = "context"
        return test.run()

    return run


def test_searched_words_stand_in_the_middle(page: Any) -> None:
    test = page(v="1", q="school")
    lines = test.dataframe[-1].value
    assert not test.exception
    assert set(lines["Keyword"].str.casefold()) <= {"school", "schools"}
    assert lines["Before"].str.contains("near a").any()
    assert any("“school”" in one.value for one in test.text)


def test_without_words_the_places_that_count_do(page: Any) -> None:
    lines = page().dataframe[-1].value
    assert set(lines["Role"]) == {"event"}
    assert {"Aleppo", "al-Sukkari", "Port Nowhere"} <= set(lines["Keyword"])
    assert lines["Published"].dtype.kind == "M"  # sorts as days, not as words
