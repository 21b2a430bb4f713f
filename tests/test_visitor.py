"""What a visitor brings is read a little at a time, and nothing of it is lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from dateline import visitor
from dateline.errors import ModelError
from dateline.findings import Article, Findings
from dateline.visitor import Job, Progress, Worker

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
    job = Job(worker, [("a.csv", table.encode())], "One more\n\nIn Idlib.")
    steps = finished(job)
    assert [article.title for article, _ in job.found] == [*(f"T{i}" for i in range(6)), "One more"]
    assert worker.handed_in == [4, 3]
    assert steps[-1] == Progress(7, 7, True)
    assert job.set_aside.empty


def test_a_file_that_cannot_be_read_is_set_aside_and_the_rest_goes_on() -> None:
    job = Job(Inline(found), [("a.pdf", b"%PDF"), ("b.txt", b"Title\n\nIn Aleppo.")])
    finished(job)
    assert len(job.found) == 1
    assert job.set_aside["file"].tolist() == ["a.pdf"]
    assert ".pdf" in job.set_aside["reason"].iat[0]


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
    job = Job(Inline(lambda articles: ["too long"] * len(articles)), pasted="Title\n\nBody.")
    finished(job)
    assert job.found == [] and job.set_aside["reason"].tolist() == ["too long"]


def test_a_missing_model_is_said_not_raised() -> None:
    def extract(articles: list[Article]) -> list[Findings | str]:
        raise ModelError("no spaCy model is installed")

    job = Job(Inline(extract), pasted="Title\n\nBody.")
    assert finished(job)[-1].is_done
    assert "no spaCy model" in job.set_aside["reason"].iat[0]


def test_a_cancelled_job_hands_in_no_more_and_keeps_what_it_has() -> None:
    worker = Inline(found)
    table = "title,text\n" + "\n".join(f"T{i},In Aleppo on day {i}." for i in range(20))
    job = Job(worker, [("a.csv", table.encode())])
    job.poll()
    job.poll()
    job.cancel()
    assert job.poll().is_done
    assert 0 < len(job.found) < 20 and sum(worker.handed_in) < 20


def test_nothing_brought_is_done_at_once() -> None:
    job = Job(Inline(found), pasted="  \n ")
    assert finished(job)[-1] == Progress(0, 0, True)
