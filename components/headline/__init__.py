"""One line that says what is looked at, which filters are on, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import streamlit as st

__all__ = ["Chip", "Count", "Gesture", "show"]

_HERE: Final = Path(__file__).parent
_PLAIN: Final = ("undo", "reset", "context", "download", "share")
_headline = st.components.v2.component(
    "dateline_headline",
    js=(_HERE / "headline.js").read_text("utf-8"),
    css=(_HERE / "headline.css").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number, what it counts, and a sentence about it."""

    number: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on: its name, its value or None for all of it, and its words."""

    filter: str
    value: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Gesture:
    """What the reader did.

    Attributes:
        kind: `off` (one filter), `undo`, `reset`, `unit`, `context`, `download` or `share`.
        filter, value: Of the chip that was clicked.
        unit: The unit that was chosen.
    """

    kind: str
    filter: str = ""
    value: str | None = None
    unit: str = ""


def show(
    name: str,
    counts: Sequence[Count],
    chips: Sequence[Chip],
    *,
    units: Mapping[str, str],
    unit: str,
    can_undo: bool,
    can_reset: bool,
    has_lines: bool,
    on_gesture: Callable[[Gesture], None],
) -> None:
    """Draw the line.

    Args:
        name: Of the corpus.
        counts: What is shown, in numbers.
        chips: The filters that are on.
        units: What can be counted, by name, in words.
        unit: What is counted.
        can_undo, can_reset: There is something to take back.
        has_lines: There is something to be read in context.
        on_gesture: Called with what the reader did, before the next run.
    """

    def report() -> None:
        understood = _understood(st.session_state["headline"].gesture, chips, units)
        if understood:
            on_gesture(understood)

    _headline(
        key="headline",
        data={
            "name": name,
            "counts": [asdict(count) for count in counts],
            "chips": [asdict(chip) | {"title": f"Take off: {chip.label}"} for chip in chips],
            "units": [{"value": value, "label": label} for value, label in units.items()],
            "unit": unit,
            "undo": can_undo,
            "reset": can_reset,
            "context": has_lines,
        },
        on_gesture_change=report,
    )


def _understood(gesture: Any, chips: Sequence[Chip], units: Mapping[str, str]) -> Gesture | None:
    """A gesture as it came from the browser, or None if it makes no sense."""
    if not isinstance(gesture, Mapping):
        return None
    kind, value = gesture.get("kind"), gesture.get("value")
    if kind == "off":
        on = [chip for chip in chips if (chip.filter, chip.value) == (gesture.get("filter"), value)]
        return Gesture("off", on[0].filter, on[0].value) if on else None
    if kind == "unit":
        return Gesture("unit", unit=str(value)) if value in units else None
    return Gesture(kind) if kind in _PLAIN else None
