"""What the reader does on the timeline, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from dateline.figures.bars import Strip
from dateline.figures.days import ANY_DAY, BINS, Bin, Days, whole_bins

__all__ = ["BYS", "SHARES", "TimeGesture", "parse"]

BYS: Final = {"": "nothing", "place": "place", "source": "source", "role": "role"}
SHARES: Final = {"count": "counts", "share": "share of all"}
"""What `by` and `share` can be set to, and how it is said."""
_SETTINGS: Final[dict[str, tuple[str, ...]]] = {
    "bin": ("auto", *BINS),
    "by": tuple(BYS),
    "share": tuple(SHARES),
}


@dataclass(frozen=True, slots=True)
class TimeGesture:
    """What the reader did on the timeline.

    Attributes:
        kind: `range` brushed, or a bar clicked · `ends` moved · `clear` by a double click · `set`.
        strip: Which days: of publication, or spoken of. Of no meaning for `clear`: both.
        days: The first and the last day, both included, in whole bins; a missing end is open.
        name, value: What is set: `bin`, `by` or `share` (`count`, `share`).
    """

    kind: Literal["range", "ends", "clear", "set"]
    strip: Strip = "published"
    days: Days = ANY_DAY
    name: str = ""
    value: str = ""


def parse(value: Mapping[str, Any], size: Bin) -> TimeGesture | None:
    """Read a gesture that comes from the browser, where anything may come from.

    Args:
        value: As `components/plotview/plotview.js` sends it.
        size: The bin of the bars.

    Returns:
        The gesture, or nothing if it says nothing that can be understood.
    """
    kind, strip = value.get("kind"), value.get("strip")
    if kind == "clear":
        return TimeGesture("clear")
    if kind == "set":
        name, chosen = value.get("name"), value.get("value")
        if isinstance(name, str) and isinstance(chosen, str) and chosen in _SETTINGS.get(name, ()):
            return TimeGesture("set", name=name, value=chosen)
        return None
    if strip not in ("published", "spoken"):
        return None
    if kind == "bar":
        day = _day(value.get("at"))
        return TimeGesture("range", strip, whole_bins(Days(day, day), size)) if day else None
    ends = value.get("range")
    if kind == "range" and isinstance(ends, list) and len(ends) == 2:
        days = [_day(end) for end in ends]
        if days[0] and days[1]:
            first, last = min(days[0], days[1]), max(days[0], days[1])
            return TimeGesture("range", strip, whole_bins(Days(first, last), size))
    if kind == "ends" and isinstance(ends, list) and len(ends) == 2:
        moved = Days(_day(ends[0]), _day(ends[1]))
        if [end is None for end in moved] != [end is None for end in ends]:
            return None
        if not (moved.first and moved.last and moved.first > moved.last):
            return TimeGesture("ends", strip, whole_bins(moved, size))
    return None


def _day(value: object) -> date | None:
    """The day of a plotly.js date such as `2016-12-06 13:40:00.1`."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
