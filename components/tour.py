"""Four sentences for who is here for the first time: one after the other, or none."""

from __future__ import annotations

from typing import Final

import streamlit as st

__all__ = ["show"]

_KEY: Final = "tour"

_STEPS: Final = (
    "**The map** shows the places that articles mention; it is no map of what happened. A click on "
    "a mark keeps the articles about that place, a second click brings the others back.",
    "**Roles**, among the filters, say what a place does in its sentence. At first only *event* "
    "counts: a capital that stands for its government, or the town a report was filed from, is no "
    "mark.",
    "**The timeline** under the map has the days of publication, and below them the days that the "
    "texts speak of. Drag over some to keep them.",
    "**The article** has every place underlined. Click one to see why it is there, and to put it "
    "right. *Share*, at the top, gives a link to exactly what you see.",
)


def show() -> None:
    """Draw the present step; nothing once they were read or skipped in this visit."""
    step = int(st.session_state.get(_KEY, 0))
    if step >= len(_STEPS):
        return
    is_last = step == len(_STEPS) - 1
    said, buttons = st.container(border=True, key="tour").columns(
        [5, 1], vertical_alignment="center"
    )
    said.caption(f"{step + 1} of {len(_STEPS)} · {_STEPS[step]}")
    row = buttons.container(horizontal=True, vertical_alignment="center")
    row.button("Done" if is_last else "Next", key="tour_next", on_click=_go, args=(step + 1,))
    if not is_last:
        row.button("Skip", key="tour_skip", type="tertiary", on_click=_go, args=(len(_STEPS),))


def _go(step: int) -> None:
    st.session_state[_KEY] = step
