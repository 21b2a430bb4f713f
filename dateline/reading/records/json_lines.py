"""`.jsonl`: one JSON object a line."""

from __future__ import annotations

import json

from dateline.reading.contents import Aside, Contents, Record, excerpt
from dateline.reading.encoding import open_text
from dateline.reading.files import File
from dateline.reading.json_cells import cells_of

__all__ = ["read_json_lines"]


def read_json_lines(file: File) -> Contents:
    """Read records; a line that holds none is set aside.

    A record's `text` is taken as it is, since offsets found in it must hold for whoever wrote it.
    Numbers become text; objects within it have columns of their own, as in `read_json`.

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
            cells = cells_of(record)
            columns.update(dict.fromkeys(cells))
            contents.records.append(
                Record(row, {name: cell for name, cell in cells.items() if cell})
            )
    contents.columns = tuple(columns)
    return contents
