"""One line by which a view can be cited."""

from __future__ import annotations

from datetime import date

from dateline.corpus import Corpus
from dateline.export.statement import statement
from dateline.query import Query, Selection
from dateline.query.wording import day_of

__all__ = ["citation"]


def citation(
    corpus: Corpus,
    query: Query,
    selection: Selection,
    *,
    url: str = "",
    seen: date | None = None,
) -> str:
    """What is shown, on which data, by which program, where and when.

    Args:
        corpus: What is asked.
        query: Which mentions count.
        selection: What it leaves.
        url: Address of the view; empty of a file.
        seen: The day it was seen or made, if that is known.

    Returns:
        One line of plain text.
    """
    about = statement(corpus, query, selection)
    parts = [
        f"“{about.corpus or 'A corpus without a name'}”",
        about.counts,
        f"filters: {about.filters}",
        f"data {about.data}".replace(corpus.fingerprint, corpus.fingerprint[:16]).replace(
            "exported by ", ""
        ),
        ", ".join(filter(None, (f"seen {day_of(seen)}" if seen else "", url))),
    ]
    return "; ".join(filter(None, parts))
