"""UCDP's Georeferenced Event Dataset: rows that were coded from reports, not the reports.

A row names the reports behind it by outlet, day and headline, and the place in words. That is what
stands for an article here; what was coded (days, numbers, coordinates) stays in its own columns.
See https://ucdp.uu.se/downloads/ for the codebook.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.reading.contents import Contents
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.paragraphs import joined
from dateline.reading.services.table import header
from dateline.reading.start import Start
from dateline.reading.tables.separated import read_separated

__all__ = ["coded", "looks_like", "read"]

_MARKS: Final = frozenset(("type_of_violence", "dyad_name", "where_prec", "date_prec"))
_ENOUGH: Final = 3
_PLACES: Final = ("where_description", "where_coordinates", "adm_2", "adm_1", "country")
_REPORT: Final = re.compile(
    r'"?\s*(?P<source>[^";]*?),\s*(?P<day>\d{4}-\d\d-\d\d),\s*(?P<title>[^";]+)"?'
)
_USED: Final = ("source_article", "source_office", "source_date", "source_headline", "id")


def looks_like(start: Start) -> bool:
    """Whether a file is a table of the dataset."""
    return len(header(start) & _MARKS) >= _ENOUGH


def read(file: File) -> Contents:
    """Read rows; each is the headlines of its reports and the names of its place.

    Raises:
        ReadingError: The file is binary or empty.
        OSError: It cannot be opened.
    """
    return coded(read_separated(file))


def coded(table: Contents) -> Contents:
    """A table of the dataset as `read` reads it, whatever file it came in; any other as it is."""
    if len(_MARKS.intersection(table.columns)) < _ENOUGH:
        return table
    articles = []
    bare = 0
    for record in table.records:
        cells = record.cells
        reports = _REPORT.findall(cells.get("source_article", ""))
        headlines = _parts(cells.get("source_headline", "")) or [title for _, _, title in reports]
        offices = _parts(cells.get("source_office", "")) or [office for office, _, _ in reports]
        days = _parts(cells.get("source_date", "")) or [day for _, day, _ in reports]
        bare += not headlines
        places = dict.fromkeys(filter(None, (joined(cells.get(name, "")) for name in _PLACES)))
        title = headlines[0] if headlines else ", ".join(places)
        further = {
            name: value
            for name, value in cells.items()
            if name not in _USED and (name != "source_original")
        }
        articles.append(
            {
                "title": title,
                "text": "\n\n".join([*dict.fromkeys(headlines), ", ".join(places)]),
                "published": min(days, default=""),
                "source": "; ".join(dict.fromkeys(offices)),
                "identifier": cells.get("id", ""),
                **further,
            }
        )
    notes = [
        *table.notes,
        "Its rows are coded from reports and hold no texts: each stands here with the headlines of "
        f"its reports and the names of its place, {bare} with the names alone.",
    ]
    return Export("UCDP GED", articles, notes=notes, asides=table.asides).contents()


def _parts(cell: str) -> list[str]:
    parts = (joined(each.strip(' "')) for each in cell.split(";"))
    return [part for part in parts if any(map(str.isalnum, part))]
