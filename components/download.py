"""Files of what is shown, each made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
def show(
    files: Callable[[str, bool], Sequence[File]],
    *,
    coordinates: Mapping[str, str],
    counts: str,
    filters: str,
    own: str = "",
) -> None:
    """Show what is in the files, how they can differ, and a button for each.

    Args:
        files: Given how exact coordinates are and whether full texts are in, the files in the order
            of the page.
        coordinates: How exact they can be: name and words, the usual way first.
        counts: How much is shown.
        filters: All filters in words.
        own: What is to be said of the visitor's own articles, if any are among them.
    """
    st.text(f"{counts}.\nFilters: {filters}.")
    if own:
        st.text(own)
    how_exact = st.selectbox(
        "Coordinates",
        list(coordinates),
        format_func=lambda name: coordinates[name],
        key="download_coordinates",
        help="Coarse ones say roughly where, on the map of the exhibit too. Names of places and "
        "sentences are as they are.",
    )
    texts = st.checkbox(
        "With full texts, in Excel and HTML",
        key="download_texts",
        help="The rights to the texts are their owners'.",
    )
    for file in files(how_exact, texts):
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
        "Each file states the corpus, its fingerprint, these filters and the credits. Sentences "
        "that mention a place are in all but the list of articles and the GeoJSON."
    )
