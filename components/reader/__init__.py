"""The browser's half of the reading pane: an article as marked text, never as markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import streamlit as st

__all__ = ["mount"]

_HERE: Final = Path(__file__).parent
_PARTS: Final = ("keys", "receipt", "reader")
_reader = st.components.v2.component(
    "dateline_reader",
    js="\n".join((_HERE / f"{name}.js").read_text("utf-8") for name in _PARTS),
    css=(_HERE / "reader.css").read_text("utf-8"),
)


def mount(
    data: Mapping[str, Any], *, key: str, on_gesture: Callable[[Mapping[str, Any]], None]
) -> None:
    """Put a reader on the page.

    Args:
        data: As `reader.js` describes it.
        key: A constant.
        on_gesture: Called with what the reader did there, before the next run. It comes from the
            browser: check it.
    """

    def report() -> None:
        gesture = st.session_state[key].gesture
        if isinstance(gesture, Mapping):
            on_gesture(gesture)

    _reader(key=key, data=dict(data), on_gesture_change=report)
