"""From the records of a file to articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.findings import Article
from dateline.reading.cleaning.barriers import is_barrier
from dateline.reading.cleaning.cells import Cleaning
from dateline.reading.cleaning.no_article import is_address, misplaced, reason_against
from dateline.reading.columns import (
    column_named,
    further_name,
    holds_teasers,
    others,
    plain_name,
    recognise,
)
from dateline.reading.contents import (
    LONGEST,
    LONGEST_TEXT,
    MAPPED,
    Aside,
    Contents,
    Record,
    excerpt,
)
from dateline.reading.counted import counted
from dateline.reading.dateline_line import find_agency
from dateline.reading.drafts import Draft, Drafts, Repeats
from dateline.reading.imprint import author_of
from dateline.reading.library_links import without_library

__all__ = ["compose", "drafts_of", "missing"]

_LOOKED_AT: Final = 200
_HEADLINE: Final = 200
"""Characters; a longer cell of several words is a text, not its headline."""

_PRIVATE: Final = frozenset(
    ("file attachments", "link attachments", "attachments", "find acopy", "find a copy")
)
"""Columns of lists of references that tell whose they are: paths of files, a library's links."""

_SITE: Final = re.compile(r"(?:https?://)?(?:www\.)?([^/?#]+)/?", re.IGNORECASE)
"""The address of a whole site, which names an outlet; that of a page has a path."""

_MOST_FURTHER: Final = 1_000
"""Columns beyond ours that a corpus keeps of a table: one of 300,000 is no table of articles."""


def drafts_of(
    file: str, contents: Contents, told: Mapping[str, str], *, mend: bool = False
) -> Drafts:
    """Make an article of each record that has a text.

    Args:
        file: Its name, for messages and for the column `file` that every article gets.
        contents: Its records.
        told: Field → column, before the usual names.
        mend: Repair what was decoded wrongly.

    Raises:
        ReadingError: No column is known to hold the text.
    """
    columns, notes = recognise(contents.columns, told, headlines=not _holds_prose(contents))
    heeded = frozenset(field for field in told if column_named(told[field], contents.columns))
    found = Drafts(columns, heeded, notes=[*contents.notes, *notes], asides=contents.asides)
    as_it_is = contents.whole_text and columns["text"] == "text"
    for row, article in contents.articles:
        published = article.published.isoformat() if article.published else ""
        found.drafts.append(Draft(row, published, article))
    cleaning = Cleaning(as_it_is=as_it_is, mend=mend)
    repeats = Repeats()
    texts = _Texts(contents, columns, cleaning)
    outlets = [columns[field] for field in ("source",) if field in columns]
    outlets += others("source", contents.columns, columns) if outlets else []
    further = _further(contents, columns, found.notes)
    for record in contents.records:
        if (before := repeats.of(record)) is not None:
            found.drafts.append(before)
            continue
        text = texts.of(record)
        given_title = record.cells.get(columns.get("title", ""), "")
        title = " ".join(cleaning.clean(given_title, count=False).split())
        text = text or texts.headline(title)
        published = record.cells.get(columns.get("published", ""), "")
        most = LONGEST if record.row else LONGEST_TEXT  # a file of its own may be a book
        if record.findings is None and (
            reason := reason_against(title, text, most=most) or misplaced(title, published)
        ):
            found.asides.append(Aside(file, record.row, reason, excerpt(text or title)))
            continue
        if not as_it_is:
            text = compose(title, text)
        draft = _draft(file, record, title, text, columns=columns, further=further, outlets=outlets)
        found.drafts.append(draft)
        repeats.keep(record, draft)
    found.asides.sort(key=lambda aside: aside.row)
    found.notes += cleaning.notes()
    found.notes += texts.notes()
    if long := sum(len(draft.article.text) > MAPPED for draft in found.drafts):
        found.notes.append(
            counted(
                long,
                f"# [text is|texts are] so long that only [its|their] first {MAPPED:,} characters "
                "are mapped; all of it can be searched.",
            )
        )
    if len(contents.records) > 1:
        found.notes += missing(found.drafts)
    return found


