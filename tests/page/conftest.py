"""What pages are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st

from dateline import store
from tests.corpora import ARTICLES, article, tables_of


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing is kept of what another test opened."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus that can be written to, and that the page opens."""
    store.write(
        tmp_path / "corpus",
        tables_of([article(*row) for row in ARTICLES]),
        name="Invented",
        provenance={"dateline": "test"},
        set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
    )
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "corpus"))
    return tmp_path / "corpus"
