"""Dateline in the browser: open a corpus and show its pages.

    streamlit run dashboard.py

The environment variable `DATELINE_CORPUS` names the corpus folder; without it the demonstration
corpus is shown, and built first where it is missing.
"""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from components.pages import explore
from dateline.corpus import Corpus
from dateline.errors import DatelineError


@st.cache_resource(show_spinner="Opening the corpus …")
def open_corpus(folder: str) -> Corpus:
    """One corpus for all visitors; nobody changes it."""
    return Corpus.open(Path(folder))


def corpus_folder() -> str:
    """The folder to show."""
    named = os.environ.get("DATELINE_CORPUS")
    if named:
        return named
    from dateline.demo import demo_corpus

    return str(demo_corpus())


def main() -> None:
    """Draw the page that the address names."""
    st.set_page_config("Dateline", layout="wide", initial_sidebar_state="auto")
    try:
        corpus = open_corpus(corpus_folder())
        pages = [
            st.Page(lambda: explore.show(corpus), title="Explore", url_path="explore", default=True)
        ]
        st.navigation(pages, position="top").run()
    except DatelineError as error:
        st.markdown("**This cannot be shown.**")
        st.text(str(error))


if __name__ == "__main__":  # not in worker processes, which import this file
    main()
