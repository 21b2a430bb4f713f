"""A button that copies a text, in sight whether or not a pointer hovers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

__all__ = ["show"]

_HERE: Final = Path(__file__).parent
_copy_button = st.components.v2.component(
    "dateline_copy_button",
    js=(_HERE / "copy_button.js").read_text("utf-8"),
    css=(_HERE / "copy_button.css").read_text("utf-8"),
)


def show(text: str, label: str, *, key: str) -> None:
    """Draw the button.

    Args:
        text: What it copies.
        label: What it says.
        key: Of the component.
    """
    _copy_button(key=key, data={"text": text, "label": label}, width="content")
