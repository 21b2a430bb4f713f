"""Files of what is shown, each made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

__all__ = ["File", "show"]


@dataclass(frozen=True, slots=True)
class File:
    """A file that can be had.

    Attributes:
        label: What it holds, in a few words.
        about: For whom or what it is, in a sentence.
        name: What it is saved as.
        mime: Its media type.
        make: Makes its bytes; called at the click, in another thread.
    """

    label: str
    about: str
    name: str
    mime: str
    make: Callable[[], bytes]


@st.dialog("Download what is shown", width="medium")
def show(files: Sequence[File], *, counts: str, filters: str, own: str = "") -> None:
    """Show a button for each file.

    Args:
        files: In the order of the page.
        counts: How much is shown.
        filters: All filters in words.
        own: What is to be said of the visitor's own articles, if any are among them.
    """
    st.text(f"{counts}.\nFilters: {filters}.")
    if own:
        st.text(own)
    for file in files:
        with st.container(horizontal=True, vertical_alignment="center", key=f"file-{file.name}"):
            st.download_button(
                file.label,
                file.make,
                file.name,
                file.mime,
                on_click="ignore",
                icon=":material/download:",
                width=176,
            )
            st.caption(file.about)
    st.caption(
        "Each file states the corpus, its fingerprint, these filters and the credits. Full texts "
        "are in none of them; sentences that mention a place are."
    )
