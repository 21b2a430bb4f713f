"""Lines of text with a keyword in the middle, to be read down, sorted, saved and opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import streamlit as st

__all__ = ["Line", "show"]

_HERE: Final = Path(__file__).parent
_KEY: Final = "in_context"
_SORT: Final = "in_context_sort"
_OPENED: Final = "in_context_opened"
_lines = st.components.v2.component(
    "dateline_in_context",
    js=(_HERE / "in_context.js").read_text("utf-8"),
    css=(_HERE / "in_context.css").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        number: What it is opened by.
        before, keyword, after: The text, cut in three.
        about: Where it is from, in words.
        title: Of the article.
    """

    number: int
    before: str
    keyword: str
    after: str
    about: str
    title: str


@st.dialog("In context", width="large")
def show(
    about: str,
    *,
    sorts: Mapping[str, str],
    lines: Callable[[str], Sequence[Line]],
    file_name: str,
    make_file: Callable[[str], bytes],
    on_open: Callable[[int], None],
) -> None:
    """Draw the lines.

    Args:
        about: What the lines are of, and how many.
        sorts: Orders by name, in words; the first one is the order at first.
        lines: From an order to the lines in it.
        file_name: What the table is saved as.
        make_file: From an order to the file, at the click.
        on_open: Called with the number of the line whose article is to be opened.
    """
    if st.session_state.pop(_OPENED, False):
        st.rerun()
    st.text(about)
    kept = st.session_state.get(_SORT)
    sort = next((name for name in sorts if name == kept), next(iter(sorts)))
    shown = lines(sort)
    if not shown:
        return

    def report() -> None:
        gesture: Any = st.session_state[_KEY].gesture
        if not isinstance(gesture, Mapping):
            return
        kind, value = gesture.get("kind"), gesture.get("value")
        if kind == "sort" and value in sorts:
            st.session_state[_SORT] = value
        elif kind == "open" and value in {line.number for line in shown}:
            on_open(int(value))
            st.session_state[_OPENED] = True

    _lines(
        key=_KEY,
        data={
            "lines": [asdict(line) for line in shown],
            "sorts": [{"value": value, "label": label} for value, label in sorts.items()],
            "sort": sort,
        },
        on_gesture_change=report,
    )
    st.download_button(
        "Save as CSV", lambda: make_file(sort), file_name, "text/csv", on_click="ignore"
    )
