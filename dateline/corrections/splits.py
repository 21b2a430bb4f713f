"""`copies.csv` of a corpus folder: which articles are copies of one text, as put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.corrections import sheet
from dateline.corrections.sheet import Sheet

__all__ = ["COLUMNS", "FILE", "groups", "join", "read", "split"]

FILE: Final = "copies.csv"
COLUMNS: Final = ("key", "group")


def read(folder: Path) -> dict[str, str]:
    """The group that was given to articles, by their keys; the last row of a key counts.

    Raises:
        CorpusError: The file cannot be read.
    """
    return _given(sheet.read(folder / FILE, COLUMNS))


def split(folder: Path, keys: Iterable[str], group: str = "") -> None:
    """Take articles out of the groups they were found to be in.

    Args:
        folder: A corpus folder.
        keys: Content hashes of the articles.
        group: Those with one group are copies of each other; empty: each is a text of its own.

    Raises:
        CorpusError: The folder cannot be written; nothing was.
    """
    new = [{"key": key, "group": group or key} for key in keys]
    gone = {row["key"] for row in new}

    def made(before: Sheet) -> Sheet:
        return _without(before, gone).with_rows(new)

    sheet.change(folder / FILE, COLUMNS, made)


def join(folder: Path, keys: Iterable[str]) -> None:
    """Undo `split`: the articles are in the groups they were found to be in.

    Raises:
        CorpusError: The folder cannot be written; nothing was.
    """
    gone = set(keys)
    sheet.change(folder / FILE, COLUMNS, lambda before: _without(before, gone))


def groups(
    found: npt.NDArray[np.int32], given: Mapping[str, str], article_id: Callable[[str], int | None]
) -> npt.NDArray[np.int32]:
    """The groups of copies after what was put right.

    Args:
        found: The group of each article.
        given: As `read` gives it.
        article_id: From the key of an article to its number; None where it is not here.

    Returns:
        int32, shape (articles,): dense group numbers, in order of the first article of each group.
    """
    changed = found.astype(np.int64)
    numbers = {name: len(found) + number for number, name in enumerate(sorted(set(given.values())))}
    for key, name in given.items():
        number = article_id(key)
        if number is not None:
            changed[number] = numbers[name]
    dense: npt.NDArray[Any] = pd.factorize(changed)[0]
    return dense.astype(np.int32)


def _given(found: Sheet) -> dict[str, str]:
    rows = (found.cells(row) for row in found.rows)
    return {row["key"].strip(): row["group"].strip() for row in rows if row["group"].strip()}


def _without(before: Sheet, keys: set[str]) -> Sheet:
    def is_kept(row: Sequence[str]) -> bool:
        return before.cells(row)["key"].strip() not in keys

    return replace(before, rows=tuple(row for row in before.rows if is_kept(row)))
