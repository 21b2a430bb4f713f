"""What a visitor brings is read a little at a time, and nothing of it is lost in silence."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from datetime import date, datetime
from typing import Any

import pytest

from dateline import visitor
from dateline.errors import ModelError
from dateline.findings import Article, Findings
from dateline.reading import read_bytes
from dateline.visitor import Job, Pasted
from dateline.worker import Progress, Worker

Extract = Callable[[list[Article]], list[Findings | str]]


class Inline(Worker):
    """Answers at once, in this process; extraction is replaced, reading is not."""

    def __init__(self, extract: Extract) -> None:
        self.extract = extract
        self.handed_in: list[int] = []

    def submit(self, work: Callable[..., Any], *args: Any) -> Future[Any]:
        answer: Future[Any] = Future()
        try:
            if work is visitor._extract:
                self.handed_in.append(len(args[0]))
                answer.set_result(self.extract(args[0]))
            else:
                answer.set_result(work(*args))
        except Exception as error:
            answer.set_exception(error)
        return answer


def found(articles: list[Article]) -> list[Findings | str]:
    return [Findings(words=len(article.text.split())) for article in articles]


def finished(job: Job) -> list[Progress]:
    steps = [job.poll()]
    while not steps[-1].is_done:
        steps.append(job.poll())
    return steps


def test_files_and_a_pasted_text_become_findings_a_few_at_a_time() -> None:
    worker = Inline(found)
    table = "title,text\n" + "\n".join(f"T{i},In Aleppo on day {i}." for i in range(6))
    job = Job(worker, [("a.csv", table.encode())], Pasted("One more\n\nIn Idlib."))
    steps = finished(job)
    assert [article.title for article, _ in job.found] == [*(f"T{i}" for i in range(6)), "One more"]
    assert worker.handed_in == [4, 3]
    assert (steps[-1].done, steps[-1].total, steps[-1].is_done) == (7, 7, True)
    assert job.set_aside.empty


def test_the_time_that_is_left_is_known_once_something_is_read_and_goes_to_nothing() -> None:
    table = "title,text\n" + "\n".join(f"T{i},In Aleppo on day {i}." for i in range(12))
    steps = finished(Job(Inline(found), [("a.csv", table.encode())]))
    assert steps[0].seconds_left is None
    assert all(step.seconds_left is not None for step in steps if step.done > 0)
    assert steps[-1].seconds_left == 0


def test_a_pasted_article_has_the_title_source_and_day_that_its_reader_gives() -> None:
    pasted = Pasted("In Idlib.", title=" A road ", source="My notes", published=date(2016, 12, 5))
    job = Job(Inline(found), pasted=pasted)
    finished(job)
    ((article, _),) = job.found
    assert (article.title, article.source) == ("A road", "My notes")
    assert article.text == "A road\n\nIn Idlib."
    assert article.published == datetime(2016, 12, 5)


def test_a_table_can_be_read_with_columns_matched_by_hand() -> None:
    table = b"kopf,rumpf\nA road,In Aleppo.\n"
    job = Job(Inline(found), [("a.csv", table)])
    finished(job)
    assert job.found == [] and job.tables == ("a.csv",)
    again = Job(
        Inline(found), [("a.csv", table)], columns={"a.csv": {"title": "kopf", "text": "rumpf"}}
    )
    finished(again)
    assert [article.title for article, _ in again.found] == ["A road"]
    assert again.set_aside.empty


def test_a_text_is_no_table_and_a_file_that_is_nothing_is_none_either() -> None:
    job = Job(Inline(found), [("a.txt", b"Title\n\nIn Aleppo."), ("b.xyz", b"\x00\x01")])
    finished(job)
    assert job.tables == ()


def test_a_file_that_cannot_be_read_is_set_aside_and_the_rest_goes_on() -> None:
    job = Job(Inline(found), [("a.pdf", b"%PDF"), ("b.txt", b"Title\n\nIn Aleppo.")])
    finished(job)
    assert len(job.found) == 1
    assert job.set_aside["file"].tolist() == ["a.pdf"]
    assert job.set_aside["reason"].iat[0].startswith("a damaged PDF file")


def test_of_a_file_without_an_article_every_row_is_set_aside_with_its_own_reason() -> None:
    rows = b"title,text\nA road,\nA bridge,...\n"
    job = Job(Inline(found), [("a.csv", rows)])
    finished(job)
    assert job.set_aside.to_dict("list") == {
        "file": ["a.csv", "a.csv"],
        "row": ["1", "2"],
        "reason": ["no text", "no letter in its text"],
        "text": ["A road", "..."],
    }


def test_what_is_said_beside_a_file_neither_names_it_again_nor_an_option_of_the_command() -> None:
    job = Job(Inline(found), [("list.csv", b"kopf,rumpf\nA road,In Aleppo.\n")])
    finished(job)
    (reason,) = job.set_aside["reason"]
    assert "list.csv" not in reason and "--" not in reason
    assert reason.endswith("say which column does")


def test_an_article_that_kills_the_process_is_found_and_the_others_are_read() -> None:
    def extract(articles: list[Article]) -> list[Findings | str]:
        if any("poison" in article.text for article in articles):
            raise BrokenProcessPool("killed")
        return found(articles)

    worker = Inline(extract)
    table = "title,text\nA,one word\nB,poison word\nC,three words"
    job = Job(worker, [("a.csv", table.encode())])
    finished(job)
    assert worker.handed_in == [3, 1, 1, 1]
    assert [article.title for article, _ in job.found] == ["A", "C"]
    assert "brought the process down" in job.set_aside["reason"].iat[0]


def test_an_article_that_fails_keeps_its_reason() -> None:
    job = Job(
        Inline(lambda articles: ["too long"] * len(articles)), pasted=Pasted("Title\n\nBody.")
    )
    finished(job)
    assert job.found == [] and job.set_aside["reason"].tolist() == ["too long"]


def test_a_missing_model_is_said_not_raised() -> None:
    def extract(articles: list[Article]) -> list[Findings | str]:
        raise ModelError("no spaCy model is installed")

    job = Job(Inline(extract), pasted=Pasted("Title\n\nBody."))
    assert finished(job)[-1].is_done
    assert "no spaCy model" in job.set_aside["reason"].iat[0]


def test_where_the_trained_files_lie_is_not_told_to_a_visitor() -> None:
    def extract(articles: list[Article]) -> list[Findings | str]:
        raise ModelError("/srv/app/data/models/roles.txt was made for another model")

    job = Job(Inline(extract), pasted=Pasted("Title\n\nBody."))
    assert finished(job)[-1].is_done
    assert job.set_aside["reason"].tolist() == ["roles.txt was made for another model"]


def test_an_article_that_fails_as_nobody_foresaw_is_said_in_three_parts_and_the_others_are_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def extract(articles: list[Article]) -> list[Findings | str]:
        if any("odd" in article.text for article in articles):
            raise KeyError("a letter nobody knew")
        return found(articles)

    table = "title,text\nA,one word\nB,odd word\nC,three words"
    job = Job(Inline(extract), [("a.csv", table.encode())])
    assert finished(job)[-1].is_done
    assert [article.title for article, _ in job.found] == ["A", "C"]
    came, expected, todo = job.set_aside["reason"].iat[0].split("; ")
    assert "a letter nobody knew" in came and "expected" in expected and "plain text" in todo
    assert "this article failed" in caplog.text  # for whoever runs the page


def test_a_file_that_fails_as_nobody_foresaw_leaves_the_others_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read(name: str, data: bytes, columns: object) -> Any:
        if name == "odd.csv":
            raise RecursionError("too deep")
        return read_bytes(name, data)

    monkeypatch.setattr(visitor, "read_bytes", read)
    files = [("odd.csv", b"title,text\nA,B"), ("b.txt", b"Title\n\nIn Aleppo.")]
    job = Job(Inline(found), files)
    assert finished(job)[-1].is_done
    assert [article.title for article, _ in job.found] == ["Title"]
    assert job.set_aside["file"].tolist() == ["odd.csv"]
    assert "too deep" in job.set_aside["reason"].iat[0] and job.tables == ()


@pytest.mark.parametrize("error", [MemoryError("full"), BrokenProcessPool("killed")])
def test_files_that_cannot_even_be_opened_end_the_job_with_a_reason(error: Exception) -> None:
    class Failing(Worker):
        def submit(self, work: Callable[..., Any], *args: Any) -> Future[Any]:
            answer: Future[Any] = Future()
            answer.set_exception(error)
            return answer

    job = Job(Failing(), [("a.csv", b"title,text\nA,B")])
    assert finished(job)[-1].is_done and job.found == []
    assert "opening what you brought" in job.set_aside["reason"].iat[0]


def test_a_cancelled_job_hands_in_no_more_and_keeps_what_it_has() -> None:
    worker = Inline(found)
    table = "title,text\n" + "\n".join(f"T{i},In Aleppo on day {i}." for i in range(20))
    job = Job(worker, [("a.csv", table.encode())])
    job.poll()
    job.poll()
    job.cancel()
    assert job.poll().is_done
    assert 0 < len(job.found) < 20 and sum(worker.handed_in) < 20


def test_nothing_stays_of_a_job_whose_visitor_has_left() -> None:
    worker = Inline(found)
    table = "title,text\n" + "\n".join(f"T{i},In Aleppo on day {i}." for i in range(20))
    job = Job(worker, [("a.csv", table.encode())])
    job.poll()
    job.poll()
    handed_in, left = list(worker.handed_in), weakref.ref(job)
    del job
    gc.collect()
    assert left() is None
    assert finished(Job(worker, pasted=Pasted("In Idlib.")))[-1].is_done
    assert sum(worker.handed_in) == sum(handed_in) + 1


def test_nothing_brought_is_done_at_once() -> None:
    job = Job(Inline(found), pasted=Pasted("  \n "))
    assert finished(job)[-1] == Progress(0, 0, True)
