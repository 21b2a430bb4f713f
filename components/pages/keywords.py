"""The searched words, or the places that count, each in its context."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pandas as pd

from components import in_context, session
from components.choice import Choice
from components.pages.shown import Shown
from dateline.export.cells import csv_bytes
from dateline.export.statement import statement
from dateline.figures.hover import plural
from dateline.query.concordance import concordance

__all__ = ["show"]

_MOST: Final = 1_000


def show(shown: Shown) -> None:
    """Draw the dialog."""
    corpus, query = shown.corpus, shown.choice.query
    lines = concordance(corpus, shown.selection, shown.ids, query.words, most=_MOST)
    table = _table(shown, lines)

    def opened(row: int) -> None:
        line = lines.iloc[row]
        key = str(corpus.listing([int(line["article_id"])])["key"].iat[0])
        session.change(_opened, key, -1 if query.words else int(line["start"]))

    of = f"“{query.words}”" if query.words else "the places that count"
    more = f"The first {_MOST:,} lines" if len(lines) >= _MOST else plural(len(lines), "line")
    about = statement(corpus, query, shown.selection)
    in_context.show(
        table,
        about=f"{more} with {of}. Filters: {about.filters}.",
        file_name="in-context.csv",
        make_file=lambda: csv_bytes(table, about, excel=True),
        on_open=opened,
    )


def _opened(choice: Choice, key: str, mention: int) -> Choice:
    return replace(choice, article=key, mention=mention, page=0)


def _table(shown: Shown, lines: pd.DataFrame) -> pd.DataFrame:
    articles = shown.corpus.listing(lines["article_id"].to_numpy(), further=False)
    table = lines[["before", "keyword", "after"]].assign(
        Published=articles["published"].array,
        Source=articles["source"].astype("str").fillna("").array,
        Title=articles["title"].array,
    )
    if shown.choice.query.words:
        return table
    extra: dict[str, Any] = {"Place": lines["place"], "Role": lines["role"]}
    return table.assign(**extra)
