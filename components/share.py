"""The link that shows what is shown."""

from __future__ import annotations

import streamlit as st

__all__ = ["show"]


@st.dialog("Share this view", width="medium")
def show(url: str, *, fingerprint: str, has_own: bool) -> None:
    """Show the link with a button that copies it.

    Args:
        url: The whole address.
        fingerprint: Of the data it is made on.
        has_own: The visitor has articles of his own, which no link holds.
    """
    st.markdown("This link shows what you see, to whoever can open this page.")
    st.code(url, language=None, wrap_lines=True)
    if has_own:
        st.markdown("Your own articles are not in it: they belong to you alone.")
    st.caption(f"Made on data {fingerprint[:8]}; opened on other data, the page says so.")
