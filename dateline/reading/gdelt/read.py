"""Rows of GDELT to documents with the places coded in them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from dateline.findings import Findings, Mention
from dateline.reading.columns import FIELDS
from dateline.reading.contents import Aside, Contents, Record, excerpt
from dateline.reading.counted import counted
from dateline.reading.encoding import open_text
from dateline.reading.files import File
from dateline.reading.gdelt.header import header_of, rows_of
from dateline.reading.gdelt.places import Coded, mention_of

__all__ = ["CODED_BY", "looks_like_gdelt", "read_gdelt"]

CODED_BY: Final = "coded by"
"""A column of its own tells that the places of an article were not found by reading it."""

_TITLE: Final = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>")
_MOMENT: Final = re.compile(r"\d{14}")
_DAY: Final = re.compile(r"\d{8}|\d{4}-\d\d-\d\d(?:[T ].*)?")

_RECORD: Final = re.compile(r"\d{14}-T?\d+")

_EVENT_DAY: Final = "(day)"
"""When an event took place, as coded: known of a row, and not kept of a document."""

_PLACES_OF: Final = ("actor 1", "actor 2", "the action")


@dataclass(slots=True)
class _Document:
    """What the rows that name one document say of it."""

    cells: dict[str, str]
    mentions: dict[tuple[str, str], Mention] = field(default_factory=dict)
    day: str = ""

    def add(self, found: Mapping[str, str], mentions: Iterable[Mention]) -> None:
        self.cells["published"] = self.cells["published"] or found["published"]
        self.day = max(self.day, found.get(_EVENT_DAY, ""))
        for mention in mentions:
            if mention.place is not None:
                self.mentions.setdefault((mention.place.gazetteer_id, mention.rule), mention)


def looks_like_gdelt(text: str) -> bool:
    """Whether the first line of a file is a row of one of GDELT's tables, or their header."""
    first = text.partition("\n")[0].rstrip("\r")
    return _table(first.split("\t")) is not None or header_of(first) is not None


