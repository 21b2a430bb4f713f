"""The link that shows what is shown, and the card that says what that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import streamlit as st

from components import copy_button

__all__ = ["show"]

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


@st.dialog("Share this view", width="medium", on_dismiss="rerun")
def show(
    url: str,
    *,
    short: str,
    card: Mapping[str, str],
    citation: str,
    has_own: bool,
    name: str,
    on_save: Callable[[str], str],
) -> None:
    """Show the link with a button that copies it, the card, and a field to save the view.

    Args:
        url: The whole address, which says everything itself.
        short: An address that finds the view where it is stored; empty if there is none.
        card: What is shown and on which data, by headings.
        citation: One line to cite it by.
        has_own: The visitor has articles of his own, which no link holds.
        name: Under which it is saved already, or empty.
        on_save: Given a name, saves the view under it; returns what to say of that.
    """
    if urlsplit(url).hostname in _THIS_MACHINE:
        st.markdown(
            "This link shows what you see, on this computer alone, where the page runs. To show it "
            "to others, send the exhibit (*Download*), or let the page run on a server."
        )
    else:
        st.markdown("This link shows what you see, to whoever can open this page.")
    st.code(short or url, language=None, wrap_lines=True)
    copy_button.show(short or url, "Copy the link", key="copy_link")
    if short:
        with st.expander("The whole link, which needs nothing stored here"):
            st.code(url, language=None, wrap_lines=True)
    if has_own:
        st.markdown(
            "Your own articles are not in it: they belong to you alone. What is counted and cited "
            "below is what the link shows, without them."
        )
    with (
        st.form("save_view", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        given = st.text_input(
            "Save it under a name", value=name, max_chars=100, key="save_view_name"
        )
        asked = st.form_submit_button("Save")
    if asked:
        st.text(on_save(given) if given.strip() else "Give it a name first.")
    st.text("\n".join(f"{heading}: {said}" for heading, said in card.items()))
    st.caption("To cite it:")
    st.code(citation, language=None, wrap_lines=True)
    copy_button.show(citation, "Copy the citation", key="copy_citation")
