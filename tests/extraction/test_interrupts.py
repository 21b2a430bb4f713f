"""Ctrl+C goes to every process of a terminal: one has the last word, and none is deaf."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

import pytest

from dateline.extraction.workers import in_processes
from dateline.findings import Article

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are other there")


def bearing(articles: Sequence[Article]) -> tuple[bool, bool]:
    """Whether a process ends at an interrupt without a word, and hears one."""
    silent = signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    return silent, signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_processes_that_read_end_at_an_interrupt_without_a_word() -> None:
    before = signal.getsignal(signal.SIGINT), signal.pthread_sigmask(signal.SIG_BLOCK, ())
    answers = [answer for _, _, answer in in_processes(bearing, [Article("Text.")] * 20, 2)]
    assert answers == [(True, True)] * 2
    assert (signal.getsignal(signal.SIGINT), signal.pthread_sigmask(signal.SIG_BLOCK, ())) == before


def interrupting(articles: Sequence[Article]) -> None:
    """Read nothing."""


def test_an_interrupt_while_processes_start_is_heard_when_they_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from concurrent.futures import ProcessPoolExecutor

    submit, submitted = ProcessPoolExecutor.submit, []

    def interrupted(self: ProcessPoolExecutor, *given: object) -> object:
        signal.raise_signal(signal.SIGINT)
        submitted.append(given)
        return submit(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(ProcessPoolExecutor, "submit", interrupted)
    with pytest.raises(KeyboardInterrupt):
        next(iter(in_processes(interrupting, [Article("Text.")] * 40, 2)))
    assert len(submitted) == 3
