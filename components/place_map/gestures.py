"""What a reader does on the map, read from what the browser says of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dateline.figures.polygon import simplify
from dateline.figures.view import View

__all__ = ["MapGesture", "parse"]


@dataclass(frozen=True, slots=True)
class MapGesture:
    """What the reader did on the map.

    Attributes:
        kind: `click` on a mark · `area` drawn by box or lasso · `clear` by a double click ·
            `unplaced`, the remark on mentions that have no place · `share`, counts or shares ·
            `near`, a distance around the chosen place · `step` of the playback.
        places: Gazetteer id that was clicked.
        shift: Shift was held, or at a click Ctrl or Cmd: add to what is chosen.
        polygon: Corners of the area, longitude and latitude in degrees, at most 40, not closed.
        share: Shares are asked for.
        distance_km: Kilometres around the place; None for that place alone.
        day: First day of the step; None for the end of the playback.
        view: What the map shows now; with every gesture.
    """

    kind: Literal["click", "area", "clear", "unplaced", "share", "near", "step"]
    places: tuple[str, ...] = ()
    shift: bool = False
    polygon: tuple[tuple[float, float], ...] = ()
    share: bool = False
    distance_km: float | None = None
    day: date | None = None
    view: View | None = None


def parse(value: Mapping[str, Any]) -> MapGesture | None:
    """Read a gesture that comes from the browser, where anything may come from.

    Args:
        value: As `components/plotview/plotview.js` sends it.

    Returns:
        The gesture, or nothing if it says nothing that can be understood.
    """
    kind, shift = value.get("kind"), value.get("shift") is True
    seen = value.get("view")
    view = View(*map(float, seen)) if seen and _are_numbers(seen, 3) else None
    if kind == "click":
        places = value.get("places")
        if isinstance(places, list):
            known = tuple(place for place in places if isinstance(place, str))
            return MapGesture("click", places=known, shift=shift, view=view) if known else None
    if kind == "area":
        corners = value.get("polygon")
        if isinstance(corners, list) and all(_are_numbers(corner, 2) for corner in corners):
            polygon = simplify(corners)
            return MapGesture("area", shift=shift, polygon=polygon, view=view) if polygon else None
    if kind == "clear":
        return MapGesture("clear", view=view)
    if kind == "step":
        return _step(value.get("at"), view)
    if kind == "set":
        return _set(value.get("name"), value.get("value"), view)
    return MapGesture("unplaced", view=view) if kind == "note" else None


def _step(at: object, view: View | None) -> MapGesture | None:
    if at is None:
        return MapGesture("step", view=view)
    try:
        return MapGesture("step", day=date.fromisoformat(str(at)), view=view)
    except ValueError:
        return None


def _set(name: object, value: object, view: View | None) -> MapGesture | None:
    if name == "share" and value in ("count", "share"):
        return MapGesture("share", share=value == "share", view=view)
    if name != "near" or not isinstance(value, str):
        return None
    try:
        distance_km = float(value) if value else None
    except ValueError:
        return None
    if distance_km is None or (math.isfinite(distance_km) and distance_km > 0):
        return MapGesture("near", distance_km=distance_km, view=view)
    return None


def _are_numbers(values: Any, many: int) -> bool:
    return (
        isinstance(values, list)
        and len(values) == many
        and all(isinstance(value, int | float) and math.isfinite(value) for value in values)
    )
