"""Articles that a visitor brings: read in one worker process, which all visitors share.

    worker = Worker()
    job = Job(worker, [("clipping.txt", b"Shelling in Aleppo ...")], Pasted("In Idlib ..."))
    while not job.poll().is_done:
        ...                                 # the page draws itself meanwhile
    job.found                               # [(Article, Findings), ...]

A job hands in a few articles at a time, so that one visitor's thousand do not keep another's one
waiting. Nothing is written to disk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

import pandas as pd

from dateline.errors import DatelineError, ReadingError
from dateline.findings import Article, Findings
from dateline.hosting import without_paths
from dateline.reading import NoArticleError, read_bytes, read_text
from dateline.reading.articles import compose
from dateline.reading.preview import preview
from dateline.worker import Pace, Progress, Worker, problem

__all__ = ["Job", "Pasted"]

_AT_ONCE: Final = 4
"""Articles handed in together: about a second of work."""

_COLUMNS: Final = ["file", "row", "reason", "text"]


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that was pasted, with what its reader says of it.

    Attributes:
        text: The article: a title, a blank line and the body, or a body alone.
        title: Or empty, where it stands in the text or there is none.
        source: The outlet, or empty.
        published: Its day, or None.
    """

    text: str
    title: str = ""
    source: str = ""
    published: date | None = None


class Job:
    """Files and pasted texts of one visitor on their way to findings.

    Args:
        worker: Who reads.
        files: Name and bytes of each file.
        pasted: A pasted text, if any.
        columns: By the name of a file, what its reader says its columns are: field → column.

    Attributes:
        found: Each article with what was found in it, so far.
        notes: What was decided on the way, in sentences.
        tables: Names of the files whose columns had to be recognised.
    """

    def __init__(
        self,
        worker: Worker,
        files: Sequence[tuple[str, bytes]] = (),
        pasted: Pasted | None = None,
        columns: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.found: list[tuple[Article, Findings]] = []
        self.notes: tuple[str, ...] = ()
        self.tables: tuple[str, ...] = ()
        self._worker = worker
        self._pace = Pace()
        self._aside: list[dict[str, str]] = []
        self._total = 0
        self._waiting: deque[list[Article]] = deque()
        self._handed_in: list[Article] = []
        self._reading: Future[_Read] | None = worker.submit(
            _read, list(files), pasted, columns or {}
        )
        self._extracting: Future[list[Findings | str]] | None = None
        self._is_cancelled = False

    @property
    def set_aside(self) -> pd.DataFrame:
        """What could not be read: `file`, `row`, `reason`, `text`, all `str`."""
        return pd.DataFrame(self._aside, columns=_COLUMNS, dtype="str")

    def cancel(self) -> None:
        """Hand in no more; what was found so far stays."""
        self._is_cancelled = True
        self._waiting.clear()

    def poll(self) -> Progress:
        """Take what has been answered and hand in what comes next. Never waits."""
        if self._reading is not None and self._reading.done():
            self._take_reading(self._reading)
            self._reading = None
        if self._extracting is not None and self._extracting.done():
            self._take_findings(self._extracting)
            self._extracting = None
        if self._extracting is None and self._waiting:
            self._handed_in = self._waiting.popleft()
            self._extracting = self._worker.submit(_extract, self._handed_in)
        is_idle = self._reading is None and self._extracting is None
        done = len(self.found) + len(self._aside)
        is_done = is_idle or self._is_cancelled
        left = self._pace.seconds_left(done, self._total) if self._total else None
        return Progress(done, self._total, is_done, left)

    def _take_reading(self, future: Future[_Read]) -> None:
        try:
            read = future.result()
        except Exception as error:
            read = _Read(
                (), [_aside("", "", problem(error, "opening what you brought"), "")], (), ()
            )
        self._aside += read.set_aside
        self.notes, self.tables = read.notes, read.tables
        self._total = len(read.articles) + len(read.set_aside)
        if not self._is_cancelled:
            articles = read.articles
            for at in range(0, len(articles), _AT_ONCE):
                self._waiting.append(list(articles[at : at + _AT_ONCE]))

    def _take_findings(self, future: Future[list[Findings | str]]) -> None:
        articles = self._handed_in
        try:
            answers = future.result()
        except Exception as error:
            # No language model, no gazetteer: true of every article. Else one of them is to blame.
            if len(articles) > 1 and not isinstance(error, DatelineError):
                self._waiting.extendleft([article] for article in reversed(articles))
                return
            answers = [problem(error, "reading this article")] * len(articles)
        for article, answer in zip(articles, answers, strict=True):
            if isinstance(answer, Findings):
                self.found.append((article, answer))
            else:
                file = article.further.get("file", "")
                reason = without_paths(answer)
                self._aside.append(_aside(file, article.identifier, reason, article.text[:80]))


@dataclass(frozen=True, slots=True)
class _Read:
    """What came out of files, without the tables of pandas that are slow to send."""

    articles: tuple[Article, ...]
    set_aside: list[dict[str, str]]
    notes: tuple[str, ...]
    tables: tuple[str, ...]


def _aside(file: str, row: str, reason: str, text: str) -> dict[str, str]:
    return dict(zip(_COLUMNS, (file, row, reason, text), strict=True))


def _rows(set_aside: pd.DataFrame) -> list[dict[str, str]]:
    return [_aside(*map(str, row)) for row in set_aside[_COLUMNS].itertuples(index=False)]


def _reasons(error: Exception, name: str) -> list[dict[str, str]]:
    """Why there is no article in a file: of each row of it, where that was said."""
    if isinstance(error, NoArticleError):
        return _rows(error.set_aside)
    return [_aside(name, "", problem(error, "reading it"), "")]


def _read(
    files: Sequence[tuple[str, bytes]],
    pasted: Pasted | None,
    columns: Mapping[str, Mapping[str, str]],
) -> _Read:
    """In the worker: files and a pasted text to articles."""
    articles: list[Article] = []
    set_aside: list[dict[str, str]] = []
    notes: list[str] = []
    tables: list[str] = []
    for name, data in files:
        try:
            found = read_bytes(name, data, columns.get(name))
        except Exception as error:  # whatever goes wrong in one file, the others are read
            set_aside += _reasons(error, name)
            tables += [name] if isinstance(error, ReadingError) and preview(name, data) else []
            continue
        articles += found.articles
        set_aside += _rows(found.set_aside)
        notes += found.notes
        tables += [name] if found.columns else []
    if pasted and pasted.text.strip():
        try:
            articles.append(_pasted(pasted))
        except Exception as error:
            reason = problem(error, "reading what you pasted")
            set_aside.append(_aside("pasted", "", reason, ""))
    return _Read(tuple(articles), set_aside, tuple(notes), tuple(tables))


def _pasted(pasted: Pasted) -> Article:
    title = " ".join(pasted.title.split())
    article = read_text(compose(title, pasted.text.strip())).articles[0]
    published = article.published
    if pasted.published:
        published = datetime.combine(pasted.published, datetime.min.time())
    return replace(
        article,
        title=title or article.title,
        source=" ".join(pasted.source.split()) or article.source,
        published=published,
    )


def _extract(articles: Sequence[Article]) -> list[Findings | str]:
    """In the worker: what each article says, or why it could not be read."""
    # spaCy is loaded here and not where the page runs.
    from dateline.extraction.extractor import shared_extractor

    answers = shared_extractor().read_many(articles)
    return [answer if isinstance(answer, Findings) else answer.reason for answer in answers]
