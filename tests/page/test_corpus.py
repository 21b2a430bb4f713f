"""The Corpus page: what it says of a corpus, and the list of those that can be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from pandas.api.types import is_numeric_dtype
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from dateline.corrections import Correction, ledger
from dateline.store import beyond
from tests.corpora import written

Page = Callable[[], Any]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """`page()` runs the page once, on `aleppo` of two corpora in `tmp_path`."""
    st.cache_data.clear()
    for key, name in (("aleppo", "Invented *Aleppo*"), ("ports", "Ports")):
        written(tmp_path / key, name=name, provenance={"dateline": "test *1*"})
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "aleppo"))

    def script() -> None:
        import os
        from pathlib import Path

        from components.pages import corpus
        from components.pages.shelf import Shelf
        from dateline.corpus import Corpus

        folder = Path(os.environ["DATELINE_CORPUS"])
        corpus.show(Corpus.open(folder), Shelf(folder))

    yield lambda: AppTest.from_function(script, default_timeout=60).run()
    st.cache_data.clear()


def captions(test: Any) -> str:
    return "\n".join(one.value for one in test.caption)


def test_it_says_whether_a_large_corpus_is_counted_on_disk_or_held_for_its_corrections(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Counted" not in captions(page())
    monkeypatch.setenv(beyond.LIMIT, "0")
    assert "Counted on disk" in captions(page())
    ledger.add(tmp_path / "aleppo", [Correction("surface", surface="Aleppo", role="setting")])
    assert "Counted in memory, since something was put right in it" in captions(page())


def test_versions_stand_there_as_they_are(page: Page) -> None:
    made_by = page().table[-1].value
    assert made_by["Version"].iat[0] == "test \\*1\\*"
    assert made_by["By"].tolist() == ["Dateline", "Fingerprint"]


def test_a_corpus_that_names_the_engine_of_an_earlier_version_is_shown(
    page: Page, tmp_path: Path
) -> None:
    written(
        tmp_path / "aleppo", name="Aleppo", provenance={"dateline": "test", "engine": "accurate"}
    )
    assert page().table[-1].value["By"].tolist() == ["Dateline", "Fingerprint"]


def test_one_row_set_aside_is_told_of_in_the_singular(page: Page, tmp_path: Path) -> None:
    written(tmp_path / "aleppo", name="Aleppo", set_aside=[("a.csv", "3", "no text", "")])
    assert "1 row or file could not be read as an article." in captions(page())


def test_what_is_not_there_needs_no_button(page: Page, tmp_path: Path) -> None:
    keys = {button.key for button in page().button}
    assert "corrections_undo" not in keys and "shelf_rename" in keys
    ledger.add(tmp_path / "aleppo", [Correction("surface", surface="Aleppo", role="setting")])
    assert "corrections_undo" in {button.key for button in page().button}


def test_the_open_corpus_cannot_be_deleted(page: Page) -> None:
    test = page()
    assert test.button(key="shelf_delete").disabled
    test.selectbox[0].select("ports").run()
    assert not test.button(key="shelf_delete").disabled


def test_two_corpora_of_one_name_are_told_apart(page: Page, tmp_path: Path) -> None:
    written(tmp_path / "aleppo", name="Ports", provenance={"dateline": "test"})
    test = page()
    assert sorted(test.selectbox[0].options) == ["Ports", "Ports (ports)"]
    test.selectbox[0].select("ports").run()
    assert not test.button(key="shelf_delete").disabled


def test_numbers_in_tables_are_numbers_which_stand_at_the_right_and_are_said_as_ever(
    page: Page,
) -> None:
    tables = page().table
    (roles,) = [table for table in tables if "Mentions" in table.value]
    (sources,) = [table for table in tables if "Source" in table.value]
    (shelf,) = [table for table in tables if "Size" in table.value]
    for table, columns in ((roles, ["Mentions", "Share"]), (sources, ["Articles"])):
        assert all(is_numeric_dtype(table.value[column]) for column in columns)
    assert is_numeric_dtype(shelf.value["Articles"])
    said = convert_arrow_bytes_to_pandas_df(roles.proto.arrow_data.styler.display_values)
    assert said.iloc[:, -1].str.endswith("%").all()
    assert said.iloc[:, 1].tolist() == [f"{mentions:,}" for mentions in roles.value["Mentions"]]
