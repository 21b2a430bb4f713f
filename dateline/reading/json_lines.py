"""`.jsonl`: one JSON object a line."""

from __future__ import annotations

import json
from typing import Any

from dateline.reading.contents import Aside, Contents, Record, excerpt
from dateline.reading.encoding import open_text
from dateline.reading.files import File

__all__ = ["read_json_lines"]


def read_json_lines(file: File) -> Contents:
    """Read records; a line that holds none is set aside.

    A record's `text` is taken as it is, since offsets found in it must hold for whoever wrote it.
    Numbers become text, a list of words is joined by "; ", anything else is kept as JSON.

    Raises:
        ReadingError: The file is binary.
        OSError: It cannot be opened.
    """
    contents = Contents((), whole_text=True)
    columns: dict[str, None] = {}
    stream, encoding = open_text(file)
    if encoding.note:
        contents.notes.append(encoding.note)
    with stream:
        row = 0
        for line in stream:
            if not line.strip():
                continue
            row += 1
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                contents.asides.append(Aside(file.name, row, "no JSON", excerpt(line)))
                continue
            if not isinstance(record, dict):
                contents.asides.append(Aside(file.name, row, "no JSON object", excerpt(line)))
                continue
            cells = {name: text for name, value in record.items() if (text := as_text(value))}
            columns.update(dict.fromkeys(record))
            contents.records.append(Record(row, cells))
    contents.columns = tuple(columns)
    return contents


def as_text(value: Any) -> str:
    """A JSON value as a cell; empty for null."""
    if isinstance(value, str):
        # Half a surrogate pair can stand in JSON, but nowhere else.
        return (
            value
            if value.isascii()
            else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(map(as_text, value))
    return json.dumps(value, ensure_ascii=False)
