"""Values of JSON as the cells of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

__all__ = ["as_text", "cells_of"]

_DEEPEST: Final = 5
"""Objects within objects that have columns of their own."""

_TYPED: Final = frozenset(("$date", "$oid", "$numberLong", "$numberInt", "$numberDouble"))
"""What wraps a value in JSON of MongoDB; see its specification of Extended JSON."""

_PARAGRAPH: Final = 80
"""Characters; a list with a longer string in it holds paragraphs, not words."""

_NAMES: Final = ("name", "literal", "text", "term", "value")
"""Where an object of a list has what stands for it."""


def cells_of(record: dict[str, Any]) -> dict[str, str]:
    """The fields of an object as text, those of objects within it under both names.

    Args:
        record: As loaded; `{"source": {"name": "The Ledger"}}` gives `source name`.
    """
    return dict(_cells(record))


def _cells(record: dict[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        while isinstance(value, dict) and len(value) == 1 and not _TYPED.isdisjoint(value):
            (value,) = value.values()
        if name == "date-parts" and (day := _day(value)):
            yield before.strip() or name, day
        elif isinstance(value, dict) and depth < _DEEPEST:
            yield from _cells(value, f"{before}{name} ", depth + 1)
        else:
            yield f"{before}{name}", as_text(value)


def as_text(value: Any) -> str:
    """A JSON value as a cell; empty for null and for a list or object with nothing in it.

    Paragraphs in a list are parted by blank lines, words by "; "; objects in it stand with their
    names. Of a text in pieces, some of them objects with a `text`, the pieces are put together.
    """
    if isinstance(value, str):
        # Half a surrogate pair can stand in JSON, but nowhere else.
        return (
            value
            if value.isascii()
            else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
    if (
        value is None or value in ([], {}) or value != value
    ):  # NaN, which is no JSON but written all the same
        return ""
    if isinstance(value, list) and (parts := _parts(value)):
        if any(isinstance(each, dict) and "text" in each for each in value):
            return "".join(parts)
        return ("\n\n" if any(len(part) > _PARAGRAPH for part in parts) else "; ").join(parts)
    return json.dumps(value, ensure_ascii=False)


def _parts(values: list[Any]) -> list[str]:
    """Strings of a list, and names of its objects; empty if some have none."""
    parts = []
    for each in values:
        if isinstance(each, dict):
            person = (each.get("given") or each.get("firstName"), each.get("family"))
            found = [each[name] for name in _NAMES if isinstance(each.get(name), str)]
            if len(found) > 1 and isinstance(each.get("value"), str):  # of what, and which
                found = [each["value"]]
            each = found[0] if found else " ".join(filter(None, map(_string, person)))
        if not isinstance(each, str) or not each:
            return []
        parts.append(as_text(each))
    return parts


def _day(value: Any) -> str:
    """A day as citations have it (CSL), `[[2016, 12, 16]]`; empty where it is none."""
    parts = value[0] if isinstance(value, list) and value else None
    if not isinstance(parts, list) or len(parts) != 3:
        return ""
    numbers = [str(part) for part in parts]
    return "-".join(numbers) if all(map(str.isdecimal, numbers)) else ""


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