class _Texts:
    """The text of each record, and how often something else stood in for it.

    Args:
        contents: The records.
        columns: Field → column; `text` is among them.
        cleaning: What cells go through.
    """

    def __init__(self, contents: Contents, columns: Mapping[str, str], cleaning: Cleaning) -> None:
        self._column, self._cleaning = columns["text"], cleaning
        self._others = others("text", contents.columns, columns)
        self._teasers = contents.is_table and holds_teasers(self._column)
        self._in_place = self._bare = 0

    def of(self, record: Record) -> str:
        """What stands in the column of texts, or where nothing does in another one like it."""
        text = self._cleaning.clean(record.cells.get(self._column, ""))
        if text and not is_barrier(text):
            return text
        instead = next(filter(None, map(record.cells.get, self._others)), "")
        if not instead:
            return text
        self._in_place += 1
        return self._cleaning.clean(instead)

    def headline(self, title: str) -> str:
        """The headline, of a record without a text in a list of headlines and teasers; else ""."""
        if not (title and self._teasers):
            return ""
        self._bare += 1
        return title

    def notes(self) -> Iterator[str]:
        """How often that was so."""
        if self._in_place:
            shown = ", ".join(map(repr, self._others))
            yield (
                f"{self._in_place:,} without a text in {self._column!r} "
                f"{counted(self._in_place, '[has|have]')} what is in {shown}."
            )
        if self._bare:
            many = counted(self._bare, "# [has|have] nothing in")
            alone = counted(self._bare, "[a headline|headlines] alone")
            yield f"{many} {self._column!r}: {alone}."


def compose(title: str, body: str) -> str:
    """Title, blank line, body; the body alone where it begins with the title."""
    return body if body.startswith(title) else f"{title}\n\n{body}"


def _holds_prose(contents: Contents) -> bool:
    """Whether a column that is not known may hold texts: the reader has to tell then."""
    first = contents.records[:_LOOKED_AT]
    cells = [cell for record in first for cell in record.cells.values() if " " in cell]
    return any(len(cell) > _HEADLINE for cell in cells)


def _further(contents: Contents, ours: Mapping[str, str], notes: list[str]) -> Mapping[str, str]:
    """What the columns are called that are kept beside ours; that there are too many is told."""
    columns = [
        name
        for name in contents.columns
        if name not in ours.values() and plain_name(name) not in _PRIVATE
    ]
    if len(columns) > _MOST_FURTHER:
        filled = {name for record in contents.records for name in record.cells}
        columns = [name for name in columns if name in filled]
    if len(columns) > _MOST_FURTHER:
        left_out = len(columns) - _MOST_FURTHER
        many = counted(left_out, "# [was|were] left out")
        notes.append(f"Of its columns {many}; {_MOST_FURTHER:,} are kept.")
    return {name: further_name(name) for name in columns[:_MOST_FURTHER]}


def _draft(
    file: str,
    record: Record,
    title: str,
    text: str,
    *,
    columns: Mapping[str, str],
    further: Mapping[str, str],
    outlets: Sequence[str],
) -> Draft:
    def cell(field: str) -> str:
        return " ".join(record.cells.get(columns.get(field, ""), "").split())

    body = record.cells.get(columns["text"], "")
    kept = {
        further[name]: value
        for name, value in record.cells.items()
        if name in further and (value != body or len(value) <= _HEADLINE)
    }
    kept.setdefault("file", file)
    named = (" ".join(record.cells.get(name, "").split()) for name in outlets)
    source, url = _source_and_url(cell("source"), cell("url"), named)
    author = author_of(cell("author"), "")
    article = Article(
        text,
        title=title,
        source=source,
        author="" if author.isdecimal() else author,
        url=without_library(url),
        agency=cell("agency") or ("" if record.findings else find_agency(text)),
        identifier=cell("identifier"),
        further=kept,
        findings=record.findings,
    )
    return Draft(record.row, cell("published"), article)


def _source_and_url(source: str, url: str, outlets: Iterable[str]) -> tuple[str, str]:
    """The two as they are meant where an address stands for the source.

    Args:
        source, url: As the columns have them.
        outlets: What other columns like that of sources hold.
    """
    if not is_address(source):
        return source, url
    outlet = next((each for each in outlets if each and not is_address(each)), "")
    if site := _SITE.fullmatch(source):
        return outlet or site[1], url
    return outlet, url or source  # some call the page that it comes from its source


def missing(drafts: Sequence[Draft]) -> Iterator[str]:
    """What of the usual is not known of some articles; dates are told where they are read."""
    for name in ("title", "source"):
        without = sum(not getattr(draft.article, name) for draft in drafts)
        if without:
            yield f"{without:,} of {len(drafts):,} without a {name}."
