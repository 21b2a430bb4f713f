"""A corpus folder holds the old corpus whole or the new one whole, whatever happens in between."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import store
from dateline.corpus import Corpus
from dateline.errors import CorpusError
from tests.store.written import PROVENANCE, SET_ASIDE, all_read, files, tables, write


@pytest.mark.parametrize("step", ["wrote texts", "generation in place", "manifest written"])
def test_killed_before_the_switch_the_old_corpus_is_whole(tmp_path: Path, step: str) -> None:
    before = write(tmp_path, 4)
    killed_at(tmp_path, step)
    assert store.read_manifest(tmp_path) == before
    assert all_read(tmp_path) == 4
    write(tmp_path, 5)
    assert all_read(tmp_path) == 5
    assert not [name for name in files(tmp_path) if "incoming" in name]


def test_killed_after_the_switch_the_new_corpus_is_whole(tmp_path: Path) -> None:
    write(tmp_path, 4)
    killed_at(tmp_path, "switched")
    assert all_read(tmp_path) == 6


def test_killed_in_the_first_write_there_is_no_corpus_and_it_can_be_written(tmp_path: Path) -> None:
    killed_at(tmp_path, "wrote mentions")
    with pytest.raises(CorpusError, match="no corpus in"):
        Corpus.open(tmp_path)
    write(tmp_path, 3)
    assert all_read(tmp_path) == 3


def killed_at(folder: Path, step: str) -> None:
    """Write six articles in a process that kills itself with SIGKILL after a step."""
    program = f"""
import os, signal
from pathlib import Path
from dateline import store
from tests.store.written import PROVENANCE, SET_ASIDE, tables

def on_step(step):
    if step == {step!r}:
        os.kill(os.getpid(), signal.SIGKILL)

store.write(Path({str(folder)!r}), tables(6), name="new", provenance=PROVENANCE,
            set_aside=SET_ASIDE, on_step=on_step)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    refused: list[str] = []

    def meanwhile(step: str) -> None:
        if step == "wrote texts":
            with pytest.raises(CorpusError) as error:
                write(tmp_path, 2)
            refused.append(str(error.value))

    store.write(
        tmp_path,
        tables(3),
        name="first",
        provenance=PROVENANCE,
        set_aside=SET_ASIDE,
        on_step=meanwhile,
    )
    assert refused == [
        f"another process is writing to {tmp_path}; expected one writer at a time; "
        "wait until it is done; reading goes on meanwhile"
    ]
    assert len(Corpus.open(tmp_path).articles) == 3
    write(tmp_path, 2)  # and the lock is free again


def test_a_reader_never_sees_half_a_corpus(tmp_path: Path) -> None:
    write(tmp_path, 4)
    seen: list[int] = []

    def meanwhile(step: str) -> None:
        seen.append(all_read(tmp_path))

    store.write(
        tmp_path,
        tables(6),
        name="new",
        provenance=PROVENANCE,
        set_aside=SET_ASIDE,
        on_step=meanwhile,
    )
    assert seen == [4] * (len(seen) - 2) + [6, 6]


def test_a_failing_writer_leaves_nothing_behind(tmp_path: Path) -> None:
    write(tmp_path, 4)
    before = files(tmp_path)

    def full(step: str) -> None:
        if step == "wrote mentions":
            raise OSError(28, "No space left on device")

    with pytest.raises(CorpusError, match="No space left on device"):
        store.write(
            tmp_path,
            tables(6),
            name="new",
            provenance=PROVENANCE,
            set_aside=SET_ASIDE,
            on_step=full,
        )
    assert files(tmp_path) == before
