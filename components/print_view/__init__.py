"""How the page looks on paper: all of it from top to bottom, without what can only be pressed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

__all__ = ["show"]

_STYLE: Final = Path(__file__).parent / "print_view.css"


def show() -> None:
    """Say so to the browser; nothing is drawn."""
    st.html(_STYLE)
