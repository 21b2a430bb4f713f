"""ACLED's tables of events: rows that were coded from reports, each with a sentence or two on it.

Those notes stand for an article; what was coded stays in its own columns.
See https://acleddata.com/acled-codebook for the columns, which older exports have in capitals.
"""

from __future__ import annotations

from typing import Final

from dateline.reading.contents import Contents
from dateline.reading.exported import Export

__all__ = ["coded"]

_MARKS: Final = frozenset(("event_id_cnty", "event_date", "event_type", "notes"))
_ENOUGH: Final = 3
_FIELDS: Final = {
    "notes": "text",
    "event_date": "published",
    "source": "source",
    "event_id_cnty": "identifier",
}


def coded(table: Contents) -> Contents:
    """A table of events with their notes for texts; any other as it is."""
    names = {name: name.strip().lower() for name in table.columns}
    found = _MARKS.intersection(names.values())
    if "notes" not in found or len(found) < _ENOUGH:
        return table
    articles = [
        {_FIELDS.get(names[name], name): value for name, value in record.cells.items()}
        for record in table.records
    ]
    notes = [
        *table.notes,
        "Its rows are coded from reports and hold no texts: each stands here with its notes, dated "
        "by the day of its event.",
    ]
    return Export("ACLED", articles, notes=notes, asides=table.asides).contents()
