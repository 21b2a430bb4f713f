"""The browser's half of the reading pane: an article as marked text, never as markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import streamlit as st

__all__ = ["mount"]

_HERE: Final = Path(__file__).parent
_PARTS: Final = ("keys", "heading", "receipt", "reader")
_reader = st.components.v2.component(
    "dateline_reader",
    js="\n".join((_HERE / f"{name}.js").read_text("utf-8") for name in _PARTS),
    css=(_HERE / "reader.css").read_text("utf-8"),
)


def mount(
    text: str,
    data: Mapping[str, Any],
    *,
    name: str,
    key: str,
    on_gesture: Callable[[Mapping[str, Any]], None],
) -> None:
    """Put a reader on the page.

    Args:
        text: The article as JSON, as `reader.js` describes it. It is sent when it changes.
        data: What is said around it, as described there too.
        name: Of the text: another text, another name.
        key: A constant.
        on_gesture: Called with what the reader did there, before the next run. It comes from the
            browser: check it.
    """

    def report() -> None:
        gesture = st.session_state[key].gesture
        if isinstance(gesture, Mapping):
            on_gesture(gesture)

    with st.container(gap=None):
        _reader(key=f"{key}_text", data={"name": name, "text": text})
        _reader(key=key, data={**data, "name": name}, on_gesture_change=report)