def read_gdelt(file: File) -> Contents:
    """Read a table of GDELT: its knowledge graph (1.0, 2.1), events (1.0, 2.0) or mentions.

    One record is made of all rows that name the same document by its address; its date is when
    GDELT saw it, or the latest day of its events in a table that does not say that; its title is
    that of the page where the row has it. A row of the first knowledge
    graph names several documents. With a header, columns may be fewer, in any order and parted by
    commas, as BigQuery writes them. A row that is none is set aside.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    contents = Contents((), is_table=False, whole_text=True)
    stream, encoding = open_text(file)
    if encoding.note:
        contents.notes.append(encoding.note)
    documents: dict[str, _Document] = {}
    rows: dict[str, int] = {}
    number = 0
    with stream:
        for cells in rows_of(stream):
            number += 1
            read = _table(cells)
            if read is None:
                reason = f"{len(cells)} cells, not a row of a GDELT table"
                contents.asides.append(Aside(file.name, number, reason, excerpt("\t".join(cells))))
                continue
            for found, mentions in read(cells):
                key = found["url"] or found["identifier"]
                rows.setdefault(key, number)
                documents.setdefault(key, _Document(found)).add(found, mentions)
    by_events = 0
    for key, document in documents.items():
        if document.day and not document.cells["published"]:
            document.cells["published"] = document.day
            by_events += 1
        document.cells.pop(_EVENT_DAY, "")
        cells_of = {name: value for name, value in document.cells.items() if value}
        known = Findings(mentions=tuple(document.mentions.values()))
        contents.records.append(Record(rows[key], cells_of | {CODED_BY: "GDELT"}, known))
    contents.columns = (*FIELDS, "themes", CODED_BY)
    contents.notes.append(
        "Coded by GDELT: documents without their text, places without a role, dated by when they "
        f"were seen. {counted(number - len(contents.asides), '# [row names|rows name]')} "
        f"{counted(len(documents), '# [document|documents]')}."
    )
    if by_events:
        contents.notes.append(
            counted(
                by_events,
                "# [document has|documents have] the latest day of [its|their] events for a date, "
                "as [its|their] rows do not say when [it was|they were] seen.",
            )
        )
    return contents


Named = Iterator[tuple[dict[str, str], tuple[Mention, ...]]]


def _table(cells: Sequence[str]) -> Callable[[Sequence[str]], Named] | None:
    """What reads a row, by how many cells it has and what stands in the first of them."""
    width = len(cells)
    numbered = width == 27 and (_RECORD.fullmatch(cells[0]) or (not cells[0] and cells[4]))
    if numbered and _MOMENT.fullmatch(cells[1]):
        return _knowledge
    if width == 11 and _DAY.fullmatch(cells[0]) and cells[1].isdecimal():
        return _first_knowledge
    if width == 15 and _DAY.fullmatch(cells[0]) and cells[1].isdecimal():
        return _count
    if width == 16 and cells[0].isdecimal() and all(map(_MOMENT.fullmatch, cells[1:3])):
        return _mention
    if width in (57, 58, 61) and cells[0].isdecimal():
        dated = _DAY.fullmatch(cells[1]) or (not cells[1] and _DAY.match(cells[_added(width)]))
        return _event if dated else None
    return None


def _knowledge(cells: Sequence[str]) -> Named:
    title = _TITLE.search(cells[26])
    words = html.unescape(title[1]).strip() if title else ""
    found = {
        "text": words,
        "title": words or cells[4],
        "published": cells[1],
        "source": cells[3],
        "url": cells[4] if cells[2] in ("", "1") and _is_address(cells[4]) else "",
        "identifier": cells[0],
        "themes": _themes(cells[7]),
    }
    yield found, _mentions(_coded(block.split("#"), "") for block in cells[9].split(";"))


def _first_knowledge(cells: Sequence[str]) -> Named:
    places = _mentions(_coded(block.split("#"), "") for block in cells[4].split(";"))
    for found in _documents(cells):
        yield found | {"themes": _themes(cells[3])}, places


def _count(cells: Sequence[str]) -> Named:
    place = _mentions([_coded(cells[5:12], "")])
    for found in _documents(cells):
        yield found, place


def _documents(cells: Sequence[str]) -> Iterator[dict[str, str]]:
    """The documents that a row of the first knowledge graph was made of, in its last two cells."""
    named = [name for name in re.split(r"<UDIV>|;(?=https?://)", cells[-1]) if name.strip()]
    outlets = cells[-2].split(";")
    for at, name in enumerate(named):
        url = name if _is_address(name) else ""
        outlet = outlets[at] if len(outlets) == len(named) else ""
        yield {
            "title": name,
            "published": cells[0],
            "source": _host(url) or outlet,
            "url": url,
            "identifier": name,
        }


def _event(cells: Sequence[str]) -> Named:
    step = 8 if len(cells) == 61 else 7  # 2.0 has the division within the division too
    url = "" if len(cells) == 57 else cells[-1]
    found = {
        "title": url or f"Event {cells[0]} of {cells[1]}, its source not named",
        "published": cells[_added(len(cells))],
        _EVENT_DAY: cells[1],
        "source": _host(url),
        "url": url,
        "identifier": cells[0],
    }
    yield (
        found,
        _mentions(
            _coded(cells[35 + number * step :][:step], of) for number, of in enumerate(_PLACES_OF)
        ),
    )


def _added(width: int) -> int:
    """Where a row of an event says when it was seen."""
    return width - 1 if width == 57 else width - 2


def _mention(cells: Sequence[str]) -> Named:
    found = {
        "title": cells[5],
        "published": cells[2],
        "source": cells[4],
        "url": cells[5] if cells[3] == "1" else "",
        "identifier": cells[5],
    }
    yield found, ()


def _themes(listed: str) -> str:
    """Themes, each once, without where in the text they were found."""
    names = (theme.partition(",")[0] for theme in listed.split(";"))
    return "; ".join(dict.fromkeys(filter(None, names)))


def _coded(parts: Sequence[str], of: str) -> Mention | None:
    """Of type, name, country, division, perhaps one within it, latitude, longitude, number.

    A ninth is where in the text it stands, which is not at hand.
    """
    parts = parts[:8]
    return mention_of(Coded(*parts[:4], *parts[-3:]), of) if len(parts) in (7, 8) else None


def _mentions(found: Iterable[Mention | None]) -> tuple[Mention, ...]:
    return tuple(mention for mention in found if mention is not None)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "ftp://"))
