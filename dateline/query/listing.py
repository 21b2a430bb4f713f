"""The list of articles: some rows of it, in order, with what a reader wants to see of each."""

from __future__ import annotations

from typing import Final, Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.corpus import Corpus
from dateline.errors import ChoiceError
from dateline.query import search
from dateline.query.narrow import Selection

__all__ = ["ORDERS", "Order", "ordered", "page"]

Order = Literal["newest", "oldest", "relevance"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)


def page(
    corpus: Corpus,
    selection: Selection,
    *,
    order: Order = "newest",
    words: str = "",
    first: int = 0,
    rows: int = 12,
) -> pd.DataFrame:
    """Some rows of the list; those without a date come last in either order.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        order, words: As for `ordered`.
        first: How many to pass over.
        rows: How many at most.

    Returns:
        One row an article: the columns of the schema ARTICLES, `copies` (int64: articles of the
        same group of copies that are left, itself included), `own` (bool).

    Raises:
        ChoiceError: There is no such order.
    """
    shown = ordered(corpus, selection, order, words)[first : first + rows]
    beside = {"copies": _copies(selection, shown), "own": corpus.own[shown]}
    return corpus.listing(shown, further=False, beside=beside)


def ordered(
    corpus: Corpus, selection: Selection, order: Order = "newest", words: str = ""
) -> npt.NDArray[np.int64]:
    """Ids of the articles left, in the order of the list.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        order: `newest` or `oldest` first, those without a date last in either; or by `relevance`
            to the words, which is `newest` where none are searched for.
        words: What was searched for, as in the query that made the selection.

    Raises:
        ChoiceError: There is no such order.
    """
    if order not in ORDERS:
        raise ChoiceError(f"order {order!r}", f"one of {', '.join(ORDERS)}", "choose one of them")
    if order == "relevance" and words:
        return search.ranked(corpus, words, mask=selection.articles)
    ids = np.flatnonzero(selection.articles)
    if order == "oldest":
        return ids
    dated = int(np.searchsorted(ids, selection.codes.n_dated))
    return np.concatenate([ids[:dated][::-1], ids[dated:]])


def _copies(selection: Selection, shown: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Articles left of the group of copies of each article shown: some groups, not all."""
    order, begin = selection.codes.copies
    return np.array(
        [
            np.count_nonzero(selection.articles[order[begin[group] : begin[group + 1]]])
            for group in selection.codes.groups[shown].tolist()
        ],
        dtype=np.int64,
    )
