"""Values of R, as rdata's parser leaves them, to cells of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np

__all__ = ["attributes", "cells", "classes", "names", "texts"]

_LATIN1, _BYTES = 1 << 2, 1 << 1
"""What R says of the encoding of a string ("Strings" in the manual R Internals)."""

_DAY: Final = date(1970, 1, 1)
_MOMENT: Final = datetime(1970, 1, 1, tzinfo=UTC)


def attributes(found: Any) -> dict[str, Any]:
    """Attributes of an object by name."""
    return dict(_pairs(found.attributes))


def classes(known: Mapping[str, Any]) -> tuple[str, ...]:
    """The classes that attributes name."""
    return tuple(texts(known["class"])) if "class" in known else ()


def names(found: Any) -> list[tuple[str, Any]]:
    """The parts of a list, of a data frame or of what was saved together, with their names."""
    if found.info.type.name == "LIST":
        return list(_pairs(found))
    parts = found.value if found.info.type.name == "VEC" else ()
    known = attributes(found)
    called = texts(known["names"]) if "names" in known else [""] * len(parts)
    return list(zip(called, parts, strict=False))


def texts(found: Any) -> list[str]:
    """The strings of a vector, a missing one empty; none of what is no vector of strings."""
    if found.info.type.name != "STR":
        return []
    return [_text(each) for each in found.value]


def cells(column: Any) -> list[str] | None:
    """A column as text, one cell a row; None where it holds neither words nor numbers."""
    kind, known = column.info.type.name, attributes(column)
    named = classes(known)
    if kind == "STR":
        return texts(column)
    if kind == "VEC" and not named:
        return ["; ".join(filter(None, cells(part) or ())) for part in column.value]
    if kind not in ("INT", "REAL", "LGL"):
        return None
    values = np.ma.filled(np.ma.asarray(column.value).astype(float), np.nan).tolist()
    if kind == "INT" and "levels" in known:
        labels = texts(known["levels"])
        return ["" if code != code else _label(labels, int(code)) for code in values]
    if "Date" in named:
        return [_day(value) for value in values]
    if "POSIXct" in named:
        zone = _zone(known)
        return [_moment(value, zone) for value in values]
    if kind == "LGL":
        return ["" if value != value else str(bool(value)).lower() for value in values]
    return [_number(value) for value in values]


def _pairs(found: Any) -> Iterator[tuple[str, Any]]:
    while found is not None and found.info.type.name == "LIST":
        value, rest = found.value
        yield _symbol(found.tag), value
        found = rest


def _symbol(found: Any) -> str:
    while found is not None and found.info.type.name == "REF":
        found = found.referenced_object
    return _text(found.value) if found is not None and found.value is not None else ""


def _text(found: Any) -> str:
    data = found.value
    if not data:
        return ""
    if found.info.gp & _LATIN1:
        return str(data.decode("cp1252", "replace"))
    if found.info.gp & _BYTES:
        return str(data.decode("utf-8", "replace"))
    try:
        return str(data.decode("utf-8"))
    except UnicodeDecodeError:  # a string of the system's own encoding
        return str(data.decode("cp1252", "replace"))


def _label(labels: list[str], code: int) -> str:
    return labels[code - 1] if 0 < code <= len(labels) else ""


def _day(value: float) -> str:
    try:
        return (_DAY + timedelta(days=value)).isoformat()
    except (OverflowError, ValueError):
        return ""


def _moment(value: float, zone: tzinfo) -> str:
    try:
        return (_MOMENT + timedelta(seconds=value)).astimezone(zone).isoformat()
    except (OverflowError, ValueError):
        return ""


def _zone(known: Mapping[str, Any]) -> tzinfo:
    """The zone in which times are printed; UTC where R names none, or one that is not known."""
    name = next(iter(texts(known["tzone"])), "") if "tzone" in known else ""
    try:
        return ZoneInfo(name) if name else UTC
    except (OSError, ValueError):  # no such zone, or a path in its place
        return UTC


def _number(value: float) -> str:
    if value != value:
        return ""
    return str(int(value)) if value.is_integer() else repr(value)
