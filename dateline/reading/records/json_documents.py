"""`.json`: a list of objects, wherever in the document it stands."""

from __future__ import annotations

import json
from typing import Any, Final

from dateline.errors import ReadingError
from dateline.reading.columns import holds_text
from dateline.reading.contents import Aside, Contents, Record, excerpt
from dateline.reading.encoding import open_text
from dateline.reading.files import File
from dateline.reading.json_cells import cells_of
from dateline.reading.records.json_lines import read_json_lines

__all__ = ["read_json"]

_DEEPEST: Final = 5
"""Objects within objects among which the list of articles is looked for."""


def read_json(file: File) -> Contents:
    """Read records: those of a list, of the longest list within an object, or a single object.

    An object within a record gives a column for each of its fields, such as `source name`. A table
    written column by column is turned. What looks like one object a line is read as such. Of a list
    that is cut short, the objects before the cut are read.

    Raises:
        ReadingError: It is binary, no JSON, or holds no object.
        OSError: It cannot be opened.
    """
    stream, encoding = open_text(file)
    with stream:
        text = stream.read()
    asides = []
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise ReadingError("JSON nested without end", "a list of objects") from error
    except ValueError as error:
        items, rest = _before_the_cut(text)
        if len(items) < 2 and "\n" in text.strip() and text.lstrip().startswith("{"):
            return read_json_lines(file)
        if not items:
            raise ReadingError(f"no JSON: {str(error)[:80]}", "a list of objects") from error
        found = items
        whole = rest == ",]" or (not rest and text.lstrip("\ufeff \t\r\n").startswith("{"))
        if not whole:
            reason = "the file is cut short or damaged from here on"
            asides.append(Aside(file.name, len(items) + 1, reason, excerpt(rest)))
    records = _records(found)
    if not records:
        raise ReadingError("JSON without an object in it", "a list of objects")
    contents = Contents((), asides=asides)
    if encoding.note:
        contents.notes.append(encoding.note)
    columns: dict[str, None] = {}
    for row, record in enumerate(records, start=1):
        if not isinstance(record, dict):
            contents.asides.append(Aside(file.name, row, "no JSON object", excerpt(str(record))))
            continue
        cells = cells_of(record)
        columns.update(dict.fromkeys(cells))
        contents.records.append(Record(row, {name: cell for name, cell in cells.items() if cell}))
    contents.columns = tuple(columns)
    return contents


def _before_the_cut(text: str) -> tuple[list[Any], str]:
    """The objects of a list before it breaks off, and what follows them."""
    start = text.find("{") if text.lstrip("\ufeff \t\r\n").startswith(("[", "{")) else -1
    decoder = json.JSONDecoder()
    items: list[Any] = []
    rest = ""
    while start >= 0:
        try:
            item, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            return items, text[start : start + 400]
        items.append(item)
        start = text.find("{", end)
        rest = text[end : end + 400] if start < 0 else ""
    return items, "".join(rest.split())


def _records(found: Any, depth: int = 0) -> list[Any]:
    if isinstance(found, list):
        return found if any(isinstance(item, dict) for item in found) else []
    if not isinstance(found, dict) or depth == _DEEPEST:
        return []
    if turned := _turned(found):
        return turned
    if depth == 0 and _is_article(found):
        return [found]
    values = list(found.values())  # of a table of articles by their numbers
    if len(values) > 1 and all(isinstance(each, dict) and _is_article(each) for each in values):
        return values
    lists = [_records(value, depth + 1) for value in found.values()]
    return max(lists, key=len, default=[])


def _is_article(found: dict[str, Any]) -> bool:
    """Whether an object has a text of its own, not a list of objects that have."""
    lists = [name for name, value in found.items() if isinstance(value, list) and _records(value)]
    return holds_text([name for name in cells_of(found) if name not in lists])


def _turned(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Records of a table that is written column by column: `{"title": {"0": …}}`."""
    values = list(found.values())
    if len(values) < 2 or not holds_text(list(found)):
        return []
    if all(isinstance(value, dict) for value in values):
        rows = list(dict.fromkeys(row for value in values for row in value))
        return [{name: value.get(row) for name, value in found.items()} for row in rows]
    if all(isinstance(value, list) for value in values) and len(set(map(len, values))) == 1:
        return [dict(zip(found, row, strict=True)) for row in zip(*values, strict=True)]
    return []
