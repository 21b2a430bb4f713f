"""What Streamlit lays over the page: dialogs that Escape closes, and the drawer of a phone.

And what it draws anew under the pointer: a click on it is heard all the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

__all__ = ["show"]

_HERE: Final = Path(__file__).parent
_PARTS: Final = ("press", "overlays")
_overlays = st.components.v2.component(
    "dateline_overlays",
    js="\n".join((_HERE / f"{name}.js").read_text("utf-8") for name in _PARTS),
)


def show() -> None:
    """Look after them; nothing is drawn."""
    st.html(_HERE / "overlays.css")
    with st.container(key="overlays"):
        _overlays(key="overlays_script")
