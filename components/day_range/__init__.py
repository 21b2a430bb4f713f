"""First and last day in two of the browser's own date fields, which every screen reader knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import streamlit as st

__all__ = ["show", "understood"]

_HERE: Final = Path(__file__).parent
_day_range = st.components.v2.component(
    "dateline_day_range",
    js=(_HERE / "day_range.js").read_text("utf-8"),
    css=(_HERE / "day_range.css").read_text("utf-8"),
)

Days = tuple[date | None, date | None]


def show(
    label: str,
    chosen: Days,
    *,
    within: tuple[date, date],
    key: str,
    on_days: Callable[[Days], None],
) -> None:
    """Draw the two fields under a heading that unfolds.

    Args:
        label: What the days are of.
        chosen: First and last day; None for an open end.
        within: What the browser offers; other days can be typed.
        key: Of the component.
        on_days: Called with the days, before the next run.
    """

    def report() -> None:
        days = understood(st.session_state[key].days)
        if days is not None:  # also those of the last run, which the browser may be ahead of
            on_days(days)

    _day_range(
        key=key,
        data={
            "label": label,
            "days": [_iso(day) for day in chosen],
            "within": [_iso(day) for day in within],
        },
        on_days_change=report,
    )


def understood(days: Any) -> Days | None:
    """Days as they came from the browser, or None if they make no sense."""
    if not isinstance(days, Mapping):
        return None
    try:
        first, last = (_day(days.get(name)) for name in ("first", "last"))
    except (TypeError, ValueError):
        return None
    return first, last


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
