"""The axes of the timeline, their titles and the ground it is drawn on, for Plotly's layout."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from dateline.figures.palette import Palette, rgba

__all__ = ["count_axis", "day_axis", "ground", "in_years", "note"]

_FORTNIGHT_MS: Final = 14 * 24 * 3_600_000

_LABELS: Final = [
    {"dtickrange": [None, _FORTNIGHT_MS], "value": "%-d %b"},
    {"dtickrange": ["M1", "M6"], "value": "%b %Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
"""One line each: plotly.js would put the year on a second, under the first label, out of sight."""

_DAYS_NAMED: Final = 121
"""Days of an axis up to which plotly.js labels days; from then on months."""


def ground(colours: Palette) -> dict[str, Any]:
    """What of the layout is the same whatever is drawn."""
    return {
        "margin": {"l": 0, "r": 0, "t": 16, "b": 20},
        "showlegend": False,
        "barmode": "overlay",
        "dragmode": "select",
        "selectdirection": "h",
        "clickmode": "event",
        "hovermode": "closest",
        "uirevision": "timeline",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 12, "color": colours.quiet},
        "hoverlabel": {
            "bgcolor": colours.paper,
            "bordercolor": colours.rule,
            "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.ink},
        },
        "newselection": {"line": {"color": colours.ink, "width": 1, "dash": "solid"}},
    }


def day_axis(within: Sequence[str], anchor: str, colours: Palette) -> dict[str, Any]:
    """The axis of days, which both strips share; it stands under the lower one."""
    return {
        "type": "date",
        "range": within,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colours.rule,
        "tickfont": {"size": 12, "color": colours.quiet},
        "nticks": 8,
        "tickformatstops": _LABELS,
        "anchor": anchor,
        "showline": False,
    }


def in_years(within: Sequence[str]) -> str:
    """` in 2016`, where the labels of the axis are days and say no year."""
    first, after = (date.fromisoformat(end) for end in within)
    if (after - first).days > _DAYS_NAMED:
        return ""
    last = after - timedelta(days=1)
    return f" in {first.year}" + (f" and {last.year}" if last.year > first.year else "")


def count_axis(domain: tuple[float, float], colours: Palette, most: int) -> dict[str, Any]:
    """A vertical axis whose highest bar is of so many, 0 for shares: no line is at half of one."""
    shares = not most
    return {
        **({"dtick": 1} if most == 1 else {}),
        "domain": list(domain),
        "fixedrange": True,
        "rangemode": "tozero",
        "nticks": 3,
        "tickformat": ".0%" if shares else ",d",
        "ticklabelposition": "inside top",
        "tickfont": {"size": 11, "color": colours.quiet},
        "gridcolor": rgba(colours.rule, 0.5),
        "zeroline": True,
        "zerolinecolor": colours.rule,
        "zerolinewidth": 1,
    }


def note(text: str, top: float, side: str, colour: str) -> dict[str, Any]:
    """A line of text over a strip, as an annotation.

    Args:
        text: What it says.
        top: The strip's upper end, as a share of the height.
        side: `left` or `right`.
        colour: As CSS has it.
    """
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0 if side == "left" else 1,
        "y": top,
        "xanchor": side,
        "align": side,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": colour},
    }
