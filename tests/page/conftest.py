"""What pages are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

from tests.corpora import written


@pytest.fixture(scope="session", autouse=True)
def packages_are_searched_once() -> Iterator[None]:
    """Streamlit looks for components in all that is installed, at the start of every page.

    A server starts once, but each test has a page of its own, and the search took half its time.
    """
    with pytest.MonkeyPatch.context() as patch:
        search = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", search)
        yield


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing is kept of what another test opened."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus that can be written to, and that the page opens."""
    corpus = written(tmp_path / "corpus")
    monkeypatch.setenv("DATELINE_CORPUS", str(corpus))
    return corpus
