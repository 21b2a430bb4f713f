"""How the page looks on paper: all of it from top to bottom, without what can only be pressed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

__all__ = ["show"]

_HERE: Final = Path(__file__).parent


def show(*, dark: bool) -> None:
    """Say so to the browser; nothing is drawn.

    Args:
        dark: The page is dark, and so is what is drawn in canvases, which no style reaches.
    """
    st.html(_HERE / "print_view.css")
    if dark:
        st.html(_HERE / "from_dark.css")
