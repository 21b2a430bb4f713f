"""One Plotly figure on the page, which keeps its view while its data change.

Streamlit's own chart loses zoom and selection whenever the data change, since its identity is a
hash of the whole figure. This component has none of that: it draws with `Plotly.react`, reports
gestures, and leaves to Python what is chosen. It is used by the map and the timeline, and knows
neither.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal

import streamlit as st

from dateline.figures.plotly_js import plotly_url

__all__ = ["Control", "Image", "Playback", "hear_view", "ring", "show"]

_HERE: Final = Path(__file__).parent
_PARTS: Final = (
    *("address", "shapes", "map", "clear", "away", "fingers", "controls", "chooser", "brush"),
    *("picture", "script", "frame", "plotview"),
)
_PLOTVIEW = st.components.v2.component(
    "dateline.plotview",
    js="\n".join((_HERE / f"{name}.js").read_text("utf-8") for name in _PARTS),
    css=(_HERE / "plotview.css").read_text("utf-8"),
    isolate_styles=False,  # the map brings styles of its own, which a shadow root would not see
)
_LISTENER = st.components.v2.component(
    "dateline.listener", js=(_HERE / "listener.js").read_text("utf-8")
)
_RINGED = st.components.v2.component("dateline.ringed", js=(_HERE / "ringed.js").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Control:
    """A choice under a figure; changing it is the gesture `set` with `name` and `value`.

    Attributes:
        kind: `select` among `options`, or a `number` with `suggestions`.
        name: What it sets.
        label, after: Words before and behind it.
        value: What is set now; empty for no number.
        options: (value, label) of each.
        suggestions: Numbers that are offered.
        most: The highest number that can be; all are above 0.
    """

    kind: Literal["select", "number"]
    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[int, ...] = ()
    after: str = ""
    most: int = 0


@dataclass(frozen=True, slots=True)
class Playback:
    """Steps through time; going to one is the gesture `step` with its day `at`, or null.

    Attributes:
        steps: First day of each, ISO 8601.
        at: The one it has come to, or None for the whole time.
        label: What that one is, in words.
    """

    steps: tuple[str, ...]
    at: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """The figure as a file.

    Attributes:
        name: Of the file, without its ending.
        title: Stands over the figure.
        lines: Small print under it: filters, sources, fingerprint.
        kinds: `png`, and `svg` where the figure is no map.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    kinds: tuple[Literal["png", "svg"], ...] = ("png",)


def show(
    figure: Mapping[str, Any],
    *,
    key: str,
    height: int,
    label: str,
    dark: bool,
    on_gesture: Callable[[Mapping[str, Any]], None],
    tools: bool = False,
    legend: Sequence[Mapping[str, Any]] = (),
    note: str = "",
    empty: str = "",
    controls: Sequence[Control] = (),
    playback: Playback | None = None,
    image: Image | None = None,
    link: Mapping[str, str] | None = None,
    borders: Mapping[str, Any] | None = None,
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
        tools: The figure is a map, and has buttons to move it and to choose by box or lasso.
        legend: Entries with `shape`, `colour`, `hollow`, `shade`, `label`, for the lower left of a
            map; with `colour`, `pattern`, `label`, to stand under a chart.
        note: A remark for the lower right; pressing it is the gesture `note`.
        empty: Why there is nothing in it, said from the first moment on; or empty.
        controls: Stand under the figure.
        playback: Its buttons stand under the figure.
        image: What the figure is as a file; no file is offered if missing.
        link: Parameters that stand first in every address; given them, the map writes what it shows
            into the address when it has moved, and says so to `hear_view`.
        borders: Lines to draw on the map: `id`, `lines` (GeoJSON), `instead` of its own.
    """

    def gesture() -> None:
        value = st.session_state[key].get("gesture")
        if isinstance(value, Mapping):
            on_gesture(value)

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
            "empty": empty,
            "controls": [asdict(control) for control in controls],
            "playback": asdict(playback) if playback else None,
            "image": asdict(image) if image else None,
            "link": dict(link) if link is not None else None,
            "borders": dict(borders) if borders else None,
        },
        on_gesture_change=gesture,
        on_theme_change=lambda: None,
    )


def ring(key: str, places: Collection[str]) -> None:
    """Put a thin ring around some marks of the map; draws nothing itself.

    Apart from the figure: a figure that is as it was is not sent again.

    Args:
        key: A constant.
        places: Their gazetteer ids; those without a mark are passed over.
    """
    _RINGED(key=key, data=list(places))


def hear_view(key: str, on_view: Callable[[tuple[float, float, float]], None]) -> None:
    """Be told what a map shows once it has been moved; draws nothing.

    To be called in a fragment, so that the page does not run again when a map is moved.

    Args:
        key: A constant.
        on_view: Called with longitude, latitude and zoom.
    """

    def heard() -> None:
        value = st.session_state[key].get("view")
        if (
            isinstance(value, Sequence)
            and len(value) == 3
            and all(isinstance(number, int | float) and math.isfinite(number) for number in value)
        ):
            on_view((float(value[0]), float(value[1]), float(value[2])))

    _LISTENER(key=key, data=None, on_view_change=heard)
