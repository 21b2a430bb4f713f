"""Articles that a visitor brought on their way into a corpus folder, in a process of their own.

    adding = Adding(worker, articles, Path("mine"))
    while not adding.poll().is_done:
        ...                                 # the page draws itself meanwhile
    adding.built                            # what the corpus now holds

They go there as records with what is known of each, and are read anew by `dateline.build.add`, so
that the corpus is what it would be had they been added from the terminal. What their reader put
right in them, and what was set aside of his files, goes with them.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from dateline.corrections import Correction, ledger
from dateline.findings import Article
from dateline.hosting import without_paths
from dateline.reading.columns import FIELDS
from dateline.worker import Pace, Progress, Worker, problem

if TYPE_CHECKING:
    from dateline.build import Built

__all__ = ["RECORDS", "Adding"]

RECORDS: Final = "brought.jsonl"
"""Name of the file that the articles go there in; it stands before notes on how it was read."""

_TODO: Final = "look whether they are in the corpus, and add them again if not"

_PROGRESS: Final = "progress"
_STOP: Final = "stop"


class Adding:
    """One visitor's articles on their way into a corpus.

    Args:
        worker: Who does it; not the one that reads for visitors, who would have to wait.
        articles: What to add.
        folder: The corpus.
        corrections: Of these articles, the oldest first; written down once they are there.
        set_aside: What could not be read of what they came in: `file`, `row`, `reason`, `text`.

    Attributes:
        built: What the corpus holds once it is done; None before, and where it came to nothing.
        problem: Why it came to nothing, or empty.
    """

    def __init__(
        self,
        worker: Worker,
        articles: Sequence[Article],
        folder: Path,
        *,
        corrections: Sequence[Correction] = (),
        set_aside: pd.DataFrame | None = None,
    ) -> None:
        self.built: Built | None = None
        self.problem = ""
        self._total = len(articles)
        self._pace = Pace()
        self._between = Path(tempfile.mkdtemp(prefix="dateline-"))
        lines = [json.dumps(_record(article)) for article in articles]
        (self._between / RECORDS).write_text("\n".join(lines), encoding="utf-8")
        self._future = worker.submit(_add, self._between, folder, tuple(corrections), set_aside)

    def cancel(self) -> None:
        """Stop soon; the corpus stays as it was."""
        if self._between.exists():
            (self._between / _STOP).touch()

    def poll(self) -> Progress:
        """How far it is. Never waits."""
        if not self._future.done():
            done = _number(self._between / _PROGRESS)
            return Progress(done, self._total, False, self._pace.seconds_left(done, self._total))
        if self._between.exists():
            try:
                self.built = self._future.result()
                self.problem = "" if self.built else "Stopped; the corpus is as it was."
            except OSError as error:  # a full disk, a folder that may not be written to
                self.problem = without_paths(str(error))
            except Exception as error:
                self.problem = problem(error, "adding your articles", _TODO)
            rmtree(self._between, ignore_errors=True)
        return Progress(self._total, self._total, True, 0.0)


class _StoppedError(Exception):
    """Raised in the worker when the visitor wants no more."""


def _add(
    between: Path, folder: Path, corrections: Sequence[Correction], set_aside: pd.DataFrame | None
) -> Built | None:
    """In the worker: add the records in `between`; None where the visitor stopped it."""
    from dateline.build import add  # it loads spaCy, which the page does without

    records = between / RECORDS
    present = {name for line in records.open(encoding="utf-8") for name in json.loads(line)}
    columns = {field: field if field in present else "" for field in FIELDS}

    def progress(done: int, total: int) -> None:
        (between / _PROGRESS).write_text(str(done))
        if (between / _STOP).exists():
            raise _StoppedError

    try:
        built = add(
            [records],
            folder,
            columns=columns,
            processes=1,
            progress=progress,
            set_aside=set_aside,
        )
    except _StoppedError:
        return None
    if corrections:
        ledger.add(folder, corrections)
    return built


def _record(article: Article) -> dict[str, Any]:
    known = {field: str(value) for field in FIELDS if (value := getattr(article, field))}
    return {**article.further, **known}


def _number(path: Path) -> int:
    try:
        return int(path.read_text())
    except (OSError, ValueError):  # not begun, or just being written
        return 0
