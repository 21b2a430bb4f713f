"""What a format's reader hands on: records as they stand in a file, before they are articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dateline.findings import Article, Findings

__all__ = ["LONGEST", "LONGEST_TEXT", "MAPPED", "Aside", "Contents", "Record", "excerpt"]

LONGEST: Final = 5_000_000
"""Characters beyond which a text is set aside: no article is a hundred times as long as a book's
chapter, but a table whose quotation mark never closes looks like one."""

LONGEST_TEXT: Final = 50_000_000
"""Characters beyond which even a text file of its own is set aside."""

MAPPED: Final = 1_000_000
"""Characters of a text in which places, dates and quotations are looked for, two books; what
follows is kept and can be searched."""

_EXCERPT: Final = 80


class Record(NamedTuple):
    """One record.

    Attributes:
        row: From 1 without the header; 0 where the file is the article.
        cells: Text by name of the column; those without anything in them are left out.
        findings: What is known of the article already; it may then be without a text.
    """

    row: int
    cells: dict[str, str]
    findings: Findings | None = None


class Aside(NamedTuple):
    """What could not be read.

    Attributes:
        file: The file.
        row: Row from 1 without the header; 0 for the whole file.
        reason: Why, in a few words.
        text: How it starts.
    """

    file: str
    row: int
    reason: str
    text: str


@dataclass(slots=True)
class Contents:
    """All of one file.

    Attributes:
        columns: Names of the columns in the order of the file; a name stands once.
        records: Records in the order of the file.
        asides: Rows set aside.
        notes: What was decided on the way, in sentences.
        articles: Row and article, where the file holds articles that are complete.
        whole_text: `text` is the whole article: no title is put before it.
        is_table: Its columns are the reader's own, so he may have told which is which; where they
            are not, they are called as the fields are (`dateline.reading.columns.FIELDS`).
    """

    columns: tuple[str, ...]
    records: list[Record] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    articles: list[tuple[int, Article]] = field(default_factory=list)
    whole_text: bool = False
    is_table: bool = True


def excerpt(text: str) -> str:
    """How a text starts, on one line."""
    return " ".join(text[: 4 * _EXCERPT].split())[:_EXCERPT]
