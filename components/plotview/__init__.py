"""One Plotly figure on the page, which keeps its view while its data change.

Streamlit's own chart loses zoom and selection whenever the data change, since its identity is a
hash of the whole figure. This component has none of that: it draws with `Plotly.react`, reports
gestures, and leaves to Python what is chosen. It is used by the map and the timeline, and knows
neither.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from dateline.figures.plotly_js import plotly_url

__all__ = ["show"]

_HERE = Path(__file__).parent
_PLOTVIEW = st.components.v2.component(
    "dateline.plotview",
    js="\n".join(
        (_HERE / name).read_text("utf-8") for name in ("shapes.js", "map.js", "plotview.js")
    ),
    css=(_HERE / "plotview.css").read_text("utf-8"),
    isolate_styles=False,  # the map brings styles of its own, which a shadow root would not see
)


def show(
    figure: Mapping[str, Any],
    *,
    key: str,
    height: int,
    label: str,
    dark: bool,
    on_gesture: Callable[[Mapping[str, Any]], None],
    on_view: Callable[[tuple[float, float, float]], None] | None = None,
    tools: bool = False,
    legend: Sequence[Mapping[str, Any]] = (),
    note: str = "",
) -> None:
    """Draw a figure and report what the reader does with it.

    Args:
        figure: A Plotly figure as a plain dict. Its `layout.uirevision` stays the same as long as
            the reader's own view is to be kept.
        key: A constant; one a figure.
        height: Pixels.
        label: The text alternative: what the figure shows, in a sentence or two.
        dark: The figure is for a dark page. If the page turns light, it runs again.
        on_gesture: Called once a gesture, before the page runs again, with a mapping as
            `plotview.js` describes; what it holds comes from the browser and is to be checked.
        on_view: Called with longitude, latitude and zoom when the reader has moved the map and let
            it rest; the page then runs again. Nothing is sent if missing.
        tools: The figure is a map, and has buttons to move it and to choose by box or lasso.
        legend: Entries with `shape`, `colour`, `hollow`, `shade`, `label`, for the lower left.
        note: A remark for the lower right; pressing it is the gesture `note`.
    """

    def gesture() -> None:
        value = st.session_state[key].get("gesture")
        if isinstance(value, Mapping):
            on_gesture(value)

    def view() -> None:
        value = st.session_state[key].get("view")
        if on_view and _is_view(value):
            on_view((float(value[0]), float(value[1]), float(value[2])))

    _PLOTVIEW(
        key=key,
        data={
            "figure": json.dumps(figure, ensure_ascii=False, separators=(",", ":")),
            "dark": dark,
            "height": height,
            "plotly": plotly_url(),
            "label": label,
            "tools": tools,
            "legend": [dict(entry) for entry in legend],
            "note": note,
            "sendView": on_view is not None,
        },
        on_gesture_change=gesture,
        on_view_change=view,
        on_theme_change=lambda: None,
    )


def _is_view(value: object) -> bool:
    return (
        isinstance(value, Sequence)
        and len(value) == 3
        and all(isinstance(number, int | float) and math.isfinite(number) for number in value)
    )
