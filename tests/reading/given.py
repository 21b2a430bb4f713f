"""A body, a small table that is read, and what of it was set aside."""

from __future__ import annotations

from dateline.reading import Reading, read_bytes

BODY = "HOMS, Syria (Northline) — The bridge was closed on Monday after a night of rain."


def aside(reading: Reading) -> list[tuple[str, str, str]]:
    frame = reading.set_aside
    return list(zip(frame["file"], frame["row"], frame["reason"], strict=True))


def table(rows: str, **columns: str) -> Reading:
    return read_bytes("a.csv", rows.encode(), columns or None)
