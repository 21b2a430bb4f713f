"""The processes that read what visitors bring, and that add it to a corpus."""

from __future__ import annotations

import streamlit as st

from dateline.worker import Worker

__all__ = ["adding", "reading"]


@st.cache_resource(show_spinner=False)
def reading() -> Worker:
    """One process for all visitors, started with the first article."""
    return Worker()


@st.cache_resource(show_spinner=False)
def adding() -> Worker:
    """Another for what goes into a corpus, so that nobody who brings one article waits for it."""
    return Worker()
