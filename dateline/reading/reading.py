"""Sources to articles: the way through, from files to a `Reading`."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path, PurePath
from typing import Final

import pandas as pd

from dateline.errors import ReadingError
from dateline.findings import Article
from dateline.reading.archives.unpacking import unpacked
from dateline.reading.articles import drafts_of, missing
from dateline.reading.columns import FIELDS
from dateline.reading.contents import Aside, Contents, excerpt
from dateline.reading.dates.published import read_dates
from dateline.reading.drafts import Draft
from dateline.reading.files import File, find
from dateline.reading.formats import ENDINGS, format_of
from dateline.reading.settings import Settings
from dateline.reading.web import Web, addresses_in, fetched_files, followed, is_address

__all__ = ["NoArticleError", "Reading", "read", "read_bytes", "read_text"]

_FOLDER: Final = "text files"
_SET_ASIDE: Final = ["file", "row", "reason", "text"]


class NoArticleError(ReadingError):
    """Sources without an article.

    Attributes:
        set_aside: What they hold instead, and why, as in a `Reading`.
    """

    set_aside: pd.DataFrame


@dataclass(frozen=True)
class Reading:
    """What was read.

    Attributes:
        articles: In the order of sources, files and rows.
        set_aside: What is no article: `file`, `row` (from 1 without the header, as text; empty for
            a whole file), `reason`, `text` (its start). All columns `str`.
        notes: What was decided on the way, in sentences.
        columns: File → field → its column, for every table.
    """

    articles: tuple[Article, ...]
    set_aside: pd.DataFrame = field(repr=False)
    notes: tuple[str, ...]
    columns: dict[str, dict[str, str]]


def read(
    sources: Iterable[Path | str],
    *,
    columns: Mapping[str, str] | None = None,
    settings: Settings = Settings(),  # noqa: B008  # a frozen value
) -> Reading:
    """Read files, folders and archives of them.

    Every file and row becomes an article or is set aside with a reason. Columns are recognised by
    their usual names (`dateline.reading.columns`). An article that stands twice, with the same
    text, title, source and date, is one article.

    Args:
        sources: Files and folders, which are walked to the bottom; addresses of feeds and web
            pages, and files that hold nothing but a list of these, are fetched.
        columns: Field (`text`, `title`, `published`, `source`, `author`, `url`, `agency`,
            `identifier`) → the table's column, where the usual names do not tell; empty where no
            column has it.
        settings: What reading may and shall do beyond the usual.

    Returns:
        At least one article, and what was set aside.

    Raises:
        NoArticleError: There is no article at all.
        ReadingError: A source does not exist, or a column asked for is in no table.
    """
    web = Web(settings)
    return _read(_found(sources, web), columns or {}, settings, web)


def read_bytes(name: str, data: bytes, columns: Mapping[str, str] | None = None) -> Reading:
    """Read one file that was uploaded.

    Args:
        name: Its name, whose ending tells the format; folders in it are ignored.
        data: Its bytes.
        columns: As in `read`.

    Raises:
        ReadingError: As in `read`.
    """
    plain = PurePath(name.replace("\\", "/")).name
    return _read([File(plain, len(data), data)], columns or {}, Settings())


def read_text(text: str, name: str = "pasted") -> Reading:
    """Read one article that was pasted: a title, a blank line and the body, or a body alone.

    Args:
        text: The article.
        name: What it is called in notes.

    Raises:
        ReadingError: There is no text.
    """
    data = text.encode("utf-8", "replace")
    return _read([File(f"{name}.txt", len(data), data)], {}, Settings())


def _read(
    found: Iterable[File | Aside],
    told: Mapping[str, str],
    settings: Settings,
    web: Web | None = None,
) -> Reading:
    unknown = [name for name in told if name not in FIELDS]
    if unknown:
        raise ReadingError(f"a column for {unknown[0]!r}", f"one of {', '.join(FIELDS)}")
    collected = _Collected(told, settings)
    for item in _files(found, settings):
        if isinstance(item, Aside):
            collected.asides.append(item)
            continue
        try:
            collected.add(item, _contents(item, web))
        except (ReadingError, OSError) as error:
            reason = str(error) if isinstance(error, ReadingError) else _unread(error)
            collected.asides.append(Aside(item.name, 0, reason, ""))
    return collected.reading()


def _found(sources: Iterable[Path | str], web: Web) -> Iterator[File | Aside]:
    """Files of the disk first, then what is fetched."""
    sources = list(sources)
    addresses = [str(source).strip() for source in sources if is_address(source)]
    paths = [Path(source) for source in sources if not is_address(source)]
    lists = {path: found for path in paths if (found := addresses_in(path))}
    yield from find(path for path in paths if path not in lists)
    yield from fetched_files(addresses, web)
    for path, listed in lists.items():
        yield from fetched_files(listed, web, of=path.name, kept=True)


def _contents(file: File, web: Web | None) -> Contents:
    form = format_of(file)
    contents = form.read(file)
    return followed(contents, web) if web and file.url and form.name == "feed" else contents


def _files(found: Iterable[File | Aside], settings: Settings) -> Iterator[File | Aside]:
    """The files themselves, archives unpacked, and what of them is not read."""
    for item in found:
        if isinstance(item, Aside):
            yield item
        elif item.size > settings.largest:
            yield Aside(item.name, 0, _too_large(item, settings.largest), "")
        else:
            try:
                yield from unpacked(item, largest=settings.largest)
            except OSError as error:
                yield Aside(item.name, 0, _unread(error), "")


def _unread(error: OSError) -> str:
    """Without the path that the system says with it: it names who built the corpus."""
    return f"cannot be read: {error.strerror or error}"


def _too_large(file: File, most: int) -> str:
    return str(ReadingError(f"{file.size:,} bytes", f"at most {most:,}", "split it"))


class _Collected:
    """Drafts of all files, until the dates of each column can be read together."""

    def __init__(self, told: Mapping[str, str], settings: Settings) -> None:
        self.told, self.settings = told, settings
        self.asides: list[Aside] = []
        self._found: set[str] = set()  # fields told whose column some table has
        self._files: list[str] = []  # file of each draft
        self._drafts: list[Draft] = []
        self._columns: dict[str, dict[str, str]] = {}
        self._notes: list[tuple[str, str]] = []
        self._dated_together: dict[str, list[int]] = defaultdict(list)

    def add(self, file: File, contents: Contents) -> None:
        """Take in one file. ReadingError if it is a table without a text."""
        table = contents.is_table
        drafts = drafts_of(file.name, contents, self.told if table else {}, mend=self.settings.mend)
        self.asides += drafts.asides
        if not drafts.drafts and not drafts.asides:
            self.asides.append(Aside(file.name, 0, "no rows", ""))
        if table:
            named = (f"{field} is {theirs!r}" for field, theirs in drafts.columns.items())
            self._notes.append((file.name, f"Of its columns, {', '.join(named)}."))
        self._notes += [(file.name, note) for note in drafts.notes]
        first = len(self._drafts)
        self._drafts += drafts.drafts
        self._files += [file.name] * len(drafts.drafts)
        one = not table and len(contents.records) == 1
        self._dated_together[_FOLDER if one else file.name] += range(first, len(self._drafts))
        if table:
            self._columns[file.name] = drafts.columns
            self._found.update(drafts.told)

    def reading(self) -> Reading:
        """All of it. ReadingError if there is no article, or a column told is nowhere."""
        if not self._drafts:
            raise self._nothing()
        for name, theirs in self.told.items():
            if theirs and name not in self._found:
                raise ReadingError(
                    f"no table has a column {theirs!r} for {name}",
                    "the name of a column",
                    "check its spelling",
                )
        if len(files := self._dated_together[_FOLDER]) > 1:
            told = missing([self._drafts[i] for i in files])
            self._notes += [(_FOLDER, note) for note in told]
        moments = self._moments()
        articles = tuple(self._once(moments))
        notes = _gathered(self._notes)
        return Reading(articles, _set_aside(self.asides), notes, self._columns)

    def _nothing(self) -> ReadingError:
        if not self.asides:
            return ReadingError("nothing to read", f"files that end in {', '.join(ENDINGS)}")
        first = self.asides[0]
        where = f"{first.file}, row {first.row}" if first.row else first.file
        others = f" (and {len(self.asides) - 1} more set aside)" if self.asides[1:] else ""
        error = NoArticleError(f"no article{others}: {where}: {first.reason}")
        error.set_aside = _set_aside(self.asides)
        return error

    def _moments(self) -> list[datetime | None]:
        latest = datetime.now() + timedelta(days=1)  # it may be tomorrow where it was printed
        moments: list[datetime | None] = [None] * len(self._drafts)
        for group, numbers in self._dated_together.items():
            dates = read_dates([self._drafts[i].published for i in numbers], latest=latest)
            for i, moment in zip(numbers, dates.moments, strict=True):
                moments[i] = moment
            self._notes += [(group, note) for note in dates.notes]
        return moments

    def _once(self, moments: list[datetime | None]) -> Iterator[Article]:
        """Articles with their dates; one that stands a second time is set aside."""
        seen: dict[bytes, int] = {}
        for i, (draft, moment) in enumerate(zip(self._drafts, moments, strict=True)):
            article = replace(draft.article, published=moment)
            key = _sameness(article)
            if key in seen:
                first = seen[key]
                place = f"row {self._drafts[first].row}" if self._drafts[first].row else ""
                if self._files[first] != self._files[i]:
                    place = ", ".join(filter(None, (self._files[first], place)))
                reason = f"the same article as {place}"
                self.asides.append(Aside(self._files[i], draft.row, reason, excerpt(article.text)))
                continue
            seen[key] = i
            yield article


def _set_aside(asides: Iterable[Aside]) -> pd.DataFrame:
    asides = list(asides)
    columns = (
        [each.file for each in asides],
        [str(each.row or "") for each in asides],
        [each.reason for each in asides],
        [each.text for each in asides],
    )
    return pd.DataFrame(dict(zip(_SET_ASIDE, columns, strict=True)), dtype="str")


def _sameness(article: Article) -> bytes:
    text = " ".join((article.text or article.url or article.title).casefold().split())
    parts = (text, article.title.casefold(), article.source.casefold(), str(article.published))
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).digest()


def _gathered(notes: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Notes with their files, one that holds of many files told once."""
    files: dict[str, list[str]] = defaultdict(list)
    for file, note in notes:
        files[note].append(file)
    return tuple(
        f"{names[0]}: {note}"
        if len(names) == 1
        else f"{names[0]} and {len(names) - 1} more: {note}"
        for note, names in files.items()
    )
