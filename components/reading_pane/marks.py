"""What is marked in an article, with the words said of it on hover."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import pandas as pd

__all__ = ["Mark", "date_marks", "name_marks", "place_marks"]

_UNSURE: Final = 0.5
"""Confidence under which a mark is lighter."""


class Mark(NamedTuple):
    """A stretch of the text that is marked.

    Attributes:
        start, end: Half-open, in code points.
        kind: `place`, `date`, `person` or `organisation`.
        note: What is said of it on hover.
        role, place: Of a place: its role and its gazetteer id, or empty.
        unsure: Its confidence is low.
    """

    start: int
    end: int
    kind: str
    note: str
    role: str = ""
    place: str = ""
    unsure: bool = False


def place_marks(mentions: pd.DataFrame) -> list[Mark]:
    """Of mentions with `gazetteer_id` and `label`, the longest first."""
    marks = []
    for row in mentions.to_dict("records"):
        role = row["role"] if isinstance(row["role"], str) else ""
        unsure = bool(row["confidence"] < _UNSURE)  # False where it is missing
        parts = (row["label"] or "not placed", role, "not sure" if unsure else "")
        note = " · ".join(part for part in parts if part)
        marks.append(
            Mark(row["start"], row["end"], "place", note, role, row["gazetteer_id"], unsure)
        )
    return sorted(marks, key=_shorter)


def date_marks(dates: pd.DataFrame) -> list[Mark]:
    """Of rows of DATES, the longest first."""
    return sorted(
        (
            Mark(row["start"], row["end"], "date", _days(row["earliest"], row["latest"]))
            for row in dates.to_dict("records")
        ),
        key=_shorter,
    )


def _days(earliest: Any, latest: Any) -> str:
    """A half-open interval in words, with its last day instead of the one after."""
    first = "" if pd.isna(earliest) else f"{earliest:%Y-%m-%d}"
    last = "" if pd.isna(latest) else f"{latest - pd.Timedelta(days=1):%Y-%m-%d}"
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else "no day known"


def name_marks(names: pd.DataFrame) -> list[Mark]:
    """Of rows of NAMES, the longest first."""
    return sorted(
        (
            Mark(row["start"], row["end"], str(row["kind"]), str(row["canonical"]))
            for row in names.to_dict("records")
        ),
        key=_shorter,
    )


def _shorter(mark: Mark) -> int:
    return mark.start - mark.end
