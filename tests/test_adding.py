"""What a visitor brought goes into a corpus as it is, and not at all when he stops it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import dateline.build
from dateline import store
from dateline.adding import RECORDS, Adding
from dateline.assembly import article_key
from dateline.build import Built
from dateline.corrections import Correction, ledger
from dateline.errors import CorpusError
from dateline.findings import Article
from dateline.reading import Reading, read
from dateline.worker import Worker

ARTICLES = (
    Article(
        "Огни\n\nIn Aleppo “lights” burned.",
        title="Огни",
        published=datetime(2016, 12, 5, 18, 30),
        source="My notes",
        author="A. Reader",
        url="https://example.org/1",
        further={"file": "odd.csv", "blatt": "4", "date": "Monday"},
    ),
    Article("No title here, in Idlib.", published=datetime(2016, 12, 6)),
    Article("Homs\n\nIn Homs.", title="Homs", further={"headline": "Another"}),
)


class Later(Worker):
    """Works in this process when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work: Callable[..., Any], *args: Any) -> Future[Any]:
        answer: Future[Any] = Future()

        def now() -> None:
            try:
                answer.set_result(work(*args))
            except Exception as error:
                answer.set_exception(error)

        self.waiting.append(now)
        return answer

    def work(self) -> None:
        self.waiting.pop()()


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
    """What was added, read as `dateline.build.add` reads it; nothing is extracted."""
    found: list[Reading] = []

    def add(
        sources: list[Path],
        corpus: Path,
        *,
        columns: Any,
        processes: int,
        progress: Any,
        set_aside: pd.DataFrame | None,
    ) -> Built:
        reading = read(sources, columns=columns)
        for done in range(len(reading.articles) + 1):
            progress(done, len(reading.articles))
        found.append(reading)
        aside = pd.DataFrame() if set_aside is None else set_aside
        return Built(len(reading.articles), aside, (), len(reading.articles))

    monkeypatch.setattr(dateline.build, "add", add)
    return found


def test_articles_arrive_with_all_that_is_known_of_them(
    readings: list[Reading], tmp_path: Path
) -> None:
    worker = Later()
    adding = Adding(worker, ARTICLES, tmp_path)
    before = adding.poll()
    assert (before.done, before.total, before.is_done) == (0, 3, False)
    worker.work()
    assert adding.poll().is_done and adding.built is not None and adding.built.new == 3
    (reading,) = readings
    assert [article_key(one) for one in reading.articles] == [*map(article_key, ARTICLES)]
    first, _, last = reading.articles
    assert (first.author, first.url) == ("A. Reader", "https://example.org/1")
    assert {"file": "odd.csv", "blatt": "4", "date": "Monday"}.items() <= first.further.items()
    assert last.title == "Homs" and last.further["headline"] == "Another"
    assert RECORDS not in str(first.further)


def test_what_was_no_column_of_theirs_becomes_none_on_the_way(
    readings: list[Reading], tmp_path: Path
) -> None:
    worker = Later()
    Adding(worker, [Article("In Homs.", further={"date": "2016-12-05"})], tmp_path)
    worker.work()
    (article,) = readings[0].articles
    assert article.published is None and article.further["date"] == "2016-12-05"


def test_what_was_put_right_and_what_was_set_aside_arrives_with_them(
    readings: list[Reading], tmp_path: Path
) -> None:
    worker = Later()
    said = Correction("article", article_key(ARTICLES[1]), surface="Idlib", role="setting")
    aside = pd.DataFrame([("odd.csv", "5", "no text", "")], columns=list(store.SET_ASIDE))
    adding = Adding(worker, ARTICLES, tmp_path, corrections=[said], set_aside=aside)
    assert not (tmp_path / ledger.FILE).exists(), "not before the articles are there"
    worker.work()
    assert adding.poll().is_done and adding.built is not None
    assert adding.built.set_aside["file"].tolist() == ["odd.csv"]
    assert ledger.read(tmp_path).corrections == (said,)


def test_one_that_is_stopped_leaves_the_corpus_and_says_so(
    readings: list[Reading], tmp_path: Path
) -> None:
    worker = Later()
    said = Correction("article", article_key(ARTICLES[1]), surface="Idlib", role="setting")
    adding = Adding(worker, ARTICLES, tmp_path, corrections=[said])
    adding.cancel()
    worker.work()
    assert adding.poll().is_done and adding.built is None
    assert ledger.read(tmp_path).corrections == ()
    assert readings == [] and "as it was" in adding.problem


@pytest.mark.parametrize(
    ("error", "said"),
    [(CorpusError("another process is writing"), "another process"),
     (OSError("disk full"), "disk full"),
     (BrokenProcessPool("killed"), "brought the process down"),
     (KeyError("unforeseen"), "look whether they are in the corpus")],
)  # fmt: skip
def test_what_goes_wrong_is_said_not_raised(
    error: Exception, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(*args: Any, **options: Any) -> None:
        raise error

    monkeypatch.setattr(dateline.build, "add", add)
    worker = Later()
    adding = Adding(worker, ARTICLES, tmp_path)
    worker.work()
    assert adding.poll().is_done and adding.poll().is_done
    assert adding.built is None and said in adding.problem


def test_nothing_of_it_stays_between(readings: list[Reading], tmp_path: Path) -> None:
    worker = Later()
    adding = Adding(worker, ARTICLES, tmp_path)
    between = adding._between
    assert (between / RECORDS).exists()
    worker.work()
    adding.poll()
    assert not between.exists()
    adding.cancel()
