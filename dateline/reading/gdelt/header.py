"""Tables of GDELT with a header: their rows in the order of those without one."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from dateline.reading.columns import holds_text

__all__ = ["Header", "header_of", "rows_of"]

_ACTORS: Final = (
    *("code", "name", "countrycode", "knowngroupcode", "ethniccode", "religion1code"),
    *("religion2code", "type1code", "type2code", "type3code"),
)
_GEO: Final = (
    *("type", "fullname", "countrycode", "adm1code", "adm2code", "lat", "long", "featureid"),
)

_EVENTS: Final = (
    *("globaleventid", "sqldate|day", "monthyear", "year", "fractiondate"),
    *(f"actor{number}{part}" for number in (1, 2) for part in _ACTORS),
    *("isrootevent", "eventcode", "eventbasecode", "eventrootcode", "quadclass"),
    *("goldsteinscale", "nummentions", "numsources", "numarticles", "avgtone"),
    *(f"{of}geo{part}" for of in ("actor1", "actor2", "action") for part in _GEO),
    *("dateadded", "sourceurl"),
)
_KNOWLEDGE: Final = (
    *("gkgrecordid", "date|v2date|v21date", "sourcecollectionidentifier", "sourcecommonname"),
    *("documentidentifier", "", "", "themes|v1themes|v2themes|v2enhancedthemes", ""),
    *("locations|v1locations|v2locations|v2enhancedlocations", *[""] * 16),
    "extras|extrasxml|v2extrasxml",
)
_FIRST_KNOWLEDGE: Final = (
    *("date", "numarts", "counts", "themes", "locations", "persons", "organizations", "tone"),
    *("cameoeventids", "sources", "sourceurls"),
)
_COUNTS: Final = (
    *("date", "numarts", "counttype", "number", "objecttype", "geotype", "geofullname"),
    *("geocountrycode", "geoadm1code", "geolat", "geolong", "geofeatureid", "cameoeventids"),
    *("sources", "sourceurls"),
)
_MENTIONS: Final = (
    *("globaleventid", "eventtimedate", "mentiontimedate", "mentiontype", "mentionsourcename"),
    *("mentionidentifier", *[""] * 10),
)

_LAYOUTS: Final = (
    (_KNOWLEDGE, {"gkgrecordid", "documentidentifier"}),
    (_KNOWLEDGE, {"sourcecommonname", "documentidentifier"}),
    (_COUNTS, {"date", "numarts", "counttype", "sourceurls"}),
    (_FIRST_KNOWLEDGE, {"date", "numarts", "sourceurls"}),
    (_MENTIONS, {"globaleventid", "mentiontimedate", "mentionidentifier"}),
    (_EVENTS, {"globaleventid"}),
)
"""Names of the columns in their order, those that are not used left empty, and the names that tell
a table. Other names of a column follow after a line, the better first."""


class Header(NamedTuple):
    """The header of a table.

    Attributes:
        separator: What parts its cells: tab, comma or semicolon.
        places: Where each column of the layout stands in a row; none where it is missing.
    """

    separator: str
    places: tuple[tuple[int, ...], ...]

    def row(self, cells: Sequence[str]) -> list[str]:
        """A row in the order of the layout; of columns for the same, the first that is filled."""
        return [
            next((_whole(cells[at]) for at in places if at < len(cells) and cells[at]), "")
            for places in self.places
        ]


def header_of(line: str) -> Header | None:
    """The header that a line is; None of a line that is none.

    Nor is one to which somebody added a column of texts: such a table is read for them.
    """
    for separator in ("\t", ",", ";"):
        cells = next(csv.reader([line], delimiter=separator), [])
        names = [] if holds_text(cells) else [_plain(name) for name in cells]
        for layout, telling in _LAYOUTS:
            if telling <= {*names}:
                return Header(separator, tuple(_places(column, names) for column in layout))
    return None


def _places(column: str, names: Sequence[str]) -> tuple[int, ...]:
    return tuple(names.index(name) for name in column.split("|") if name and name in names)


def _whole(cell: str) -> str:
    """A cell; a whole number that was taken for a decimal one (`20161216.0`) is whole again."""
    return cell.removesuffix(".0") if cell.endswith(".0") and cell[:-2].isdecimal() else cell


def _plain(name: str) -> str:
    name = re.sub(r"[\W_]+", "", name).lower()
    return re.sub(r"^v2(?=source|document)", "", name)


def rows_of(stream: Iterable[str]) -> Iterator[list[str]]:
    """Rows that are not blank, as they would be without a header; the header is left out."""
    lines = iter(stream)
    first = next((line for line in lines if line.strip()), "")
    header = header_of(first.rstrip("\r\n"))
    if header is None or header.separator == "\t":
        rest = lines if header else chain([first], lines)
        rows = (line.rstrip("\r\n").split("\t") for line in rest if line.strip())
    else:
        rows = (row for row in csv.reader(lines, delimiter=header.separator) if any(row))
    yield from map(header.row, rows) if header else rows
