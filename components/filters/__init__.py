"""The facets: each value with the number of articles it would leave, to add or to leave out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import streamlit as st

__all__ = ["Facet", "Value", "show"]

_HERE: Final = Path(__file__).parent
_filters = st.components.v2.component(
    "dateline_filters",
    js=(_HERE / "filters.js").read_text("utf-8"),
    css=(_HERE / "filters.css").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet.

    Attributes:
        value: The value itself.
        label: How a reader would say it.
        count: The number beside it, as text.
        state: `in` if chosen, `out` if left out.
        style: A role, to draw the label as the role is drawn in the text; or empty.
    """

    value: str
    label: str
    count: str
    state: Literal["", "in", "out"] = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, the most frequent first.

    Attributes:
        name: As `Query` has it.
        label: Its heading.
        values: What is offered.
        excludes: Values can be left out.
        open: Unfolded at first.
    """

    name: str
    label: str
    values: tuple[Value, ...]
    excludes: bool = True
    open: bool = False


def show(
    facets: Sequence[Facet],
    *,
    unit: str,
    results: str,
    colours: Mapping[str, str],
    on_gesture: Callable[[str, str, Literal["include", "exclude"]], None],
) -> None:
    """Draw the facets.

    Args:
        facets: In the order of the page.
        unit: What the numbers count, for the tool tips; one of it.
        results: On a small screen, where they lie over the page, what the button says that leads
            back to what is left.
        colours: Of the roles.
        on_gesture: Called with facet, value and what is wanted of it, before the next run. The
            value is one that was offered.
    """
    offered = {(facet.name, value.value) for facet in facets for value in facet.values}

    def report() -> None:
        gesture: Any = st.session_state["filters"].gesture
        if not isinstance(gesture, Mapping):
            return
        facet, value = str(gesture.get("facet")), str(gesture.get("value"))
        how: Literal["include", "exclude"] = (
            "exclude" if gesture.get("how") == "exclude" else "include"
        )
        if (facet, value) in offered:
            on_gesture(facet, value, how)

    _filters(
        key="filters",
        data={
            "facets": [_sent(facet) for facet in facets],
            "unit": unit,
            "results": results,
            "colours": dict(colours),
        },
        on_gesture_change=report,
    )


def _sent(facet: Facet) -> dict[str, Any]:
    """What the browser is told; `asdict` would copy a thousand values one by one, at every run."""
    return {
        "name": facet.name,
        "label": facet.label,
        "excludes": facet.excludes,
        "open": facet.open,
        "values": [
            [value.value, value.label, value.count, value.state, value.style]
            for value in facet.values
        ],
    }
