"""From the records of a file to articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dateline.findings import Article
from dateline.reading.columns import column_named, further_name, recognise
from dateline.reading.contents import LONGEST, Aside, Contents, Record, excerpt
from dateline.reading.dateline_line import find_agency

__all__ = ["Draft", "Drafts", "compose", "drafts_of"]

_SOFT_HYPHEN: Final = "\u00ad"
_LEFT_OUT: Final = (("\0", "zero bytes"), (_SOFT_HYPHEN, "soft hyphens within words"))


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


def drafts_of(file: str, contents: Contents, told: Mapping[str, str]) -> Drafts:
    """Make an article of each record that has a text.

    Args:
        file: Its name, for messages and for the column `file` that every article gets.
        contents: Its records.
        told: Field → column, before the usual names.

    Raises:
        ReadingError: No column is known to hold the text.
    """
    columns, notes = recognise(contents.columns, told)
    heeded = frozenset(field for field in told if column_named(told[field], contents.columns))
    found = Drafts(columns, heeded, notes=[*contents.notes, *notes], asides=contents.asides)
    as_it_is = contents.whole_text and columns["text"] == "text"
    done: Counter[str] = Counter()
    for record in contents.records:
        text = record.cells.get(columns["text"], "")
        title = " ".join(record.cells.get(columns.get("title", ""), "").split())
        if not as_it_is:
            text = _clean(text, done)
            title = title.replace(_SOFT_HYPHEN, "").replace("\0", "")
        if reason := _reason(text):
            found.asides.append(Aside(file, record.row, reason, excerpt(text or title)))
            continue
        if not as_it_is:
            text = compose(title, text)
        found.drafts.append(_draft(file, record, columns, title, text))
    found.asides.sort(key=lambda aside: aside.row)
    found.notes += [f"{done[mark]} {name} were left out." for mark, name in _LEFT_OUT if done[mark]]
    return found


def compose(title: str, body: str) -> str:
    """Title, blank line, body; the body alone where it begins with the title."""
    return body if body.startswith(title) else f"{title}\n\n{body}"


def _draft(file: str, record: Record, columns: Mapping[str, str], title: str, text: str) -> Draft:
    def cell(field: str) -> str:
        return " ".join(record.cells.get(columns.get(field, ""), "").split())

    ours = set(columns.values())
    further = {
        further_name(name): value for name, value in record.cells.items() if name not in ours
    }
    further.setdefault("file", file)
    article = Article(
        text,
        title=title,
        source=cell("source"),
        author=cell("author"),
        url=cell("url"),
        agency=cell("agency") or find_agency(text),
        identifier=cell("identifier"),
        further=further,
    )
    return Draft(record.row, cell("published"), article)


def _clean(text: str, done: Counter[str]) -> str:
    """A cell as an article's body; counts what was left out."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for mark, _ in _LEFT_OUT:
        if mark in text:
            done[mark] += text.count(mark)
            text = text.replace(mark, "")
    return text.strip()


def _reason(text: str) -> str:
    """Why a text is no article; empty if it is one."""
    if not text.strip():
        return "no text"
    if len(text) > LONGEST:
        return f"{len(text):,} characters; more than {LONGEST:,} are no article"
    if not any(map(str.isalpha, text)):
        return "no letter in its text"
    return ""
