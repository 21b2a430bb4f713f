"""Articles as their file has them, before dates are read: what a file holds, and what recurs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dateline.findings import Article
from dateline.reading.contents import Aside, Record

__all__ = ["Draft", "Drafts", "Repeats"]

_REMEMBERED: Final = 20_000
"""Records among which one that stands again is known at once."""


class Draft(NamedTuple):
    """An article without its date, which is read with all the dates of its column.

    Attributes:
        row: Row from 1 without the header; 0 where the file is the article.
        published: The date as printed, or empty.
    """

    row: int
    published: str
    article: Article


@dataclass(slots=True)
class Drafts:
    """What one file holds, in the order of its rows; `told` are the fields told that it has."""

    columns: dict[str, str]
    told: frozenset[str]
    drafts: list[Draft] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Repeats:
    """Drafts of the last records, so that one that stands a million times is made once.

    That it is one article only is found where articles are told apart, with its row.
    """

    def __init__(self) -> None:
        self._last: dict[int, tuple[Record, Draft]] = {}

    def of(self, record: Record) -> Draft | None:
        """The draft of a record with the very same cells, under the row of this one."""
        known = self._last.get(self._key(record))
        if known is None or record.findings is not None or known[0].cells != record.cells:
            return None
        return known[1]._replace(row=record.row)

    def keep(self, record: Record, draft: Draft) -> None:
        """Keep the draft of a record."""
        if len(self._last) >= _REMEMBERED:
            self._last.clear()
        if record.findings is None:
            self._last[self._key(record)] = (record, draft)

    @staticmethod
    def _key(record: Record) -> int:
        return hash(tuple(record.cells.values()))
