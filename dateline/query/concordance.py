"""Keyword in context: every place where a word or a place stands, with the words around it.

The oldest tool of corpus reading (Luhn 1960): lines under one another with the keyword in the
middle, so that the eye sees what recurs on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.corpus import Corpus
from dateline.query.narrow import Selection
from dateline.query.search import spans

__all__ = ["COLUMNS", "concordance"]

COLUMNS: Final = ("article_id", "start", "before", "keyword", "after", "role", "place")

_OF_MENTIONS: Final = ("start", "end", "role", "place_id")

_PARAGRAPH: Final = re.compile(r"\s*\n\s*\n\s*")

_AROUND: Final = 90
"""Characters on either side: what a line of a wide window holds."""


def concordance(
    corpus: Corpus,
    selection: Selection,
    ids: Sequence[int] | npt.NDArray[np.integer[Any]],
    words: str = "",
    *,
    most: int = 1_000,
) -> pd.DataFrame:
    """Lines for words searched, else for the place mentions that count.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        ids: Its articles in the order wanted; they are read until there are enough lines.
        words: A search, as `dateline.query.search.spans` takes it; empty for mentions.
        most: Lines at most; whoever gets so many knows that there may be more.

    Returns:
        `COLUMNS`: where it stands (code points), up to 90 characters before and after it, cut at
        words and on one line, with ` ¶ ` where a paragraph ends, as a title does; of mentions also
        role and name of the place, else empty.
    """
    lines: list[tuple[Any, ...]] = []
    names = corpus.places["name"]
    for article_id in map(int, ids):
        text = corpus.text(article_id)
        found = _words(text, words) if words else _mentions(corpus, selection, article_id, names)
        lines += [
            (article_id, start, *_around(text, start, end), role, place)
            for start, end, role, place in found
        ]
        if len(lines) >= most:
            break
    return pd.DataFrame(lines[:most], columns=list(COLUMNS))


def _words(text: str, words: str) -> Iterator[tuple[int, int, str, str]]:
    for start, end in spans(text, words):
        yield start, end, "", ""


def _mentions(
    corpus: Corpus, selection: Selection, article_id: int, names: pd.Series[Any]
) -> Iterator[tuple[int, int, str, str]]:
    owners = corpus.mentions["article_id"].to_numpy()
    begin, end = np.searchsorted(owners, [article_id, article_id + 1])
    rows = corpus.rows("mentions", article_id, _OF_MENTIONS)[selection.mentions[begin:end]]
    for row in rows.sort_values("start", kind="stable").to_dict("records"):
        place = "" if row["place_id"] < 0 else str(names.iat[row["place_id"]])
        role = row["role"] if isinstance(row["role"], str) else ""
        yield int(row["start"]), int(row["end"]), role, place


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, the keyword, and what stands after, each on one line."""
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    if start > _AROUND:  # from a whole word on
        before = before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0]
    return _line(before), _line(text[start:end]), _line(after)


def _line(text: str) -> str:
    return " ".join(_PARAGRAPH.sub(" ¶ ", text.replace("\x00", " ")).split())
