"""What lies over a timeline's bars: the days that are chosen, and the bin that is played."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.figures.days import ANY_DAY, Bin, Days, bin_end, bin_start
from dateline.figures.palette import Palette, rgba

__all__ = ["brush", "chosen_bins", "framed"]


def brush(
    chosen: Days, axis: str, first: date, after: date, size: Bin, colours: Palette
) -> list[dict[str, Any]]:
    """The chosen range as a pale band with an edge at each chosen end."""
    if chosen.first is None and chosen.last is None:
        return []
    start = max(bin_start(chosen.first, size), first) if chosen.first else first
    end = min(bin_end(chosen.last, size), after) if chosen.last else after
    edge = {"color": colours.ink, "width": 1}
    band = {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": axis,
        "x0": start.isoformat(),
        "x1": end.isoformat(),
        "y0": 0,
        "y1": 1,
        "fillcolor": rgba(colours.accent, 0.1),
        "line": {"width": 0},
    }
    edges = [
        {
            "type": "line",
            "xref": "x",
            "yref": axis,
            "x0": at,
            "x1": at,
            "y0": 0,
            "y1": 1,
            "line": edge,
        }
        for at, day in ((start.isoformat(), chosen.first), (end.isoformat(), chosen.last))
        if day is not None
    ]
    return [band, *edges]


def chosen_bins(chosen: Days, starts: list[date], size: Bin) -> list[int] | None:
    """The first and the last chosen bin; a bin beyond the axis is its end."""
    if chosen == ANY_DAY:
        return None
    last = len(starts) - 1
    ends = (0, last)
    places = []
    for day, end in zip(chosen, ends, strict=True):
        before = end if day is None else sum(start <= bin_start(day, size) for start in starts) - 1
        places.append(min(max(before, 0), last))
    return places


def framed(step: date, size: Bin, colours: Palette) -> list[dict[str, Any]]:
    """A bracket over the bin that the playback shows."""
    start, end = bin_start(step, size), bin_end(step, size)
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "y domain",
            "x0": start.isoformat(),
            "x1": end.isoformat(),
            "y0": 0,
            "y1": 1,
            "fillcolor": "rgba(0,0,0,0)",
            "line": {"color": colours.ink, "width": 1.5, "dash": "dot"},
        }
    ]
