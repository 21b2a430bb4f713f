"""The objects in a JSON file that are articles, wherever in it they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from dateline.errors import ReadingError
from dateline.reading.counted import counted
from dateline.reading.encoding import open_text
from dateline.reading.files import File
from dateline.reading.json_cells import as_text
from dateline.reading.pages import markup
from dateline.reading.start import Start

__all__ = ["cell", "has_keys", "is_json", "load", "objects", "plain_text"]

_TAG: Final = re.compile(r"</?[a-z][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
_DEEPEST: Final = 12
_FAILURES: Final = 50
"""Objects that do not close, after which no more is looked for."""


def is_json(start: Start) -> bool:
    """Whether a file begins as JSON does."""
    return start.text.lstrip("\ufeff \t\n")[:1] in ("{", "[")


def has_keys(start: Start, *keys: str) -> bool:
    """Whether each of these keys stands in the start of a file."""
    return all(re.search(rf'"{re.escape(key)}"\s*:', start.text) for key in keys)


def load(file: File) -> tuple[Any, list[str]]:
    """The value of a JSON file, or the objects of its lines as a list; and what to tell of it.

    Of a file that breaks off, the objects before that are there, and it is told.

    Raises:
        ReadingError: It is neither.
        OSError: It cannot be opened.
    """
    stream, encoding = open_text(file)
    with stream:
        text = stream.read().lstrip("\ufeff")
    notes = [encoding.note] if encoding.note else []
    try:
        return json.loads(text), notes
    except RecursionError as error:
        raise ReadingError("JSON nested without end", "a list of articles") from error
    except ValueError as whole:
        lines = [line for line in text.splitlines() if line.strip()]
        values = [value for line in lines if isinstance(value := _value(line), dict)]
        if len(values) * 2 > len(lines):
            bad = len(lines) - len(values)
            told = counted(bad, "# of its lines [is|are] no JSON.")
            return values, [*notes, *([told] if bad else [])]
        if values := list(_whole_objects(text)):
            return values, [*notes, "It breaks off or is damaged: what is whole was read."]
        raise ReadingError(f"no JSON: {str(whole)[:80]}", "a whole file") from whole


def _value(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _whole_objects(text: str) -> Iterator[dict[str, Any]]:
    """Objects that are closed, in a text that is not: the outer ones of those."""
    decoder = json.JSONDecoder()
    start, failures = text.find("{"), 0
    while start >= 0 and failures < _FAILURES:
        try:
            value, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            failures += 1
            end = start + 1
        else:
            yield value
        start = text.find("{", end)


def objects(value: Any, *keys: str, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Objects that have all of some keys, in their order; none within another of them."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if all(key in value for key in keys):
            yield value
            return
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            if isinstance(each, dict | list):
                yield from objects(each, *keys, depth=depth + 1)


def cell(record: dict[str, Any], *path: str) -> str:
    """The value at the end of a path of keys, as text; of a list of objects, each one's.

    Names in a list are joined by "; ".
    """
    value: Any = record
    for number, key in enumerate(path):
        if isinstance(value, list):
            inner = [cell(each, *path[number:]) for each in value if isinstance(each, dict)]
            return "; ".join(filter(None, inner))
        if not isinstance(value, dict):
            return ""
        value = value.get(key)
    return as_text(value).strip()


def plain_text(text: str) -> str:
    """Paragraphs without tags and entities, of a text that may be HTML."""
    if not _TAG.search(text):
        return text.strip()
    try:
        root = markup.page_of(f"<div>{text}</div>")
    except ReadingError:
        return ""
    return "\n\n".join(block.text for block in markup.blocks(root))
